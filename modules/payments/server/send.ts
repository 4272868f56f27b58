import { Problem } from '#kernel/problem'
import { CivilDate, firstDayOf, lastDayOf, monthOf } from '#kernel/civil-date'
import { addWorkingDays, isWorkingDay, loadCalendar } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { enqueue, isOpenJob, type Job } from '#platform/server/jobs'
import { z } from 'zod'
import { bookTransfer } from '../db/bookings.ts'
import { inBulk } from '../db/bulk.ts'
import { getEnvelopeForUpdate, listSendingSpokenOf, updateEnvelope, type Envelope } from '../db/envelopes.ts'
import { countOrders, setStates } from '../db/instructions.ts'
import { sumTransferred } from '../db/held-budget.ts'
import { findLayout } from '../db/layouts.ts'
import { openEntry } from '../db/ledger.ts'
import { getProvider, type Provider } from '../db/providers.ts'
import { problems } from '../domain/problems.ts'
import { deliver } from './deliver.ts'
import { fileNameOf, writeOrderFile, type WrittenFile } from './order-file.ts'
import { protectFile } from './protection.ts'
import { bookSpending } from './spend.ts'
import { causeOf, openStep } from './take-step.ts'

/** Asks for an approved envelope to be sent; asking again while it is under way, or after it failed, sends the same file. */
export async function sendEnvelope(
  ctx: Ctx,
  { id, executeOn }: { id: string; executeOn?: CivilDate | undefined },
) {
  const envelope = await openStep(ctx, id, 'send')
  if ((await countOrders(ctx, id)).length === 0) throw problems('nothing_to_pay', { id })
  const provider = await getProvider(ctx, envelope.providerId)
  const { jobId } = await enqueue(ctx, { kind: 'payments.send', input: { id }, once: id })
  const layout = provider.format === 'csv' ? await findLayout(ctx, provider.id) : undefined
  await updateEnvelope(ctx, id, {
    state: 'sending',
    jobId,
    // Whoever learns that it arrived, by an answer or by asking, has not sent it.
    sentBy: ctx.actor.userId,
    sentName: ctx.actor.name,
    // What goes into the file is fixed the first time.
    ...(envelope.sendingAt === null && {
      sendingAt: ctx.now,
      executeOn: await dayToPay(ctx, envelope, provider, executeOn),
      layoutId: layout?.id ?? null,
      fileName: fileNameOf(envelope, provider, layout?.orders),
    }),
  })
  return { jobId }
}

/** Banks pay on working days, and nobody on days that are past; relief in cash is handed out on any day. */
async function dayToPay(
  ctx: Ctx,
  { month, purpose }: Envelope,
  { kind }: Provider,
  wished: CivilDate = firstDayOf(month),
): Promise<CivilDate> {
  const day = wished < ctx.today ? ctx.today : wished
  const latest = lastDayOf(month < monthOf(ctx.today) ? monthOf(ctx.today) : month)
  if (day > latest) throw problems('day_too_late', { day, latest })
  if (purpose === 'one_off' && kind === 'post_office') return day
  const calendar = await loadCalendar(ctx)
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1)
}

const Input = z.object({ id: z.uuid() })

/**
 * Writes the file, hands it over, and only then says that it was sent. Killed at any point the next worker does it again:
 * the file is the same to the byte, the provider knows it by its name, and the books are written once.
 */
export async function send(job: Job): Promise<{ sha256: string } | null> {
  const { id } = Input.parse(job.input)
  await job.progress(0, null, 'write')
  const written = await job.request(async (ctx) => {
    const envelope = await getEnvelopeForUpdate(ctx, id)
    if (envelope.state !== 'sending') return undefined
    const provider = await getProvider(ctx, envelope.providerId)
    // Written down before anything leaves: whoever comes later knows that it may have arrived.
    await updateEnvelope(ctx, id, { attempts: envelope.attempts + 1 })
    return { file: await writeOrderFile(ctx, envelope), provider, isFirst: envelope.attempts === 0 }
  })
  if (!written) return null
  await job.progress(1, 3, 'deliver')
  try {
    await deliver(await protectFile(written.file, written.provider), written.provider.delivery, job.signal)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'payments.provider_refused_file') throw error
    if (!written.isFirst || !isCertain(error.details['status']))
      throw Object.assign(problems('provider_doubtful', error.details), { cause: error })
    // Nothing of it will be executed, so it may be approved anew or given up.
    await job.request((ctx) => takeBack(ctx, id))
    throw error
  }
  await job.progress(2, 3, 'book')
  await job.request((ctx) => markSent(ctx, id, written.file))
  return { sha256: written.file.sha256 }
}

/** Refusals of the file itself, before it is looked into; a conflict says that there is something of that name. */
function isCertain(status: unknown) {
  return status === 400 || status === 413 || status === 415 || status === 422
}

async function takeBack(ctx: Ctx, id: string) {
  const envelope = await getEnvelopeForUpdate(ctx, id)
  if (envelope.state === 'sending') await updateEnvelope(ctx, id, { state: 'approved', attempts: 0 })
}

/**
 * A person has asked the provider whether a file of which nobody knows has arrived («xác nhận đã nhận»): it is sent, or was not
 * and may be approved anew or given up. Not while it is just being handed over.
 */
export async function settleDelivery(ctx: Ctx, { id, isTaken }: { id: string; isTaken: boolean }) {
  const envelope = await getEnvelopeForUpdate(ctx, id)
  if (envelope.state !== 'sending') throw problems('envelope_moved_on', { id, state: envelope.state })
  if (await isOpenJob(ctx, envelope.jobId)) throw problems('delivery_under_way', { id })
  if (isTaken) await markSent(ctx, id, await writeOrderFile(ctx, envelope))
  else await takeBack(ctx, id)
}

/** A provider speaks about orders whose file nobody knows to have arrived: it has, whatever became of the receipt. */
export async function markSpokenOf(
  ctx: Ctx,
  { responseId, providerId }: { responseId: string; providerId: string },
) {
  for (const id of await listSendingSpokenOf(ctx, { responseId, providerId }))
    await markSent(ctx, id, await writeOrderFile(ctx, await getEnvelopeForUpdate(ctx, id)))
}

/** Books the transfer and says of every instruction that it is on its way. */
async function markSent(ctx: Ctx, id: string, { sha256 }: WrittenFile) {
  const envelope = await getEnvelopeForUpdate(ctx, id)
  if (envelope.state !== 'sending') return
  await setStates(ctx, { envelopeId: id, from: 'ready', to: 'sent' })
  // What lies at the provider already, or was withdrawn meanwhile, is not transferred.
  const transferred = await inBulk(ctx, envelope.instructions, () => sumTransferred(ctx, id))
  if (transferred.length > 0) {
    const entryId = await openEntry(ctx, { kind: 'envelope_sent', cause: causeOf(envelope) })
    if (entryId === undefined) throw new Error(`${envelope.code} was booked as sent before`)
    await inBulk(ctx, envelope.instructions, () => bookTransfer(ctx, entryId, id))
    await bookSpending(ctx, { entryId, month: envelope.month }, transferred)
  }
  await updateEnvelope(ctx, id, {
    state: 'sent',
    sentAt: ctx.now,
    fileSha256: sha256,
  })
  ctx.emit({ type: 'payments.envelope_sent', envelopeId: id, month: envelope.month })
}
