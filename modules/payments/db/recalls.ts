import { sql, type RawBuilder } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { selectMergedAway } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { InstructionState } from '../domain/instruction-state.ts'
import type { Programme } from '../domain/programme.ts'
import { openEntry } from './ledger.ts'
import { itemsDue, itemsNotDue } from './not-due.ts'
import { followOpenSums } from './withholdings.ts'

/** Why an order is withdrawn that is due after all: it waits for the next list. */
export const dueAgain = 'due_again'

export type Affected = {
  readonly id: string
  readonly envelopeId: string
  readonly envelopeState: string
  readonly providerId: string
  readonly endToEndId: string
  readonly state: InstructionState
  readonly areaId: number
  readonly isPayee: boolean
  readonly isFor: boolean
}

/** Orders that came to nothing wait to be made anew, unless they were, or stood on a list that was given up. */
export const waitsToBeOrderedAnew = sql`(instruction.not_paid is not null
  and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)
  and not exists (select from payments.envelope as own where own.id = instruction.envelope_id and own.state = 'cancelled'))`

/**
 * Instructions that pay a person, or for a person, from a month on, and those that came to nothing and would be made anew; locked for
 * the rest of the transaction. What is given once stays due whoever dies afterwards.
 */
export async function lockAffected(ctx: Ctx, personId: string, from: Month): Promise<Affected[]> {
  const { rows } = await sql<Affected>`
    select instruction.id, instruction.envelope_id, envelope.state as envelope_state, instruction.provider_id,
      instruction.end_to_end_id, instruction.state, instruction.area_id, 
      -- What goes to an heir is paid because the payee has died.
      instruction.payee_id = ${personId} and coalesce(instruction.receiver ->> 'role', '') <> 'heir' as is_payee,
      exists (select from ${itemsDue} as item where item.instruction_id = instruction.id and item.person_id = ${personId}
        and item.benefit_month >= ${from} and item.programme <> 'one_off' and item.amount > 0) as is_for
    from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where (instruction.payee_id = ${personId} or instruction.id in (select instruction_id from payments.item
        where item.person_id = ${personId} and item.benefit_month >= ${from} and item.programme <> 'one_off'))
      and (instruction.state in ('ready', 'sent', 'paid') or ${waitsToBeOrderedAnew})
      and ${withinArea(ctx, 'instruction.area_id')}
    order by instruction.id for update of instruction, envelope`.execute(ctx.db())
  return rows.filter(
    ({ isFor, isPayee, state }) => isFor || (isPayee && (state === 'ready' || state === 'sent')),
  )
}

type Unsettled = Affected & { readonly personId: string; readonly from: Month }

/** Orders that have not been paid, or wait to be ordered anew, and pay nobody but a record that was merged into another; locked for the rest of the transaction. */
export async function lockUnsettledOfMerged(
  ctx: Ctx,
  of: { readonly envelopeId: string } | { readonly personId: string },
): Promise<Unsettled[]> {
  const where =
    'envelopeId' in of
      ? sql`instruction.envelope_id = ${of.envelopeId} and instruction.payee_id in (${selectMergedAway()})`
      : sql`instruction.payee_id = ${of.personId}`
  const { rows } = await sql<Unsettled>`
    select instruction.id, instruction.envelope_id, envelope.state as envelope_state, instruction.provider_id,
      instruction.end_to_end_id, instruction.state, instruction.area_id, true as is_payee, true as is_for,
      instruction.payee_id as person_id, (select min(benefit_month) from payments.item
        where item.instruction_id = instruction.id) as "from"
    from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where ${where} and (instruction.state in ('ready', 'sent') or ${waitsToBeOrderedAnew}) and instruction.one_off_id is null
      and not exists (select from payments.item
        where item.instruction_id = instruction.id and item.person_id <> instruction.payee_id)
    order by instruction.id for update of instruction, envelope`.execute(ctx.db())
  return rows
}

