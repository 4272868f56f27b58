import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { EndRelation, RecordRelation } from '../contract.ts'
import { getPersonForUpdate, recorded, retract } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { assertBothLive } from './assert-possible.ts'
import { assertTieFits } from './assert-ties.ts'
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
    const during = { from, until }
    await assertTieFits(ctx, [one, other], { kind, during })
    const { id } = await ctx
      .db<PeopleTables>()
      .insertInto('people.relation')
      .values({
        personId,
        otherId,
        kind,
        detail: JSON.stringify(detail),
        during: rangeOf(during),
        ...recorded(ctx, source),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.emit({ type: 'people.relations_changed', personIds: [personId, otherId] })
    return { relationId: id }
  })
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
