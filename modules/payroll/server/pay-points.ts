import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import { insertPayPoint, listPayPointRows } from '../db/pay-points.ts'
import { problems } from '../domain/problems.ts'
import { named } from './get-run.ts'
import { homePointName } from './messages.vi.ts'

export async function listPayPoints(ctx: Ctx) {
  const rows = await listPayPointRows(ctx)
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return rows.map(({ id, areaId, name, kind }) => ({ id, name, kind, area: named(areaId, names) }))
}

/** What the places are called, for lists that go to who hands the money out there. */
export async function payPointNames(ctx: Ctx): Promise<Map<number, string>> {
  return new Map((await listPayPointRows(ctx)).map(({ id, name }) => [id, name]))
}

/** Names a place where money is handed out. */
export async function openPayPoint(
  ctx: Ctx,
  payPoint: { areaId: number; name: string; kind: 'post_office' | 'bank' | 'home' },
) {
  if (!isWithinArea(ctx.actor, payPoint.areaId)) throw problems('area_not_yours', { areaId: payPoint.areaId })
  return insertPayPoint(ctx, payPoint)
}

/** The places by their ids, with what they are. */
export async function payPointsById(ctx: Ctx) {
  return new Map((await listPayPointRows(ctx)).map((row) => [row.id, row]))
}

/** Where a unit has its money brought home from («chi tại nhà»), named the first time somebody needs it. */
export async function homePointOf(ctx: Ctx, areaId: number): Promise<number> {
  await lock(ctx, `payroll.home_point ${areaId}`)
  const known = (await listPayPointRows(ctx)).find((row) => row.kind === 'home' && row.areaId === areaId)
  if (known) return known.id
  return (await insertPayPoint(ctx, { areaId, name: homePointName, kind: 'home' })).id
}
