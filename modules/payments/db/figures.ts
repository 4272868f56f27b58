import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { FiguresOfMonth } from '../domain/figures.ts'
import { payeeDied } from './dead-payees.ts'

type Scope = { readonly month: Month; readonly areaIds: readonly number[] }

/** Approved lists: each person with each who receives for them. */
const line = (ctx: Ctx, { month, areaIds }: Scope) => sql`
  line as materialized (
    select person_id, payee_id, sum(amount) as amount from payroll.public_due
    where month = ${month} and area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'area_id')}
      and run_id in (select run_id from payroll.public_approved_run where month = ${month})
    group by person_id, payee_id),
  listed as (select person_id, sum(amount) as amount, count(*) as payees from line group by person_id),
  listed_payee as (select payee_id, count(*) as people from line group by payee_id)`

/**
 * The accounts of people («phải trả người hưởng») by order: what was owed, and what became of it. A new try owes nothing anew,
 * and is known by that.
 */
const account = (ctx: Ctx, { month, areaIds }: Scope) => sql`
  account as materialized (
    select posting.person_id, posting.instruction_id, bool_or(posting.programme = 'one_off') as is_once,
      coalesce(-sum(amount) filter (where entry.kind = 'envelope_approved'
        or (entry.kind = 'envelope_cancelled' and entry.cause not like 'offset of %')), 0) as due,
      coalesce(sum(amount) filter (where entry.kind in ('paid', 'returned')), 0) as paid,
      coalesce(sum(amount) filter (where entry.kind in ('recalled', 'owed_again')), 0) as recalled,
      coalesce(sum(amount) filter (where entry.kind = 'recovery_offset'
        or (entry.kind = 'envelope_cancelled' and entry.cause like 'offset of %')), 0) as set_off,
      -sum(amount) as open
    from payments.posting join payments.entry on entry.id = posting.entry_id
    where posting.account = 'payable' and posting.month = ${month}
      and posting.area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'posting.area_id')}
    group by posting.person_id, posting.instruction_id),
  first_try as (select * from account where due > 0),
  ordered as (
    select person_id, count(*) as orders, sum(paid) as paid,
      coalesce(sum(due) filter (where not is_once), 0) as due_by_list
    from first_try group by person_id),
  an_order as (select instruction_id, count(*) as people from first_try group by instruction_id),
  reached as (select person_id from account group by person_id having sum(paid) > 0)`

/** Orders as pages of envelopes show them: by the unit of the payee, whoever the money is for. */
const shown = (ctx: Ctx, { month, areaIds }: Scope) => sql`
  shown as materialized (
    select instruction.id, instruction.payee_id, instruction.state, envelope.purpose = 'reissue' as is_again,
      envelope.state in ('draft', 'checked') as is_new
    from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where instruction.month = ${month} and envelope.state <> 'cancelled'
      and instruction.area_id = any(${[...areaIds]}::integer[]) and ${withinArea(ctx, 'instruction.area_id')}),
  shown_payee as (select payee_id, count(*) as orders from shown group by payee_id)`

/** Of somebody no first order reached, what keeps the money from them: the order that may still bring it comes first. */
const fate = sql`
  fate as (
    select first_try.person_id, min(case
        when instruction.id is null then '8 unseen'
        when instruction.state in ('ready', 'sent') then '1 waiting'
        when instruction.state = 'unclaimed' then '2 unclaimed'
        when instruction.state = 'returned' then '3 returned'
        when instruction.state = 'rejected' then '4 rejected'
        when instruction.state = 'withdrawn' and instruction.reason = ${payeeDied} then '5 held'
        when instruction.state in ('recalled', 'withdrawn') then '6 recalled' end) as what
    from first_try join ordered on ordered.person_id = first_try.person_id and ordered.paid <= 0
    left join payments.instruction on instruction.id = first_try.instruction_id
    group by first_try.person_id)`

