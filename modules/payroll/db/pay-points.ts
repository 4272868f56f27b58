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
