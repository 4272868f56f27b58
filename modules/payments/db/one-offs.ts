import { sql, type RawBuilder } from 'kysely'
import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Receiver } from '#modules/payroll/contract'
import type { Ctx } from '#platform/server/context'
import type { InstructionState } from '../domain/instruction-state.ts'
import type { PaymentChannel } from '../domain/provider.ts'
import { keyWithin } from './instructions.ts'

/** Money given once as it goes into an envelope: one instruction, one item. */
export type OneOffOrder = {
  readonly oneOffId: string
  readonly personId: string
  readonly rule: string
  readonly benefitMonth: Month
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

/** Makes an instruction for each, unit by unit, numbered as they stand. */
export async function insertOneOffInstructions(
  ctx: Ctx,
  { id, code, providerId, month }: { id: string; code: string; providerId: string; month: Month },
  orders: readonly OneOffOrder[],
) {
  const rows = orders.toSorted((one, other) => one.areaId - other.areaId)
  await sql`
    with said as (
      select row_number() over () as number, row.* from json_to_recordset(${JSON.stringify(rows)}::json) as row (
        "oneOffId" uuid, "personId" uuid, rule text, "benefitMonth" text, "payeeId" uuid, "payeeName" text,
        "areaId" integer, amount bigint, channel text, bank text, bic text, account text, "payPointId" integer,
        holder text, receiver jsonb)
    ), made as (
      insert into payments.instruction (envelope_id, provider_id, number, end_to_end_id, month, payee_id, payee_name,
        area_id, amount, channel, bank, bic, account, pay_point_id, state, one_off_id, holder, receiver)
      select ${id}, ${providerId}, number, ${keyWithin(code)}, ${month}, "payeeId", "payeeName",
        "areaId", amount, channel, bank, bic, account, "payPointId", 'ready', "oneOffId", holder, receiver
      from said returning id, one_off_id
    )
    insert into payments.item (instruction_id, person_id, component, benefit_month, programme, amount, area_id)
    select made.id, said."personId", said.rule, said."benefitMonth", 'one_off', said.amount, said."areaId"
    from made join said on said."oneOffId" = made.one_off_id`.execute(ctx.db())
}

/** Which one-offs these instructions pay, with the envelope that first took each. */
export async function listOneOffsOfInstructions(ctx: Ctx, instructions: RawBuilder<unknown>) {
  const { rows } = await sql<{ oneOffId: string; list: string }>`
    select instruction.one_off_id, first.envelope_id as list
    from payments.instruction join payments.instruction as first on first.one_off_id = instruction.one_off_id
      and first.replaces_id is null
    join payments.envelope on envelope.id = first.envelope_id and envelope.state <> 'cancelled'
    where instruction.id in (${instructions}) order by instruction.one_off_id`.execute(ctx.db())
  return rows
}

/** The one-offs an envelope was the first to take. */
export async function listOneOffsOfEnvelope(ctx: Ctx, envelopeId: string): Promise<string[]> {
  const { rows } = await sql<{ oneOffId: string }>`
    select one_off_id from payments.instruction
    where envelope_id = ${envelopeId} and one_off_id is not null and replaces_id is null
    order by one_off_id`.execute(ctx.db())
  return rows.map(({ oneOffId }) => oneOffId)
}

export type OneOffTry = {
  readonly oneOffId: string
  readonly envelopeId: string
  readonly envelopeCode: string
  readonly state: InstructionState
  readonly channel: PaymentChannel
  readonly reason: string | null
  readonly endedOn: CivilDate | null
}

/** The latest try to pay each of these; what lies in an envelope that was given up is no try. */
export async function listLatestTries(ctx: Ctx, oneOffIds: readonly string[]) {
  const { rows } = await sql<OneOffTry>`
    select distinct on (instruction.one_off_id) instruction.one_off_id, instruction.envelope_id,
      envelope.code as envelope_code, instruction.state, instruction.channel, instruction.reason, instruction.ended_on
    from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where instruction.one_off_id = any(${[...oneOffIds]}::uuid[]) and envelope.state <> 'cancelled'
    order by instruction.one_off_id, instruction.id desc`.execute(ctx.db())
  return new Map(rows.map((row) => [row.oneOffId, row]))
}

export async function findEnvelopesOfRequest(ctx: Ctx, requestId: string, purpose: 'one_off' | 'reissue') {
  const { rows } = await sql<{ id: string }>`
    select id from payments.envelope where request_id = ${requestId} and purpose = ${purpose} order by code`.execute(
    ctx.db(),
  )
  return rows.map(({ id }) => id)
}
