/**
 * Money paid above the right that comes back out of later months («trừ dần vào khoản được hưởng»). No text that was read says
 * how much of a month may be withheld; this is the share the Labour Code leaves to be taken from a wage (REC-LIMIT).
 */
export const recoveryLimits = {
  /** Of each hundred đồng a month pays somebody, at most so many. */
  offsetShare: 30,
} as const