/** Counts everything of a month in some units, each figure for itself. */
export async function countFigures(ctx: Ctx, scope: Scope): Promise<FiguresOfMonth> {
  const { month, areaIds } = scope
  const people = (what: string) => sql`(select count(*)::int from fate where what = ${what})`
  const ledger = sql`payments.posting join payments.entry on entry.id = posting.entry_id`
  const { rows } = await sql<{ counted: FiguresOfMonth }>`
    with ${line(ctx, scope)}, ${account(ctx, scope)}, ${shown(ctx, scope)}, ${fate}
    select json_build_object(
      'listed', (select count(*)::int from listed),
      'shared_payee', (select coalesce(sum(people - 1), 0)::int from listed_payee),
      'several_payees', (select coalesce(sum(payees - 1), 0)::int from listed),
      'listed_payees', (select count(*)::int from listed_payee),
      'not_ordered', (select count(*)::int from listed where person_id not in (select person_id from ordered)),
      'not_listed', (select count(*)::int from ordered where person_id not in (select person_id from listed)),
      'ordered', (select count(*)::int from ordered),
      'shared_order', (select coalesce(sum(people - 1), 0)::int from an_order),
      'several_orders', (select coalesce(sum(orders - 1), 0)::int from ordered),
      'orders', (select count(*)::int from an_order),
      'payee_elsewhere', (select count(*)::int from an_order where instruction_id not in (select id from shown)),
      'for_people_elsewhere', (select count(*)::int from shown where not is_again and not is_new and state <> 'withdrawn'
        and id not in (select instruction_id from an_order)),
      'never_owed', (select count(*)::int from shown where not is_again and not is_new and state = 'withdrawn'
        and id not in (select instruction_id from an_order)),
      'not_approved', (select count(*)::int from shown where not is_again and is_new),
      'tried_again', (select count(*)::int from shown where is_again),
      'shown_orders', (select coalesce(sum(part.instructions), 0)::int from payments.envelope_area as part
        join payments.envelope on envelope.id = part.envelope_id
        where envelope.month = ${month} and envelope.state <> 'cancelled' and part.area_id = any(${[...areaIds]}::integer[])
        and ${withinArea(ctx, 'part.area_id')}),
      'same_payee', (select coalesce(sum(orders - 1), 0)::int from shown_payee),
      'shown_payees', (select count(*)::int from shown_payee),
      'waiting', ${people('1 waiting')},
      'unclaimed', ${people('2 unclaimed')},
      'returned', ${people('3 returned')},
      'rejected', ${people('4 rejected')},
      'recalled', ${people('6 recalled')},
      'held', ${people('5 held')},
      'unseen', ${people('8 unseen')},
      'reached_by_retry', (select count(*)::int from reached
        where person_id not in (select person_id from ordered where paid > 0)),
      'reached', (select count(*)::int from reached),
      'listed_amount', (select coalesce(sum(amount), 0)::bigint from listed),
      'not_ordered_amount', (select coalesce(sum(greatest(listed.amount - coalesce(due_by_list, 0), 0)), 0)::bigint
        from listed left join ordered on ordered.person_id = listed.person_id),
      'not_listed_amount', (select coalesce(sum(due), 0)::bigint from first_try where is_once),
      'due_amount', (select coalesce(sum(due), 0)::bigint from first_try),
      'recalled_amount', (select coalesce(sum(recalled), 0)::bigint from first_try),
      'set_off_amount', (select coalesce(sum(set_off), 0)::bigint from first_try),
      'paid_amount', (select coalesce(sum(paid), 0)::bigint from first_try),
      'open_amount', (select coalesce(sum(open), 0)::bigint from first_try),
      'paid_by_retry_amount', (select coalesce(sum(paid), 0)::bigint from account where due <= 0),
      'all_paid_amount', (select coalesce(-sum(amount), 0)::bigint from ${ledger} where posting.account = 'at_provider'
        and entry.kind in ('paid', 'returned') and posting.month = ${month}
        and posting.area_id = any(${[...areaIds]}::integer[])
        and ${withinArea(ctx, 'posting.area_id')})) as counted`.execute(ctx.db())
  return rows[0]!.counted
}
