import { sql } from 'kysely'
import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Receiver } from '#modules/payroll/contract'
import type { InstructionState } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import type { PaymentChannel } from '../domain/provider.ts'
import { sumOrders } from './envelope-states.ts'
import { lockProviderServing } from './providers.ts'
import type { PaymentsTables } from './tables.ts'

/** The key of an order: its number in the envelope of this code, in six figures, or as many as it has. */
export const keyWithin = (code: string) =>
  sql`${code} || '-' || lpad(number::text, greatest(6, length(number::text)), '0')`

/** Moves all instructions of an envelope that stand in a state on to the next. */
export async function setStates(
  ctx: Ctx,
  { envelopeId, from, to }: { envelopeId: string; from: InstructionState; to: InstructionState },
) {
  const ends = to === 'ready' || to === 'sent' ? null : ctx.today
  await ctx
    .db<PaymentsTables>()
    .updateTable('payments.instruction')
    .set({ state: to, endedOn: ends })
    .where('envelopeId', '=', envelopeId)
    .where('state', '=', from)
    .execute()
}

export type OrderRow = {
  readonly number: number
  readonly endToEndId: string
  readonly payeeName: string
  readonly areaId: number
  readonly amount: Dong
  readonly channel: PaymentChannel
  readonly bank: string | null
  readonly bic: string | null
  readonly account: string | null
  readonly payPointId: number | null
  readonly holder: string | null
  readonly receiver: Receiver | null
}

/** The orders of an envelope in their order, a thousand at a time: a million never lie in memory together. */
export async function* streamOrders(ctx: Ctx, envelopeId: string, size = 1000): AsyncGenerator<OrderRow[]> {
  for (let after = 0; ;) {
    const rows: OrderRow[] = await ctx
      .db<PaymentsTables>()
      .selectFrom('payments.instruction')
      .select([
        'number',
        'endToEndId',
        'payeeName',
        'areaId',
        'amount',
        'channel',
        'bank',
        'bic',
        'account',
        'payPointId',
        'holder',
        'receiver',
      ])
      .where('envelopeId', '=', envelopeId)
      .where('number', '>', after)
      .where('state', '<>', 'withdrawn')
      .orderBy('number')
      .limit(size)
      .execute()
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.number
  }
}

/** What an envelope is about to send, unit by unit: the orders that were not withdrawn. */
export async function countOrders(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{ areaId: number; orders: number; amount: Dong }>`
    select area_id, count(*)::int as orders, sum(amount)::bigint as amount from payments.instruction
    where envelope_id = ${envelopeId} and state <> 'withdrawn' group by area_id order by area_id`.execute(
    ctx.db(),
  )
  return rows
}

/** What of an envelope, in the actor’s units, lies at the provider already. */
export async function sumCarried(ctx: Ctx, envelopeId: string): Promise<Dong> {
  const { rows } = await sql<{ amount: Dong }>`
    select coalesce(sum(amount), 0)::bigint as amount from payments.instruction
    where envelope_id = ${envelopeId} and is_carried and ${withinArea(ctx, 'instruction.area_id')}`.execute(
    ctx.db(),
  )
  return rows[0]!.amount // A sum is always there.
}

export type InstructionRow = OrderRow & {
  readonly id: string
  readonly envelopeId: string
  readonly payeeId: string
  readonly state: InstructionState
  readonly reason: string | null
  readonly endedOn: CivilDate | null
  readonly replacesId: string | null
  readonly replacedBy: string | null
  readonly isRecallAsked: boolean
}

/** A page of the instructions of an envelope in the actor’s units. */
export async function listInstructionRows(
  ctx: Ctx,
  {
    envelopeId,
    state,
    areaId,
    search,
  }: {
    envelopeId: string
    state?: InstructionState | undefined
    areaId?: number | undefined
    search?: string | undefined
  },
  { page, size }: { page: number; size: number },
) {
  const conditions = [sql`instruction.envelope_id = ${envelopeId}`, withinArea(ctx, 'instruction.area_id')]
  if (state) conditions.push(sql`instruction.state = ${state}`)
  // What did not go as ordered is few of many, and has an index of its own.
  if (state && state !== 'ready' && state !== 'sent' && state !== 'paid')
    conditions.push(sql`instruction.not_paid = ${state}`)
  if (areaId !== undefined) conditions.push(sql`instruction.area_id = ${areaId}`)
  if (search)
    conditions.push(
      sql`(instruction.end_to_end_id = ${search} or instruction.payee_name ilike ${`%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`})`,
    )
  const where = sql.join(conditions, sql` and `)
  const { rows } = await sql<InstructionRow>`
    select instruction.id, instruction.envelope_id, instruction.number, instruction.end_to_end_id, instruction.payee_id,
      instruction.payee_name, instruction.area_id, instruction.amount, instruction.channel, instruction.bank,
      instruction.bic, instruction.account, instruction.pay_point_id, instruction.holder, instruction.receiver, instruction.state, instruction.reason,
      instruction.ended_on, instruction.replaces_id, instruction.recall_asked_at is not null as is_recall_asked,
      (select latter.end_to_end_id from payments.instruction as latter where latter.replaces_id = instruction.id) as replaced_by
    from payments.instruction where ${where}
    order by instruction.number limit ${size} offset ${(page - 1) * size}`.execute(ctx.db())
  if (!search) return { rows, ...(await sumOrders(ctx, { envelopeId, state, areaId })) }
  const found = await sql<{ total: number; amount: Dong }>`
    select count(*)::int as total, coalesce(sum(amount), 0)::bigint as amount from payments.instruction where ${where}`.execute(
    ctx.db(),
  )
  return { rows, ...found.rows[0]! }
}

