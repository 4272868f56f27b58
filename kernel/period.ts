import type { CivilDate } from './civil-date.ts'

/** Days from the first through the day before `until`; null where a side is open. As PostgreSQL’s daterange `[from,until)`. */
export type Period = { readonly from: CivilDate | null; readonly until: CivilDate | null }

export const always: Period = { from: null, until: null }

export function contains({ from, until }: Period, day: CivilDate): boolean {
  return (from === null || from <= day) && (until === null || day < until)
}

export function overlaps(one: Period, other: Period): boolean {
  return (
    (one.until === null || other.from === null || other.from < one.until) &&
    (other.until === null || one.from === null || one.from < other.until)
  )
}

/** The days both have; undefined where they have none. */
export function intersection(one: Period, other: Period): Period | undefined {
  if (!overlaps(one, other)) return undefined
  const from = one.from === null || (other.from !== null && other.from > one.from) ? other.from : one.from
  const until =
    one.until === null || (other.until !== null && other.until < one.until) ? other.until : one.until
  return { from, until }
}

/** The days of a period that another has not: none, one or two pieces. */
export function without(one: Period, other: Period): Period[] {
  const common = intersection(one, other)
  if (!common) return [one]
  return [
    ...(common.from !== null && common.from !== one.from ? [{ from: one.from, until: common.from }] : []),
    ...(common.until !== null && common.until !== one.until
      ? [{ from: common.until, until: one.until }]
      : []),
  ]
}

/** As SQL writes it: `[2022-01-01,2023-01-01)`, with nothing on an open side. */
export function rangeOf({ from, until }: Period): string {
  return `[${from ?? ''},${until ?? ''})`
}

/** Reads PostgreSQL’s text of a daterange, which is always half-open for days. */
export function periodOf(range: string): Period {
  const match = /^[[(](\d{4}-\d\d-\d\d)?,(\d{4}-\d\d-\d\d)?\)$/.exec(range)
  if (!match) throw new RangeError(`Not a period of days: ${range}`)
  const [, from = null, until = null] = match as unknown as (CivilDate | undefined)[] // The database has just said they are days.
  return { from, until }
}
