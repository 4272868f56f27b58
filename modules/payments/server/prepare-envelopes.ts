import { dong } from '#kernel/dong'
import { lockRunToPay } from '#modules/payroll'
import type { PaymentRunId } from '#modules/payroll/contract'
import type { Ctx } from '#platform/server/context'
import { inBulk } from '../db/bulk.ts'
import {
  assignProviders,
  dropOrdered,
  forgetDue,
  gatherDue,
  insertInstructions,
  listDueBanks,
  listDueBy,
  listDueByProvider,
} from '../db/due.ts'
import { holdForTheDead } from '../db/dead-payees.ts'
import { insertEnvelope, listEnvelopesOfRun, sealEnvelope } from '../db/envelopes.ts'
import { findEnvelopesOfRequest } from '../db/one-offs.ts'
import { insertWithholdings } from '../db/withholdings.ts'
import { findBank } from '../domain/banks.ts'
import { problems } from '../domain/problems.ts'
import { providerFor } from '../domain/provider.ts'
import { openProviders } from './open-providers.ts'
import { applyWays } from './ways/apply.ts'
import { stopMerged } from './recall.ts'
import { rollOver } from './reissue.ts'
import { withholdFrom } from './withhold.ts'

/**
 * Makes of an approved run one envelope for each provider («lập đợt chi»): one instruction for each payee, or of what is left of it
 * where an envelope was cancelled while others live. The sums are
 * counted three times, by payroll, before and after the instructions are made; where they differ nothing is made. What
 * nobody came for before goes into envelopes beside them.
 */
export async function prepareEnvelopes(
  ctx: Ctx,
  { runId, requestId }: { runId: PaymentRunId; requestId: string },
): Promise<{ ids: string[] }> {
  const run = await lockRunToPay(ctx, runId)
  const before = await listEnvelopesOfRun(ctx, runId)
  if (before.some((envelope) => envelope.requestId === requestId))
    return {
      ids: [...before.map(({ id }) => id), ...(await findEnvelopesOfRequest(ctx, requestId, 'reissue'))],
    }
  await applyWays(ctx)
  await gatherDue(ctx, { runId, month: run.month })
  const ordered = await dropOrdered(ctx, runId)
  const withheld = await withholdFrom(ctx, { runId, month: run.month })
  await assign(ctx)
  const due = await listDueByProvider(ctx)
  if (due.length === 0)
    throw before.length > 0
      ? problems('already_in_envelopes', { codes: before.map(({ code }) => code) })
      : problems('nothing_to_pay', { runId })
  const sum = (of: 'amount' | 'lines') => due.reduce((total, one) => total + one[of], 0)
  const [amount, lines] = [sum('amount') + withheld + ordered.amount, sum('lines') + ordered.lines]
  if (amount !== run.amount || lines !== run.lines)
    throw problems('totals_differ', { payroll: run.amount, payments: amount })
  const ids: string[] = []
  for (const { providerId, instructions, amount } of due) {
    const { id, code } = await insertEnvelope(ctx, {
      purpose: 'run',
      month: run.month,
      runId,
      providerId,
      areaId: run.areaId,
      requestId,
      instructions,
      amount,
      carried: dong(0),
    })
    await inBulk(ctx, instructions, async () => {
      await insertInstructions(ctx, { id, code, providerId, runId, month: run.month })
      if (withheld > 0) await insertWithholdings(ctx, id)
      await sealEnvelope(ctx, id)
      await holdForTheDead(ctx, { envelopeId: id, month: run.month })
      await stopMerged(ctx, { envelopeId: id })
    })
    ids.push(id)
  }
  await forgetDue(ctx)
  return { ids: [...ids, ...(await rollOver(ctx, { month: run.month, areaId: run.areaId, requestId }))] }
}

/** Finds the provider of every payee, and refuses where one has none. */
async function assign(ctx: Ctx) {
  const providers = await openProviders(ctx)
  const serving = (await listDueBy(ctx)).map(({ channel, areaId, payees, amount }) => {
    const provider = providerFor(providers, channel, areaId)
    if (!provider) throw problems('provider_missing', { channel, areaId, payees, amount })
    return { channel, areaId, providerId: provider.id }
  })
  const banks = (await listDueBanks(ctx)).map((bank) => ({ bank, bic: findBank(bank)?.bic ?? null }))
  await assignProviders(ctx, serving, banks)
}
