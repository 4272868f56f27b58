import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { selectMergedAway } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { InstructionState } from '../domain/instruction-state.ts'
import { payeeDied } from './dead-payees.ts'
import { dueAgain } from './recalls.ts'
import { itemsNotDue } from './not-due.ts'

export type CalledBack = {
  readonly id: string
  readonly state: InstructionState
  readonly envelopeState: string
  readonly isCarried: boolean
  readonly payeeId: string
  /** Because its payee has died. */
  readonly isHeld: boolean
  /** Withdrawn for what was called back, and for nothing else, such as a wrong account. */
  readonly isStopped: boolean
}

/**
 * Orders of which something was called back because of a person, or that are held because this payee has died, and that nobody has ordered
 * anew; locked for the rest of the transaction. One of a list that was given up stands on another.
 */
export async function lockCalledBackOf(ctx: Ctx, personId: string): Promise<CalledBack[]> {
  const { rows } = await sql<CalledBack>`
    select instruction.id, instruction.state, envelope.state as envelope_state, instruction.is_carried, instruction.payee_id,
      instruction.reason is not distinct from ${payeeDied} as is_held,
      coalesce(instruction.reason in ('recalled', 'merged'), false) as is_stopped
    from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where (instruction.id in (select instruction_id from payments.recall where person_id = ${personId})
        or (instruction.payee_id = ${personId} and instruction.reason = ${payeeDied} and instruction.state = 'withdrawn'))
      and envelope.state <> 'cancelled'
      and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)
    order by instruction.id for update of instruction, envelope`.execute(ctx.db())
  return rows
}

