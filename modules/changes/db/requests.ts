import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Step } from '../domain/state.ts'
import { problems } from '../domain/problems.ts'
import type { ChangesTables, RequestRow } from './tables.ts'

export type Request = Selectable<RequestRow>

/** Those of the actor’s unit, and moves that come to it. */
const visible = (ctx: Ctx) =>
  sql<boolean>`(${withinArea(ctx, 'areaId')} or ${withinArea(ctx, 'otherAreaId')})`

export function getRequest(ctx: Ctx, id: string): Promise<Request> {
  return ctx
    .db<ChangesTables>()
    .selectFrom('changes.request')
    .selectAll()
    .where('id', '=', id)
    .where(visible(ctx))
    .executeTakeFirstOrThrow(() => problems('request_not_found', { id }))
}

/** Locked by the unit that decides; the unit of a move to come only looks on. */
export function getRequestForUpdate(ctx: Ctx, id: string): Promise<Request> {
  return ctx
    .db<ChangesTables>()
    .selectFrom('changes.request')
    .selectAll()
    .where('id', '=', id)
    .where(withinArea(ctx, 'areaId'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('request_not_found', { id }))
}

/** Writes a request down with everybody it is about; undefined where the same is open already. */
export async function insertRequest(
  ctx: Ctx,
  row: Insertable<RequestRow>,
  involved: readonly string[],
): Promise<string | undefined> {
  const db = ctx.db<ChangesTables>()
  const added = await db
    .insertInto('changes.request')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return undefined
  await involve(ctx, added.id, involved)
  return added.id
}

/** Whoever a request is about is found with it; those it named before it was corrected stay with it. */
export async function involve(ctx: Ctx, requestId: string, personIds: readonly string[]) {
  await ctx
    .db<ChangesTables>()
    .insertInto('changes.involved')
    .values([...new Set(personIds)].map((personId) => ({ requestId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateRequest(ctx: Ctx, id: string, set: Updateable<RequestRow>) {
  await ctx.db<ChangesTables>().updateTable('changes.request').set(set).where('id', '=', id).execute()
}

export async function noteStep(ctx: Ctx, requestId: string, step: Step | 'open', note: string | null) {
  await ctx
    .db<ChangesTables>()
    .insertInto('changes.event')
    .values({ requestId, step, at: ctx.now, byId: ctx.actor.userId, byName: ctx.actor.name, note })
    .execute()
}

export function listEvents(ctx: Ctx, requestId: string) {
  return ctx
    .db<ChangesTables>()
    .selectFrom('changes.event')
    .select(['id', 'step', 'at', 'byName', 'note'])
    .where('requestId', '=', requestId)
    .orderBy('id')
    .execute()
}

/** Open requests that are about one of these people too. */
export function listOthersAbout(ctx: Ctx, requestId: string | null, personIds: readonly string[]) {
  return ctx
    .db<ChangesTables>()
    .selectFrom('changes.request')
    .select(['id', 'kind', 'change', 'state', 'openedAt', 'personId'])
    .where('state', 'in', ['found', 'submitted'])
    .where('id', 'in', (from) =>
      from
        .selectFrom('changes.involved')
        .select('changes.involved.requestId')
        .where('changes.involved.personId', '=', sql<string>`any(${[...personIds]}::uuid[])`),
    )
    .where(requestId === null ? sql<boolean>`true` : sql<boolean>`id <> ${requestId}`)
    .orderBy('id')
    .execute()
}

export function listInvolved(ctx: Ctx, requestId: string) {
  return ctx
    .db<ChangesTables>()
    .selectFrom('changes.involved')
    .select('personId')
    .where('requestId', '=', requestId)
    .execute()
}

export type View = 'mine' | 'found' | 'submitted' | 'decided'

/** A page of the work-list: the oldest of what waits first, the newest of what is decided. */
export async function listPage(
  ctx: Ctx,
  {
    view,
    personId,
    after,
    most,
  }: { view: View; personId?: string | undefined; after?: string | undefined; most: number },
) {
  const isDecided = view === 'decided'
  let query = ctx
    .db<ChangesTables>()
    .selectFrom('changes.request')
    .selectAll()
    .where(visible(ctx))
    .orderBy('id', isDecided ? 'desc' : 'asc')
    .limit(most + 1)
  if (personId !== undefined)
    query = query.where('id', 'in', (from) =>
      from
        .selectFrom('changes.involved')
        .select('changes.involved.requestId')
        .where('changes.involved.personId', '=', personId),
    )
  else if (isDecided) query = query.where('state', 'in', ['approved', 'rejected', 'withdrawn'])
  else if (view === 'mine')
    query = query.where('state', 'in', ['found', 'submitted']).where('submittedBy', '=', ctx.actor.userId)
  else query = query.where('state', '=', view)
  if (after !== undefined) query = query.where('id', isDecided ? '<' : '>', after)
  return query.execute()
}

export async function countOpen(ctx: Ctx): Promise<{ found: number; submitted: number }> {
  const { rows } = await sql<{ found: number; submitted: number }>`
    select count(*) filter (where state = 'found')::integer as found,
      count(*) filter (where state = 'submitted')::integer as submitted
    from changes.request where state in ('found', 'submitted')
      and (${withinArea(ctx, 'area_id')} or ${withinArea(ctx, 'other_area_id')})`.execute(ctx.db())
  return rows[0]! // A count is always there.
}
