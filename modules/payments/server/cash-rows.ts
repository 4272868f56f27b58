import { dong } from '#kernel/dong'
import { moneyInWords } from '#kernel/money-in-words'
import { suspendedFrom } from '#modules/entitlement'
import { peopleOnPaper, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { CashPlace, CashRow } from '../contract.ts'
import { listPlacedOrders, type PlacedOrder } from '../db/cash-places.ts'
import { problems } from '../domain/problems.ts'
import { uncollectedOf } from './uncollected.ts'

/** More orders than one clerk, one phone or one signed list can carry. */
const mostOrders = 4000

/** The payees of a place as its lists have them, on paper and on a phone: by village and name, with the same numbers. */
export async function listCashRows(ctx: Ctx, place: CashPlace): Promise<CashRow[]> {
  const orders = await listPlacedOrders(ctx, place, mostOrders + 1)
  if (orders.length === 0) throw problems('cash_place_empty', { month: place.month })
  if (orders.length > mostOrders) throw problems('cash_place_too_large', { limit: mostOrders })
  const payees = Map.groupBy(orders, ({ payeeId, wayOf }) => `${payeeId} ${wayOf ?? ''}`)
  const ids = [...new Set(orders.map(({ payeeId }) => payeeId))]
  const facts = await peopleOnPaper(ctx, ids)
  const summaries = await summariesOf(ctx, ids)
  const missed = await uncollectedOf(ctx, ids, 'payee')
  const village = ({ payeeId }: PlacedOrder) => summaries.get(payeeId)?.homeVillage ?? ''
  const name = ({ payeeId, payeeName }: PlacedOrder) => summaries.get(payeeId)?.sortKey ?? payeeName
  const sorted = [...payees].toSorted(
    // Each has an order at least.
    ([one, [first]], [two, [second]]) =>
      village(first!).localeCompare(village(second!), 'vi') ||
      name(first!).localeCompare(name(second!)) ||
      one.localeCompare(two),
  )
  return sorted.map(([, own], index): CashRow => {
    const { payeeId, payeeName } = own[0]!
    const person = facts.get(payeeId)
    const open = own.filter(({ state, isRecallAsked }) => state === 'sent' && !isRecallAsked)
    const counted = open.length > 0 ? open : own
    const amount = sum(counted)
    const months = missed.get(payeeId)?.months ?? []
    return {
      number: index + 1,
      payeeId,
      keys: own.map(({ key }) => key),
      open: open.map(({ key }) => key),
      name: payeeName,
      bornIn: person?.born.slice(0, 4) ?? null,
      village: person?.homeVillage ?? null,
      numberEnd: person?.number?.slice(-4) ?? null,
      receiver: receiverOf(own),
      amount,
      amountInWords: moneyInWords(amount),
      carried: sum(counted.filter(({ isCarried }) => isCarried)),
      state: stateOf(own, open.length),
      paidAt: own.find(({ state }) => state === 'paid')?.endedOn ?? null,
      missed: months.length,
      isLastCall: open.length > 0 && suspendedFrom([...new Set([...months, place.month])]) !== undefined,
    }
  })
}

function stateOf(own: readonly PlacedOrder[], open: number): CashRow['state'] {
  if (open > 0) return 'waiting'
  if (own.some(({ state, isRecallAsked }) => state === 'sent' && isRecallAsked)) return 'held'
  return own.some(({ state }) => state === 'paid') ? 'paid' : 'ended'
}

function sum(orders: readonly PlacedOrder[]) {
  return dong(orders.reduce((total, { amount }) => total + amount, 0))
}

/** Who takes the money in their place by what was frozen in the order, as a clerk may know them. */
function receiverOf(own: readonly PlacedOrder[]): CashRow['receiver'] {
  const receiver = own.findLast((order) => order.receiver !== null)?.receiver
  if (!receiver) return null
  const { role, fullName, number, until } = receiver
  return { role, fullName, numberEnd: number?.slice(-4) ?? null, until }
}
