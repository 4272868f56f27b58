import { sql } from 'kysely'
import { addDays, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { selectDeadBefore } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { InstructionState } from '../domain/instruction-state.ts'
import { itemsDue } from './not-due.ts'

/** Whether a payee has died, as it is known today. */
export const payeeIsDead = (ctx: Ctx) =>
  sql`instruction.payee_id in (select id from (${selectDeadBefore(addDays(ctx.today, 1))}) as dead)`

/** What is frozen of whoever receives in the place of the dead. */
export const goesToHeir = sql`coalesce(instruction.receiver ->> 'role' = 'heir', false)`

export type HeirOfTheLivingRow = {
  readonly id: string
  readonly payeeId: string
  readonly payeeName: string
  readonly heir: { readonly fullName: string; readonly number: string }
  readonly areaId: number
  readonly envelopeId: string
  readonly envelopeCode: string
  readonly state: InstructionState
  readonly amount: Dong
  readonly firstMonth: Month
  readonly lastMonth: Month
}

const most = 500

/** Orders that go, or went, to an heir although their payee lives, and that nobody has settled, the oldest first. */
export async function listUnsettledHeirs(ctx: Ctx): Promise<HeirOfTheLivingRow[]> {
  const { rows } = await sql<HeirOfTheLivingRow>`${unsettled(ctx)}
    order by instruction.month, instruction.id limit ${most}`.execute(ctx.db())
  return rows
}

export async function findUnsettledHeir(ctx: Ctx, id: string): Promise<HeirOfTheLivingRow | undefined> {
  const { rows } = await sql<HeirOfTheLivingRow>`${unsettled(ctx)} and instruction.id = ${id}`.execute(
    ctx.db(),
  )
  return rows[0]
}

/** Orders made out to an heir of somebody that have not left the house; locked for the rest of the transaction. */
export async function lockUnsentToHeirs(ctx: Ctx, payeeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select instruction.id from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where instruction.payee_id = ${payeeId} and ${goesToHeir} and instruction.state = 'ready'
      and envelope.state in ('draft', 'checked', 'approved')
    order by instruction.id for update of instruction, envelope`.execute(ctx.db())
  return rows.map(({ id }) => id)
}

/** Lets go of what some orders to heirs replaced: nothing is due by them any more, and what they were made for can be ordered anew. */
export async function freeFromHeirs(ctx: Ctx, orderIds: readonly string[]) {
  const ids = sql`any(${[...orderIds]}::uuid[])`
  await sql`insert into payments.recall_part (instruction_id, person_id, component, benefit_month, amount, cause, area_id, made_at, made_by)
    select instruction_id, person_id, component, benefit_month, amount, 'right_ended', area_id, ${ctx.now}, ${ctx.actor.userId}
    from ${itemsDue} as item where instruction_id = ${ids} and amount > 0
    on conflict (instruction_id, person_id, component, benefit_month)
      do update set amount = recall_part.amount + excluded.amount`.execute(ctx.db())
  await sql`update payments.instruction set replaces_id = null where id = ${ids}`.execute(ctx.db())
}

const unsettled = (ctx: Ctx) => sql`
  select instruction.id, instruction.payee_id, instruction.payee_name, instruction.receiver as heir, instruction.area_id,
    instruction.envelope_id, envelope.code as envelope_code, instruction.state, instruction.amount, span.first_month,
    span.last_month
  from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id,
    lateral (select min(benefit_month) as first_month, max(benefit_month) as last_month from payments.item
      where item.instruction_id = instruction.id) as span
  where instruction.receiver ->> 'role' = 'heir' and instruction.state in ('ready', 'sent', 'paid')
    and envelope.state <> 'cancelled' and ${withinArea(ctx, 'instruction.area_id')} and not ${payeeIsDead(ctx)}
    and not exists (select from payments.heir_settlement as settled where settled.instruction_id = instruction.id)`

/** Says by which paper it was settled; the first who says so is believed. */
export async function insertHeirSettlement(
  ctx: Ctx,
  { id, areaId, paper }: { readonly id: string; readonly areaId: number; readonly paper: string },
) {
  await sql`
    insert into payments.heir_settlement (instruction_id, area_id, paper, settled_by, settled_name, settled_at)
    values (${id}, ${areaId}, ${paper}, ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    on conflict do nothing`.execute(ctx.db())
}
