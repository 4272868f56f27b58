import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Receiver } from '#modules/payroll/contract'
import type { Ctx } from '#platform/server/context'
import type { InstructionState } from '../domain/instruction-state.ts'
import type { PaymentChannel } from '../domain/provider.ts'
import { keyWithin } from './instructions.ts'

/** Whom the caller has registered, of these. */
export async function findSourcePayees(ctx: Ctx, functionalIds: readonly string[]) {
  const { rows } = await sql<{ functionalId: string; personId: string }>`
    select functional_id, person_id from payments.source_payee
    where source_id = ${ctx.actor.userId} and functional_id = any(${[...functionalIds]}::text[])`.execute(
    ctx.db(),
  )
  return new Map(rows.map(({ functionalId, personId }) => [functionalId, personId]))
}

export async function insertSourcePayee(
  ctx: Ctx,
  { functionalId, personId, areaId }: { functionalId: string; personId: string; areaId: number },
) {
  await sql`insert into payments.source_payee (source_id, functional_id, person_id, area_id, registered_at)
    values (${ctx.actor.userId}, ${functionalId}, ${personId}, ${areaId}, ${ctx.now})
    on conflict (source_id, functional_id) do update set person_id = excluded.person_id, area_id = excluded.area_id`.execute(
    ctx.db(),
  )
}

export type SourceBatch = { readonly requestId: string; readonly sha256: string; readonly orders: number }

export async function findSourceBatch(ctx: Ctx, batchId: string): Promise<SourceBatch | undefined> {
  const { rows } = await sql<SourceBatch>`select request_id, sha256, orders from payments.source_batch
    where source_id = ${ctx.actor.userId} and batch_id = ${batchId}`.execute(ctx.db())
  return rows[0]
}

export async function insertSourceBatch(
  ctx: Ctx,
  batch: { batchId: string; requestId: string; sha256: string; orders: number; amount: Dong },
) {
  await sql`insert into payments.source_batch (source_id, batch_id, request_id, sha256, area_id, orders, amount, received_at)
    values (${ctx.actor.userId}, ${batch.batchId}, ${batch.requestId}, ${batch.sha256}, ${ctx.actor.areaId}, ${batch.orders},
      ${batch.amount}, ${ctx.now})`.execute(ctx.db())
}

/** Which of these keys the caller has used before, in whatever batch. */
export async function findSourceKeys(ctx: Ctx, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select instruction_key as key from payments.source_order
    where source_id = ${ctx.actor.userId} and instruction_key = any(${[...keys]}::text[])`.execute(ctx.db())
  return new Set(rows.map(({ key }) => key))
}

/** An order of another system as it goes into an envelope: one instruction, one item. */
export type SourceOrder = {
  readonly key: string
  readonly functionalId: string
  readonly narration: string | null
  readonly payeeId: string
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

/** Makes an instruction for each, unit by unit, numbered as they stand, and remembers whose it is. */
export async function insertSourceInstructions(
  ctx: Ctx,
  envelope: { id: string; code: string; providerId: string; month: Month; batchId: string },
  orders: readonly SourceOrder[],
) {
  const { id, code, providerId, month, batchId } = envelope
  const rows = orders.toSorted((one, other) => one.areaId - other.areaId)
  await sql`
    with said as (
      select row_number() over () as number, row.* from json_to_recordset(${JSON.stringify(rows)}::json) as row (
        key text, "functionalId" text, narration text, "payeeId" uuid, "payeeName" text, "areaId" integer, amount bigint,
        channel text, bank text, bic text, account text, "payPointId" integer, holder text, receiver jsonb)
    ), made as (
      insert into payments.instruction (envelope_id, provider_id, number, end_to_end_id, month, payee_id, payee_name,
        area_id, amount, channel, bank, bic, account, pay_point_id, state, holder, receiver)
      select ${id}, ${providerId}, number, ${keyWithin(code)}, ${month}, "payeeId", "payeeName",
        "areaId", amount, channel, bank, bic, account, "payPointId", 'ready', holder, receiver
      from said returning id, number
    ), remembered as (
      insert into payments.source_order (source_id, instruction_key, batch_id, functional_id, instruction_id, area_id, narration)
      select ${ctx.actor.userId}, said.key, ${batchId}, said."functionalId", made.id, said."areaId", said.narration
      from made join said on said.number = made.number
    )
    insert into payments.item (instruction_id, person_id, component, benefit_month, programme, amount, area_id)
    select made.id, said."payeeId", 'source ' || said.key, ${month}, 'one_off', said.amount, said."areaId"
    from made join said on said.number = made.number`.execute(ctx.db())
}

export type SourceOutcome = {
  readonly key: string
  readonly functionalId: string
  readonly amount: Dong
  readonly state: InstructionState
  readonly reason: string | null
  readonly endToEndId: string
}

/** What became of the orders of a batch: each by its latest try. */
export async function listSourceOutcomes(ctx: Ctx, batchId: string): Promise<SourceOutcome[]> {
  const { rows } = await sql<SourceOutcome>`
    with recursive tries as (
      select source_order.instruction_key, source_order.functional_id, source_order.instruction_id, 1 as try
      from payments.source_order where source_id = ${ctx.actor.userId} and batch_id = ${batchId}
      union all
      select tries.instruction_key, tries.functional_id, latter.id, tries.try + 1
      from tries join payments.instruction as latter on latter.replaces_id = tries.instruction_id)
    select distinct on (tries.instruction_key) tries.instruction_key as key, tries.functional_id, instruction.amount,
      instruction.state, instruction.reason, instruction.end_to_end_id
    from tries join payments.instruction on instruction.id = tries.instruction_id
    order by tries.instruction_key, tries.try desc`.execute(ctx.db())
  return rows
}
