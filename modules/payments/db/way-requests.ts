import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { AwardRef, FallBack, NameCheck, Way, WayRequestState } from '../domain/way.ts'
import type { PaymentsTables, WayRequestRow } from './tables.ts'

export type WayRequest = Awaited<ReturnType<typeof getWayRequest>>

/** The one award a request is about; null where it is about all that the payee receives. */
export function awardOf({
  awardPersonId,
  awardBenefit,
}: Pick<WayRequest, 'awardPersonId' | 'awardBenefit'>): AwardRef | null {
  // The database holds both or neither.
  return awardPersonId === null ? null : { personId: awardPersonId, benefit: awardBenefit! }
}

const ofAward = (award: AwardRef | null) => ({
  awardPersonId: award?.personId ?? null,
  awardBenefit: award?.benefit ?? null,
})

const open: readonly WayRequestState[] = ['asked', 'approved']

/** A person’s requests go where the person lives now; those of who moved away stay in sight of the unit that took them in. */
function select(ctx: Ctx) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.wayRequest')
    .selectAll()
    .where((where) =>
      where.or([
        withinArea(ctx, 'areaId'),
        sql<boolean>`person_id in (select id from people.person where ${withinArea(ctx, 'home_area_id')})`,
      ]),
    )
}

export function getWayRequest(ctx: Ctx, id: string) {
  return select(ctx)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => problems('way_request_not_found', { id }))
}

export function getWayRequestForUpdate(ctx: Ctx, id: string) {
  return select(ctx)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('way_request_not_found', { id }))
}

export function findWayRequestOf(ctx: Ctx, requestId: string) {
  return select(ctx).where('requestId', '=', requestId).executeTakeFirst()
}

/** The requests of these people, newest first. */
export function listWayRequestsOf(ctx: Ctx, personIds: readonly string[]) {
  return select(ctx)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** A page of the requests in some state, those that wait longest first, and of what has ended the newest. */
export async function listWayRequests(
  ctx: Ctx,
  states: readonly WayRequestState[],
  { page, size }: { page: number; size: number },
) {
  const among = select(ctx).where('state', 'in', states)
  const direction = states.every((state) => open.includes(state)) ? 'asc' : 'desc'
  const rows = await among
    .orderBy('askedAt', direction)
    .orderBy('id', direction)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await among
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** Other requests of these people that somebody still has to settle, or that wait to count. */
export async function listOpenOf(ctx: Ctx, personIds: readonly string[]) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.wayRequest')
    .select(['id', 'personId', 'state'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('state', 'in', open)
    .execute()
}

export type NewWayRequest = Pick<
  WayRequestRow,
  'personId' | 'areaId' | 'requestId' | 'origin' | 'applicationId' | 'evidence'
> & {
  readonly award: AwardRef | null
  readonly nameCheck: NameCheck
  readonly before: Way | null
  readonly after: Way
  readonly askedBy: { readonly id: string; readonly name: string }
}

/** Writes a request down once: asked twice under one id there is one, and nothing comes back. */
export async function insertWayRequest(
  ctx: Ctx,
  { award, before, after, askedBy, ...row }: NewWayRequest,
): Promise<string | undefined> {
  const inserted = await ctx
    .db<PaymentsTables>()
    .insertInto('payments.wayRequest')
    .values({
      ...row,
      ...ofAward(award),
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
      askedBy: askedBy.id,
      askedName: askedBy.name,
      askedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.column('requestId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** What somebody decided about a request. */
export async function decideWayRequest(
  ctx: Ctx,
  id: string,
  {
    state,
    note,
    effectiveOn,
  }: { state: 'approved' | 'refused' | 'withdrawn'; note: string | null; effectiveOn?: CivilDate },
) {
  await ctx
    .db<PaymentsTables>()
    .updateTable('payments.wayRequest')
    .set({
      state,
      note,
      decidedBy: ctx.actor.userId,
      decidedName: ctx.actor.name,
      decidedAt: ctx.now,
      ...(effectiveOn && { effectiveOn }),
    })
    .where('id', '=', id)
    .execute()
}

/** Approved changes whose day has come, locked. */
export function listDueWays(ctx: Ctx) {
  return select(ctx)
    .where('state', '=', 'approved')
    .where('effectiveOn', '<=', ctx.today)
    .orderBy('personId')
    .forUpdate()
    .execute()
}

export async function markWaysInForce(ctx: Ctx, ids: readonly string[]) {
  await ctx
    .db<PaymentsTables>()
    .updateTable('payments.wayRequest')
    .set({ state: 'in_force', inForceAt: ctx.now })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** Writes down a change that nobody asked for: an authority ended, or the account was called wrong. */
export async function insertFallback(
  ctx: Ctx,
  {
    award,
    before,
    after,
    ...row
  }: {
    personId: string
    award: AwardRef | null
    areaId: number
    origin: FallBack
    before: Way
    after: Way
    evidence: string
  },
) {
  const by = ctx.actor.userId
  await ctx
    .db<PaymentsTables>()
    .insertInto('payments.wayRequest')
    .values({
      ...row,
      ...ofAward(award),
      requestId: crypto.randomUUID(),
      applicationId: null,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      state: 'in_force',
      askedBy: by,
      askedName: ctx.actor.name,
      askedAt: ctx.now,
      decidedBy: by,
      decidedName: ctx.actor.name,
      decidedAt: ctx.now,
      effectiveOn: ctx.today,
      inForceAt: ctx.now,
    })
    .execute()
}

export async function setNameCheck(
  ctx: Ctx,
  id: string,
  check: { nameCheck: NameCheck; nameFound?: string | null; checkedBy?: string | null },
) {
  await ctx
    .db<PaymentsTables>()
    .updateTable('payments.wayRequest')
    .set({ nameFound: null, checkedBy: null, ...check, checkedAt: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .execute()
}

/** Open requests whose bank could not be asked, to be asked again. */
export async function listUnreached(ctx: Ctx): Promise<string[]> {
  const rows = await select(ctx)
    .where('state', '=', 'asked')
    .where('nameCheck', '=', 'unreachable')
    .orderBy('askedAt')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}
