import { sql } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { PaymentChannel } from '#modules/payments/contract'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Outcome, Reason } from '../domain/visit.ts'

export type NewVisit = {
  readonly personId: string
  readonly requestId: string
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly note: string | null
  readonly askAgainOn: CivilDate | null
}

/** A payee the actor may visit, with the unit that pays them and a change of way that waits. */
export async function findPayeeForUpdate(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ areaId: number; way: PaymentChannel; openRequestId: string | null }>`
    select payee.area_id, payee.way, (select request.id from payments.public_way_request as request
      where request.person_id = payee.person_id and request.state in ('asked', 'approved')
        and request.channel in ('account', 'wallet') order by request.asked_at limit 1) as open_request_id
    from cashless.payee where payee.person_id = ${personId} and ${withinArea(ctx, 'payee.area_id')}
    for update of payee`.execute(ctx.db())
  return rows[0]
}

/** Writes a visit down, once for each request; says whether it is new. */
export async function insertVisit(ctx: Ctx, visit: NewVisit & { readonly areaId: number }): Promise<boolean> {
  const { personId, requestId, outcome, reason, note, askAgainOn, areaId } = visit
  const { rows } = await sql`
    insert into cashless.visit (request_id, person_id, area_id, outcome, reason, note, ask_again_on, at, by_user, by_name)
    values (${requestId}, ${personId}, ${areaId}, ${outcome}, ${reason}, ${note}, ${askAgainOn}, ${ctx.now},
      ${ctx.actor.userId}, ${ctx.actor.name})
    on conflict on constraint visit_request_once do nothing returning id`.execute(ctx.db())
  if (rows.length === 0) return false
  // Whoever was not at home has not taken back what they said before.
  await sql`
    insert into cashless.stance as known (person_id, area_id, outcome, reason, ask_again_on, visits, visited_at)
    values (${personId}, ${areaId}, ${outcome}, ${reason}, ${askAgainOn}, 1, ${ctx.now})
    on conflict (person_id) do update set area_id = excluded.area_id, visits = known.visits + 1,
      visited_at = excluded.visited_at,
      outcome = case excluded.outcome when 'not_met' then coalesce(known.outcome, 'not_met') else excluded.outcome end,
      reason = case excluded.outcome when 'not_met' then known.reason else excluded.reason end,
      ask_again_on = case excluded.outcome when 'not_met' then known.ask_again_on else excluded.ask_again_on end`.execute(
    ctx.db(),
  )
  return true
}

export type VisitRow = {
  readonly personId: string
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly note: string | null
  readonly askAgainOn: CivilDate | null
  readonly at: Instant
  readonly byName: string
}

export async function listVisitsOf(ctx: Ctx, personIds: readonly string[]): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select person_id, outcome, reason, note, ask_again_on, at, by_name from cashless.visit
    where person_id = any(${[...personIds]}::uuid[]) and ${withinArea(ctx, 'area_id')}
    order by at desc, id desc`.execute(ctx.db())
  return rows
}

/** Says who is to visit those of these people whom the actor may see; says who they are. */
export async function assign(
  ctx: Ctx,
  personIds: readonly string[],
  assignee: { readonly id: string; readonly name: string } | null,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    insert into cashless.stance as known (person_id, area_id, assignee_id, assignee_name, assigned_at)
    select person_id, area_id, ${assignee?.id ?? null}::uuid, ${assignee?.name ?? null}, ${ctx.now}
    from cashless.payee where person_id = any(${[...personIds]}::uuid[]) and ${withinArea(ctx, 'area_id')}
    on conflict (person_id) do update set assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name,
      assigned_at = excluded.assigned_at
    returning person_id`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}
