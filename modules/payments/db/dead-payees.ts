import { sql } from 'kysely'
import { firstDayOf, type Month } from '#kernel/civil-date'
import { selectDeadBefore } from '#modules/people'
import type { Ctx } from '#platform/server/context'

/** Why an order is held: whoever was to receive it had died before the month of the list began. */
export const payeeDied = 'payee_died'

/** Whether an item is of a month after the death of whom it is for (`dead`); what is given once stays due whoever dies. */
export const isAfterDeath = sql`item.benefit_month > to_char(dead.died_on, 'YYYY-MM') and item.programme <> 'one_off'`

/**
 * Holds what is made out to the dead (DEATH-ARREARS): arrears of months they lived in are due, and no text read says to whom.
 * The month of a death is paid as ever: the list names whoever died in it. What is for months after it is due to nobody
 * (PROC-7a) and is called back at once, unless months they lived in stand in the same order: that is decided with those.
 */
export async function holdForTheDead(
  ctx: Ctx,
  { envelopeId, month }: { envelopeId: string; month: Month },
): Promise<void> {
  const dead = selectDeadBefore(firstDayOf(month))
  // Each step once for all: asked of every order by itself, whoever is dead is looked for as often as there are orders.
  await sql`
    with dead as materialized (${dead}), after_death as materialized (
      select instruction.id, instruction.payee_id, instruction.area_id, item.person_id, min(item.benefit_month) as from_month
      from payments.instruction
      join payments.item on item.instruction_id = instruction.id
      join dead on dead.id = item.person_id
      where instruction.envelope_id = ${envelopeId} and instruction.state = 'ready' and ${isAfterDeath}
      group by instruction.id, item.person_id
    ), ${havingMonthsLived}
    insert into payments.recall (instruction_id, person_id, from_month, cause, area_id, asked_at, asked_by, asked_name)
    select id, person_id, from_month, 'died', area_id, ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.name}
    from after_death
    where not (payee_id in (select id from dead) and id in (select instruction_id from with_months_lived))
    on conflict do nothing`.execute(ctx.db())
  await sql`update payments.instruction set state = 'withdrawn', ended_on = ${ctx.today}, reason = 'recalled'
    where envelope_id = ${envelopeId} and state = 'ready'
      and exists (select from payments.recall where recall.instruction_id = instruction.id)`.execute(ctx.db())
  await sql`update payments.instruction set state = 'withdrawn', ended_on = ${ctx.today}, reason = ${payeeDied}
    where envelope_id = ${envelopeId} and state = 'ready' and payee_id in (select id from (${dead}) as dead)`.execute(
    ctx.db(),
  )
}

/** The orders that have something, too, that whoever it is for lived to see the month of, or that is given once. */
const havingMonthsLived = sql`with_months_lived as materialized (
  select item.instruction_id from payments.item left join dead on dead.id = item.person_id
  where item.instruction_id in (select id from after_death) and (dead.id is null or not (${isAfterDeath})))`
