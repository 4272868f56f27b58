import { sql, type SqlBool } from 'kysely'
import { addDays, instant, type CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { PeopleTables } from './tables.ts'

/** The tables whose rows hold for a period and were known for a period. */
export type FactTable =
  | 'people.personVersion'
  | 'people.identifier'
  | 'people.residence'
  | 'people.membership'
  | 'people.relation'
  | 'people.circumstance'

/** What every new row says about its recording. */
export function recorded(ctx: Ctx, source: string) {
  return { source, recordedAt: ctx.now, recordedBy: ctx.actor.userId, retractedAt: null }
}

/** Ends what was known: the rows stay, and stop being believed now. */
export async function retract(ctx: Ctx, table: FactTable, ids: readonly string[]) {
  if (ids.length === 0) return
  await ctx
    .db<PeopleTables>()
    .updateTable(table)
    .set({ retractedAt: ctx.now })
    .where('id', 'in', ids)
    .where('retractedAt', 'is', null)
    .execute()
}

/** Whether a row was what we knew at the end of a day in Vietnam. */
export function knownOn(alias: string, day: CivilDate) {
  const midnight = instant(`${addDays(day, 1)}T00:00:00+07:00`)
  const retractedAt = sql.ref(`${alias}.retractedAt`)
  return sql<SqlBool>`(${sql.ref(`${alias}.recordedAt`)} < ${midnight}
    and (${retractedAt} is null or ${retractedAt} >= ${midnight}))`
}

/** Whether a period holds a day. */
export function holdsOn(column: string, day: CivilDate) {
  return sql<SqlBool>`${sql.ref(column)} @> ${day}::date`
}

export type Person = Awaited<ReturnType<typeof getRecordForUpdate>>

/** Locks a person the actor may see; whose record was merged into another is written to there. */
export async function getPersonForUpdate(ctx: Ctx, personId: string): Promise<Person> {
  const person = await getRecordForUpdate(ctx, personId)
  if (person.mergedInto !== null) throw problems('person_merged', { personId, into: person.mergedInto })
  return person
}

/** Locks a record the actor may see, merged or not; somebody absent and somebody elsewhere are refused alike. */
export function getRecordForUpdate(ctx: Ctx, personId: string) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select([
      'id',
      'fullName',
      'sex',
      'born',
      'bornPrecision',
      'diedOn',
      'ethnicGroup',
      'phone',
      'homeAreaId',
      'homeVillage',
      'mergedInto',
    ])
    .where('id', '=', personId)
    .where(withinArea(ctx, 'homeAreaId'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('person_not_found'))
}

export type LockedPerson = Pick<
  Person,
  'id' | 'fullName' | 'born' | 'bornPrecision' | 'diedOn' | 'mergedInto'
>

/** Locks people the actor may see, always in the same order; one who is not there refuses all. */
export async function getPeopleForUpdate(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, LockedPerson>> {
  if (personIds.length === 0) return new Map()
  const found = await ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select(['id', 'fullName', 'born', 'bornPrecision', 'diedOn', 'mergedInto'])
    .where('id', 'in', personIds)
    .where(withinArea(ctx, 'homeAreaId'))
    .orderBy('id')
    .forUpdate()
    .execute()
  if (found.length < new Set(personIds).size) throw problems('person_not_found')
  const merged = found.find(({ mergedInto }) => mergedInto !== null)
  if (merged) throw problems('person_merged', { personId: merged.id, into: merged.mergedInto })
  return new Map(found.map((person) => [person.id, person]))
}
