import { createHash, randomUUID } from 'node:crypto'
import { firstDayOf, type CivilDate } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { isWithinArea } from '#platform/server/scope'
import type { Ctx } from '#platform/server/context'
import type { CashPlace } from '../contract.ts'
import { listLastReasons, listListsOut } from '../db/cash-lists.ts'
import { findPayDay, listPlacedOrders } from '../db/cash-places.ts'
import { lockProviderServing } from '../db/providers.ts'
import { insertLines } from '../db/responses.ts'
import { problems } from '../domain/problems.ts'
import { headOf } from './hand-outs.ts'
import { nameOfPlace } from './cash-places.ts'
import { takeAnswer } from './take-answer.ts'

/**
 * Closes a place for a month («chốt điểm chi»): whoever did not come has not collected, the money lies at the provider and
 * goes on the next list. While somebody still carries a list, it is not known who came; before its month and its pay day nobody
 * could, so that of the months the law counts in a row each has passed.
 */
export async function closeCashPlace(
  ctx: Ctx,
  place: CashPlace,
): Promise<{ unclaimed: number; amount: Dong }> {
  if (!isWithinArea(ctx.actor, place.areaId)) throw problems('area_not_yours', { areaId: place.areaId })
  const provider = await lockProviderServing(ctx, place.providerId)
  const out = await listListsOut(ctx, place)
  if (out.length > 0)
    throw problems('cash_lists_out', {
      lists: out.length,
      by: out.map(({ takenName }) => takenName).join(', '),
    })
  const orders = await listPlacedOrders(ctx, place, 100_000)
  if (orders.length === 0) throw problems('cash_place_empty', { month: place.month })
  const open = orders.filter(({ state }) => state === 'sent')
  // What was called back ends too, but nobody was expected to come for it.
  const expected = open.filter(({ isRecallAsked }) => !isRecallAsked)
  const amount = dong(expected.reduce((sum, order) => sum + order.amount, 0))
  if (open.length === 0) return { unclaimed: 0, amount }
  const day = await payDayOf(ctx, place)
  if (ctx.today < day) throw problems('cash_place_before_pay_day', { day })
  const payees = [...new Set(open.map(({ payeeId }) => payeeId))]
  const reasons = await listLastReasons(ctx, payees, place.month)
  const responseId = randomUUID()
  await insertLines(
    ctx,
    { responseId, providerId: provider.id, areaId: place.areaId, from: 0 },
    open.map((order) => ({
      endToEndId: order.key,
      providerRef: null,
      outcome: 'unclaimed',
      amount: order.amount,
      currency: 'VND',
      reason: reasons.get(order.payeeId) ?? 'not_come',
      account: null,
      name: order.payeeName,
      bookedOn: ctx.today,
    })),
  )
  const answer = {
    id: responseId,
    providerId: provider.id,
    areaId: place.areaId,
    sha256: createHash('sha256').update(JSON.stringify(open)).digest('hex'),
    name: (await nameOfPlace(ctx, place)).name,
  }
  await takeAnswer(ctx, answer, headOf(responseId, 'closing'))
  return { unclaimed: new Set(expected.map(({ payeeId }) => payeeId)).size, amount }
}

/** The day from which it can be said that somebody did not come. */
async function payDayOf(ctx: Ctx, place: CashPlace): Promise<CivilDate> {
  const first = firstDayOf(place.month)
  const told = await findPayDay(ctx, place)
  return told !== undefined && told > first ? told : first
}
