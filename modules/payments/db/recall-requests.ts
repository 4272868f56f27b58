import { sql, type RawBuilder } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { InstructionState } from '../domain/instruction-state.ts'
import type { ProposalState } from '../domain/proposal.ts'
import type { RecallGround } from '../domain/recall.ts'
import { accountKey, type Account } from '../domain/way-rules.ts'
import { itemsDue } from './not-due.ts'
import { proposalColumns, type Proposal } from './proposals.ts'
import { waitsToBeOrderedAnew, type Affected } from './recalls.ts'

export type RecallOrder = Omit<Affected, 'isPayee' | 'isFor'> & {
  readonly payeeId: string
  readonly payeeName: string
  readonly amount: Dong
  readonly bank: string | null
  readonly account: string | null
  readonly isAsked: boolean
}

/** An order with where its list stands, in the actor’s units; locked for the rest of the transaction where it is to be stopped. */
export async function findRecallOrder(
  ctx: Ctx,
  id: string,
  { forUpdate = false } = {},
): Promise<RecallOrder | undefined> {
  return (await listOrders(ctx, sql`instruction.id = ${id}`, forUpdate))[0]
}

/** What is to go to a payee on an account and has not left; locked for the rest of the transaction. */
export async function lockReadyOn(ctx: Ctx, payeeId: string, wrong: Account): Promise<RecallOrder[]> {
  const isOn = sql`instruction.payee_id = ${payeeId} and instruction.account = ${wrong.account} and instruction.state = 'ready'`
  return (await listOrders(ctx, isOn, true)).filter(
    ({ bank, account }) =>
      bank !== null && account !== null && accountKey({ bank, account }) === accountKey(wrong),
  )
}

async function listOrders(ctx: Ctx, where: RawBuilder<unknown>, forUpdate: boolean): Promise<RecallOrder[]> {
  const { rows } = await sql<RecallOrder>`
    select instruction.id, instruction.envelope_id, envelope.state as envelope_state, instruction.provider_id,
      instruction.end_to_end_id, instruction.state, instruction.area_id, instruction.payee_id, instruction.payee_name,
      instruction.amount, instruction.bank, instruction.account,
      exists (select from payments.recall_request as asked
        where asked.instruction_id = instruction.id and asked.state in ('asked', 'approved')) as is_asked
    from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where ${where} and ${withinArea(ctx, 'instruction.area_id')} order by instruction.id
    ${forUpdate ? sql`for update of instruction, envelope` : sql``}`.execute(ctx.db())
  return rows
}

export type DueItem = {
  readonly instructionId: string
  readonly personId: string
  readonly component: string
  readonly benefitMonth: Month
  readonly programme: string
  readonly amount: Dong
  readonly areaId: number
}

const dueColumns = sql`item.instruction_id, item.person_id, item.component, item.benefit_month, item.programme, item.amount, item.area_id`

/** What of an order is still due, item by item. */
export async function listDueItems(ctx: Ctx, instructionId: string): Promise<DueItem[]> {
  const { rows } = await sql<DueItem>`
    select ${dueColumns} from ${itemsDue} as item where item.instruction_id = ${instructionId} and item.amount > 0
    order by item.benefit_month, item.person_id, item.component`.execute(ctx.db())
  return rows
}

/**
 * What orders are to bring a person, or brought, of some components from a month on; what was not paid yet comes first. Locked for the
 * rest of the transaction.
 */
export async function listOrderedFrom(
  ctx: Ctx,
  of: { personId: string; components: readonly string[]; from: Month },
): Promise<DueItem[]> {
  const { rows } = await sql<DueItem>`
    select ${dueColumns} from ${itemsDue} as item
    join payments.instruction on instruction.id = item.instruction_id
    where item.person_id = ${of.personId} and item.component = any(${[...of.components]}::text[])
      and item.benefit_month >= ${of.from} and item.programme <> 'one_off' and item.amount > 0
      and (instruction.state in ('ready', 'sent', 'paid') or ${waitsToBeOrderedAnew})
    order by instruction.state = 'paid', instruction.id, item.benefit_month for update of instruction`.execute(
    ctx.db(),
  )
  return rows
}

type Part = {
  readonly instructionId: string
  readonly personId: string
  readonly component: string
  readonly benefitMonth: string
  readonly amount: number
}

