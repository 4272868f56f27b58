import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import {
  findPayPoint,
  insertPayPoint,
  listPayPointRows,
  writeChannels,
  type ChannelRow,
} from '../db/pay-points.ts'
import { problems } from '../domain/problems.ts'
import { named } from './get-run.ts'

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

export type Channel =
  | { readonly method: 'cash'; readonly payPointId: number | null }
  | { readonly method: 'account'; readonly bank: string; readonly account: string }

/** Says how the money reaches a payee; it counts from the next list on. */
export async function setChannel(ctx: Ctx, { personId, channel }: { personId: string; channel: Channel }) {
  const people = await summariesOf(ctx, [personId])
  if (!people.has(personId)) throw problems('person_not_found', { personId })
  if (channel.method === 'cash' && channel.payPointId !== null) {
    const payPoint = await findPayPoint(ctx, channel.payPointId)
    if (!payPoint) throw problems('pay_point_not_found', { id: channel.payPointId })
    if (!isWithinArea(ctx.actor, payPoint.areaId)) throw problems('pay_point_elsewhere', { id: payPoint.id })
  }
  await setChannels(ctx, [{ personId, channel }])
}

/** The same for many payees whom the caller knows to be its own, as an import or a demonstration does. */
export async function setChannels(ctx: Ctx, channels: readonly { personId: string; channel: Channel }[]) {
  const rows = channels.map(({ personId, channel }): ChannelRow =>
    channel.method === 'cash'
      ? { personId, method: 'cash', payPointId: channel.payPointId, bank: null, account: null }
      : { personId, method: 'account', payPointId: null, bank: channel.bank, account: channel.account },
  )
  if (rows.length > 0) await writeChannels(ctx, rows)
}
