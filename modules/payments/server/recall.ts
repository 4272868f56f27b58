import { sql, type RawBuilder } from 'kysely'
import { addMonths, monthOf } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { z } from 'zod'
import { getProvider } from '../db/providers.ts'
import {
  askForRecall,
  bookRecalled,
  insertRecall,
  listPaidNotDue,
  listRecalledItems,
  lockAffected,
  lockUnsettledOfMerged,
  withdrawInstruction,
  type Affected,
  type NotDueCause,
  type RecalledItem,
} from '../db/recalls.ts'
import {
  getRecoveryForUpdate,
  lessenProposal,
  listOpenRecoveriesOf,
  proposeRecovery,
} from '../db/recoveries.ts'
import { findRecallOrder } from '../db/recall-requests.ts'
import { listDiedMeanwhile } from '../db/reissues.ts'
import type { RecallGround } from '../domain/recall.ts'
import type { RecoveryCause } from '../domain/recovery.ts'
import { settleByReturn } from './recoveries.ts'
import { settleDebt } from './settle-debt.ts'

/**
 * Somebody died. Money for months after that of the death is not due: what was not sent is withdrawn, what was sent is
 * recalled, what was paid is proposed for recovery («người hưởng chết sau khi chốt danh sách»).
 */
export async function recallForDeath(ctx: Ctx, { personId }: { personId: string }) {
  const diedOn = (await summariesOf(ctx, [personId])).get(personId)?.diedOn
  if (!diedOn) return // It was told to be none by the time this is heard.
  const from = addMonths(monthOf(diedOn), 1)
  for (const instruction of await lockAffected(ctx, personId, from)) {
    const isNew =
      !instruction.isFor ||
      (await insertRecall(ctx, {
        instructionId: instruction.id,
        personId,
        from,
        cause: 'died',
        areaId: instruction.areaId,
      }))
    if (isNew) await stop(ctx, instruction, 'recalled')
  }
}

/** Nothing is ordered anew of months after a death, whatever kept an order from arriving before it was known. */
export async function recallDiedMeanwhile(ctx: Ctx, which: RawBuilder<unknown>) {
  for (const { instructionId, personId, from, areaId } of await listDiedMeanwhile(ctx, which))
    if (await insertRecall(ctx, { instructionId, personId, from, cause: 'died', areaId })) {
      const order = await findRecallOrder(ctx, instructionId, { forUpdate: true })
      if (order) await stop(ctx, order, 'recalled')
    }
}

/**
 * What a record that was merged into another is still to be paid is paid to nobody («chi trùng»): what was not sent is withdrawn, what
 * was sent is called back. Of a list approved before the merge it is withdrawn as soon as there are envelopes.
 */
export async function stopMerged(ctx: Ctx, of: Parameters<typeof lockUnsettledOfMerged>[1]) {
  for (const { personId, from, ...instruction } of await lockUnsettledOfMerged(ctx, of)) {
    const { id: instructionId, areaId } = instruction
    if (await insertRecall(ctx, { instructionId, personId, from, cause: 'decision', areaId }))
      await stop(ctx, instruction, 'merged')
  }
}

/** Why an order is stopped: somebody died, or was two records, or what people call orders back for. */
type StopReason = 'recalled' | 'merged' | RecallGround

/**
 * Stops one order: not sent it is withdrawn, sent it is called back, paid it is proposed for recovery as far as it was due to
 * nobody, and of one that came to nothing so much less is owed. What of it is still due waits to be ordered anew.
 */
export async function stop(
  ctx: Ctx,
  { id, state, envelopeState, endToEndId, providerId }: Omit<Affected, 'isPayee' | 'isFor'>,
  reason: StopReason,
): Promise<void> {
  if (state === 'withdrawn' || (state === 'ready' && envelopeState !== 'sending'))
    await withdrawInstruction(ctx, id, reason)
  else if (state === 'ready' || state === 'sent' || state === 'paid')
    return callBack(ctx, { id, state, endToEndId, providerId }, reason)
  // Of what nobody has approved nothing is on the books yet. What lies at the provider goes back from there.
  if (envelopeState !== 'draft' && envelopeState !== 'checked') await settleDebt(ctx, id)
}

