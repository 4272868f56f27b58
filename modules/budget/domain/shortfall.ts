import type { Month } from '#kernel/civil-date'

/** A month to come with what it is expected to cost a budget line. */
export type Expected = {
  readonly month: Month
  readonly low: number
  readonly mid: number
  readonly high: number
}

export type Outlook = {
  /** What the year is expected to come to: spent and held so far, and the months to come. */
  readonly low: number
  readonly mid: number
  readonly high: number
  /** What is left of the allocation when the year ends; below zero is missing. */
  readonly left: number
  /** The first month the money does not cover, and how much it lacks by the end of the year. */
  readonly runsOut: Month | null
  readonly missing: number
  /** The same, if the year goes as the high figure has it. */
  readonly runsOutAtHigh: Month | null
}

/** Whether the money of a line lasts («cảnh báo thiếu dự toán»): what was given, less what is used and what is to come. */
export function outlookOf(allocated: number, used: number, ahead: readonly Expected[]): Outlook {
  const sum = (of: 'low' | 'mid' | 'high') => used + ahead.reduce((total, month) => total + month[of], 0)
  const end = (of: 'mid' | 'high') => {
    let left = allocated - used
    for (const month of ahead) {
      left -= month[of]
      if (left < 0) return month.month
    }
    return null
  }
  const mid = sum('mid')
  return {
    low: sum('low'),
    mid,
    high: sum('high'),
    left: allocated - mid,
    runsOut: end('mid'),
    missing: Math.max(0, mid - allocated),
    runsOutAtHigh: end('high'),
  }
}
