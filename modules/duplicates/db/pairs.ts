import { sql, type RawBuilder } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { pageSize, type PairView } from '../contract.ts'
import { undecided, type Answer, type PairState } from '../domain/pair-state.ts'
import { problems } from '../domain/problems.ts'
import type { DuplicatesTables } from './tables.ts'

const columns = [
  'id',
  'oneId',
  'otherId',
  'oneAreaId',
  'otherAreaId',
  'score',
  'likely',
  'parts',
  'atStake',
  'state',
  'foundAt',
  'proposal',
  'proposedBy',
  'proposedName',
  'proposedAt',
  'reason',
  'decidedBy',
  'decidedName',
  'decidedAt',
  'mergeId',
] as const

/** At least one of the two is at home in the actor’s units. */
function visible(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(${withinArea(ctx, 'oneAreaId')} or ${withinArea(ctx, 'otherAreaId')})`
}

function pairsOf(ctx: Ctx) {
  return ctx.db<DuplicatesTables>().selectFrom('duplicates.pair').select(columns).where(visible(ctx))
}

export type Pair = Awaited<ReturnType<typeof getPairRow>>

export function getPairRow(ctx: Ctx, id: string) {
  return pairsOf(ctx)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => problems('pair_not_found', { id }))
}

/** Locks the pair for the rest of the transaction, and refuses what somebody has decided meanwhile. */
export async function getPairForUpdate(ctx: Ctx, id: string, allowed: readonly PairState[] = undecided) {
  const pair = await pairsOf(ctx)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('pair_not_found', { id }))
  if (!allowed.includes(pair.state))
    throw problems('pair_decided', { state: pair.state, by: pair.decidedName ?? pair.proposedName })
  return pair
}

export type Wanted = {
  readonly view: PairView
  /** Units of which one end has to be. */
  readonly areaIds?: readonly number[] | undefined
  readonly reach?: 'within' | 'across' | undefined
  readonly money?: boolean | undefined
  /** What each unit of the past is today. */
  readonly nowOf: ReadonlyMap<number, number>
}

function fits(ctx: Ctx, { view, areaIds, reach, money, nowOf }: Wanted): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [visible(ctx), sql`state = any(${[...statesOf(view)]}::text[])`]
  if (areaIds)
    conditions.push(
      sql`(one_area_id = any(${[...areaIds]}::integer[]) or other_area_id = any(${[...areaIds]}::integer[]))`,
    )
  if (money) conditions.push(sql`at_stake > 0`)
  if (reach) {
    // Two units of the past may be one commune today.
    const now = JSON.stringify(Object.fromEntries(nowOf))
    const same = sql`(${now}::jsonb -> one_area_id::text) = (${now}::jsonb -> other_area_id::text)`
    conditions.push(reach === 'within' ? same : sql`not ${same}`)
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function statesOf(view: PairView): readonly PairState[] {
  return view === 'undecided' ? undecided : [view]
}

/** One page of the pairs that fit: what costs most first, then the likeliest; what was decided last first. */
export async function listPairRows(ctx: Ctx, wanted: Wanted, page: number) {
  const isDecided = wanted.view === 'apart' || wanted.view === 'merged'
  const ordered = isDecided
    ? pairsOf(ctx).orderBy('decidedAt', 'desc').orderBy('id')
    : pairsOf(ctx).orderBy('atStake', 'desc').orderBy('likely', 'desc').orderBy('id')
  const rows = await ordered
    .where(fits(ctx, wanted))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const all = await sql<{ total: number; atStake: Dong }>`
    select count(*)::int as total, coalesce(sum(at_stake), 0)::bigint as at_stake
    from duplicates.pair where ${fits(ctx, wanted)}`.execute(ctx.db())
  return { rows, ...all.rows[0]! }
}

/** Pairs of any of these people that somebody still has to decide about, the likeliest first. */
export function listUndecidedOf(ctx: Ctx, personIds: readonly string[]) {
  const ids = sql<string>`any(${[...personIds]}::uuid[])`
  return pairsOf(ctx)
    .where('state', 'in', undecided)
    .where((pair) => pair.or([pair('oneId', '=', ids), pair('otherId', '=', ids)]))
    .orderBy('likely', 'desc')
    .orderBy('id')
    .execute()
}

export async function countByState(ctx: Ctx): Promise<Map<PairState, number>> {
  const { rows } = await sql<{ state: PairState; pairs: number }>`
    select state, count(*)::int as pairs from duplicates.pair where ${visible(ctx)} group by state`.execute(
    ctx.db(),
  )
  return new Map(rows.map(({ state, pairs }) => [state, pairs]))
}

/** Undecided pairs by the units of both ends, as they were recorded. */
export async function countByAreas(ctx: Ctx) {
  const { rows } = await sql<{ oneAreaId: number; otherAreaId: number; pairs: number }>`
    select one_area_id, other_area_id, count(*)::int as pairs from duplicates.pair
    where ${visible(ctx)} and state = any(${[...undecided]}::text[]) group by 1, 2`.execute(ctx.db())
  return rows
}

export async function updatePair(
  ctx: Ctx,
  id: string,
  what: {
    readonly state: PairState
    readonly reason?: string | null
    readonly mergeId?: string | null
    readonly proposal?: string | null
  },
) {
  const { actor, now } = ctx
  const isDecided = what.state === 'apart' || what.state === 'merged'
  await ctx
    .db<DuplicatesTables>()
    .updateTable('duplicates.pair')
    .set({
      reason: null,
      mergeId: null,
      proposal: null,
      ...what,
      ...(what.proposal
        ? { proposedBy: actor.userId, proposedName: actor.name, proposedAt: now }
        : { proposedBy: null, proposedName: null, proposedAt: null }),
      ...(isDecided
        ? { decidedBy: actor.userId, decidedName: actor.name, decidedAt: now }
        : { decidedBy: null, decidedName: null, decidedAt: null }),
    })
    .where('id', '=', id)
    .execute()
}

/** Other undecided pairs of a record that stands for nobody any more; they come back when it is a record again. */
export async function forgetPairsOf(ctx: Ctx, personId: string, except: string) {
  await sql`
    delete from duplicates.pair where state = any(${[...undecided]}::text[]) and id <> ${except}
      and (one_id = ${personId} or other_id = ${personId})
      and not exists (select from duplicates.question where pair_id = pair.id)
      and not exists (select from duplicates.parting where pair_id = pair.id)`.execute(ctx.db())
}

export function listQuestions(ctx: Ctx, pairIds: readonly string[]) {
  if (pairIds.length === 0) return Promise.resolve([])
  return ctx
    .db<DuplicatesTables>()
    .selectFrom('duplicates.question')
    .select(['id', 'pairId', 'fromAreaId', 'toAreaId', 'message', 'askedName', 'askedAt'])
    .select(['answer', 'note', 'answeredName', 'answeredAt'])
    .where('pairId', 'in', pairIds)
    .orderBy('askedAt')
    .execute()
}

export async function insertQuestion(
  ctx: Ctx,
  question: { pairId: string; fromAreaId: number; toAreaId: number; message: string },
) {
  const { actor, now } = ctx
  await ctx
    .db<DuplicatesTables>()
    .insertInto('duplicates.question')
    .values({
      ...question,
      askedBy: actor.userId,
      askedName: actor.name,
      askedAt: now,
      answer: null,
      note: null,
      answeredBy: null,
      answeredName: null,
      answeredAt: null,
    })
    .execute()
}

export async function answerQuestion(ctx: Ctx, id: string, said: { answer: Answer; note: string }) {
  const { actor, now } = ctx
  await ctx
    .db<DuplicatesTables>()
    .updateTable('duplicates.question')
    .set({ ...said, answeredBy: actor.userId, answeredName: actor.name, answeredAt: now as Instant })
    .where('id', '=', id)
    .execute()
}
