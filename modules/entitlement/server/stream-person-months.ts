import type { ClientBase } from 'pg'
import type { Month } from '#kernel/civil-date'
import { readLapses } from '../db/lapses.ts'
import { setOf, streamPersonMonths as streamRecorded, type PersonMonthRow } from '../db/person-months.ts'

/** Everybody with an award in the month, in the order of their ids, without the awards that have lapsed by then. */
export async function* streamPersonMonths(
  client: ClientBase,
  asked: Parameters<typeof streamRecorded>[1],
): AsyncGenerator<PersonMonthRow[]> {
  const lapses = await readLapses(client, asked.month)
  for await (const batch of streamRecorded(client, asked))
    yield lapses.size === 0 ? batch : batch.map((row) => withoutLapsed(row, lapses))
}

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