/** Of an order that has left the house the provider is asked, or the payee. */
async function callBack(
  ctx: Ctx,
  { id, state, endToEndId, providerId }: Pick<Affected, 'id' | 'state' | 'endToEndId' | 'providerId'>,
  reason: StopReason,
) {
  // Of what went to a wrong account the payee owes nothing: it is the provider that is asked for it.
  if (state === 'paid' && reason !== 'wrong_account') return proposeFor(ctx, sql`select ${id}::uuid`)
  await askForRecall(ctx, id)
  await enqueue(ctx, { kind: 'payments.recall', input: { providerId, endToEndId }, once: endToEndId })
}

/** What became of instructions somebody had asked to recall: nothing is owed, or something is to come back. */
export async function followRecalls(
  ctx: Ctx,
  { cause, outcome, matched }: { cause: string; outcome: string; matched: RawBuilder<unknown> },
) {
  if (outcome === 'paid') return proposeFor(ctx, matched)
  const planned = new Set<string>()
  for (const item of await listRecalledItems(ctx, matched)) {
    for (const recoveryId of await listOpenRecoveriesOf(ctx, item)) {
      const recovery = await getRecoveryForUpdate(ctx, recoveryId)
      if (recovery.state === 'planned') {
        planned.add(item.instructionId)
        await settleByReturn(ctx, recovery, item)
      } else await lessenProposal(ctx, recovery, { ...item, amount: dong(item.amount + item.withheld) })
      break // What came back was asked for once.
    }
  }
  const plain = sql`select instruction_id from (${matched}) as said (instruction_id)
    where not (instruction_id = any(${[...planned]}::uuid[]))`
  await bookRecalled(ctx, `${cause} ${outcome}`, plain)
}

const causeOf = {
  died: 'died',
  // Of a record that was merged into another.
  decision: 'paid_twice',
  right_ended: 'not_entitled',
  wrong_amount: 'lower_amount',
} as const satisfies Readonly<Record<NotDueCause, RecoveryCause>>

/** Proposes to recover what was paid and not due, person by person: all of it, whichever list paid it. */
async function proposeFor(ctx: Ctx, instructions: RawBuilder<unknown>) {
  const touched = await listRecalledItems(ctx, instructions)
  if (touched.length === 0) return
  const personIds = [...new Set(touched.map(({ personId }) => personId))]
  const people = await summariesOf(ctx, personIds)
  for (const [personId, own] of Map.groupBy(await listPaidNotDue(ctx, personIds), (item) => item.personId)) {
    const [newest] = touched.filter((item) => item.personId === personId)
    const { payeeName, cause, areaId } = newest! // Of each of them something was touched.
    await proposeRecovery(
      ctx,
      { personId, personName: people.get(personId)?.fullName ?? payeeName, cause: causeOf[cause], areaId },
      monthsOf(own),
    )
  }
}

/** What several lists paid for a month of a component comes to one sum. */
function monthsOf(items: readonly RecalledItem[]) {
  return [
    ...Map.groupBy(items, ({ component, benefitMonth }) => `${component} ${benefitMonth}`).values(),
  ].map((own) => {
    const { component, benefitMonth, programme } = own[0]! // Groups have a member.
    const amount = dong(own.reduce((sum, item) => sum + item.amount + item.withheld, 0))
    return { component, benefitMonth, programme, amount }
  })
}

const ToRecall = z.object({ providerId: z.uuid(), endToEndId: z.string() })

/** Asks the provider to give an order up, where it has a door for that; its word comes with its next answer. */
export async function askProvider(job: Job): Promise<{ asked: boolean }> {
  const { providerId, endToEndId } = ToRecall.parse(job.input)
  const { delivery } = await job.request((ctx) => getProvider(ctx, providerId))
  if (delivery.by !== 'http') return { asked: false } // People tell it: the page of the envelope names the order.
  const response = await fetch(
    `${delivery.url.replace(/\/$/, '')}/recalls/${encodeURIComponent(endToEndId)}`,
    {
      method: 'PUT',
      redirect: 'error',
      signal: AbortSignal.any([job.signal, AbortSignal.timeout(30_000)]),
    },
  )
  if (!response.ok) throw new Error(`The provider answers ${response.status} to a recall`)
  return { asked: true }
}
