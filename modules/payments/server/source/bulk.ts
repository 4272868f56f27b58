import { createHash, randomUUID } from 'node:crypto'
import { monthOf } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { areaAt } from '#modules/geography'
import { listChannels } from '#modules/payroll'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import type { CreditInstruction } from '../../contract/source.ts'
import { insertEnvelope, sealEnvelope } from '../../db/envelopes.ts'
import {
  findSourceBatch,
  findSourceKeys,
  findSourcePayees,
  insertSourceBatch,
  insertSourceInstructions,
  listSourceOutcomes,
  type SourceOrder,
} from '../../db/source.ts'
import { findBank } from '../../domain/banks.ts'
import { problems } from '../../domain/problems.ts'
import { providerFor } from '../../domain/provider.ts'
import { isPayable, statusOf, type SourceFault } from '../../domain/source.ts'
import type { Way } from '../../domain/way.ts'
import { openProviders } from '../open-providers.ts'
import { applyWays } from '../ways/apply.ts'
import { waysOf } from '../ways/convert.ts'

type Batch = {
  readonly RequestID: string
  readonly SourceBBID: string
  readonly BatchID: string
  readonly CreditInstructions: readonly CreditInstruction[]
}
type Failed = { InstructionID: string; FailureReason: SourceFault }

/** Which of these could be paid as they stand; nothing is written. */
export async function validatePrepayment(ctx: Ctx, batch: Batch) {
  const { failed } = await judge(ctx, batch.CreditInstructions)
  return answer(batch, failed, failed.length === 0 ? 'Every instruction could be paid' : undefined)
}

/**
 * Takes the orders of another system into envelopes («lệnh chi của hệ thống nguồn»): all of them or none, once. The machine is
 * whoever prepared them; people check and approve as ever, and the budget for what is given once has to cover them.
 */
export async function bulkPayment(ctx: Ctx, batch: Batch) {
  await lock(ctx, `payments.source ${ctx.actor.userId}`)
  const sha256 = createHash('sha256')
    .update(JSON.stringify([batch.BatchID, batch.CreditInstructions]))
    .digest('hex')
  const known = await findSourceBatch(ctx, batch.BatchID)
  if (known)
    return known.sha256 === sha256
      ? answer(batch, [], 'This batch was taken before; nothing changed')
      : answer(batch, batch.CreditInstructions.map(fault('INSTRUCTION_KNOWN')))
  await applyWays(ctx)
  const { orders, failed } = await judge(ctx, batch.CreditInstructions)
  if (failed.length > 0) return answer(batch, failed)
  await insertSourceBatch(ctx, {
    batchId: batch.BatchID,
    requestId: batch.RequestID,
    sha256,
    orders: orders.length,
    amount: sumOf(orders.map(({ order }) => order)),
  })
  const month = monthOf(ctx.today)
  const requestId = randomUUID()
  for (const [providerId, own] of Map.groupBy(orders, (one) => one.providerId)) {
    const made = await insertEnvelope(ctx, {
      purpose: 'source',
      month,
      runId: null,
      providerId,
      areaId: ctx.actor.areaId,
      requestId,
      instructions: own.length,
      amount: sumOf(own.map(({ order }) => order)),
      carried: dong(0),
    })
    const envelope = { ...made, providerId, month, batchId: batch.BatchID }
    await insertSourceInstructions(
      ctx,
      envelope,
      own.map(({ order }) => order),
    )
    await sealEnvelope(ctx, made.id)
  }
  return answer(batch, [], 'The batch was taken; people check and approve it before it is sent')
}

const sumOf = (orders: readonly SourceOrder[]) => dong(orders.reduce((sum, { amount }) => sum + amount, 0))

const fault =
  (FailureReason: SourceFault) =>
  ({ InstructionID }: CreditInstruction): Failed => ({ InstructionID, FailureReason })

