import { sql } from 'kysely'
import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Receiver } from '#modules/payroll'
import type { CashPlace } from '../contract.ts'
import type { InstructionState } from '../domain/instruction-state.ts'

/** Orders to pay cash that were sent: only of these there are lists. */
const handedOut = sql`payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
  and envelope.state in ('sent', 'reconciled') and instruction.channel in ('cash_point', 'cash_home')`

/** Where the commune itself hands out, its payees are the place. */
const placeOf = sql`case when instruction.pay_point_id is null then instruction.area_id end`

/** What a clerk may still hand out: an order that was called back lies at the provider, but is nobody’s any more. */
const waits = sql`instruction.state = 'sent' and instruction.recall_asked_at is null`
const isHeld = sql`instruction.state = 'sent' and instruction.recall_asked_at is not null`

/** The months of which cash was sent, the newest first; or only those of which some of it still waits. */
export async function listCashMonths(ctx: Ctx, { isWaiting = false } = {}): Promise<Month[]> {
  const { rows } = await sql<{ month: Month }>`
    select distinct instruction.month from ${handedOut} where ${withinArea(ctx, 'instruction.area_id')}
      and ${isWaiting ? waits : sql`true`}
    order by instruction.month desc limit 24`.execute(ctx.db())
  return rows.map(({ month }) => month)
}

export type PlaceSums = {
  readonly providerId: string
  readonly payPointId: number | null
  readonly areaId: number | null
  readonly payees: number
  readonly amount: Dong
  readonly paid: number
  readonly paidAmount: Dong
  readonly waiting: number
  readonly waitingAmount: Dong
  readonly held: number
  readonly heldAmount: Dong
}

/** What is to be handed out where in a month, in the actor’s units. */
export async function sumPlaces(ctx: Ctx, month: Month): Promise<PlaceSums[]> {
  const { rows } = await sql<PlaceSums>`
    select provider_id, pay_point_id, area_id, count(*)::int as payees, sum(amount)::bigint as amount,
      count(*) filter (where is_paid and waiting_amount = 0 and held_amount = 0)::int as paid,
      sum(paid_amount)::bigint as paid_amount,
      count(*) filter (where waiting_amount > 0)::int as waiting, sum(waiting_amount)::bigint as waiting_amount,
      count(*) filter (where held_amount > 0 and waiting_amount = 0)::int as held, sum(held_amount)::bigint as held_amount
    from (
      select instruction.provider_id, instruction.pay_point_id, ${placeOf} as area_id, instruction.payee_id,
        sum(instruction.amount) as amount, bool_or(instruction.state = 'paid') as is_paid,
        coalesce(sum(instruction.amount) filter (where instruction.state = 'paid'), 0) as paid_amount,
        coalesce(sum(instruction.amount) filter (where ${waits}), 0) as waiting_amount,
        coalesce(sum(instruction.amount) filter (where ${isHeld}), 0) as held_amount
      from ${handedOut} where instruction.month = ${month} and ${withinArea(ctx, 'instruction.area_id')}
      group by instruction.provider_id, instruction.pay_point_id, ${placeOf}, instruction.payee_id) as payee
    group by provider_id, pay_point_id, area_id order by area_id nulls first, pay_point_id`.execute(ctx.db())
  return rows
}

export type PlacedOrder = {
  readonly id: string
  readonly key: string
  readonly payeeId: string
  readonly payeeName: string
  readonly areaId: number
  readonly amount: Dong
  readonly receiver: Receiver | null
  /** The award it is for, where that goes a way of its own. */
  readonly wayOf: string | null
  readonly state: InstructionState
  readonly isCarried: boolean
  readonly isRecallAsked: boolean
  readonly endedOn: CivilDate | null
}

const atPlace = (ctx: Ctx, { month, providerId, areaId, payPointId }: CashPlace) => sql`
  instruction.month = ${month} and instruction.provider_id = ${providerId} and ${withinArea(ctx, 'instruction.area_id')}
    and ${
      payPointId === undefined
        ? sql`instruction.pay_point_id is null and instruction.area_id = ${areaId}`
        : sql`instruction.pay_point_id = ${payPointId}`
    }`

/** The orders of a place, those of earlier months first: each payee signs once for all of theirs, and by itself for an award that goes a way of its own. */
export async function listPlacedOrders(ctx: Ctx, place: CashPlace, limit: number): Promise<PlacedOrder[]> {
  const { rows } = await sql<PlacedOrder>`
    select instruction.id, instruction.end_to_end_id as key, instruction.payee_id, instruction.payee_name, instruction.area_id,
      instruction.amount, instruction.receiver, instruction.way_of, instruction.state, instruction.replaces_id is not null as is_carried,
      instruction.recall_asked_at is not null as is_recall_asked, instruction.ended_on
    from ${handedOut} where ${atPlace(ctx, place)}
    order by instruction.end_to_end_id limit ${limit}`.execute(ctx.db())
  return rows
}

/** The day its provider was told to pay what is still open at a place; the latest of them. */
export async function findPayDay(ctx: Ctx, place: CashPlace): Promise<CivilDate | undefined> {
  const { rows } = await sql<{ day: CivilDate | null }>`
    select max(envelope.execute_on) as day from ${handedOut}
    where ${atPlace(ctx, place)} and instruction.state = 'sent'`.execute(ctx.db())
  return rows[0]?.day ?? undefined
}

/** Orders by their keys, whoever they are for: what a phone says is checked against them. */
export async function listOrdersByKey(ctx: Ctx, place: CashPlace, keys: readonly string[]) {
  const { rows } = await sql<PlacedOrder>`
    select instruction.id, instruction.end_to_end_id as key, instruction.payee_id, instruction.payee_name, instruction.area_id,
      instruction.amount, instruction.receiver, instruction.way_of, instruction.state, instruction.replaces_id is not null as is_carried,
      instruction.recall_asked_at is not null as is_recall_asked, instruction.ended_on
    from ${handedOut} where ${atPlace(ctx, place)} and instruction.end_to_end_id = any(${[...keys]}::text[])`.execute(
    ctx.db(),
  )
  return new Map(rows.map((row) => [row.key, row]))
}
