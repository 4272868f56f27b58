import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { selectDeadBefore } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Heir } from '../domain/heir.ts'
import { isAfterDeath, payeeDied } from './dead-payees.ts'
import { itemsDue } from './not-due.ts'
import { proposalColumns, type Proposal } from './proposals.ts'

export type HeldOrderRow = {
  readonly id: string
  readonly payeeId: string
  readonly payeeName: string
  readonly areaId: number
  readonly month: Month
  /** What is due: of the months whoever it is for lived in. */
  readonly amount: Dong
  readonly envelopeId: string
  readonly envelopeCode: string
  readonly envelopeState: string
  readonly isCarried: boolean
  readonly firstMonth: Month
  readonly lastMonth: Month
  readonly requestId: string | null
}

const most = 500

/** Orders held for the dead that nothing has been done about, or only been asked, the oldest first. */
export async function listHeldOrders(ctx: Ctx): Promise<HeldOrderRow[]> {
  const { rows } = await sql<HeldOrderRow>`${heldOrders(ctx)}
    order by instruction.month, instruction.id limit ${most}`.execute(ctx.db())
  return rows
}

export async function findHeldOrder(ctx: Ctx, id: string): Promise<HeldOrderRow | undefined> {
  const { rows } = await sql<HeldOrderRow>`${heldOrders(ctx)} and instruction.id = ${id}`.execute(ctx.db())
  return rows[0]
}

/** An order that was tried anew, or whose money went back, is held no more; one of a list that was given up stands on another. */
const heldOrders = (ctx: Ctx) => sql`
  select instruction.id, instruction.payee_id, instruction.payee_name, instruction.area_id, instruction.month,
    span.amount, instruction.envelope_id, envelope.code as envelope_code, envelope.state as envelope_state,
    instruction.is_carried, span.first_month, span.last_month,
    (select request.id from payments.heir_request as request
      where request.instruction_id = instruction.id order by request.asked_at desc limit 1) as request_id
  from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id,
    lateral (select min(benefit_month) as first_month, max(benefit_month) as last_month, sum(amount)::bigint as amount
      from ${itemsDue} as item left join (${selectDeadBefore(ctx.today)}) as dead on dead.id = item.person_id
      where item.instruction_id = instruction.id and item.amount > 0 and not coalesce(${isAfterDeath}, false)) as span
  where instruction.reason = ${payeeDied} and instruction.state = 'withdrawn' and envelope.state <> 'cancelled'
    and ${withinArea(ctx, 'instruction.area_id')}
    and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)
    and span.amount is not null`

export type HeirRequest = Proposal & {
  readonly instructionId: string
  readonly areaId: number
  readonly goesTo: 'heir' | 'treasury'
  readonly heir: Heir | null
  readonly paper: string
}

const columns = sql`${proposalColumns('heir_request')}, instruction_id, area_id, goes_to, heir, paper`

export async function listHeirRequests(ctx: Ctx, ids: readonly string[]): Promise<HeirRequest[]> {
  const { rows } = await sql<HeirRequest>`select ${columns} from payments.heir_request
    where id = any(${[...ids]}::uuid[])`.execute(ctx.db())
  return rows
}

export async function lockHeirRequest(ctx: Ctx, id: string): Promise<HeirRequest | undefined> {
  const { rows } = await sql<HeirRequest>`select ${columns} from payments.heir_request
    where id = ${id} and ${withinArea(ctx, 'heir_request.area_id')} for update`.execute(ctx.db())
  return rows[0]
}

/** Writes down to whom an order is to go; nothing where that was asked or decided before. */
export async function insertHeirRequest(
  ctx: Ctx,
  asked: {
    readonly instructionId: string
    readonly areaId: number
    readonly requestId: string
    readonly heir: Heir | null
    readonly paper: string
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into payments.heir_request (instruction_id, area_id, request_id, goes_to, heir, paper, asked_by, asked_name, asked_at)
    values (${asked.instructionId}, ${asked.areaId}, ${asked.requestId}, ${asked.heir ? 'heir' : 'treasury'},
      ${asked.heir && JSON.stringify(asked.heir)}::jsonb, ${asked.paper}, ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    on conflict do nothing returning id`.execute(ctx.db())
  return rows[0]?.id
}

/** For whom an order is, and from which month: all of it is given back. */
export async function listPeopleOfOrder(ctx: Ctx, instructionId: string) {
  const { rows } = await sql<{ personId: string; from: Month }>`
    select person_id, min(benefit_month) as "from" from payments.item where instruction_id = ${instructionId}
    group by person_id order by person_id`.execute(ctx.db())
  return rows
}

/** Those of an order who died before some of its months began, and the first of these: it is due to no heir either. */
export async function listDeadOfOrder(ctx: Ctx, instructionId: string) {
  const { rows } = await sql<{ personId: string; from: Month }>`
    select item.person_id, min(item.benefit_month) as "from" from payments.item
    join (${selectDeadBefore(ctx.today)}) as dead on dead.id = item.person_id
    where item.instruction_id = ${instructionId} and ${isAfterDeath}
    group by item.person_id order by item.person_id`.execute(ctx.db())
  return rows
}
