import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { PayrollTables } from './tables.ts'

export function listPayPointRows(ctx: Ctx) {
  return ctx
    .db<PayrollTables>()
    .selectFrom('payroll.payPoint')
    .select(['id', 'areaId', 'name', 'kind'])
    .where(withinArea(ctx, 'areaId'))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export function findPayPoint(ctx: Ctx, id: number) {
  return ctx
    .db<PayrollTables>()
    .selectFrom('payroll.payPoint')
    .select(['id', 'areaId', 'name', 'kind'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertPayPoint(
  ctx: Ctx,
  values: { areaId: number; name: string; kind: 'post_office' | 'bank' | 'home' },
) {
  return ctx
    .db<PayrollTables>()
    .insertInto('payroll.payPoint')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
}

export type ChannelRow = {
  readonly personId: string
  readonly method: 'cash' | 'account'
  readonly payPointId: number | null
  readonly bank: string | null
  readonly account: string | null
}

/** Says how the money reaches these payees, in one statement. */
export async function writeChannels(ctx: Ctx, rows: readonly ChannelRow[]) {
  await sql`
    insert into payroll.channel (person_id, method, pay_point_id, bank, account)
    select "personId", method, "payPointId", bank, account from json_to_recordset(${JSON.stringify(rows)}::json)
      as row ("personId" uuid, method text, "payPointId" integer, bank text, account text)
    on conflict (person_id) do update set method = excluded.method, pay_point_id = excluded.pay_point_id,
      bank = excluded.bank, account = excluded.account`.execute(ctx.db())
}
