import type { CivilDate, Month } from './civil-date.ts'

/** How figures and days are written in Vietnam, in whatever language the words beside them are. */
const minus = '\u2212'

/** 1080000 → 1.080.000; −540000 → −540.000, with a true minus. */
export function formatCount(count: number): string {
  const figures = String(Math.abs(count)).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return count < 0 ? `${minus}${figures}` : figures
}

/** 2026-01 → 01/2026, as it is written on payment lists. */
export function formatMonth(month: Month): string {
  return month.split('-').toReversed().join('/')
}

/** 2026-11-05 → 05/11/2026. */
export function formatDay(day: CivilDate): string {
  return day.split('-').toReversed().join('/')
}

/** 0.4567 → 45,7%. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')}%`
}