type NamedInstruction = {
  readonly id: string
  readonly envelopeId: string
  readonly providerId: string
  readonly areaId: number
  readonly endToEndId: string
  readonly payeeName: string
  readonly account: string | null
  readonly holder: string | null
  readonly amount: Dong
  readonly month: Month
  readonly state: InstructionState
}

const named = [
  'id',
  'envelopeId',
  'providerId',
  'areaId',
  'endToEndId',
  'payeeName',
  'account',
  'holder',
  'amount',
  'month',
  'state',
] as const

export async function listInstructionsNamed(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, NamedInstruction>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx
    .db<PaymentsTables>()
    .selectFrom('payments.instruction')
    .select(named)
    .where('id', 'in', ids)
    .where(withinArea(ctx, 'areaId'))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The instruction, if the actor may see it, with its provider locked before it: what answers say of it comes one by one. */
export async function lockInstructionToEnd(ctx: Ctx, id: string): Promise<NamedInstruction> {
  const seen = (await listInstructionsNamed(ctx, [id])).get(id)
  if (!seen) throw problems('instruction_not_found', { id })
  await lockProviderServing(ctx, seen.providerId)
  return getInstructionForUpdate(ctx, id)
}

/** Locks an instruction for the rest of the transaction; whoever ends it has locked its provider before. */
export function getInstructionForUpdate(ctx: Ctx, id: string): Promise<NamedInstruction> {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.instruction')
    .select(named)
    .where('id', '=', id)
    .where(withinArea(ctx, 'areaId'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('instruction_not_found', { id }))
}

type Said = {
  readonly providerId: string
  readonly amount: Dong | null
  readonly account: string | null
}

/** Whether what an order did not bring was ordered anew, is asked back or was given back, or is not due any more. */
export async function isTakenFurther(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from payments.instruction as latter where latter.replaces_id = ${id})
      or exists (select from payments.refund_item where refund_item.is_living and refund_item.instruction_id = ${id})
      or exists (select from payments.recall where recall.instruction_id = ${id}) as is`.execute(ctx.db())
  return rows[0]!.is
}

/** The order of a key, with those it was ordered in place of, and those that were ordered in its place. */
export async function listChain(ctx: Ctx, endToEndId: string | null): Promise<string[]> {
  if (endToEndId === null) return []
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select id, replaces_id from payments.instruction where end_to_end_id = ${endToEndId}
      union
      select other.id, other.replaces_id from chain
      join payments.instruction as other on other.replaces_id = chain.id or other.id = chain.replaces_id)
    select id from chain`.execute(ctx.db())
  return rows.map(({ id }) => id)
}

/**
 * Instructions of a provider that a line may be about: the amount it says; of those it names, or else first those to its account.
 * What was rejected, or nobody came for, is meant only where the line names it.
 */
export function listInstructionsLike(
  ctx: Ctx,
  { providerId, amount, account }: Said,
  chain: readonly string[],
): Promise<NamedInstruction[]> {
  if (amount === null) return Promise.resolve([])
  const query = ctx
    .db<PaymentsTables>()
    .selectFrom('payments.instruction')
    .select(named)
    .where('providerId', '=', providerId)
    .where('amount', '=', amount)
    .where(withinArea(ctx, 'areaId'))
    .orderBy(sql`(account = ${account}) is true`, 'desc')
    .orderBy('endToEndId')
    .limit(200)
  return chain.length > 0
    ? query.where('id', 'in', chain).execute()
    : query.where('state', 'in', ['sent', 'paid']).execute()
}
