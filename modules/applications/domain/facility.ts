/** What a facility is by Điều 5 of Nghị định 103/2017/NĐ-CP; the small ones, below ten people, are only registered (Điều 44). */
export const facilityKinds = [
  'older',
  'children',
  'disabled',
  'mental',
  'general',
  'social_work',
  'small',
  'other',
] as const
export type FacilityKind = (typeof facilityKinds)[number]

/** More than these a small one does not take in: then it is no longer one that is only registered. */
export const mostInSmall = 9