/** Each instruction as an order and the provider it goes through, or why it is none. */
async function judge(ctx: Ctx, instructions: readonly CreditInstruction[]) {
  const registered = await findSourcePayees(
    ctx,
    instructions.map(({ PayeeFunctionalID }) => PayeeFunctionalID),
  )
  const ids = [...new Set(registered.values())]
  const people = await summariesOf(ctx, ids)
  // Whoever lives in a unit that was merged into another is paid by what it is now, like everybody on a list.
  const units = await areaAt(
    ctx,
    [...people.values()].map(({ homeAreaId }) => homeAreaId),
    ctx.today,
  )
  const ways = await waysOf(ctx, await listChannels(ctx, ids))
  const used = await findSourceKeys(
    ctx,
    instructions.map(({ InstructionID }) => InstructionID),
  )
  const providers = await openProviders(ctx)
  const seen = new Set<string>()
  const failed: Failed[] = []
  const orders: { providerId: string; order: SourceOrder }[] = []
  for (const instruction of instructions) {
    const { InstructionID: key, PayeeFunctionalID, Amount, Currency, Narration = null } = instruction
    const refuse = (why: SourceFault) => failed.push(fault(why)(instruction))
    const payeeId = registered.get(PayeeFunctionalID)
    const person = payeeId === undefined ? undefined : people.get(payeeId)
    const isRepeated = seen.has(key)
    seen.add(key)
    if (isRepeated) refuse('INSTRUCTION_REPEATED')
    else if (used.has(key)) refuse('INSTRUCTION_KNOWN')
    else if (payeeId === undefined) refuse('PAYEE_NOT_REGISTERED')
    else if (!person) refuse('PAYEE_UNKNOWN')
    else if (person.diedOn) refuse('PAYEE_DEAD')
    else if (Currency !== 'VND') refuse('CURRENCY_NOT_VND')
    else if (!isPayable(Amount)) refuse('AMOUNT_NOT_WHOLE')
    else {
      const way = ways.get(payeeId)
      const by: Way['by'] = way?.by ?? { channel: 'cash_point', payPointId: null }
      const areaId = units.get(person.homeAreaId) ?? person.homeAreaId
      const provider = providerFor(providers, by.channel, areaId)
      if (!provider) refuse('NO_PROVIDER')
      else
        orders.push({
          providerId: provider.id,
          order: {
            key,
            functionalId: PayeeFunctionalID,
            narration: Narration,
            payeeId,
            payeeName: person.fullName,
            areaId,
            amount: Amount,
            ...destinationOf(by),
            receiver: way?.receiver ?? null,
          },
        })
    }
  }
  return { orders, failed }
}

function destinationOf(by: Way['by']) {
  const { channel } = by
  if (channel === 'account' || channel === 'wallet')
    return {
      channel,
      bank: by.bank,
      bic: findBank(by.bank)?.bic ?? null,
      account: by.account,
      holder: by.holder || null,
      payPointId: null,
    }
  const none = { bank: null, bic: null, account: null, holder: null }
  return { channel, ...none, payPointId: channel === 'cash_point' ? by.payPointId : null }
}

function answer({ RequestID, BatchID, CreditInstructions }: Batch, failed: Failed[], taken?: string) {
  return {
    ResponseCode: failed.length === 0 ? ('00' as const) : ('01' as const),
    ResponseDescription:
      taken ?? `${failed.length} of ${CreditInstructions.length} instructions cannot be paid; none was taken`,
    RequestID,
    BatchID,
    NumberFailedCases: failed.length,
    FailedAccounts: failed,
  }
}

/** What has become of a batch, for whoever handed it in. */
export async function getBulkPayment(ctx: Ctx, { BatchID }: { BatchID: string }) {
  const batch = await findSourceBatch(ctx, BatchID)
  if (!batch) throw problems('source_batch_not_found', { BatchID })
  const outcomes = await listSourceOutcomes(ctx, BatchID)
  return {
    BatchID,
    RequestID: batch.requestId,
    NumberOfInstructions: batch.orders,
    Instructions: outcomes.map(({ key, functionalId, amount, state, reason, endToEndId }) => ({
      InstructionID: key,
      PayeeFunctionalID: functionalId,
      Amount: amount,
      Currency: 'VND' as const,
      Status: statusOf[state],
      Reason: statusOf[state] === 'FAILED' ? (reason ?? state) : null,
      EndToEndID: endToEndId,
    })),
  }
}
