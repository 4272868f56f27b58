import { newId } from '#kernel/chance'
import type { Selectable } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { problems } from '../domain/problems.ts'
import type { ApplicationsTables, FacilityRow } from './tables.ts'

export type Facility = Selectable<FacilityRow>

/** What is told of a facility; what it was called before, and that it closed, is kept by itself. */
export type FacilityTold = Omit<Facility, 'id' | 'recordedAt' | 'formerNames' | 'closedOn'>

/** Facilities are no secret: whoever proposes an admission sees those of other units too, and those that closed. */
export function listFacilities(ctx: Ctx): Promise<Facility[]> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.facility')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export function getFacility(ctx: Ctx, id: string): Promise<Facility> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.facility')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => problems('facility_not_found', { id }))
}

/** Locks the facility, so that two admissions at once do not take the same last place, and none comes while it closes. */
export function getFacilityForUpdate(ctx: Ctx, id: string): Promise<Facility> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.facility')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('facility_not_found', { id }))
}

/** The facility somebody heads now. */
export function findFacilityOf(ctx: Ctx, headId: string): Promise<Facility | undefined> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.facility')
    .selectAll()
    .where('headId', '=', headId)
    .where('closedOn', 'is', null)
    .executeTakeFirst()
}

/** The one of a unit that gives numbers under an abbreviation, closed ones among them: their numbers stay theirs. */
export function findByAbbreviation(
  ctx: Ctx,
  { areaId, abbreviation }: Pick<Facility, 'areaId' | 'abbreviation'>,
): Promise<Pick<Facility, 'id' | 'name'> | undefined> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.facility')
    .select(['id', 'name'])
    .where('areaId', '=', areaId)
    .where('abbreviation', '=', abbreviation)
    .executeTakeFirst()
}

export async function insertFacility(ctx: Ctx, facility: FacilityTold): Promise<string> {
  const { id } = await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.facility')
    .values({ id: newId(), ...facility, recordedAt: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateFacility(
  ctx: Ctx,
  id: string,
  what: Partial<Pick<Facility, keyof FacilityTold | 'formerNames' | 'closedOn'>>,
): Promise<void> {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.facility')
    .set(what)
    .where('id', '=', id)
    .execute()
}

/** Every name a facility had: what the stays of its residents may call it. */
export const namesOf = ({ name, formerNames }: Pick<Facility, 'name' | 'formerNames'>) => [
  name,
  ...formerNames,
]

export const isOpenOn = ({ closedOn }: Pick<Facility, 'closedOn'>, day: CivilDate) =>
  closedOn === null || closedOn > day
