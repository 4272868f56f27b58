import { sql } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { anyOf, plannedFor } from '#platform/server/planned-once'
import { withinArea } from '#platform/server/scope'
import type { PeopleTables } from './tables.ts'

/** Who somebody is, in a line of a list. */
export type PersonSummary = {
  readonly id: string
  readonly fullName: string
  readonly sortKey: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly diedOn: CivilDate | null
  /** The unit of the present residence as it was recorded. */
  readonly homeAreaId: number
  readonly homeVillage: string | null
}

/**
 * A query for who people are, to keep it elsewhere in one statement: `ids` is a query for their ids, and the columns are
 * id, full_name, plain_key, sort_key, born, born_precision and sex. Whom it may see, the connection says.
 */
export const selectNames = (ids: string) =>
  `select id, full_name, plain_key, sort_key, born, born_precision, sex from people.person where id in (${ids})`

/** A query for whoever had died before a day, and on which day. */
export const selectDeadBefore = (day: CivilDate) =>
  sql`select id, died_on from people.person where died_on is not null and died_on < ${day}::date`

/** Records that were merged into another: nobody is paid under them any more. */
export const selectMergedAway = () => sql`select id from people.person where merged_into is not null`

/** The people of these ids whom the actor may see. */
export async function summariesOf(ctx: Ctx, ids: Iterable<string>): Promise<Map<string, PersonSummary>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const rows = await ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select([
      'id',
      'fullName',
      'sortKey',
      'sex',
      'born',
      'bornPrecision',
      'diedOn',
      'homeAreaId',
      'homeVillage',
    ])
    .where('id', '=', anyOf(asked))
    .where(withinArea(ctx, 'homeAreaId'))
    .modifyEnd(plannedFor(asked))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
