import { sql, type RawBuilder } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { openVerdicts } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import { receiptKey, type RefundReason, type RefundState } from '../domain/refund.ts'
import { lyingItems, reasonOf } from './lying.ts'
import { isDisputed, words } from './open-lines.ts'

export type Refund = {
  readonly id: string
  readonly code: string
  readonly state: RefundState
  readonly providerId: string
  readonly areaId: number
  readonly month: Month
  readonly orders: number
  readonly amount: Dong
  readonly paper: string
  readonly askedBy: string
  readonly askedName: string
  readonly askedAt: Instant
  readonly approvedName: string | null
  readonly approvedAt: Instant | null
  readonly receipt: string | null
  readonly returnedOn: CivilDate | null
  readonly confirmedName: string | null
  readonly because: string | null
  /** Whether the actor answers for its provider; whoever does not sees what of it is of their units. */
  readonly isWhole: boolean
}

const columns = sql`id, code, state, provider_id, area_id, month, paper, asked_by, asked_name, asked_at,
  approved_name, approved_at, receipt, returned_on, confirmed_name, because`

const isWhole = (ctx: Ctx) => withinArea(ctx, 'refund.area_id')
const ownItems = (ctx: Ctx) => sql`payments.refund_item
  where refund_item.refund_id = refund.id and ${withinArea(ctx, 'refund_item.area_id')}`

/** Refunds of providers the actor answers for, and those that take back money of the actor’s units, with so much of them. */
async function listSeen(ctx: Ctx, which: RawBuilder<unknown>): Promise<Refund[]> {
  const { rows } = await sql<Refund>`
    select ${columns}, ${isWhole(ctx)} as is_whole, case when ${isWhole(ctx)} then refund.orders else own.orders end as orders,
      case when ${isWhole(ctx)} then refund.amount else own.amount end as amount
    from payments.refund left join lateral (
      select count(distinct (instruction_id, reason))::int as orders, sum(amount)::bigint as amount
      from ${ownItems(ctx)} and not ${isWhole(ctx)}) as own on true
    where (${isWhole(ctx)} or exists (select from ${ownItems(ctx)})) and ${which}
    order by asked_at desc, id desc limit 200`.execute(ctx.db())
  return rows
}

export const listRefundRows = (ctx: Ctx): Promise<Refund[]> => listSeen(ctx, sql`true`)

/** A refund the actor may see, if it is one. */
export async function findRefundRow(ctx: Ctx, id: string): Promise<Refund | undefined> {
  return (await listSeen(ctx, sql`id = ${id}`))[0]
}

export async function getRefundRow(ctx: Ctx, id: string): Promise<Refund> {
  const row = await findRefundRow(ctx, id)
  if (!row) throw problems('refund_not_found', { id })
  return row
}

/** A refund of a provider the actor answers for, locked for the rest of the transaction. */
export async function getRefundForUpdate(ctx: Ctx, id: string): Promise<Refund> {
  const { rows } = await sql<Refund>`select ${columns}, orders, amount, true as is_whole from payments.refund
    where id = ${id} and ${isWhole(ctx)} for update`.execute(ctx.db())
  if (!rows[0]) throw problems('refund_not_found', { id })
  return rows[0]
}

export async function findRefundOf(ctx: Ctx, requestId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from payments.refund
    where request_id = ${requestId} and asked_by = ${ctx.actor.userId}`.execute(ctx.db())
  return rows[0]?.id
}

/** Freezes what lies at a provider for some reasons as a refund that waits for a second person. */
export async function insertRefund(
  ctx: Ctx,
  wish: {
    providerId: string
    areaId: number
    month: Month
    reasons: readonly RefundReason[]
    uncollected: readonly string[]
    orders: number
    amount: Dong
    paper: string
    requestId: string
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into payments.refund (request_id, provider_id, area_id, month, orders, amount, paper, asked_by, asked_name, asked_at)
    values (${wish.requestId}, ${wish.providerId}, ${wish.areaId}, ${wish.month}, ${wish.orders}, ${wish.amount}, ${wish.paper},
      ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    returning id`.execute(ctx.db())
  const { id } = rows[0]!
  await sql`
    insert into payments.refund_item (refund_id, instruction_id, person_id, component, benefit_month, programme, amount, area_id, reason)
    select ${id}, lying.* from (
      select item.instruction_id, item.person_id, item.component, item.benefit_month, item.programme, item.amount, item.area_id,
        ${reasonOf(wish.uncollected)} as reason
      from ${lyingItems('to_ask_back')} and instruction.provider_id = ${wish.providerId} and ${withinArea(ctx, 'item.area_id')}) as lying
    where reason = any(${[...wish.reasons]}::text[])`.execute(ctx.db())
  return id
}

