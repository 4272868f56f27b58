import { sql, type RawBuilder } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { Programme } from '../domain/programme.ts'

/** New tries that cannot be paid by what was transferred for the ones before: it lies at another provider, or was given back. */
export const movedAway = sql`not instruction.is_carried and (former.state <> 'withdrawn' or former.is_carried)`

/** What an order tries again of one that is owed no more: it owes it anew, by a budget of its own. */
export const isOwedAnew = sql`exists (select from payments.due_again as again
  where again.instruction_id = instruction.replaces_id and not again.is_owed and again.person_id = item.person_id
    and again.component = item.component and again.benefit_month = item.benefit_month)`

const orders = sql`payments.instruction left join payments.instruction as former on former.id = instruction.replaces_id`
const heldElsewhere = sql`case when instruction.replaces_id is null or ${movedAway} or ${isOwedAnew} then null
  else instruction.replaces_id end`

/**
 * The items of some orders (`which`, of `instruction`), with the envelope that held the budget for each: a later try of what was not sent
 * at first is paid from there; one that has to be transferred a second time, or is owed anew, is paid by its own.
 */
export const heldItems = (which: RawBuilder<unknown>) => sql`(
  with recursive chain as (
    select instruction.id as order_id, instruction.envelope_id, ${heldElsewhere} as replaces_id,
      item.person_id, item.component, item.benefit_month, item.programme, item.amount
    from ${orders} join payments.item on item.instruction_id = instruction.id
    where ${which} and not instruction.is_carried
    union all
    select item.order_id, instruction.envelope_id, ${heldElsewhere},
      item.person_id, item.component, item.benefit_month, item.programme, item.amount
    from chain as item join payments.instruction on instruction.id = item.replaces_id
    left join payments.instruction as former on former.id = instruction.replaces_id)
  select order_id, envelope_id as held_by, person_id, component, benefit_month, programme, amount
  from chain where replaces_id is null)`

export type Held = { readonly heldBy: string; readonly programme: Programme; readonly amount: Dong }

/** What an envelope is about to transfer, by the envelope that held the budget for it. */
export function sumTransferred(ctx: Ctx, envelopeId: string): Promise<Held[]> {
  return sumHeld(ctx, sql`instruction.envelope_id = ${envelopeId} and instruction.state = 'sent'`)
}

/** Which envelopes hold the budget of an order that is not to be sent, and for how much of it. */
export function listHolders(ctx: Ctx, instructionId: string): Promise<Held[]> {
  return sumHeld(ctx, sql`instruction.id = ${instructionId} and instruction.state = 'withdrawn'`)
}

async function sumHeld(ctx: Ctx, which: RawBuilder<unknown>): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select held_by, programme, sum(amount)::bigint as amount from ${heldItems(which)} as item
    group by held_by, programme order by held_by, programme`.execute(ctx.db())
  return rows
}
