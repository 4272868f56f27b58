import { createHash, randomUUID } from 'node:crypto'
import { dayOf } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { HandOut, HandOutVerdict } from '../contract.ts'
import { insertHandOuts, listHandOuts, listVerdictsOf } from '../db/cash-lists.ts'
import { listOrdersByKey, type PlacedOrder } from '../db/cash-places.ts'
import { lockProviderServing } from '../db/providers.ts'
import { insertLines } from '../db/responses.ts'
import { openVerdicts } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import type { ResponseLine } from '../domain/response.ts'
import { getOwnList, placeOfList } from './cash-lists.ts'
import { takeAnswer } from './take-answer.ts'

type Verdict = { readonly id: string; readonly verdict: HandOutVerdict; readonly because: string | null }

/**
 * Takes in what a clerk’s phone says happened, in whatever order and however often it says so. A payment is an answer of
 * the provider like any other: booked once, or left to a person where it contradicts what is on the books. Lists that were
 * called back, or have run out, are still taken in: money that left a hand has left it. Whoever handed a list in has said that
 * there is no more.
 */
export async function sendHandOuts(
  ctx: Ctx,
  { id, handOuts }: { id: string; handOuts: readonly HandOut[] },
): Promise<{ verdicts: Verdict[]; isRecalled: boolean }> {
  const list = await getOwnList(ctx, id)
  const provider = await lockProviderServing(ctx, list.providerId)
  const known = await listHandOuts(
    ctx,
    handOuts.map((one) => one.id),
  )
  const fresh = [...new Map(handOuts.map((one) => [one.id, one])).values()].filter((one) => {
    const before = known.get(one.id)
    const isSame =
      before?.listId === id &&
      before.payeeId === one.payeeId &&
      before.outcome === one.outcome &&
      before.amount === one.amount
    if (before && !isSame) throw problems('hand_out_changed', { id: one.id })
    return !before
  })
  if (fresh.length > 0 && list.handedInAt !== null) throw problems('cash_list_handed_in', { id })
  const orders = await listOrdersByKey(
    ctx,
    placeOfList(list),
    fresh.flatMap(({ keys }) => keys),
  )
  for (const handOut of fresh) assertOnList(handOut, orders)
  if (fresh.length > 0) {
    const responseId = randomUUID()
    await insertHandOuts(ctx, { listId: id, responseId, areaIdOf: areaIdOf(fresh, orders) }, fresh)
    const lines = fresh.flatMap((handOut) => linesOf(handOut, orders))
    if (lines.length > 0) {
      await insertLines(ctx, { responseId, providerId: provider.id, areaId: list.areaId, from: 0 }, lines)
      const answer = {
        id: responseId,
        providerId: provider.id,
        areaId: list.areaId,
        sha256: createHash('sha256').update(JSON.stringify(fresh)).digest('hex'),
        name: `${list.takenName} · ${list.device}`.slice(0, 200),
      }
      await takeAnswer(ctx, answer, headOf(responseId))
    }
  }
  for (const { payeeId } of fresh.filter(({ reason }) => reason === 'said_dead'))
    ctx.emit({ type: 'payments.payee_said_dead', personId: payeeId, listId: id })
  return { verdicts: await judgeAll(ctx, handOuts, known), isRecalled: list.recalledAt !== null }
}

/** What a phone says must be about orders of its list, all of one payee, and come to what they come to. */
function assertOnList({ id, payeeId, keys, amount }: HandOut, orders: ReadonlyMap<string, PlacedOrder>) {
  const own = keys.map((key) => orders.get(key))
  const sum = own.reduce((total, order) => total + (order?.amount ?? 0), 0)
  if (own.some((order) => order?.payeeId !== payeeId) || new Set(keys).size !== keys.length || sum !== amount)
    throw problems('payee_not_on_list', { id })
}

function areaIdOf(handOuts: readonly HandOut[], orders: ReadonlyMap<string, PlacedOrder>) {
  const areas = new Map(handOuts.map(({ payeeId, keys }) => [payeeId, orders.get(keys[0]!)!.areaId]))
  return (payeeId: string) => areas.get(payeeId)!
}

function linesOf(
  { id, outcome, keys, happenedAt }: HandOut,
  orders: ReadonlyMap<string, PlacedOrder>,
): ResponseLine[] {
  if (outcome !== 'paid') return []
  return keys.map((key) => ({
    endToEndId: key,
    providerRef: id,
    outcome: 'paid',
    amount: dong(orders.get(key)!.amount),
    currency: 'VND',
    reason: null,
    account: null,
    name: orders.get(key)!.payeeName,
    bookedOn: dayOf(happenedAt),
  }))
}

export function headOf(messageId: string, kind: 'phone' | 'closing' = 'phone') {
  return {
    kind,
    messageId,
    about: null,
    account: null,
    opening: null,
    closing: null,
    through: null,
    groups: [],
  } as const
}

async function judgeAll(
  ctx: Ctx,
  handOuts: readonly HandOut[],
  known: ReadonlyMap<string, unknown>,
): Promise<Verdict[]> {
  const taken = await listVerdictsOf(
    ctx,
    handOuts.map(({ id }) => id),
  )
  return handOuts.map(({ id, outcome }) => {
    const said = taken.get(id)
    if (outcome === 'absent' || !said) return { id, verdict: 'noted', because: null }
    // What a person has settled since is no conflict of the phone any more.
    if (said.verdicts.some((verdict) => openVerdicts.some((open) => open === verdict)))
      return { id, verdict: 'conflict', because: said.state }
    const isRepeated = known.has(id) || !said.verdicts.includes('matched')
    return { id, verdict: isRepeated ? 'repeated' : 'taken', because: null }
  })
}
