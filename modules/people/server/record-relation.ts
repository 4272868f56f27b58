import { sql, type SqlBool } from 'kysely'
import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { EndRelation, RecordRelation } from '../contract.ts'
import { getPersonForUpdate, recorded, retract } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { assertBothLive } from './assert-possible.ts'
import { command } from './command.ts'

/** Records how one person stands to another; both live where the actor may look. */
export function recordRelation(ctx: Ctx, input: RecordRelation): Promise<{ relationId: string }> {
  return command(ctx, 'record_relation', input, async () => {
    const { personId, otherId, kind, detail, from, until, source } = input
    if (personId === otherId) throw problems('relation_with_self')
    if (from !== null && until !== null && until <= from)
      throw problems('ends_before_it_starts', { from, until })
    // Always in the same order, so that two commands about two people do not wait for each other.
    const [first, second] = [personId, otherId].toSorted()
    const people = [await getPersonForUpdate(ctx, first!), await getPersonForUpdate(ctx, second!)]
    const one = people.find(({ id }) => id === personId)!
    const other = people.find(({ id }) => id === otherId)!
    assertBothLive(ctx, [one, other], { kind, from })
    if (kind === 'parent_of' || kind === 'spouse_of') await assertNotBoth(ctx, input)
    const during = rangeOf({ from, until })
    if (kind === 'guardian_of') await assertNoWard(ctx, personId, during)
    if (kind === 'spouse_of') await assertUnmarried(ctx, [personId, otherId], during)
    if (kind === 'spouse_of' || kind === 'related_to')
      await assertNotMirrored(ctx, { personId, otherId, kind, during })
    const { id } = await ctx
      .db<PeopleTables>()
      .insertInto('people.relation')
      .values({ personId, otherId, kind, detail: JSON.stringify(detail), during, ...recorded(ctx, source) })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.emit({ type: 'people.relations_changed', personIds: [personId, otherId] })
    return { relationId: id }
  })
}

/** Parent and child do not marry, and never did: one of the two is a slip. */
async function assertNotBoth(
  ctx: Ctx,
  { personId, otherId, kind }: Pick<RecordRelation, 'personId' | 'otherId' | 'kind'>,
) {
  const pair = [personId, otherId]
  const contrary = await ctx
    .db<PeopleTables>()
    .selectFrom('people.relation')
    .select('kind')
    .where('personId', 'in', pair)
    .where('otherId', 'in', pair)
    .where('kind', '=', kind === 'parent_of' ? 'spouse_of' : 'parent_of')
    .where('retractedAt', 'is', null)
    .executeTakeFirst()
  if (contrary) throw problems('spouse_is_parent', { field: 'otherId' })
}

/** Nobody is married to two at a time. */
async function assertUnmarried(ctx: Ctx, pair: readonly [string, string], during: string) {
  const couple = [...pair]
  const married = await ctx
    .db<PeopleTables>()
    .selectFrom('people.relation')
    .select('id')
    .where('kind', '=', 'spouse_of')
    .where('retractedAt', 'is', null)
    .where((where) => where.or([where('personId', 'in', couple), where('otherId', 'in', couple)]))
    .where((where) => where.not(where.and([where('personId', 'in', couple), where('otherId', 'in', couple)])))
    .where(sql<SqlBool>`during && ${during}::daterange`)
    .executeTakeFirst()
  if (married) throw problems('already_married', { field: 'otherId' })
}

/** Whoever has a guardian in the same time is guardian of nobody. */
async function assertNoWard(ctx: Ctx, personId: string, during: string) {
  const above = await ctx
    .db<PeopleTables>()
    .selectFrom('people.relation')
    .select('id')
    .where('otherId', '=', personId)
    .where('kind', '=', 'guardian_of')
    .where('retractedAt', 'is', null)
    .where(sql<SqlBool>`during && ${during}::daterange`)
    .executeTakeFirst()
  if (above) throw problems('guardian_has_guardian', { field: 'personId' })
}

/** Spouses and relatives stand to each other as the other to them: one row says it. */
async function assertNotMirrored(
  ctx: Ctx,
  {
    personId,
    otherId,
    kind,
    during,
  }: Pick<RecordRelation, 'personId' | 'otherId' | 'kind'> & { during: string },
) {
  const mirrored = await ctx
    .db<PeopleTables>()
    .selectFrom('people.relation')
    .select('id')
    .where('personId', '=', otherId)
    .where('otherId', '=', personId)
    .where('kind', '=', kind)
    .where('retractedAt', 'is', null)
    .where(sql<SqlBool>`during && ${during}::daterange`)
    .executeTakeFirst()
  if (mirrored) throw problems('relation_exists')
}

/** Records from which day a relation no longer holds. */
export function endRelation(ctx: Ctx, input: EndRelation): Promise<{ relationId: string }> {
  return command(ctx, 'end_relation', input, async () => {
    const { personId, relationId, until, source } = input
    const db = ctx.db<PeopleTables>()
    const { id, during, ...relation } = await db
      .selectFrom('people.relation')
      .select(['id', 'personId', 'otherId', 'kind', 'detail', 'during'])
      .where('id', '=', relationId)
      .where('retractedAt', 'is', null)
      .where((where) => where.or([where('personId', '=', personId), where('otherId', '=', personId)]))
      .forUpdate()
      .executeTakeFirstOrThrow(() => problems('relation_not_found'))
    if (during.from !== null && until <= during.from)
      throw problems('ends_before_it_starts', { from: during.from, until })
    await retract(ctx, 'people.relation', [id])
    const row = await db
      .insertInto('people.relation')
      .values({
        ...relation,
        detail: JSON.stringify(relation.detail),
        during: rangeOf({ from: during.from, until }),
        ...recorded(ctx, source),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.emit({ type: 'people.relations_changed', personIds: [relation.personId, relation.otherId] })
    return { relationId: row.id }
  })
}
