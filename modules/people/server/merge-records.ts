import { overlaps, rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { getRecordForUpdate, recorded, type Person } from '../db/facts.ts'
import type { MatchTables } from '../db/match-tables.ts'
import type { PeopleTables } from '../db/tables.ts'
import { personKeys } from '../domain/name.ts'
import { problems } from '../domain/problems.ts'
import { identityOf } from './correct-identity.ts'
import { refusing } from './command.ts'
import { takeCircumstances } from './merge-circumstances.ts'
import { clipped, takeHousehold } from './merge-household.ts'
import { planRelations, takeRelations } from './merge-relations.ts'
import {
  note,
  pointTo,
  takeBack,
  touch,
  type Merge,
  type Taken,
  type Trail,
  type Writing,
} from './merge-trail.ts'

/**
 * Makes one record of two that are one person («gộp hồ sơ»): the kept one takes over numbers, relations and facts it does
 * not have, and whatever was chosen; the merged one keeps all that was ever written of it, and points to the other.
 */
export function mergeRecords(ctx: Ctx, merge: Merge): Promise<{ mergeId: string }> {
  return refusing(async () => {
    const { keptId, mergedId, standsUntil, source } = merge
    const { kept, merged } = await lockBoth(ctx, merge)
    const trail: Trail = { wrote: {}, tookBack: {} }
    const writing = { ctx, trail, source }
    const after = chosenOf(kept, merged, merge.take)
    const relations = await planRelations(ctx, merge, { kept, merged, after })
    await takeIdentity(writing, kept, after)
    await takeNumbers(writing, merge)
    await takeHousehold(writing, merge)
    if (merge.take.includes('home')) await takeHome(writing, kept, merged)
    await takeRelations(writing, keptId, relations)
    await takeCircumstances(writing, merge)
    const { id } = await ctx
      .db<MatchTables>()
      .insertInto('people.merge')
      .values({
        keptId,
        mergedId,
        standsUntil,
        wrote: JSON.stringify(trail.wrote),
        tookBack: JSON.stringify(trail.tookBack),
        joined: JSON.stringify(relations.joined),
        source,
        recordedAt: ctx.now,
        recordedBy: ctx.actor.userId,
        retractedAt: null,
        retractedBy: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await pointTo(ctx, mergedId, keptId)
    await touch(ctx, [keptId, mergedId])
    return { mergeId: id }
  })
}

/** Always in the same order, so that two who merge the same records wait for each other and not in a circle. */
async function lockBoth(ctx: Ctx, { keptId, mergedId }: Pick<Merge, 'keptId' | 'mergedId'>) {
  const locked = new Map<string, Person>()
  for (const id of [keptId, mergedId].toSorted()) locked.set(id, await getRecordForUpdate(ctx, id))
  for (const [personId, { mergedInto }] of locked)
    if (mergedInto !== null) throw problems('person_merged', { personId, into: mergedInto })
  return { kept: locked.get(keptId)!, merged: locked.get(mergedId)! }
}

/** Who the person is by both records. */
function chosenOf(kept: Person, merged: Person, take: readonly Taken[]) {
  const [own, other] = [identityOf(kept), identityOf(merged)]
  // A birth is taken with what is known of it; a death is of the person, whoever wrote it down.
  const chosen = take.includes('born') ? [...take, 'bornPrecision'] : take
  return Object.fromEntries(
    Object.entries(own).map(([field, value]) => [
      field,
      chosen.includes(field as Taken) || value === null ? other[field as keyof typeof other] : value,
    ]),
  ) as typeof own // The same fields of two identities.
}

async function takeIdentity(writing: Writing, kept: Person, after: ReturnType<typeof identityOf>) {
  const { ctx, trail, source } = writing
  if (JSON.stringify(after) === JSON.stringify(identityOf(kept))) return
  const db = ctx.db<PeopleTables>()
  const versions = await db
    .selectFrom('people.personVersion')
    .select('id')
    .where('personId', '=', kept.id)
    .where('retractedAt', 'is', null)
    .execute()
  await takeBack(writing, 'people.personVersion', versions)
  const written = await db
    .insertInto('people.personVersion')
    .values({ personId: kept.id, ...after, ...recorded(ctx, source) })
    .returning('id')
    .execute()
  note(trail.wrote, 'people.personVersion', written)
  await db
    .updateTable('people.person')
    .set({ ...after, ...personKeys(after.fullName) })
    .where('id', '=', kept.id)
    .execute()
}

/** Numbers the kept record lacks come over; of two of a kind the other one stays where people still find it by. */
async function takeNumbers(writing: Writing, { keptId, mergedId, take }: Merge) {
  const { ctx, trail, source } = writing
  const db = ctx.db<PeopleTables>()
  const rows = await db
    .selectFrom('people.identifier')
    .select(['id', 'personId', 'kind', 'number', 'verifiedOn', 'source'])
    .where('personId', 'in', [keptId, mergedId])
    .where('retractedAt', 'is', null)
    .execute()
  const own = new Map(rows.filter(({ personId }) => personId === keptId).map((row) => [row.kind, row]))
  for (const other of rows.filter(({ personId }) => personId === mergedId)) {
    const held = own.get(other.kind)
    if (held && !take.includes(other.kind)) continue
    await takeBack(writing, 'people.identifier', [other, ...(held ? [held] : [])])
    const moved = [{ ...other, personId: keptId }, ...(held ? [{ ...held, personId: mergedId }] : [])]
    const written = await db
      .insertInto('people.identifier')
      .values(
        moved.map(({ personId, kind, number, verifiedOn, source: from }) => ({
          personId,
          kind,
          number,
          verifiedOn,
          ...recorded(ctx, `${source}; ${from}`),
        })),
      )
      .returning('id')
      .execute()
    note(trail.wrote, 'people.identifier', written)
  }
}

/** Where wanted, the kept one lives where the merged one did. */
async function takeHome(writing: Writing, kept: Person, merged: Person) {
  const { ctx, trail, source } = writing
  const db = ctx.db<PeopleTables>()
  const residencesOf = (personId: string) =>
    db
      .selectFrom('people.residence')
      .select(['id', 'areaId', 'village', 'address', 'during'])
      .where('personId', '=', personId)
      .where('retractedAt', 'is', null)
      .execute()
  const home = (await residencesOf(merged.id)).find(({ during }) => during.until === null)
  if (!home) return
  const own = (await residencesOf(kept.id)).filter(({ during }) => overlaps(during, home.during))
  await takeBack(writing, 'people.residence', own)
  const written = await db
    .insertInto('people.residence')
    .values(
      [...clipped(own, home.during.from), home].map(({ areaId, village, address, during }) => ({
        areaId,
        village,
        address,
        personId: kept.id,
        during: rangeOf(during),
        ...recorded(ctx, source),
      })),
    )
    .returning('id')
    .execute()
  note(trail.wrote, 'people.residence', written)
  await db
    .updateTable('people.person')
    .set({ homeAreaId: merged.homeAreaId, homeVillage: merged.homeVillage })
    .where('id', '=', kept.id)
    .execute()
}
