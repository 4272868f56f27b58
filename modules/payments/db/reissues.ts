import { sql, type RawBuilder } from 'kysely'
import { addDays, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { selectDeadBefore } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isAfterDeath, payeeDied } from './dead-payees.ts'
import { goesToHeir, payeeIsDead } from './heirs-of-the-living.ts'
import { itemsDue } from './not-due.ts'
import type { PaymentChannel } from '../domain/provider.ts'
import { keyWithin } from './instructions.ts'
import { isDisputed } from './open-lines.ts'

/** What an envelope did not bring to its payees. */
export const ofEnvelope = (envelopeId: string) => sql`instruction.envelope_id = ${envelopeId}
  and instruction.state in ('returned', 'rejected', 'recalled', 'unclaimed', 'withdrawn')`

/**
 * What nobody came for before a month, in some units, what goes to an heir by now, and what was called back and is due after all; a new try
 * that was given up unsent has let go of what it replaced.
 */
export const uncollectedBefore = (
  areaIds: readonly number[],
  month: Month,
) => sql`instruction.not_paid is not null and instruction.month < ${month}
  and instruction.area_id = any(${[...areaIds]}::integer[]) and (instruction.state = 'unclaimed'
    or (envelope.state in ('sent', 'reconciled') and (inherited.instruction_id is not null
      or exists (select from payments.due_again as again where again.instruction_id = instruction.id))))`

/** Who inherits what is held, for as long as its payee is dead. */
const joinInherited = sql`left join payments.heir_request as inherited on inherited.instruction_id = instruction.id
  and inherited.goes_to = 'heir' and inherited.state = 'approved' and instruction.reason = ${payeeDied}`

/** What goes to an heir, or went to one who did not come: in cash, whatever way the dead were paid. Who lives after all is paid themselves. */
const inheritedOf = (ctx: Ctx) =>
  sql`(inherited.instruction_id is not null or (${goesToHeir} and ${payeeIsDead(ctx)}))`

/** People who died before months of orders that are to be tried again, and from which month on those are due to nobody. */
export async function listDiedMeanwhile(ctx: Ctx, which: RawBuilder<unknown>) {
  const { rows } = await sql<{ instructionId: string; personId: string; from: Month; areaId: number }>`
    select instruction.id as instruction_id, item.person_id, min(item.benefit_month) as "from", instruction.area_id
    from payments.instruction
    join payments.envelope on envelope.id = instruction.envelope_id
    ${joinInherited}
    join ${itemsDue} as item on item.instruction_id = instruction.id and item.amount > 0
    join (${selectDeadBefore(addDays(ctx.today, 1))}) as dead on dead.id = item.person_id and ${isAfterDeath}
    where ${which} and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)
    group by instruction.id, item.person_id order by instruction.id`.execute(ctx.db())
  return rows
}

/** How many orders that did not arrive are not tried again before a person has looked at what answers say of them. */
export async function countDisputed(ctx: Ctx, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ disputed: number }>`
    select count(*)::int as disputed from payments.instruction
    join payments.envelope on envelope.id = instruction.envelope_id
    ${joinInherited}
    where ${which} and ${isDisputed}
      and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)`.execute(
    ctx.db(),
  )
  return rows[0]!.disputed // A count is always there.
}

/**
 * Gathers what did not arrive and nobody has tried again, less what is not due any more and what is being asked back. What was
 * given back is still owed, and is transferred anew.
 */