/** Whether anything of a person was called back or is held; asked before anything is locked. */
export async function isCalledBack(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from payments.recall where person_id = ${personId})
      or exists (select from payments.instruction where payee_id = ${personId} and reason = ${payeeDied}) as is`.execute(
    ctx.db(),
  )
  return rows[0]!.is
}

export type RecallCause = 'died' | 'decision'

/** What went to the treasury because its payee had died was decided for that alone. */
const goesToTreasury = sql`exists (select from payments.heir_request as request
  join payments.instruction as own on own.id = request.instruction_id
  where request.instruction_id = recall.instruction_id and request.goes_to = 'treasury' and request.state = 'approved')`

/** Forgets that nothing is due to a person because of something that turned out to be none. */
export async function forgetRecalls(
  ctx: Ctx,
  orderIds: readonly string[],
  {
    personId,
    cause,
    isAlive,
  }: { readonly personId: string; readonly cause: RecallCause; readonly isAlive: boolean },
) {
  const own = sql`recall.person_id = ${personId} and recall.cause = ${cause} and not ${goesToTreasury}`
  const ofPayee = sql`${goesToTreasury} and exists (select from payments.instruction as own
    where own.id = recall.instruction_id and own.payee_id = ${personId})`
  await sql`delete from payments.recall where instruction_id = any(${[...orderIds]}::uuid[])
    and ((${own}) ${isAlive ? sql`or (${ofPayee})` : sql``})`.execute(ctx.db())
}

/** Says again what of orders is due to nobody for another reason: a person is dead, or the record merged into another. */
export async function keepRecalls(
  ctx: Ctx,
  orderIds: readonly string[],
  { personId, from }: { readonly personId: string; readonly from: Month | undefined },
) {
  const said = sql`${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid, ${ctx.actor.name}::text`
  const later = sql`on conflict (instruction_id, person_id) do update set from_month = least(recall.from_month, excluded.from_month)`
  const into = sql`payments.recall (instruction_id, person_id, from_month, cause, area_id, asked_at, asked_by, asked_name)`
  const ofThem = sql`item.instruction_id = any(${[...orderIds]}::uuid[]) and item.programme <> 'one_off'`
  await sql`insert into ${into}
    select instruction.id, ${personId}::uuid, min(item.benefit_month), 'decision', instruction.area_id, ${said}
    from payments.item join payments.instruction on instruction.id = item.instruction_id
    where ${ofThem} and instruction.payee_id = ${personId} and instruction.payee_id in (${selectMergedAway()})
    group by instruction.id having bool_and(item.person_id = instruction.payee_id) ${later}`.execute(ctx.db())
  if (from === undefined) return
  await sql`insert into ${into}
    select instruction.id, item.person_id, ${from}, 'died', instruction.area_id, ${said}
    from payments.item join payments.instruction on instruction.id = item.instruction_id
    where ${ofThem} and item.person_id = ${personId} and item.benefit_month >= ${from}
    group by instruction.id, item.person_id ${later}`.execute(ctx.db())
}

/** Says again that months of an order from one on are due to nobody. */
export async function keepRecallFrom(
  ctx: Ctx,
  orderId: string,
  { personId, cause, from }: { readonly personId: string; readonly cause: RecallCause; readonly from: Month },
) {
  await sql`insert into payments.recall (instruction_id, person_id, from_month, cause, area_id, asked_at, asked_by, asked_name)
    select id, ${personId}, ${from}, ${cause}, area_id, ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.name}
    from payments.instruction where id = ${orderId}
    on conflict (instruction_id, person_id) do update set from_month = least(recall.from_month, excluded.from_month)`.execute(
    ctx.db(),
  )
}

export type NotDueItem = {
  readonly instructionId: string
  readonly personId: string
  readonly component: string
  readonly benefitMonth: Month
  readonly areaId: number
  /** What of it is due to nobody. */
  readonly notDue: Dong
}

/** Every item of some orders, with what of it is due to nobody. */
export async function listItemsOf(ctx: Ctx, orderIds: readonly string[]): Promise<NotDueItem[]> {
  const { rows } = await sql<NotDueItem>`
    select instruction_id, person_id, component, benefit_month, area_id, amount as not_due from ${itemsNotDue} as item
    where instruction_id = any(${[...orderIds]}::uuid[]) order by instruction_id, benefit_month, person_id, component`.execute(
    ctx.db(),
  )
  return rows
}

/** Notes what is due again; `isOwed` where the books owe it, or will once its list is approved. */
export async function insertDueAgain(
  ctx: Ctx,
  items: readonly (NotDueItem & { readonly isOwed: boolean })[],
) {
  await sql`
    insert into payments.due_again (instruction_id, person_id, component, benefit_month, is_owed, withheld, area_id, made_at, made_by)
    select said."instructionId", said."personId", said.component, said."benefitMonth", said."isOwed",
      case when said."isOwed" then 0 else (
        select coalesce(sum(withholding.amount), 0)::bigint from payments.withholding
        where withholding.instruction_id = said."instructionId" and withholding.person_id = said."personId"
          and withholding.component = said.component and withholding.benefit_month = said."benefitMonth") end,
      said."areaId", ${ctx.now}, ${ctx.actor.userId}
    from json_to_recordset(${JSON.stringify(items)}::json) as said ("instructionId" uuid, "personId" uuid, component text,
      "benefitMonth" text, "isOwed" boolean, "areaId" integer)
    on conflict (instruction_id, person_id, component, benefit_month) do update set is_owed = excluded.is_owed,
      withheld = excluded.withheld, made_at = excluded.made_at, made_by = excluded.made_by`.execute(ctx.db())
}

/** It goes with its own list after all. */
export async function makeReady(ctx: Ctx, id: string) {
  await sql`update payments.instruction set state = 'ready', ended_on = null, reason = null where id = ${id}`.execute(
    ctx.db(),
  )
}

/** It waits for the next list, unless another reason keeps it, and no provider is asked for it any more unless people called it back. */
export async function markDueAgain(
  ctx: Ctx,
  { id, isKept }: { readonly id: string; readonly isKept: boolean },
) {
  await sql`update payments.instruction set
      reason = case when state = 'withdrawn' and not ${isKept}::boolean then ${dueAgain} else reason end,
      recall_asked_at = case when exists (select from payments.recall_request as asked
        where asked.instruction_id = ${id} and asked.state = 'approved') then recall_asked_at end
    where id = ${id}`.execute(ctx.db())
}
