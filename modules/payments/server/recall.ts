import { sql, type RawBuilder } from 'kysely'
import { addMonths, CivilDate, monthOf, type Month } from '#kernel/civil-date'
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
  listRecalledItems,
  lockAffected,
  lockUnsettledOfMerged,
  withdrawInstruction,
  type Affected,
} from '../db/recalls.ts'
import { findRecoveryOf, getRecoveryForUpdate, proposeRecovery, updateRecovery } from '../db/recoveries.ts'
import { releaseFunds } from './release-funds.ts'
import { settleByReturn } from './recoveries.ts'

/**
 * Somebody died. Money for months after that of the death is not due: what was not sent is withdrawn, what was sent is
 * recalled, what was paid is proposed for recovery («người hưởng chết sau khi chốt danh sách»).
 */
export async function recallForDeath(
  ctx: Ctx,
  { personId, diedOn }: { personId: string; diedOn: CivilDate },
) {
  await recallPerson(ctx, { personId, from: addMonths(monthOf(diedOn), 1), cause: 'died' })
}

export async function recallPerson(
  ctx: Ctx,
  { personId, from, cause }: { personId: string; from: Month; cause: 'died' | 'decision' },
) {
  for (const instruction of await lockAffected(ctx, personId, from)) {
    const isNew =
      !instruction.isFor ||
      (await insertRecall(ctx, {
        instructionId: instruction.id,
        personId,
        from,
        cause,
        areaId: instruction.areaId,
      }))
    if (isNew) await stop(ctx, instruction, personId)
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
      await stop(ctx, instruction, personId)
  }
}

async function stop(
  ctx: Ctx,
  { id, state, envelopeState, endToEndId, providerId }: Affected,
  personId: string,
) {
  const one = sql`select ${id}::uuid`
  if (state === 'ready' && envelopeState !== 'sending') {
    await withdrawInstruction(ctx, id, 'recalled')
    if (envelopeState !== 'approved') return // Nothing of it is on the books yet.
    await bookRecalled(ctx, `instruction ${id} for ${personId}`, one)
    await releaseFunds(ctx, `instruction ${id} for ${personId}`, await listRecalledItems(ctx, one))
    return
  }
  if (state === 'paid') return proposeFor(ctx, one)
  await askForRecall(ctx, id)
  await enqueue(ctx, { kind: 'payments.recall', input: { providerId, endToEndId }, once: endToEndId })
}

/** What became of instructions somebody had asked to recall: nothing is owed, or something is to come back. */
export async function followRecalls(
  ctx: Ctx,
  { cause, outcome, matched }: { cause: string; outcome: string; matched: RawBuilder<unknown> },
) {
  if (outcome === 'paid') return proposeFor(ctx, matched)
  const items = await listRecalledItems(ctx, matched)
  if (items.length === 0) return
  const planned = new Set<string>()
  for (const item of items) {
    const recoveryId = await findRecoveryOf(ctx, item)
    if (recoveryId === undefined) continue
    const recovery = await getRecoveryForUpdate(ctx, recoveryId)
    if (recovery.state === 'proposed') await updateRecovery(ctx, recoveryId, { state: 'settled' })
    if (recovery.state !== 'planned') continue
    planned.add(item.instructionId)
    await settleByReturn(ctx, recovery, item)
  }
  const plain = sql`select instruction_id from (${matched}) as said (instruction_id)
    where not (instruction_id = any(${[...planned]}::uuid[]))`
  await bookRecalled(ctx, `${cause} ${outcome}`, plain)
}

/** Proposes to recover what was paid and not due, person by person. */
async function proposeFor(ctx: Ctx, instructions: RawBuilder<unknown>) {
  const items = await listRecalledItems(ctx, instructions)
  const people = await summariesOf(ctx, [...new Set(items.map(({ personId }) => personId))])
  for (const [personId, own] of Map.groupBy(items, (item) => item.personId)) {
    const [first] = own
    await proposeRecovery(
      ctx,
      {
        personId,
        personName: people.get(personId)?.fullName ?? first!.payeeName,
        cause: first!.cause === 'died' ? 'died' : 'not_entitled',
        areaId: first!.areaId,
      },
      own.map(({ component, benefitMonth, amount, withheld, programme }) => ({
        component,
        benefitMonth,
        amount: dong(amount + withheld),
        programme,
      })),
    )
  }
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
