import { dong, type Dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import { payPointNames } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { EnvelopeId, LayoutSummary, LayoutView, ProviderId } from '../contract.ts'
import { getEnvelopeRow, listEnvelopesOfProvider } from '../db/envelopes.ts'
import { streamOrders } from '../db/instructions.ts'
import { insertLayout, listLayouts, type Layout } from '../db/layouts.ts'
import { getProvider, listProviderRows, type Provider } from '../db/providers.ts'
import { NotUnderstood } from '../domain/not-understood.ts'
import { usualAnswers, usualOrders } from '../domain/layout/built-in.ts'
import { meaningOf, type AnswerLayout, type OrderLayout, type RowFault } from '../domain/layout/layout.ts'
import { readAnswers, RowsWrong } from '../domain/layout/read-answers.ts'
import { rowsOfOrders } from '../domain/layout/write-orders.ts'
import type { Outcome } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import type { ResponseLine } from '../domain/response.ts'
import { isWithinArea } from '#platform/server/scope'
import { fileNameOf } from './order-file.ts'
import { readWorkbook } from './read-workbook.ts'

/** The providers somebody answers for, with the layout of their lists. */
export async function listLayoutsOfProviders(ctx: Ctx): Promise<LayoutSummary[]> {
  const mine = (await listProviderRows(ctx)).filter(({ areaId }) => isWithinArea(ctx.actor, areaId))
  return Promise.all(
    mine.map(async (provider) => summaryOf(provider, await listLayouts(ctx, provider.id, 1))),
  )
}

function summaryOf({ id, name, format }: Provider, [newest]: readonly Layout[]): LayoutSummary {
  return {
    provider: { id: id as ProviderId, name }, // Rows of providers are named by their ids.
    takesLists: format === 'csv',
    made: newest ? { by: newest.madeName, at: newest.madeAt } : null,
  }
}

/** The provider, for whoever answers for its area. Its row stays free: an answer that is being read holds it for minutes. */
async function getMine(ctx: Ctx, id: string): Promise<Provider> {
  const provider = await getProvider(ctx, id)
  if (!isWithinArea(ctx.actor, provider.areaId)) throw problems('provider_not_found', { id })
  return provider
}

export async function getLayout(ctx: Ctx, { id }: { id: ProviderId }): Promise<LayoutView> {
  const provider = await getMine(ctx, id)
  const versions = await listLayouts(ctx, id)
  return {
    ...summaryOf(provider, versions),
    orders: versions[0]?.orders ?? usualOrders,
    answers: versions[0]?.answers ?? usualAnswers,
    versions: versions.map((one) => ({ id: one.id, by: one.madeName, at: one.madeAt })),
    envelopes: (await listEnvelopesOfProvider(ctx, id)).map((one) => ({ ...one, id: one.id as EnvelopeId })), // Their ids.
  }
}

/** Lays the lists of a provider out anew; every version is kept, for files that were sent are made of theirs again. */
export async function keepLayout(
  ctx: Ctx,
  { id, ...layout }: { id: ProviderId; orders: OrderLayout; answers: AnswerLayout; requestId: string },
) {
  await getMine(ctx, id)
  const [newest] = await listLayouts(ctx, id, 1)
  // What a word means is paid, or not: that is for whoever answers for payments, not for whoever keeps accounts and columns.
  if (
    meaningOf(newest?.answers ?? usualAnswers) !== meaningOf(layout.answers) &&
    !ctx.actor.permissions.has('payments.approve')
  )
    throw problems('layout_meaning_by_approver', { id })
  await insertLayout(ctx, { providerId: id, ...layout })
}

const mostTried = 12

/** A layout is looked at on a real envelope; whose money it is has nothing to do with it, so names and accounts are veiled. */
export async function previewLayout(
  ctx: Ctx,
  { id, orders: layout, envelopeId }: { id: ProviderId; orders: OrderLayout; envelopeId: EnvelopeId },
) {
  await getMine(ctx, id)
  const envelope = await getEnvelopeRow(ctx, envelopeId)
  if (envelope.providerId !== id) throw problems('envelope_not_found', { id: envelopeId })
  const [first = []] = await Array.fromAsync(firstOf(streamOrders(ctx, envelopeId, mostTried)))
  const amount = dong(first.reduce((sum, order) => sum + order.amount, 0))
  const file = {
    messageId: envelope.code,
    executeOn: envelope.executeOn ?? ctx.today,
    month: envelope.month,
    isOnce: envelope.purpose === 'one_off' || envelope.purpose === 'source',
    // Of the orders that are shown, so that their totals row is right.
    blocks: [{ areaId: envelope.areaId, orders: first.length, amount }],
  }
  const veiledOrders = first.map((order) => ({
    ...order,
    payeeName: veiled(order.payeeName, 1),
    holder: order.holder && veiled(order.holder, 1),
    receiver: order.receiver && { ...order.receiver, fullName: veiled(order.receiver.fullName, 1) },
    account: order.account && veiled(order.account, 0),
  }))
  const places = {
    areas: await areaNames(ctx, new Set(first.map(({ areaId }) => areaId))),
    payPoints: await payPointNames(ctx),
  }
  const rows = (await Array.fromAsync(rowsOfOrders(file, one(veiledOrders), { layout, places }))).flat()
  return {
    name: fileNameOf(envelope, { format: 'csv' }, layout),
    rows: rows.map((row) => row.map(String)),
    left: Math.max(0, envelope.instructions - first.length),
  }
}

async function* firstOf<Thing>(pages: AsyncIterable<Thing>): AsyncGenerator<Thing> {
  for await (const page of pages) {
    yield page
    return
  }
}

async function* one<Thing>(page: Thing) {
  yield page
}

/** As long as it is, with the first letter of each word or the last figures of a number. */
function veiled(text: string, letters: number): string {
  if (letters === 0) return text.slice(0, -4).replaceAll(/./gu, '•') + text.slice(-4)
  return text.replaceAll(
    /(\p{L})(\p{L}*)/gu,
    (_, first: string, rest: string) => first + '•'.repeat(rest.length),
  )
}

const largest = 25 * 1024 * 1024

type Tried = {
  readonly lines: number
  readonly amount: Dong
  readonly byOutcome: { outcome: Outcome; lines: number }[]
  readonly faults: RowFault[]
  readonly wrong: number
  readonly because: string | null
}

/** Reads a file in a layout that is not kept yet, and says what it found: nothing is booked or kept. */
export async function tryAnswer(
  ctx: Ctx,
  { id, answers, file }: { id: ProviderId; answers: AnswerLayout; file: File },
): Promise<Tried> {
  await getMine(ctx, id)
  if (file.size > largest) throw problems('file_too_large', { limit: largest })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const reader = bytes[0] === 0x50 && bytes[1] === 0x4b ? readWorkbook(answers) : readAnswers(answers)
  const lines: ResponseLine[] = []
  const found = (faults: readonly RowFault[], wrong: number, because: string | null): Tried => ({
    lines: lines.length,
    amount: dong(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)),
    byOutcome: [...Map.groupBy(lines, ({ outcome }): Outcome => outcome)].map(([outcome, own]) => ({
      outcome,
      lines: own.length,
    })),
    faults: [...faults],
    wrong,
    because,
  })
  try {
    lines.push(...reader.write(bytes))
    lines.push(...(await reader.end()).lines)
    return found([], 0, null)
  } catch (error) {
    if (error instanceof RowsWrong) return found(error.faults, error.total, null)
    if (error instanceof NotUnderstood) return found([], 0, error.message)
    throw error
  }
}
