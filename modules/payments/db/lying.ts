import { sql, type RawBuilder } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { RefundReason } from '../domain/refund.ts'
import { payeeDied } from './dead-payees.ts'
import { itemsNotDue } from './not-due.ts'
import { isDisputed } from './open-lines.ts'

/** The states of orders whose money did not arrive; one given up by itself lies there if it was to go from there. */
export const cameToNothing = (alias = 'instruction', envelope = 'envelope') => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<boolean>`(${of('state')} in ('returned', 'rejected', 'recalled', 'unclaimed')
    or (${of('state')} = 'withdrawn' and ${of('is_carried')} and ${sql.ref(`${envelope}.state`)} <> 'cancelled'))`
}

/**
 * What lies at providers, item by item: of orders that came to nothing what no later order takes from there and nobody has
 * given back. What is asked back and not given back yet still lies there, and so does what a line of an answer contradicts: neither
 * can be asked back.
 */
export const lyingItems = (which: 'all' | 'to_ask_back') => sql`payments.instruction
  join payments.envelope on envelope.id = instruction.envelope_id
  left join payments.instruction as latter on latter.replaces_id = instruction.id
  cross join lateral (select own.instruction_id, own.person_id, own.component, own.benefit_month, own.programme, own.area_id,
      own.amount - coalesce(again.amount, 0) as amount
    from payments.item as own left join payments.item as again on latter.is_carried is true
      and again.instruction_id = latter.id and again.person_id = own.person_id
      and again.component = own.component and again.benefit_month = own.benefit_month
    where own.instruction_id = instruction.id) as item
  where instruction.not_paid is not null and ${cameToNothing()} and item.amount > 0
    and not exists (select from payments.refund_item join payments.refund on refund.id = refund_item.refund_id
      where refund_item.is_living and refund_item.instruction_id = item.instruction_id
        and refund_item.person_id = item.person_id and refund_item.component = item.component
        and refund_item.benefit_month = item.benefit_month
        ${which === 'all' ? sql`and refund.state = 'confirmed'` : sql``})
    ${which === 'all' ? sql`` : sql`and not ${isDisputed}`}`

/** Why an item lies there; of `uncollected` payees nobody has come for so many months that the law suspends. */
export const reasonOf = (uncollected: readonly string[]) => sql<RefundReason>`case
  when exists (select from ${itemsNotDue} as gone where gone.instruction_id = item.instruction_id
    and gone.person_id = item.person_id and gone.component = item.component
    and gone.benefit_month = item.benefit_month and gone.amount >= item.amount) then 'not_due'
  when instruction.reason = ${payeeDied} then 'payee_died'
  when latter.id is not null then 'elsewhere'
  when instruction.state = 'unclaimed' and instruction.payee_id = any(${[...uncollected]}::uuid[]) then 'not_collected'
  else 'left' end`

/** Who was not at home to money that can be asked back from providers now. */
export async function listPayeesOfUnclaimed(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ payeeId: string }>`
    select distinct instruction.payee_id from ${lyingItems('to_ask_back')}
      and instruction.state = 'unclaimed' and ${withinArea(ctx, 'item.area_id')} order by 1`.execute(ctx.db())
  return rows.map(({ payeeId }) => payeeId)
}

export type Lying = {
  readonly providerId: string
  readonly reason: RefundReason
  readonly orders: number
  readonly amount: Dong
  readonly since: Month
}

/** What lies where and why and can be asked back, in the actor’s units. */
export async function sumLying(
  ctx: Ctx,
  uncollected: readonly string[],
  only: RawBuilder<unknown> = sql`true`,
): Promise<Lying[]> {
  const { rows } = await sql<Lying>`
    select provider_id, reason, count(distinct id)::int as orders, sum(amount)::bigint as amount, min(month) as since from (
      select instruction.provider_id, instruction.id, instruction.month, item.amount, ${reasonOf(uncollected)} as reason
      from ${lyingItems('to_ask_back')} and ${withinArea(ctx, 'item.area_id')}) as lying
    where ${only} group by provider_id, reason order by provider_id, reason`.execute(ctx.db())
  return rows
}
