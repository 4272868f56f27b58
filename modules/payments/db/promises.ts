import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { lyingItems } from './lying.ts'
import { itemsDue } from './not-due.ts'

/** Which line it is about, for whoever says it in words. */
const lineOf = sql`person_id, component, benefit_month, month as list_month`

/** What must hold at every moment, whatever has happened; each names what breaks it. */
const always = {
  'debit and credit are equal': sql`
    select account as what from payments.posting group by account
    having (select sum(amount) from payments.posting) <> 0`,
  'no unit is out of balance': sql`
    select area_id::text as what from payments.posting group by area_id having sum(amount) <> 0`,
  'no provider has paid what it did not have': sql`
    select provider_id::text as what from payments.posting where account = 'at_provider'
    group by provider_id having sum(amount) < 0`,
  'no month has paid what was not there yet': sql`
    select concat_ws(' ', provider_id, month) as what from (
      select provider_id, month, sum(sum(amount)) over (partition by provider_id order by month) as lying
      from payments.posting where account = 'at_provider' and month is not null group by provider_id, month) as by_month
    where lying < 0`,
  'nobody is owed less than nothing': sql`
    select person_id::text as what from payments.posting where account = 'payable' group by person_id having sum(amount) > 0`,
  'what is owed of what nobody was paid is what of it is due': sql`
    with recursive chain as (
      select instruction.id as last, instruction.id, instruction.replaces_id
      from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
      where instruction.not_paid is not null and envelope.state not in ('draft', 'checked', 'cancelled')
        and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)
      union all
      select chain.last, former.id, former.replaces_id from chain
      join payments.instruction as former on former.id = chain.replaces_id),
    side as (
      select chain.last, posting.person_id, posting.amount from chain
      join payments.posting on posting.instruction_id = chain.id and posting.account = 'payable'
      union all
      select chain.last, item.person_id, item.amount from chain
      join ${itemsDue} as item on chain.id = chain.last and item.instruction_id = chain.last
      where not exists (select from payments.due_again as again where again.instruction_id = item.instruction_id and not again.is_owed
        and again.person_id = item.person_id and again.component = item.component and again.benefit_month = item.benefit_month))
    select instruction.end_to_end_id as what from side join payments.instruction on instruction.id = side.last
    group by instruction.end_to_end_id, side.person_id having sum(side.amount) <> 0`,
  'nobody owes less than nothing': sql`
    select recovery_id::text as what from payments.posting where account = 'receivable'
    group by recovery_id having sum(amount) < 0`,
  'what is transferred is spent from the budget, and no more': sql`
    select entry.cause as what from payments.entry join payments.posting on posting.entry_id = entry.id
    where entry.kind = 'envelope_sent' group by entry.id
    having sum(amount) filter (where account = 'at_provider') <> sum(amount) filter (where account = 'budget_spent')`,
  'nothing is held that is less than nothing': sql`
    select fund_id::text as what from payments.posting where account = 'budget_blocked' group by fund_id having sum(amount) < 0`,
  'what lies at a provider is what did not arrive': sql`
    select provider_id::text as what from (
      select provider_id, amount from payments.posting where account = 'at_provider'
      union all
      select instruction.provider_id, -instruction.amount from payments.instruction
      where instruction.state = 'sent' or (instruction.state = 'ready' and instruction.is_carried)
      union all
      select instruction.provider_id, -item.amount from ${lyingItems('all')}) as both_sides
    group by provider_id having sum(amount) <> 0`,
  'what is given back is on the books, and nothing else': sql`
    select refund.code as what from payments.refund left join (
      select entry.cause, -sum(posting.amount) as amount from payments.entry join payments.posting on posting.entry_id = entry.id
      where entry.kind = 'refunded' and posting.account = 'at_provider' group by entry.cause) as booked
      on booked.cause = 'refund ' || refund.id,
      lateral (select sum(amount) as amount from payments.refund_item where refund_id = refund.id) as own
    where own.amount is distinct from refund.amount
      or coalesce(booked.amount, 0) <> case when refund.state = 'confirmed' then refund.amount else 0 end`,
  'no budget line has spent less than nothing': sql`
    select fund_id::text as what from payments.posting where account = 'budget_spent' group by fund_id having sum(amount) < 0`,
  'a line of a list is paid once': sql`
    select concat_ws(' ', person_id, component, benefit_month) as what, ${lineOf}, sum(item.amount)::bigint as paid
    from payments.item join payments.instruction on instruction.id = item.instruction_id and instruction.state = 'paid'
    group by run_id, one_off_id, month, person_id, component, benefit_month having count(*) > 1`,
  'what is paid for a month is what lists gave for it': sql`
    with paid as (
      select run_id, month, person_id, component, benefit_month, sum(item.amount)::bigint as amount
      from payments.item join payments.instruction on instruction.id = item.instruction_id and instruction.state = 'paid'
      where run_id is not null group by run_id, month, person_id, component, benefit_month)
    select concat_ws(' ', person_id, component, benefit_month) as what, ${lineOf}, sum(paid.amount)::bigint as paid,
      coalesce(sum(due.amount), 0)::bigint as given
    from paid left join payroll.public_due as due using (run_id, month, person_id, component, benefit_month)
    group by run_id, month, person_id, component, benefit_month
    having sum(paid.amount) > coalesce(sum(due.amount), 0)`,
  'an order is executed once': sql`
    select instruction_id::text as what from payments.response_line
    where outcome = 'paid' and verdict in ('matched', 'matched_by_hand') group by instruction_id having count(*) > 1`,
  'what is paid is on the books, and nothing else': sql`
    select instruction.end_to_end_id as what from payments.instruction left join (
      select instruction_id, sum(amount) as amount from payments.posting join payments.entry on entry.id = posting.entry_id
      where account = 'payable' and entry.kind in ('paid', 'returned') group by instruction_id) as booked
      on booked.instruction_id = instruction.id
    where coalesce(booked.amount, 0) <> case when instruction.state = 'paid' then instruction.amount else 0 end`,
  'control totals are what the orders come to': sql`
    select envelope.code as what from payments.envelope, lateral (
      select count(*) as instructions, sum(amount) as amount from payments.instruction where envelope_id = envelope.id) as own,
      lateral (select sum(instructions) as instructions, sum(amount) as amount from payments.envelope_area
        where envelope_id = envelope.id) as parts
    where (envelope.instructions, envelope.amount) is distinct from (own.instructions::int, own.amount::bigint)
      or (envelope.instructions, envelope.amount) is distinct from (parts.instructions::int, parts.amount::bigint)`,
  'what stands where is what the orders come to': sql`
    select envelope.code as what from (
      select envelope_id, area_id, state, provider_id, instructions, amount from payments.envelope_state
      union all
      select envelope_id, area_id, state, provider_id, -1, -amount from payments.instruction) as both_sides
    join payments.envelope on envelope.id = envelope_id
    group by envelope.code, both_sides.area_id, both_sides.state, both_sides.provider_id
    having sum(both_sides.instructions) <> 0 or sum(both_sides.amount) <> 0`,
  'an order is for what it is made of': sql`
    select instruction.end_to_end_id as what from payments.instruction, lateral (
      select sum(amount) as amount from payments.item where instruction_id = instruction.id) as own
    where own.amount is distinct from instruction.amount`,
  'what a clerk said is in an answer': sql`
    select hand_out.id::text as what from payments.hand_out where outcome = 'paid' and not exists (
      select from payments.response_line where response_id = hand_out.response_id and provider_ref = hand_out.id::text)`,
} as const

