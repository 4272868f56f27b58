import { dong } from '#kernel/dong'
import { moneyInWords } from '#kernel/money-in-words'
import { areaNames } from '#modules/geography'
import { payPointNames } from '#modules/payroll'
import type { PaymentRunId } from '#modules/payroll/contract'
import type { Month } from '#kernel/civil-date'
import type { JobId } from '#platform/contract/jobs'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import {
  pageSize,
  type EnvelopeId,
  type EnvelopeSummary,
  type EnvelopeView,
  type InstructionId,
  type InstructionView,
  type ProviderId,
} from '../contract.ts'
import { listEnvelopeAreas } from '../db/envelope-areas.ts'
import { countStates } from '../db/envelope-states.ts'
import { getEnvelopeRow, listEnvelopeRows, type Envelope } from '../db/envelopes.ts'
import { sumAtProvider } from '../db/identity.ts'
import { listInstructionRows, sumCarried } from '../db/instructions.ts'
import { listProviderRows, type Provider } from '../db/providers.ts'
import { sumWithheld } from '../db/withholdings.ts'
import { EnvelopeStep, refusalOf, transitions, type EnvelopeState } from '../domain/envelope-state.ts'
import type { InstructionState } from '../domain/instruction-state.ts'

type Filter = {
  readonly month?: Month | undefined
  readonly state?: EnvelopeState | undefined
  readonly runId?: PaymentRunId | undefined
}

export async function listEnvelopes(ctx: Ctx, filter: Filter): Promise<EnvelopeSummary[]> {
  return summarise(ctx, await listEnvelopeRows(ctx, filter), await providersById(ctx))
}

async function providersById(ctx: Ctx): Promise<ReadonlyMap<string, Provider>> {
  return new Map((await listProviderRows(ctx)).map((row) => [row.id, row]))
}

/** Totals are those of the envelope; for whoever sees part of it only, of that part. */
async function summarise(
  ctx: Ctx,
  rows: readonly Envelope[],
  providers: ReadonlyMap<string, Provider>,
): Promise<EnvelopeSummary[]> {
  const ids = rows.map(({ id }) => id)
  const seen = ({ areaId }: Envelope) => (isWithinArea(ctx.actor, areaId) ? areaId : ctx.actor.areaId)
  const names = await areaNames(ctx, new Set(rows.map(seen)))
  const states = Map.groupBy(await countStates(ctx, ids), ({ envelopeId }) => envelopeId)
  return rows.map((row) => {
    const own = states.get(row.id) ?? []
    const isWhole = isWithinArea(ctx.actor, row.areaId)
    const sum = (of: 'instructions' | 'amount') => own.reduce((total, one) => total + one[of], 0)
    return {
      id: row.id as EnvelopeId, // Rows of envelopes are named by their ids.
      code: row.code,
      month: row.month,
      state: row.state,
      purpose: row.purpose,
      runId: row.runId as PaymentRunId | null, // The run it was made of.
      provider: providerRef(providers.get(row.providerId)!),
      // Totals of one’s own part go by the name of one’s own unit.
      area: { id: seen(row), name: names.get(seen(row)) ?? '' },
      instructions: isWhole ? row.instructions : sum('instructions'),
      amount: isWhole ? row.amount : dong(sum('amount')),
      states: own.map(({ state, instructions, amount }) => ({ state, instructions, amount })),
    }
  })
}

function providerRef({ id, name, kind }: Provider) {
  return { id: id as ProviderId, name, kind }
}