/** Months of a person that were ordered and came to nothing: nothing of them is to come back. */
export async function listCalledBackMonths(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ component: string; benefitMonth: Month }>`
    select item.component, item.benefit_month from payments.item
    join payments.instruction on instruction.id = item.instruction_id
    where item.person_id = ${personId} group by item.component, item.benefit_month
    having bool_and(instruction.not_paid is not null)`.execute(ctx.db())
  return rows
}

/** Says from which month on an order owes a person nothing; told again of an earlier one, that one counts. */
export async function insertRecall(
  ctx: Ctx,
  recall: {
    instructionId: string
    personId: string
    from: Month
    cause: 'died' | 'decision'
    areaId: number
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into payments.recall (instruction_id, person_id, from_month, cause, area_id, asked_at, asked_by, asked_name)
    values (${recall.instructionId}, ${recall.personId}, ${recall.from}, ${recall.cause}, ${recall.areaId}, ${ctx.now},
      ${ctx.actor.userId}, ${ctx.actor.name})
    on conflict (instruction_id, person_id) do update set from_month = excluded.from_month, cause = excluded.cause,
      asked_at = excluded.asked_at, asked_by = excluded.asked_by, asked_name = excluded.asked_name
    where recall.from_month > excluded.from_month`.execute(ctx.db())
  return Number(numAffectedRows ?? 0) > 0
}

export async function askForRecall(ctx: Ctx, instructionId: string) {
  await sql`update payments.instruction set recall_asked_at = coalesce(recall_asked_at, ${ctx.now}::timestamptz)
    where id = ${instructionId}`.execute(ctx.db())
}

export async function withdrawInstruction(ctx: Ctx, instructionId: string, reason: string) {
  await sql`update payments.instruction set state = 'withdrawn', ended_on = coalesce(ended_on, ${ctx.today}), reason = ${reason}
    where id = ${instructionId} and (state = 'ready' or reason = ${dueAgain})`.execute(ctx.db())
}

/** The items of some instructions that are not due any more, as far as they are not. */
const recalledItems = (instructions: RawBuilder<unknown>) => sql`payments.instruction
  join ${itemsNotDue} as item on item.instruction_id = instruction.id and item.amount > 0
  where instruction.id in (${instructions})`

/** What was withheld was withheld of the first order; later ones try again what it did not bring. */
const firstTry = sql`(with recursive earlier as (
    select instruction.id, instruction.replaces_id
    union all select former.id, former.replaces_id from payments.instruction as former
    join earlier on earlier.replaces_id = former.id)
  select id from earlier where replaces_id is null)`

export type RecalledItem = {
  readonly instructionId: string
  readonly personId: string
  readonly payeeName: string
  readonly component: string
  readonly benefitMonth: Month
  readonly programme: Programme
  /** What was to be paid; what was withheld of the month beside it was not due either. */
  readonly amount: Dong
  readonly withheld: Dong
  readonly areaId: number
  readonly cause: NotDueCause
}

/** Why something that was ordered is due to nobody. */
export type NotDueCause = 'died' | 'decision' | 'right_ended' | 'wrong_amount'

export async function listRecalledItems(
  ctx: Ctx,
  instructions: RawBuilder<unknown>,
  only: RawBuilder<unknown> = sql`true`,
): Promise<RecalledItem[]> {
  const { rows } = await sql<RecalledItem>`
    select instruction.id as instruction_id, item.person_id, instruction.payee_name, item.component, item.benefit_month,
      item.programme, item.amount, item.area_id, item.cause,
      (select coalesce(sum(withholding.amount), 0)::bigint from payments.withholding
        where item.is_whole and withholding.instruction_id = ${firstTry} and withholding.person_id = item.person_id
          and withholding.component = item.component and withholding.benefit_month = item.benefit_month) as withheld
    from ${recalledItems(instructions)} and ${only}
    order by item.person_id, item.benefit_month, instruction.id`.execute(ctx.db())
  return rows
}

/** What some people were paid, by every list, that is due to nobody as it is known now. */
export function listPaidNotDue(ctx: Ctx, personIds: readonly string[]): Promise<RecalledItem[]> {
  const ids = sql`${[...personIds]}::uuid[]`
  return listRecalledItems(
    ctx,
    sql`select own.id from payments.item as of_them join payments.instruction as own on own.id = of_them.instruction_id
      where of_them.person_id = any(${ids}) and own.state = 'paid'`,
    sql`item.person_id = any(${ids})`,
  )
}

/** What was called back of people and has not been paid, month by month: none of it can be asked back from them. */
export async function listCalledBackUnpaid(ctx: Ctx, personIds: readonly string[]) {
  const { rows } = await sql<{ personId: string; component: string; benefitMonth: Month; amount: Dong }>`
    select item.person_id, item.component, item.benefit_month, sum(item.amount)::bigint as amount
    from ${itemsNotDue} as item join payments.instruction on instruction.id = item.instruction_id
    join payments.envelope on envelope.id = instruction.envelope_id
    where item.person_id = any(${[...personIds]}::uuid[]) and item.amount > 0 and instruction.state <> 'paid'
      and envelope.state <> 'cancelled'
    group by item.person_id, item.component, item.benefit_month`.execute(ctx.db())
  return rows
}

/** Takes back what was owed and is not: payees who got nothing are owed nothing for a month they are not entitled to. */
export async function bookRecalled(ctx: Ctx, cause: string, instructions: RawBuilder<unknown>) {
  const { rows } = await sql<{
    any: boolean
  }>`select exists (select from ${recalledItems(instructions)}) as any`.execute(ctx.db())
  if (!rows[0]!.any) return
  const entryId = await openEntry(ctx, { kind: 'recalled', cause })
  if (entryId === undefined) throw new Error(`What was recalled by ${cause} was booked before`)
  await sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id, instruction_id, person_id, month)
    select ${entryId}, 'payable', sum(item.amount), item.area_id, instruction.provider_id, item.programme,
      instruction.envelope_id, instruction.id, item.person_id, instruction.month
    from ${recalledItems(instructions)} group by item.area_id, item.programme, instruction.id, item.person_id`.execute(
    ctx.db(),
  )
  await sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id, month)
    select ${entryId}, 'expense', -sum(item.amount), item.area_id, instruction.provider_id, item.programme,
      instruction.envelope_id, instruction.month
    from ${recalledItems(instructions)}
    group by item.area_id, item.programme, instruction.provider_id, instruction.envelope_id, instruction.month`.execute(
    ctx.db(),
  )
  return reviveDebts(ctx, entryId, instructions)
}

/** What was withheld of it was set off against nothing due: it is owed again, and the benefit was never spent. */
async function reviveDebts(ctx: Ctx, entryId: number, instructions: RawBuilder<unknown>) {
  const from = sql`payments.withholding join payments.instruction on instruction.id = withholding.instruction_id
    where (withholding.instruction_id, withholding.person_id, withholding.component, withholding.benefit_month) in (
      select ${firstTry}, item.person_id, item.component, item.benefit_month from ${recalledItems(instructions)} and item.is_whole)`
  const { rows } = await sql<{
    recoveryId: string
  }>`select distinct withholding.recovery_id from ${from}`.execute(ctx.db())
  if (rows.length === 0) return
  for (const [account, sign] of [
    ['receivable', 1],
    ['expense', -1],
  ] as const)
    await sql`
      insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id, instruction_id,
        person_id, month, recovery_id)
      select ${entryId}, ${account}, ${sql.raw(String(sign))} * withholding.amount, withholding.area_id,
        instruction.provider_id, withholding.programme, instruction.envelope_id, instruction.id, withholding.person_id,
        instruction.month, case when ${account} = 'receivable' then withholding.recovery_id end
      from ${from}`.execute(ctx.db())
  await followOpenSums(
    ctx,
    rows.map(({ recoveryId }) => recoveryId),
  )
}