export async function approveRefundRow(ctx: Ctx, id: string) {
  await sql`update payments.refund set state = 'approved', approved_by = ${ctx.actor.userId},
    approved_name = ${ctx.actor.name}, approved_at = ${ctx.now} where id = ${id}`.execute(ctx.db())
}

export async function confirmRefundRow(
  ctx: Ctx,
  id: string,
  { receipt, returnedOn }: { receipt: string; returnedOn: CivilDate },
) {
  await sql`update payments.refund set state = 'confirmed', receipt = ${receipt}, returned_on = ${returnedOn},
    confirmed_by = ${ctx.actor.userId}, confirmed_name = ${ctx.actor.name}, confirmed_at = ${ctx.now}
    where id = ${id}`.execute(ctx.db())
}

export async function withdrawRefundRow(ctx: Ctx, id: string, because: string) {
  await sql`update payments.refund set state = 'withdrawn', because = ${because}, withdrawn_name = ${ctx.actor.name},
    withdrawn_at = ${ctx.now} where id = ${id}`.execute(ctx.db())
  await sql`update payments.refund_item set is_living = false where refund_id = ${id}`.execute(ctx.db())
}

/** Whether another refund of the provider was confirmed by this receipt, however it is written. */
export async function isReceiptKnown(
  ctx: Ctx,
  { providerId, id }: Refund,
  receipt: string,
): Promise<boolean> {
  const { rows } = await sql<{ receipt: string }>`select receipt from payments.refund
    where provider_id = ${providerId} and receipt is not null and id <> ${id}`.execute(ctx.db())
  return rows.some((other) => receiptKey(other.receipt) === receiptKey(receipt))
}

export type RefundRow = {
  readonly endToEndId: string
  readonly payeeName: string
  readonly areaId: number
  readonly month: Month
  readonly reason: RefundReason
  readonly amount: Dong
}

/** The orders of a refund, page by page. */
export async function listRefundOrders(
  ctx: Ctx,
  id: string,
  { page, size }: { page: number; size: number },
): Promise<{ rows: RefundRow[]; total: number }> {
  const from = sql`payments.refund_item join payments.instruction on instruction.id = refund_item.instruction_id
    where refund_item.refund_id = ${id} and ${withinArea(ctx, 'refund_item.area_id')}
    group by instruction.id, refund_item.reason`
  const { rows } = await sql<RefundRow>`
    select instruction.end_to_end_id, instruction.payee_name, instruction.area_id, instruction.month, refund_item.reason,
      sum(refund_item.amount)::bigint as amount
    from ${from} order by instruction.month, instruction.end_to_end_id, refund_item.reason
    limit ${size} offset ${(page - 1) * size}`.execute(ctx.db())
  const totals = await sql<{
    total: number
  }>`select count(*)::int as total from (select from ${from}) as one`.execute(ctx.db())
  return { rows, total: totals.rows[0]!.total }
}

export async function sumRefundReasons(ctx: Ctx, id: string) {
  const { rows } = await sql<{ reason: RefundReason; orders: number; amount: Dong }>`
    select reason, count(distinct instruction_id)::int as orders, sum(amount)::bigint as amount from payments.refund_item
    where refund_id = ${id} and ${withinArea(ctx, 'area_id')} group by reason order by reason`.execute(
    ctx.db(),
  )
  return rows
}