export async function getEnvelope(ctx: Ctx, { id }: { id: EnvelopeId }): Promise<EnvelopeView> {
  const row = await getEnvelopeRow(ctx, id)
  const providers = await providersById(ctx)
  const [summary] = await summarise(ctx, [row], providers)
  const provider = providers.get(row.providerId)!
  const areas = await listEnvelopeAreas(ctx, id)
  const names = await areaNames(ctx, new Set(areas.map(({ areaId }) => areaId)))
  const sums = await sumAtProvider(ctx, row)
  return {
    ...summary!,
    carried: isWithinArea(ctx.actor, row.areaId) ? row.carried : await sumCarried(ctx, id),
    withheld: await sumWithheld(ctx, id),
    totalInWords: moneyInWords(summary!.amount),
    fingerprint: row.fingerprint,
    format: provider.format,
    prepared: { by: { id: row.preparedBy, name: row.preparedName }, at: row.preparedAt },
    checked: signed(row.checkedBy, row.checkedName, row.checkedAt),
    approved: signed(row.approvedBy, row.approvedName, row.approvedAt),
    sent: signed(row.sentBy, row.sentName, row.sentAt),
    reconciled: signed(row.reconciledBy, row.reconciledName, row.reconciledAt),
    executeOn: row.executeOn,
    fileName: row.fileName,
    fileSha256: row.fileSha256,
    isByHand: provider.delivery.by === 'hand',
    jobId: row.jobId as JobId | null, // The job that sends it.
    steps: EnvelopeStep.options.map((step) => stepOf(ctx, row, step)),
    byArea: areas.map(({ areaId, instructions, amount }) => ({
      area: { id: areaId, name: names.get(areaId) ?? '' },
      instructions,
      amount,
    })),
    identity: {
      transferred: sums.transferred,
      carriedIn: sums.carriedIn,
      paid: sums.paid,
      carriedOut: sums.balance,
      returned: sums.returned,
    },
  }
}

function signed<At>(id: string | null, name: string | null, at: At | null) {
  return id === null || name === null || at === null ? null : { by: { id, name }, at }
}

function stepOf(ctx: Ctx, row: Envelope, step: EnvelopeStep) {
  const refusal = !ctx.actor.permissions.has(transitions[step].permission)
    ? 'forbidden'
    : !isWithinArea(ctx.actor, row.areaId)
      ? 'payments.area_not_yours'
      : refusalOf(row, step, ctx.actor.userId)
  const code =
    refusal === undefined || refusal.includes('.') || refusal === 'forbidden'
      ? refusal
      : `payments.${refusal}`
  return { step, isAllowed: code === undefined, refusal: code ?? null }
}

export async function listInstructions(
  ctx: Ctx,
  {
    id,
    page,
    ...filter
  }: {
    id: EnvelopeId
    page: number
    state?: InstructionState | undefined
    areaId?: number | undefined
    search?: string | undefined
  },
) {
  await getEnvelopeRow(ctx, id)
  const found = await listInstructionRows(ctx, { envelopeId: id, ...filter }, { page, size: pageSize })
  const names = await areaNames(ctx, new Set(found.rows.map(({ areaId }) => areaId)))
  // Whoever is paid on an account has no pay point.
  const hasPoints = found.rows.some(({ payPointId }) => payPointId !== null)
  const points = hasPoints ? await payPointNames(ctx) : new Map<number, string>()
  const rows = found.rows.map((row): InstructionView => ({
    id: row.id as InstructionId, // Rows of instructions are named by their ids.
    number: row.number,
    endToEndId: row.endToEndId,
    payee: { id: row.payeeId, name: row.payeeName },
    area: { id: row.areaId, name: names.get(row.areaId) ?? '' },
    amount: row.amount,
    channel: row.channel,
    bank: row.bank,
    account: masked(row.account),
    payPoint: row.payPointId === null ? null : (points.get(row.payPointId) ?? null),
    receiver: row.receiver && { fullName: row.receiver.fullName, until: row.receiver.until },
    state: row.state,
    reason: row.reason,
    endedOn: row.endedOn,
    isReissue: row.replacesId !== null,
    replacedBy: row.replacedBy,
    isRecallAsked: row.isRecallAsked,
  }))
  return { rows, total: found.total, amount: found.amount }
}

/** An account by its last four figures: enough to recognise it, too little to use it. */
export function masked(account: string | null): string | null {
  return account === null ? null : `…${account.slice(-4)}`
}
