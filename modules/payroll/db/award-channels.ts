import { sql, type RawBuilder } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Benefit } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { ChannelRow } from './channels.ts'

/** An award with its payee: by this a way of its own is known. */
export type AwardOfPayee = {
  readonly payeeId: string
  /** Whose award it is: the payee’s own, or somebody’s they receive for. */
  readonly personId: string
  readonly benefit: Benefit
}

export type AwardChannelRow = AwardOfPayee & Omit<ChannelRow, 'personId'>

export async function writeAwardChannel(ctx: Ctx, row: AwardChannelRow) {
  await sql`
    insert into payroll.award_channel (payee_id, person_id, benefit, method, pay_point_id, bank, account, is_wallet, holder,
      is_receivers, receiver, receiver_until)
    values (${row.payeeId}, ${row.personId}, ${row.benefit}, ${row.method}, ${row.payPointId}, ${row.bank}, ${row.account},
      ${row.isWallet}, ${row.holder}, ${row.isReceivers}, ${row.receiver && JSON.stringify(row.receiver)}::jsonb,
      ${row.receiver?.until ?? null})
    on conflict (payee_id, person_id, benefit) do update set method = excluded.method, pay_point_id = excluded.pay_point_id,
      bank = excluded.bank, account = excluded.account, is_wallet = excluded.is_wallet, holder = excluded.holder,
      is_receivers = excluded.is_receivers, receiver = excluded.receiver,
      receiver_until = excluded.receiver_until`.execute(ctx.db())
}

/** From now on the award goes the way of all else its payee receives. */
export async function deleteAwardChannel(ctx: Ctx, { payeeId, personId, benefit }: AwardOfPayee) {
  await sql`delete from payroll.award_channel
    where payee_id = ${payeeId} and person_id = ${personId} and benefit = ${benefit}`.execute(ctx.db())
}

export function listAwardChannelRows(ctx: Ctx, payeeIds: readonly string[]) {
  return select(ctx, sql`payee_id = any(${[...payeeIds]}::uuid[])`)
}

/** Those whose receiver’s authority has run out by a day, or whose receiver is this person; locked. */
export function listAwardChannelsReceivedBy(
  ctx: Ctx,
  who: { readonly expiredBy: CivilDate } | { readonly receiverId: string },
) {
  return select(
    ctx,
    'expiredBy' in who
      ? sql`receiver_until < ${who.expiredBy} order by payee_id, person_id, benefit for update`
      : sql`receiver ->> 'personId' = ${who.receiverId} order by payee_id, person_id, benefit for update`,
  )
}

async function select(ctx: Ctx, where: RawBuilder<unknown>): Promise<AwardChannelRow[]> {
  const { rows } = await sql<AwardChannelRow>`
    select payee_id, person_id, benefit, method, pay_point_id, bank, account, is_wallet, holder, is_receivers, receiver
    from payroll.award_channel where ${where}`.execute(ctx.db())
  return rows
}