export async function gatherUnpaid(ctx: Ctx, which: RawBuilder<unknown>) {
  const isInherited = inheritedOf(ctx)
  await sql`create temporary table retry on commit drop as
    select instruction.id as replaces_id,
      case when (instruction.state <> 'withdrawn' or instruction.is_carried)
        and not coalesce(bool_or(refund.state = 'confirmed'), false) then instruction.provider_id end as former_provider_id,
      instruction.payee_id, instruction.payee_name, instruction.area_id, instruction.one_off_id, instruction.way_of,
      sum(item.amount + coalesce(again.withheld, 0))::bigint as amount,
      case when ${isInherited} then 'cash_point' else coalesce(case when channel.method = 'account' then case when channel.is_wallet then 'wallet' else 'account' end
        when channel.pay_point_kind = 'home' then 'cash_home' when channel.method = 'cash' then 'cash_point' end,
        instruction.channel) end as channel,
      case when ${isInherited} then null when channel.method is null then instruction.bank else channel.bank end as bank,
      case when ${isInherited} then null when channel.method is null then instruction.account else channel.account end as account,
      case when ${isInherited} then null when channel.method is null then instruction.pay_point_id
        else channel.pay_point_id end as pay_point_id,
      case when ${isInherited} then null when channel.method is null then instruction.holder else channel.holder end as holder,
      case when inherited.instruction_id is not null then jsonb_build_object('role', 'heir',
          'personId', inherited.heir -> 'personId', 'fullName', inherited.heir -> 'fullName',
          'number', inherited.heir -> 'number', 'document', inherited.paper, 'until', null)
        when ${isInherited} then instruction.receiver
        when channel.method is null then case when not ${goesToHeir} then instruction.receiver end
        else channel.receiver end as receiver,
      null::text as bic, null::uuid as provider_id
    from payments.instruction
    join payments.envelope on envelope.id = instruction.envelope_id
    join ${itemsDue} as item on item.instruction_id = instruction.id and item.amount > 0
    left join payments.due_again as again on again.instruction_id = item.instruction_id and again.person_id = item.person_id
      and again.component = item.component and again.benefit_month = item.benefit_month
    left join payroll.public_channel as common on common.person_id = instruction.payee_id
    left join payroll.public_award_channel as own on own.payee_id = instruction.payee_id
      and own.way_of = instruction.way_of
    cross join lateral (select
      case when own.payee_id is null then common.method else own.method end as method,
      case when own.payee_id is null then common.pay_point_id else own.pay_point_id end as pay_point_id,
      case when own.payee_id is null then common.pay_point_kind else own.pay_point_kind end as pay_point_kind,
      case when own.payee_id is null then common.bank else own.bank end as bank,
      case when own.payee_id is null then common.account else own.account end as account,
      case when own.payee_id is null then common.is_wallet else own.is_wallet end as is_wallet,
      case when own.payee_id is null then common.holder else own.holder end as holder,
      case when own.payee_id is null then common.receiver else own.receiver end as receiver) as channel
    left join payments.refund_item on refund_item.is_living and refund_item.instruction_id = item.instruction_id
      and refund_item.person_id = item.person_id and refund_item.component = item.component
      and refund_item.benefit_month = item.benefit_month
    left join payments.refund on refund.id = refund_item.refund_id
    ${joinInherited}
    where ${which}
      and (instruction.reason is distinct from ${payeeDied} or inherited.instruction_id is not null)
      and coalesce(refund.state, 'confirmed') = 'confirmed'
      and not exists (select from payments.instruction as latter where latter.replaces_id = instruction.id)
      and not ${isDisputed}
    group by instruction.id, channel.method, channel.pay_point_kind, channel.bank, channel.account,
      channel.pay_point_id, channel.is_wallet, channel.holder, channel.receiver, inherited.instruction_id, inherited.heir,
      inherited.paper`.execute(ctx.db())
}

export async function forgetUnpaid(ctx: Ctx) {
  await sql`drop table retry`.execute(ctx.db())
}

export type Retry = {
  readonly replacesId: string
  readonly payeeId: string
  readonly channel: PaymentChannel
  readonly areaId: number
  readonly bank: string | null
}

export async function listRetries(ctx: Ctx): Promise<Retry[]> {
  const { rows } = await sql<Retry>`
    select replaces_id, payee_id, channel, area_id, bank from retry order by replaces_id`.execute(ctx.db())
  return rows
}

/** Says which provider each new try goes through; the others are not tried. */
export async function assignRetries(
  ctx: Ctx,
  retries: readonly { replacesId: string; providerId: string; bic: string | null }[],
) {
  await sql`update retry set provider_id = said."providerId", bic = said.bic
    from json_to_recordset(${JSON.stringify(retries)}::json) as said ("replacesId" uuid, "providerId" uuid, bic text)
    where said."replacesId" = retry.replaces_id`.execute(ctx.db())
  await sql`delete from retry where provider_id is null`.execute(ctx.db())
}

/** What each provider is to try again, and what of it lies there already. */
export async function sumRetries(ctx: Ctx) {
  const { rows } = await sql<{ providerId: string; instructions: number; amount: Dong; carried: Dong }>`
    select provider_id, count(*)::int as instructions, sum(amount)::bigint as amount,
      coalesce(sum(amount) filter (where former_provider_id = provider_id), 0)::bigint as carried
    from retry group by provider_id order by provider_id`.execute(ctx.db())
  return rows
}