/** Says what of an order is due to nobody from now on; of what was said before, it is so much more. */
export async function insertRecallParts(
  ctx: Ctx,
  cause: 'right_ended' | 'wrong_amount',
  parts: readonly Part[],
) {
  await sql`
    insert into payments.recall_part (instruction_id, person_id, component, benefit_month, amount, cause, area_id, made_at, made_by)
    select item.instruction_id, item.person_id, item.component, item.benefit_month, said.amount, ${cause}, item.area_id, ${ctx.now},
      ${ctx.actor.userId}
    from json_to_recordset(${JSON.stringify(parts)}::json) as said ("instructionId" uuid, "personId" uuid, component text,
      "benefitMonth" text, amount bigint)
    join payments.item on item.instruction_id = said."instructionId" and item.person_id = said."personId"
      and item.component = said.component and item.benefit_month = said."benefitMonth"
    on conflict (instruction_id, person_id, component, benefit_month)
      do update set amount = recall_part.amount + excluded.amount, cause = excluded.cause`.execute(ctx.db())
}

export type RecallRequest = Proposal & {
  readonly instructionId: string
  readonly areaId: number
  readonly ground: RecallGround
  readonly parts: readonly Omit<Part, 'instructionId'>[]
  readonly paper: string
}

const columns = sql`${proposalColumns('request')}, request.instruction_id, request.area_id, request.ground, request.parts, request.paper`

export type RecallRow = RecallRequest & {
  readonly endToEndId: string
  readonly payeeId: string
  readonly payeeName: string
  readonly amount: Dong
  readonly orderState: InstructionState
  readonly account: string | null
  readonly envelopeId: string
  readonly envelopeCode: string
  readonly providerName: string
  readonly isToldByUs: boolean
  readonly isWaiting: boolean
}

/** A page of the wishes to call orders back in the actor’s units; those that wait first, then the newest. */
export async function listRecallRows(
  ctx: Ctx,
  { state }: { state?: ProposalState | undefined },
  { page, size }: { page: number; size: number },
): Promise<{ rows: RecallRow[]; total: number }> {
  const where = sql`${withinArea(ctx, 'request.area_id')} and (${state ?? null}::text is null or request.state = ${state ?? null})`
  const { rows } = await sql<RecallRow>`
    select ${columns}, instruction.end_to_end_id, instruction.payee_id, instruction.payee_name, instruction.amount,
      instruction.state as order_state, instruction.account, envelope.id as envelope_id, envelope.code as envelope_code,
      provider.name as provider_name, provider.delivery ->> 'by' = 'http' as is_told_by_us,
      request.state = 'approved' and envelope.state in ('sent', 'reconciled')
        and instruction.state in ('returned', 'rejected', 'recalled', 'unclaimed', 'withdrawn')
        and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)
        and exists (select from ${itemsDue} as item where item.instruction_id = instruction.id and item.amount > 0) as is_waiting
    from payments.recall_request as request
    join payments.instruction on instruction.id = request.instruction_id
    join payments.envelope on envelope.id = instruction.envelope_id
    join payments.provider on provider.id = instruction.provider_id
    where ${where} order by request.state <> 'asked', request.asked_at desc, request.id
    limit ${size} offset ${(page - 1) * size}`.execute(ctx.db())
  const totals = await sql<{
    total: number
  }>`select count(*)::int as total from payments.recall_request as request where ${where}`.execute(ctx.db())
  return { rows, total: totals.rows[0]!.total } // A count is always there.
}

export async function lockRecallRequest(ctx: Ctx, id: string): Promise<RecallRequest | undefined> {
  const { rows } = await sql<RecallRequest>`select ${columns} from payments.recall_request as request
    where id = ${id} and ${withinArea(ctx, 'request.area_id')} for update`.execute(ctx.db())
  return rows[0]
}

export async function insertRecallRequest(
  ctx: Ctx,
  asked: Pick<RecallRequest, 'instructionId' | 'areaId' | 'ground' | 'parts' | 'paper'> & {
    readonly requestId: string
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into payments.recall_request (instruction_id, area_id, request_id, ground, parts, paper, asked_by, asked_name, asked_at)
    values (${asked.instructionId}, ${asked.areaId}, ${asked.requestId}, ${asked.ground}, ${JSON.stringify(asked.parts)}::jsonb,
      ${asked.paper}, ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    returning id`.execute(ctx.db())
  return rows[0]!.id // Just inserted.
}
