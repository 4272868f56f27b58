import type { Month } from '#kernel/civil-date'
import { setOf, type PersonMonthRow } from '../db/person-months.ts'

/** The same person and month without the awards that have lapsed, which are named apart. */
export function withoutLapsed(row: PersonMonthRow, lapses: ReadonlyMap<string, Month>): PersonMonthRow {
  const isLapsed = ({ id }: { readonly id: string }) => (lapses.get(id) ?? '9999-12') <= row.month
  if (!row.awards.some(isLapsed)) return row
  const awards = row.awards.filter((award) => !isLapsed(award))
  return {
    ...row,
    awards,
    awarded: setOf(awards.map(({ benefit }) => benefit)),
    lapsed: new Map(row.awards.filter(isLapsed).map(({ id, benefit }) => [benefit, lapses.get(id)!])),
  }
}
