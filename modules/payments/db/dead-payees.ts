import { sql } from 'kysely'
import { firstDayOf, type Month } from '#kernel/civil-date'
import { selectDeadBefore } from '#modules/people'
import type { Ctx } from '#platform/server/context'

/** Why an order is held: whoever was to receive it had died before the month of the list began. */
export const payeeDied = 'payee_died'

/**
 * Holds what is made out to the dead (DEATH-ARREARS): arrears of months they lived in are due, and no text read says to whom.
 * The month of a death is paid as ever: the list names whoever died in it.
 */
export async function holdForTheDead(
  ctx: Ctx,
  { envelopeId, month }: { envelopeId: string; month: Month },
): Promise<void> {
  await sql`update payments.instruction set state = 'withdrawn', ended_on = ${ctx.today}, reason = ${payeeDied}
    where envelope_id = ${envelopeId} and state = 'ready' and payee_id in (${selectDeadBefore(firstDayOf(month))})`.execute(
    ctx.db(),
  )
}
