import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Receiver } from '../domain/channel.ts'
import type { PayrollTables } from './tables.ts'

export type ChannelRow = {
  readonly personId: string
  readonly method: 'cash' | 'account'
  readonly payPointId: number | null
  readonly bank: string | null
  readonly account: string | null
  readonly isWallet: boolean
  readonly holder: string | null
  readonly isReceivers: boolean
  readonly receiver: Receiver | null
}

/** Says how the money reaches these payees, in one statement. */
export async function writeChannels(ctx: Ctx, rows: readonly ChannelRow[]) {
  await sql`
    insert into payroll.channel (person_id, method, pay_point_id, bank, account, is_wallet, holder, is_receivers, receiver,
      receiver_until)
    select "personId", method, "payPointId", bank, account, "isWallet", holder, "isReceivers",
      receiver, (receiver ->> 'until')::date
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row ("personId" uuid, method text, "payPointId" integer, bank text, account text, "isWallet" boolean,
        holder text, "isReceivers" boolean, receiver jsonb)
    on conflict (person_id) do update set method = excluded.method, pay_point_id = excluded.pay_point_id,
      bank = excluded.bank, account = excluded.account, is_wallet = excluded.is_wallet, holder = excluded.holder,
      is_receivers = excluded.is_receivers, receiver = excluded.receiver,
      receiver_until = excluded.receiver_until`.execute(ctx.db())
}

export function listChannelRows(ctx: Ctx, personIds: readonly string[]): Promise<ChannelRow[]> {
  return select(ctx)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
}

/** Payees whose receiver’s authority has run out by a day, or whose receiver is this person. */
export function listChannelsReceivedBy(
  ctx: Ctx,
  who: { readonly expiredBy: CivilDate } | { readonly receiverId: string },
): Promise<ChannelRow[]> {
  const query = select(ctx)
  return 'expiredBy' in who
    ? query.where('receiverUntil', '<', who.expiredBy).forUpdate().execute()
    : query
        .where(sql<boolean>`receiver ->> 'personId' = ${who.receiverId}`)
        .forUpdate()
        .execute()
}

function select(ctx: Ctx) {
  return ctx
    .db<PayrollTables>()
    .selectFrom('payroll.channel')
    .select([
      'personId',
      'method',
      'payPointId',
      'bank',
      'account',
      'isWallet',
      'holder',
      'isReceivers',
      'receiver',
    ])
    .orderBy('personId')
}
