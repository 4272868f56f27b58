import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { Programme } from '../domain/programme.ts'
import { itemsDue, itemsNotDue } from './not-due.ts'

/** An order with those it was made in place of. */
const chainOf = (instructionId: string) => sql`chain as (
  select id, replaces_id from payments.instruction where id = ${instructionId}
  union all
  select former.id, former.replaces_id from payments.instruction as former join chain on chain.replaces_id = former.id)`

type Debt = {
  readonly personId: string
  readonly programme: Programme
  readonly areaId: number
  readonly providerId: string
  readonly envelopeId: string
  readonly month: Month
  /** What the books owe too much for the order, or below zero what they do not owe yet. */
  readonly tooMuch: Dong
}

/**
 * Where the books owe for an order that nobody was paid by something else than what of it is due. What is owed anew by whoever orders it
 * anew is not on them before.
 */
export async function listWrongDebts(ctx: Ctx, instructionId: string): Promise<Debt[]> {
  const { rows } = await sql<Debt>`
    with recursive ${chainOf(instructionId)},
    side as (
      select person_id, programme, area_id, -amount as amount from payments.posting
      where account = 'payable' and instruction_id in (select id from chain)
      union all
      select item.person_id, item.programme, item.area_id, -item.amount from ${itemsDue} as item
      where item.instruction_id = ${instructionId} and not exists (select from payments.due_again as again
        where again.instruction_id = item.instruction_id and not again.is_owed and again.person_id = item.person_id
          and again.component = item.component and again.benefit_month = item.benefit_month))
    select side.person_id, side.programme, side.area_id, instruction.provider_id, instruction.envelope_id, instruction.month,
      sum(side.amount)::bigint as too_much
    from side cross join payments.instruction where instruction.id = ${instructionId}
    group by side.person_id, side.programme, side.area_id, instruction.id having sum(side.amount) <> 0
    order by side.person_id, side.programme`.execute(ctx.db())
  return rows
}

export type SetOff = {
  readonly recoveryId: string
  readonly personId: string
  readonly programme: Programme
  readonly areaId: number
  /** The first order, which it was withheld of. */
  readonly instructionId: string
  readonly envelopeId: string
  readonly providerId: string
  readonly month: Month
  /** What was withheld, and what of that stands on the books as set off. */
  readonly withheld: Dong
  readonly setOff: Dong
  /** Whether the months it was withheld of are due, and owed by this order. */
  readonly isDue: boolean
}

/** What was withheld of an order, and whether the months it was withheld of are due. */
export async function listSetOffs(ctx: Ctx, instructionId: string): Promise<SetOff[]> {
  const { rows } = await sql<SetOff>`
    with recursive ${chainOf(instructionId)}
    select withholding.recovery_id, withholding.person_id, withholding.programme, withholding.area_id, first.id as instruction_id,
      first.envelope_id, first.provider_id, first.month, sum(withholding.amount)::bigint as withheld,
      (select coalesce(-sum(posting.amount), 0)::bigint from payments.posting
        where posting.account = 'receivable' and posting.instruction_id = first.id
          and posting.recovery_id = withholding.recovery_id and posting.person_id = withholding.person_id
          and posting.programme = withholding.programme) as set_off,
      not bool_or(exists (select from ${itemsNotDue} as item where item.instruction_id = ${instructionId} and item.is_whole
        and item.person_id = withholding.person_id and item.component = withholding.component
        and item.benefit_month = withholding.benefit_month)
        or exists (select from payments.due_again as again where again.instruction_id = ${instructionId} and not again.is_owed
          and again.person_id = withholding.person_id and again.component = withholding.component
          and again.benefit_month = withholding.benefit_month)) as is_due
    from chain join payments.instruction as first on first.id = chain.id and chain.replaces_id is null
    join payments.withholding on withholding.instruction_id = first.id
    group by withholding.recovery_id, withholding.person_id, withholding.programme, withholding.area_id, first.id
    order by withholding.recovery_id`.execute(ctx.db())
  return rows
}

/** How many entries of a kind are about an order already. */
export async function countEntriesOf(ctx: Ctx, kind: 'recalled' | 'owed_again', instructionId: string) {
  const { rows } = await sql<{ entries: number }>`
    select count(distinct entry.id)::int as entries from payments.posting
    join payments.entry on entry.id = posting.entry_id and entry.kind = ${kind}
    where posting.instruction_id = ${instructionId}`.execute(ctx.db())
  return rows[0]!.entries // A count is always there.
}
