import { dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import { whyKnownTo } from '#modules/payroll'
import type { PaymentRunId } from '#modules/payroll/contract'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  pageSize,
  type EntryFilter,
  type EntryGround,
  type EntryView,
  type EnvelopeId,
  type InstructionId,
  type TrialBalance,
} from '../contract.ts'
import {
  findAnswer,
  getEntryRow,
  listEntryPeople,
  listFundsNamed,
  listRecoveriesNamed,
  listSubjects,
  sumEntry,
} from '../db/entries.ts'
import { getEnvelopeRow } from '../db/envelopes.ts'
import { findRefundRow } from '../db/refunds.ts'
import { listEntryLines, trialBalance } from '../db/ledger.ts'

export async function getTrialBalance(ctx: Ctx): Promise<TrialBalance> {
  const accounts = await trialBalance(ctx)
  const sum = (side: 'debit' | 'credit') => dong(accounts.reduce((total, one) => total + one[side], 0))
  return { accounts, debit: sum('debit'), credit: sum('credit') }
}

export async function listEntries(ctx: Ctx, { page, ...filter }: EntryFilter & { page: number }) {
  // A budget line is one of a programme: whose money is of it says why they are paid.
  const isOfSomebody = filter.personId ?? filter.instructionId ?? filter.recoveryId
  if (filter.fundId !== undefined && isOfSomebody !== undefined && !whyKnownTo(ctx.actor).isTold)
    return { rows: [], total: 0, debit: dong(0), credit: dong(0) }
  return listEntryLines(ctx, filter, { page, size: pageSize })
}

/** An entry with all it rests on. */
export async function getEntry(ctx: Ctx, { id, page }: { id: number; page: number }): Promise<EntryView> {
  const { cause, ...entry } = await getEntryRow(ctx, id)
  const sums = sumsTold(ctx, await sumEntry(ctx, id))
  const names = await areaNames(ctx, new Set(sums.map(({ areaId }) => areaId)))
  const people = await listEntryPeople(ctx, id, { page, size: pageSize })
  const known = await summariesOf(
    ctx,
    people.rows.map(({ personId }) => personId),
  )
  return {
    ...entry,
    grounds: await groundsOf(ctx, id, { cause, note: entry.note }),
    sums: sums.map(({ areaId, ...sum }) => ({ ...sum, area: { id: areaId, name: names.get(areaId) ?? '' } })),
    people: people.rows.map(({ personId, instructionId, ...row }) => ({
      ...row,
      person: { id: personId, name: known.get(personId)?.fullName ?? '' },
      instructionId: instructionId as InstructionId | null, // Rows of instructions are named by their ids.
    })),
    totalPeople: people.total,
  }
}

/** Whoever is not told why people are paid reads what moved by account and unit, of all programmes together. */
function sumsTold(ctx: Ctx, sums: Awaited<ReturnType<typeof sumEntry>>): typeof sums {
  if (whyKnownTo(ctx.actor).isTold) return sums
  const together = Map.groupBy(sums, ({ account, areaId }) => `${account} ${areaId}`)
  return Array.from(together.values(), (own) => ({
    ...own[0]!,
    programme: null,
    debit: dong(own.reduce((total, { debit }) => total + debit, 0)),
    credit: dong(own.reduce((total, { credit }) => total + credit, 0)),
  }))
}

const refundInCause = /^refund ([0-9a-f-]{36})$/
const answerInCause = /^(?:response|line) ([0-9a-f-]{36})/

/** The decisions and papers of an entry, from what it says it is about. */
async function groundsOf(
  ctx: Ctx,
  id: number,
  { cause, note }: { cause: string; note: string | null },
): Promise<EntryGround[]> {
  const refundId = refundInCause.exec(cause)?.[1]
  const refund = refundId === undefined ? undefined : await findRefundRow(ctx, refundId)
  if (refund) {
    const { id: of, code, askedName, approvedName } = refund
    return [{ kind: 'refund', id: of, code, askedBy: askedName, approvedBy: approvedName }]
  }
  const subjects = await listSubjects(ctx, id)
  const answerId = answerInCause.exec(cause)?.[1]
  const answer = answerId === undefined ? undefined : await findAnswer(ctx, answerId)
  const grounds: EntryGround[] = answer
    ? [{ kind: 'answer', name: answer.name, receivedBy: answer.receivedName, receivedAt: answer.receivedAt }]
    : []
  for (const one of subjects.envelopes) {
    const envelope = await getEnvelopeRow(ctx, one)
    grounds.push({
      kind: 'envelope',
      id: envelope.id as EnvelopeId, // Rows of envelopes are named by their ids.
      code: envelope.code,
      runId: envelope.runId as PaymentRunId | null, // The run it was made of.
      preparedBy: envelope.preparedName,
      checkedBy: envelope.checkedName,
      approvedBy: envelope.approvedName,
    })
  }
  for (const { personId, personName, decidedName, ...recovery } of await listRecoveriesNamed(
    ctx,
    subjects.recoveries,
  ))
    grounds.push({
      kind: 'recovery',
      ...recovery,
      person: { id: personId, name: personName },
      decidedBy: decidedName,
    })
  const tellsProgramme = subjects.recoveries.length > 0 // Of whoever owes it.
  if (subjects.envelopes.length === 0 && (!tellsProgramme || whyKnownTo(ctx.actor).isTold))
    for (const fund of await listFundsNamed(ctx, subjects.funds))
      grounds.push({ kind: 'fund', ...fund, decision: note })
  return grounds
}
