import type { BirthPrecision, CivilDate, Month } from './civil-date.ts'

/** How figures and days are written in Vietnam, in whatever language the words beside them are. */
const minus = '\u2212'

/** 1080000 → 1.080.000; −540000 → −540.000, with a true minus. */
export function formatCount(count: number): string {
  const figures = String(Math.abs(count)).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  return count < 0 ? `${minus}${figures}` : figures
}

/** 2026-01 → 01/2026, as it is written on payment lists. */
export function formatMonth(month: Month): string {
  return formatDate(month)
}

/** 2026-11-05 → 05/11/2026. */
export function formatDay(day: CivilDate): string {
  return formatDate(day)
}

/** The same of a day or a month that comes as any text does, such as a detail of a problem. */
export function formatDate(text: string): string {
  return text.split('-').toReversed().join('/')
}

/** A birth, no more exactly than it is known: «12/03/1951», «03/1951», «1951». */
export function formatBirth(born: CivilDate, precision: BirthPrecision): string {
  return formatDate(born.slice(0, { day: 10, month: 7, year: 4 }[precision]))
}

/** «Xã Tam Sơn» → «xã Tam Sơn»: a name as it stands within a sentence. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** «hưởng trợ cấp» → «Hưởng trợ cấp»: words that stand by themselves. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** 0.4567 → 45,7%. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')}%`
}

/** What somebody wrote, to stand within a sentence or before its own full stop. */
export function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '')
}
