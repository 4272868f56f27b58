import type { RawBuilder } from 'kysely'
import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import { lock } from '#platform/server/request'
import type { Ctx } from '#platform/server/context'
import type { EnvelopeId } from '../contract.ts'
import { getEnvelopeForUpdate, insertEnvelope, sealEnvelope } from '../db/envelopes.ts'
import {
  assignRetries,
  countDisputed,
  forgetUnpaid,
  gatherUnpaid,
  insertRetries,
  listRetries,
  ofEnvelope,
  sumRetries,
  uncollectedBefore,
} from '../db/reissues.ts'
import { findEnvelopesOfRequest } from '../db/one-offs.ts'
import { findBank } from '../domain/banks.ts'
import { problems } from '../domain/problems.ts'
import { providerFor } from '../domain/provider.ts'
import { openProviders } from './open-providers.ts'
import { recallDiedMeanwhile } from './recall.ts'
import { applyWays } from './ways/apply.ts'
import { uncollectedOf } from './uncollected.ts'

type Reissued = {
  readonly ids: EnvelopeId[]
  /** Payees the law suspends first. */
  readonly held: number
  /** Orders of which a line of an answer tells that waits for a person. */
  readonly disputed: number
}

/**
 * Tries again what was returned, rejected or not collected («gửi lại dòng bị trả»): new instructions tied to the old ones, by
 * the ways that hold now. Whoever has not come for so many months that the law suspends first, is not tried again.
 */
export async function reissueEnvelope(
  ctx: Ctx,
  { id, month, requestId }: { id: EnvelopeId; month?: Month | undefined; requestId: string },
): Promise<Reissued> {
  await lock(ctx, 'payments.reissue')
  const before = await findEnvelopesOfRequest(ctx, requestId, 'reissue')
  if (before.length > 0) return { ids: before as EnvelopeId[], held: 0, disputed: 0 } // Rows of envelopes are named by their ids.
  const envelope = await getEnvelopeForUpdate(ctx, id)
  if (envelope.state !== 'sent' && envelope.state !== 'reconciled')
    throw problems('envelope_moved_on', { id, state: envelope.state })
  const made = await tryAgain(ctx, ofEnvelope(id), {
    month: monthOfTry(ctx, envelope.month, month),
    areaId: envelope.areaId,
    requestId,
  })
  if (made.ids.length === 0)
    throw problems('nothing_to_reissue', { id, held: made.held, disputed: made.disputed })
  return made
}

/**
 * A new try belongs to no month before that of the list, for its money was not there yet, nor to one that is over, whose figures stay;
 * and to none later than that of the next list.
 */
function monthOfTry(ctx: Ctx, ofList: Month, wished: Month | undefined): Month {
  const next = addMonths(monthOf(ctx.today), 1)
  if (wished !== undefined && wished > next && wished > ofList)
    throw problems('month_too_late', { latest: next > ofList ? next : ofList })
  return [ofList, monthOf(ctx.today), wished ?? ofList].toSorted().at(-1)! // There are three.
}

/**
 * Puts what nobody came for in earlier months on the list of this one («chuyển kỳ sau», PAY-1): envelopes beside those of
 * the run, by money that lies at the provider already.
 */
export async function rollOver(
  ctx: Ctx,
  { month, areaId, requestId }: { month: Month; areaId: number; requestId: string },
): Promise<EnvelopeId[]> {
  await lock(ctx, 'payments.reissue')
  const areaIds = await areaIdsWithin(ctx, areaId)
  return (await tryAgain(ctx, uncollectedBefore(areaIds, month), { month, areaId, requestId })).ids
}

async function tryAgain(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  { month, areaId, requestId }: { month: Month; areaId: number; requestId: string },
): Promise<Reissued> {
  await applyWays(ctx)
  await recallDiedMeanwhile(ctx, which)
  const disputed = await countDisputed(ctx, which)
  await gatherUnpaid(ctx, which)
  const retries = await listRetries(ctx)
  const payees = retries.map(({ payeeId }) => payeeId)
  const uncollected = await uncollectedOf(ctx, payees, 'payee')
  const due = retries.filter(({ payeeId }) => uncollected.get(payeeId)?.suspendFrom === undefined)
  const providers = await openProviders(ctx)
  await assignRetries(
    ctx,
    due.map(({ replacesId, channel, areaId: unit, bank }) => {
      const provider = providerFor(providers, channel, unit)
      if (!provider) throw problems('provider_missing', { channel, areaId: unit })
      return {
        replacesId,
        providerId: provider.id,
        bic: bank === null ? null : (findBank(bank)?.bic ?? null),
      }
    }),
  )
  const ids: EnvelopeId[] = []
  for (const { providerId, instructions, amount, carried } of await sumRetries(ctx)) {
    const made = await insertEnvelope(ctx, {
      purpose: 'reissue',
      month,
      runId: null,
      providerId,
      areaId,
      requestId,
      instructions,
      amount,
      carried,
    })
    await insertRetries(ctx, { ...made, providerId, month })
    await sealEnvelope(ctx, made.id)
    ids.push(made.id as EnvelopeId) // Just inserted.
  }
  await forgetUnpaid(ctx)
  return { ids, held: retries.length - due.length, disputed }
}
