import { sql, type RawBuilder } from 'kysely'
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
  await sql`insert into payments.recall (instruction_id, person_id, from_month, cause, area_id, asked_at, asked_by, asked_name)
    select instruction.id, item.person_id, min(item.benefit_month), 'died', instruction.area_id, ${ctx.now}, ${ctx.actor.userId},
      ${ctx.actor.name}
    from payments.instruction
    join payments.item on item.instruction_id = instruction.id
    join (${dead}) as dead on dead.id = item.person_id
    where instruction.envelope_id = ${envelopeId} and instruction.state = 'ready' and ${isAfterDeath}
      and not (instruction.payee_id in (select id from (${dead}) as dead) and ${hasMonthsLived(dead)})
    group by instruction.id, item.person_id
    on conflict do nothing`.execute(ctx.db())
  await sql`update payments.instruction set state = 'withdrawn', ended_on = ${ctx.today}, reason = 'recalled'
    where envelope_id = ${envelopeId} and state = 'ready'
      and exists (select from payments.recall where recall.instruction_id = instruction.id)`.execute(ctx.db())
  await sql`update payments.instruction set state = 'withdrawn', ended_on = ${ctx.today}, reason = ${payeeDied}
    where envelope_id = ${envelopeId} and state = 'ready' and payee_id in (select id from (${dead}) as dead)`.execute(
    ctx.db(),
  )
}

/** Whether an order has something that whoever it is for lived to see the month of, or that is given once. */
const hasMonthsLived = (dead: RawBuilder<unknown>) => sql`exists (select from payments.item
  left join (${dead}) as dead on dead.id = item.person_id
  where item.instruction_id = instruction.id and (dead.id is null or not (${isAfterDeath})))`