/** Makes the new instructions, each tied to the one it replaces, for the same items. */
export async function insertRetries(
  ctx: Ctx,
  { id, code, providerId, month }: { id: string; code: string; providerId: string; month: Month },
) {
  await sql`
    insert into payments.instruction (envelope_id, provider_id, number, end_to_end_id, month, payee_id, payee_name, area_id,
      amount, channel, bank, bic, account, pay_point_id, state, replaces_id, is_carried, one_off_id, holder, receiver,
      way_of)
    select ${id}, provider_id, number, ${keyWithin(code)}, ${month}, payee_id, payee_name, area_id,
      amount, channel, bank, bic, account, pay_point_id, 'ready', replaces_id, coalesce(former_provider_id = provider_id, false), one_off_id,
      holder, receiver, way_of
    from (select *, row_number() over (order by area_id, pay_point_id nulls last, payee_id, replaces_id) as number
      from retry where provider_id = ${providerId}) as numbered`.execute(ctx.db())
  await sql`
    insert into payments.item (instruction_id, person_id, component, benefit_month, programme, amount, area_id)
    select instruction.id, item.person_id, item.component, item.benefit_month, item.programme,
      item.amount + coalesce(again.withheld, 0), item.area_id
    from payments.instruction
    join ${itemsDue} as item on item.instruction_id = instruction.replaces_id and item.amount > 0
    left join payments.due_again as again on again.instruction_id = item.instruction_id and again.person_id = item.person_id
      and again.component = item.component and again.benefit_month = item.benefit_month
    where instruction.envelope_id = ${id}`.execute(ctx.db())
}

/** New tries of an envelope that were withdrawn and of which something was called back, with what each was made in place of. */
export async function listWithdrawnTries(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{ id: string; replacesId: string }>`
    select id, replaces_id from payments.instruction
    where envelope_id = ${envelopeId} and state = 'withdrawn' and replaces_id is not null
      and (exists (select from payments.recall where recall.instruction_id = instruction.id)
        or exists (select from payments.recall_part as part where part.instruction_id = instruction.id))
    order by id`.execute(ctx.db())
  return rows
}

/** Who was to be paid by orders held for the dead that an envelope makes anew for their heirs. */
export async function listDeadOfTries(ctx: Ctx, envelopeId: string): Promise<string[]> {
  const { rows } = await sql<{ payeeId: string }>`
    select distinct former.payee_id from payments.instruction as latter
    join payments.instruction as former on former.id = latter.replaces_id
    where latter.envelope_id = ${envelopeId} and former.reason = ${payeeDied} order by former.payee_id`.execute(
    ctx.db(),
  )
  return rows.map(({ payeeId }) => payeeId)
}

/**
 * Lets go of what the new tries of an envelope replaced: it is given up, and they can be tried again by another. What was called back of a
 * try is called back of the order it was made for.
 */
export async function freeReplaced(ctx: Ctx, envelopeId: string) {
  const tries = sql`payments.instruction as latter
    where latter.envelope_id = ${envelopeId} and latter.replaces_id is not null and latter.id = called.instruction_id`
  await sql`insert into payments.recall (instruction_id, person_id, from_month, cause, area_id, asked_at, asked_by, asked_name)
    select latter.replaces_id, called.person_id, called.from_month, called.cause, called.area_id, called.asked_at, called.asked_by,
      called.asked_name
    from payments.recall as called, ${tries}
    on conflict (instruction_id, person_id) do update set from_month = least(recall.from_month, excluded.from_month)`.execute(
    ctx.db(),
  )
  await sql`insert into payments.recall_part (instruction_id, person_id, component, benefit_month, amount, cause, area_id, made_at, made_by)
    select latter.replaces_id, called.person_id, called.component, called.benefit_month, called.amount, called.cause, called.area_id,
      called.made_at, called.made_by
    from payments.recall_part as called, ${tries}
    on conflict (instruction_id, person_id, component, benefit_month)
      do update set amount = recall_part.amount + excluded.amount`.execute(ctx.db())
  await sql`update payments.instruction set replaces_id = null
    where envelope_id = ${envelopeId} and state = 'withdrawn' and replaces_id is not null`.execute(ctx.db())
}