/** Refunds a provider may speak of by their codes. */
export async function findRefundsNamed(ctx: Ctx, responseId: string, providerId: string) {
  const { rows } = await sql<{
    id: string
    number: number
    said: Dong | null
    bookedOn: CivilDate | null
    providerRef: string | null
    outcome: 'paid' | 'refunded'
  }>`
    select refund.id, line.number, line.amount as said, line.booked_on, line.provider_ref, line.outcome
    from payments.response_line as line join payments.refund on refund.code = line.end_to_end_id
    where line.response_id = ${responseId} and refund.provider_id = ${providerId} and line.verdict = 'unknown'
      and line.outcome in ('paid', 'refunded') and ${withinArea(ctx, 'refund.area_id')}
    order by line.number`.execute(ctx.db())
  return rows
}

/** The references of the debits by which a provider’s statements have told of a refund and that are one with it. */
export async function listDebitsOf(ctx: Ctx, { code, providerId }: Refund): Promise<string[]> {
  const { rows } = await sql<{ providerRef: string }>`
    select distinct line.provider_ref from payments.response_line as line
    join payments.response on response.id = line.response_id
    where response.provider_id = ${providerId} and line.end_to_end_id = ${code} and line.outcome = 'paid'
      and line.verdict in ('noted', 'repeated') and line.provider_ref is not null`.execute(ctx.db())
  return rows.map(({ providerRef }) => providerRef)
}

/** A refund the actor asked for and an answer has just confirmed, by its code. */
export async function findOwnRefundToldOf(ctx: Ctx, responseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select refund.code from payments.response_line as line
    join payments.response on response.id = line.response_id
    join payments.refund on refund.code = line.end_to_end_id and refund.provider_id = response.provider_id
    where line.response_id = ${responseId} and line.verdict = 'noted' and refund.asked_by = ${ctx.actor.userId}
    limit 1`.execute(ctx.db())
  return rows[0]?.code
}

export async function judgeRefundLine(
  ctx: Ctx,
  at: { responseId: string; number: number },
  { verdict, areaId }: { verdict: 'noted' | 'repeated' | 'amount_differs' | 'contradicts'; areaId: number },
) {
  await sql`update payments.response_line set verdict = ${verdict}, area_id = ${areaId}
    where response_id = ${at.responseId} and number = ${at.number}`.execute(ctx.db())
}

/** Lines that told of a refund on an impossible day, and waited: once it is confirmed on paper they are nothing new. */
export async function settleRefundLines(ctx: Ctx, { code, amount, providerId }: Refund) {
  await sql`update payments.response_line as line set verdict = 'repeated' from payments.response
    where response.id = line.response_id and response.provider_id = ${providerId} and line.end_to_end_id = ${code}
      and line.amount = ${amount} and line.verdict = 'contradicts'
      and line.outcome in ('paid', 'refunded')`.execute(ctx.db())
}

/** Whether an answer tells of a refund and waits for a person: its money may have been given back. */
export async function isRefundToldOf(ctx: Ctx, { code, providerId }: Refund): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (select from payments.response_line as line
    join payments.response on response.id = line.response_id
    where response.provider_id = ${providerId} and line.end_to_end_id = ${code}
      and line.verdict in (${words(openVerdicts)})) as is`.execute(ctx.db())
  return rows[0]!.is
}

/** Whether a line names a refund, and so no order, whatever its sum is. */
export async function isOfRefund(
  ctx: Ctx,
  { providerId, endToEndId }: { providerId: string; endToEndId: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (select from payments.refund
    where provider_id = ${providerId} and code = ${endToEndId}) as is`.execute(ctx.db())
  return rows[0]!.is
}

/** Of how many orders of a refund a line of an answer has told since that the money may have left after all. */
export async function countRefundDisputed(ctx: Ctx, id: string): Promise<number> {
  const { rows } = await sql<{ disputed: number }>`select count(distinct instruction.id)::int as disputed
    from payments.refund_item join payments.instruction on instruction.id = refund_item.instruction_id
    where refund_item.refund_id = ${id} and ${isDisputed}`.execute(ctx.db())
  return rows[0]!.disputed // A count is always there.
}
