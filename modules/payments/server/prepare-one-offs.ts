import { dong } from '#kernel/dong'
import { monthOf } from '#kernel/civil-date'
import { listOneOffsDue, takeOneOffs, type DecidedOneOff } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import { listChannels } from '#modules/payroll'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'
import type { EnvelopeId } from '../contract.ts'
import { insertEnvelope, sealEnvelope } from '../db/envelopes.ts'
import { findEnvelopesOfRequest, insertOneOffInstructions, type OneOffOrder } from '../db/one-offs.ts'
import { findBank } from '../domain/banks.ts'
import { problems } from '../domain/problems.ts'
import { providerFor, type PaymentChannel } from '../domain/provider.ts'
import type { Way } from '../domain/way.ts'
import { openProviders } from './open-providers.ts'
import { applyWays } from './ways/apply.ts'
import { waysOf } from './ways/convert.ts'

/** More than this in one go are taken the next time; nobody has ever decided so many in a day. */
export const mostOneOffs = 5000

/** Money due once, with who receives it and by which way; held where it cannot be paid as it stands. */
export type PayableOneOff = {
  readonly oneOff: DecidedOneOff
  readonly payeeId: string
  readonly payeeName: string
  readonly channel: PaymentChannel
  readonly way: Way | undefined
  readonly held: 'payee_died' | null
}

/** What is due once in a unit and in no envelope yet, in the order it was decided. */
export async function payableIn(ctx: Ctx, areaId: number): Promise<PayableOneOff[]> {
  if (!isWithinArea(ctx.actor, areaId)) throw problems('area_not_yours', { areaId })
  const due = await listOneOffsDue(ctx, { areaIds: await areaIdsWithin(ctx, areaId), limit: mostOneOffs })
  const ids = due.flatMap(({ payeeId }) => payeeId ?? [])
  // Whoever buried somebody may live elsewhere: their name goes on the order all the same.
  const { people, ways } = await forWholeCountry(ctx, async (ctx) => ({
    people: await summariesOf(ctx, ids),
    ways: await waysOf(ctx, await listChannels(ctx, ids)),
  }))
  return due.map((oneOff) => {
    const person = people.get(oneOff.payeeId ?? '')
    const way = ways.get(oneOff.payeeId ?? '')
    return {
      oneOff,
      payeeId: oneOff.payeeId ?? oneOff.id,
      payeeName: person?.fullName ?? oneOff.payee?.fullName ?? '',
      channel: way?.by.channel ?? 'cash_point',
      way,
      held: person?.diedOn ? 'payee_died' : null,
    }
  })
}

type Wish = {
  readonly areaId: number
  readonly requestId: string
  /** These; without them all that are due there. */
  readonly ids?: readonly string[] | undefined
  /** In cash, whatever way the payee has: relief that cannot wait for a bank («chi tiền mặt trong ngày»). */
  readonly isCash?: boolean | undefined
}

/**
 * Makes envelopes of what is due once («lập đợt chi một lần»): an instruction for each, taken from entitlement and frozen in
 * the one transaction, one preparer after another.
 */
export async function prepareOneOffs(ctx: Ctx, wish: Wish): Promise<{ ids: EnvelopeId[]; held: number }> {
  await lock(ctx, 'payments.one_offs')
  const before = await findEnvelopesOfRequest(ctx, wish.requestId, 'one_off')
  if (before.length > 0) return { ids: before as EnvelopeId[], held: 0 } // Rows of envelopes are named by their ids.
  await applyWays(ctx)
  const payable = (await payableIn(ctx, wish.areaId)).filter(
    ({ oneOff }) => !wish.ids || wish.ids.includes(oneOff.id),
  )
  const due = payable.filter(({ held }) => held === null)
  if (due.length === 0 || (wish.ids && wish.ids.length !== payable.length))
    throw problems('nothing_due_once', { held: payable.length - due.length })
  const byProvider = await assign(ctx, due, wish)
  const ids: EnvelopeId[] = []
  for (const [providerId, orders] of byProvider) {
    const month = monthOf(ctx.today)
    const made = await insertEnvelope(ctx, {
      purpose: 'one_off',
      month,
      runId: null,
      providerId,
      areaId: wish.areaId,
      requestId: wish.requestId,
      instructions: orders.length,
      amount: dong(orders.reduce((sum, { amount }) => sum + amount, 0)),
      carried: dong(0),
    })
    await takeOneOffs(
      ctx,
      orders.map(({ oneOffId }) => oneOffId),
      made.id,
    )
    await insertOneOffInstructions(ctx, { ...made, providerId, month }, orders)
    await sealEnvelope(ctx, made.id)
    ids.push(made.id as EnvelopeId) // Just inserted.
  }
  return { ids, held: payable.length - due.length }
}

/** Finds the provider of each, and refuses where one has none. */
async function assign(ctx: Ctx, due: readonly PayableOneOff[], { isCash }: Wish) {
  const providers = await openProviders(ctx)
  const placed = due.map(({ oneOff, payeeId, payeeName, way }) => {
    const { areaId, amount, personId, rule, eventOn, id } = oneOff
    const by = wayToPay(way, isCash)
    const provider = providerFor(providers, by.channel, areaId)
    if (!provider) throw problems('provider_missing', { channel: by.channel, areaId, payees: 1, amount })
    const hasAccount = by.channel === 'account' || by.channel === 'wallet'
    const order: OneOffOrder = {
      oneOffId: id,
      personId,
      rule,
      benefitMonth: monthOf(eventOn),
      payeeId,
      payeeName,
      areaId,
      amount,
      channel: by.channel,
      bank: hasAccount ? by.bank : null,
      bic: hasAccount ? (findBank(by.bank)?.bic ?? null) : null,
      account: hasAccount ? by.account : null,
      holder: hasAccount ? by.holder || null : null,
      payPointId: by.channel === 'cash_point' ? by.payPointId : null,
      receiver: way?.receiver ?? null,
    }
    return { providerId: provider.id, order }
  })
  const byProvider = Map.groupBy(placed, ({ providerId }) => providerId)
  return [...byProvider].map(([id, own]) => [id, own.map(({ order }) => order)] as const)
}

/** By the payee’s own way; nothing told, or in cash today, where the commune hands out money. */
function wayToPay(way: Way | undefined, isCash: boolean | undefined): Way['by'] {
  const isAccount = way?.by.channel === 'account' || way?.by.channel === 'wallet'
  return way && !(isCash && isAccount) ? way.by : { channel: 'cash_point', payPointId: null }
}