/** And when everything has come to its end. */
const atTheEnd = {
  'every order that was sent has ended': sql`
    select instruction.end_to_end_id as what from payments.instruction
    join payments.envelope on envelope.id = instruction.envelope_id
    where instruction.state = 'sent' or (instruction.state = 'ready' and envelope.state <> 'cancelled')`,
  'nothing of an answer waits for a person': sql`
    select concat_ws(' ', response_id, number) as what from payments.response_line
    where verdict in ('unknown', 'ambiguous', 'amount_differs', 'contradicts')`,
  'a settled recovery has nothing open': sql`
    select recovery.id::text as what from payments.recovery, lateral (
      select coalesce(sum(amount), 0) as open from payments.posting
      where recovery_id = recovery.id and account = 'receivable') as own
    where (recovery.state in ('settled', 'written_off', 'withdrawn') and open <> 0) or (recovery.state = 'planned' and open <= 0)`,
} as const

export type PaymentPromise = keyof typeof always | keyof typeof atTheEnd

/** What breaks a promise: what it is known by, and the line of a list it is about, where it is about one. */
export type Breach = {
  readonly what: string
  readonly personId?: string
  readonly component?: string
  readonly benefitMonth?: Month
  readonly listMonth?: Month
  readonly paid?: Dong
  readonly given?: Dong
}

/** Every promise with what breaks it; nothing does, where all is well. */
export async function checkPromises(
  ctx: Ctx,
  { isOver = false } = {},
): Promise<{ readonly promise: PaymentPromise; readonly broken: readonly Breach[] }[]> {
  const checked = []
  for (const [promise, query] of Object.entries({ ...always, ...(isOver && atTheEnd) })) {
    const { rows } = await sql<Breach>`select * from (${query}) as breach order by what`.execute(ctx.db())
    checked.push({ promise: promise as PaymentPromise, broken: rows }) // A key of the two above.
  }
  return checked
}
