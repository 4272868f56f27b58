import { sql, type RawBuilder } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { anyOf, plannedFor, plannedOnce } from '#platform/server/planned-once'
import { withinArea } from '#platform/server/scope'
import type { InstructionState } from '../domain/instruction-state.ts'

/**
 * What stands where, unit by unit, as the database counts it with every change of an order: a page about a million orders reads
 * some hundred rows. That it is what the orders come to is a promise (`promises.ts`).
 */
const counted = sql`payments.envelope_state as counted`
const inSight = (ctx: Ctx) => sql`counted.instructions > 0 and ${withinArea(ctx, 'counted.area_id')}`

export type StateCount = {
  readonly state: InstructionState
  readonly instructions: number
  readonly amount: Dong
}

/** How many instructions of these envelopes stand where, in the actor’s units. */
export async function countStates(ctx: Ctx, envelopeIds: readonly string[]) {
  const { rows } = await sql<StateCount & { envelopeId: string }>`
    select envelope_id, state, sum(instructions)::int as instructions, sum(amount)::bigint as amount from ${counted}
    where envelope_id = ${anyOf(envelopeIds)} and ${inSight(ctx)}
    group by envelope_id, state order by envelope_id, state ${plannedFor(envelopeIds)}`.execute(ctx.db())
  return rows
}

/** The orders of an envelope in the actor’s units, or those of one unit or in one state. */
export async function sumOrders(
  ctx: Ctx,
  {
    envelopeId,
    state,
    areaId,
  }: { envelopeId: string; state?: InstructionState | undefined; areaId?: number | undefined },
) {
  const { rows } = await sql<{ total: number; amount: Dong }>`
    select coalesce(sum(instructions), 0)::int as total, coalesce(sum(amount), 0)::bigint as amount from ${counted}
    where envelope_id = ${envelopeId} and ${inSight(ctx)}
      and ${state ? sql`state = ${state}` : sql`true`}
      and ${areaId === undefined ? sql`true` : sql`area_id = ${areaId}`} ${plannedOnce}`.execute(ctx.db())
  return rows[0]! // Sums are always there.
}

/** What each provider was sent and has not answered yet, in the actor’s units. */
export function sentAndWaiting(ctx: Ctx): RawBuilder<unknown> {
  return sql`select provider_id, sum(instructions)::int as orders, sum(amount)::bigint as amount from ${counted}
    where state = 'sent' and ${inSight(ctx)} group by provider_id`
}

/** How many orders of a provider are still to be sent, or wait for its answer. */
export async function countUnended(ctx: Ctx, providerId: string): Promise<number> {
  const { rows } = await sql<{ orders: number }>`
    select coalesce(sum(instructions), 0)::int as orders from ${counted}
    where provider_id = ${providerId} and state in ('ready', 'sent') and instructions > 0`.execute(ctx.db())
  return rows[0]!.orders // A sum is always there.
}
