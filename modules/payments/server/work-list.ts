import { dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import {
  pageSize,
  type EnvelopeId,
  type InstructionId,
  type OpenLineView,
  type ProviderStandingView,
  type ResponseView,
} from '../contract.ts'
import {
  getInstructionForUpdate,
  isTakenFurther,
  listChain,
  listInstructionsLike,
  listInstructionsNamed,
} from '../db/instructions.ts'
import { moveInstructionTo, outcomesInOrder, type Ending } from '../db/match-lines.ts'
import { getLine, getLineForUpdate, listOpenLines, settleLine, type OpenLine } from '../db/open-lines.ts'
import { isOfRefund } from '../db/refunds.ts'
import { listResponseRows } from '../db/responses.ts'
import { listStandings } from '../db/standings.ts'
import { nameKey } from '../domain/bank-text.ts'
import { judge, mayMatchByHand, openVerdicts } from '../domain/instruction-state.ts'
import { adviceOn } from '../domain/line-advice.ts'
import { problems } from '../domain/problems.ts'
import { followOutcome } from './follow-outcome.ts'
import { assertEndedByAnother } from './second-person.ts'
import { masked } from './show-envelopes.ts'

export async function listResponses(ctx: Ctx): Promise<ResponseView[]> {
  return (await listResponseRows(ctx)).map((row) => ({
    id: row.id,
    provider: { id: row.providerId, name: row.providerName },
    name: row.name,
    kind: row.kind,
    messageId: row.messageId,
    state: row.state,
    because: row.because,
    faults: row.faults ?? [],
    lines: row.lines,
    amount: row.amount,
    closing: row.closing,
    receivedAt: row.receivedAt,
    receivedBy: row.receivedName,
  }))
}

/** Where the money of each provider stands; what no order waits for is to be ordered anew or given back. */
export async function listProviderStandings(ctx: Ctx): Promise<ProviderStandingView[]> {
  return (await listStandings(ctx)).map(({ provider, balance, closing, through, ...own }) => ({
    provider,
    waiting: { orders: own.waiting, amount: own.waitingAmount },
    open: { lines: own.openLines, amount: own.openAmount },
    balance,
    lying: dong(balance - own.waitingAmount),
    said: closing === null ? null : { closing, through },
    statements:
      own.moved === null
        ? null
        : {
            moved: own.moved,
            waiting: own.waitingLines,
            aside: own.aside,
            gap: own.gap,
            difference: own.waitingLines + own.aside + own.gap,
          },
  }))
}

/** What no rule could place or a person has settled, with the instruction it names or was matched with. */
export async function showOpenLines(
  ctx: Ctx,
  { page, isSettled }: { page: number; isSettled: 'true' | 'false' },
) {
  const { rows, total } = await listOpenLines(ctx, { page, size: pageSize, isSettled: isSettled === 'true' })
  const areas = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const named = await listInstructionsNamed(
    ctx,
    rows.flatMap(({ instructionId }) => instructionId ?? []),
  )
  const view = (line: OpenLine): OpenLineView => {
    const instruction = line.instructionId === null ? undefined : named.get(line.instructionId)
    return {
      responseId: line.responseId,
      number: line.number,
      area: { id: line.areaId, name: areas.get(line.areaId) ?? '' },
      provider: { id: line.providerId, name: line.providerName },
      file: line.fileName,
      receivedAt: line.receivedAt,
      endToEndId: line.endToEndId,
      providerRef: line.providerRef,
      outcome: line.outcome,
      amount: line.amount,
      reason: line.reason,
      account: masked(line.account),
      name: line.name,
      bookedOn: line.bookedOn,
      verdict: line.verdict,
      advice: adviceOn(line),
      settled:
        line.settledName !== null && line.settledAt !== null
          ? { by: line.settledName, at: line.settledAt, note: line.settledNote ?? '' }
          : null,
      instruction: instruction
        ? {
            id: instruction.id as InstructionId, // Rows of instructions are named by their ids.
            endToEndId: instruction.endToEndId,
            payee: instruction.payeeName,
            amount: instruction.amount,
            envelopeId: instruction.envelopeId as EnvelopeId,
          }
        : null,
    }
  }
  return { rows: rows.map(view), total }
}

/** The most orders a person chooses from. */
const mostCandidates = 20

/** What a line may be about: the order it names and what was ordered in its place, or else those that fit it best. */
export async function listLineCandidates(ctx: Ctx, { id, number }: { id: string; number: number }) {
  const line = await getLine(ctx, id, number)
  if (await isOfRefund(ctx, line)) return []
  const chain = await listChain(ctx, line.endToEndId)
  const isNamed = ({ name }: { name: string }) =>
    line.name !== null && nameKey(name) === nameKey(line.name) ? 0 : 1
  return (await listInstructionsLike(ctx, line, chain))
    .filter((row) => mayMatchByHand(row.state, line.outcome) && !isAnothers(line, row))
    .map((row) => ({
      id: row.id as InstructionId, // Rows of instructions are named by their ids.
      endToEndId: row.endToEndId,
      payee: row.payeeName,
      account: masked(row.account),
      amount: row.amount,
      month: row.month,
      name: row.holder ?? row.payeeName,
    }))
    .toSorted((one, other) => isNamed(one) - isNamed(other))
    .slice(0, mostCandidates)
    .map(({ name: _name, ...candidate }) => candidate)
}

/** Whether a line tells of another account in another name: whatever it is about, it is not this order. */
function isAnothers(
  line: Pick<OpenLine, 'account' | 'name'>,
  { account, holder, payeeName }: { account: string | null; holder: string | null; payeeName: string },
) {
  return (
    line.account !== null &&
    line.name !== null &&
    account !== null &&
    line.account !== account &&
    nameKey(line.name) !== nameKey(holder ?? payeeName)
  )
}

/**
 * A person says which instruction a line is about, and why: the same amount, at the same provider, and a step it can take. A line that
 * names an order of ours is about that one or what was ordered in its place. What was rejected, or nobody came for, was paid after
 * all only where it was neither ordered anew nor given back.
 */
export async function matchLine(
  ctx: Ctx,
  { id, number, instructionId, note }: { id: string; number: number; instructionId: string; note: string },
) {
  const line = await openLine(ctx, id, number)
  const instruction = await getInstructionForUpdate(ctx, instructionId)
  const chain = await listChain(ctx, line.endToEndId)
  const outcome = outcomesInOrder.find((one) => one === line.outcome) satisfies Ending | undefined
  if (
    outcome === undefined ||
    (await isOfRefund(ctx, line)) ||
    instruction.providerId !== line.providerId ||
    instruction.amount !== line.amount ||
    !mayMatchByHand(instruction.state, outcome) ||
    (chain.length > 0 ? !chain.includes(instructionId) : isAnothers(line, instruction)) ||
    (judge(instruction.state, outcome) !== 'step' && (await isTakenFurther(ctx, instructionId)))
  )
    throw problems('instruction_does_not_fit', { state: instruction.state, amount: instruction.amount })
  if (line.receivedBy === ctx.actor.userId) await assertEndedByAnother(ctx, instruction.envelopeId)
  await settleLine(ctx, line, { verdict: 'matched_by_hand', instructionId, note })
  await moveInstructionTo(ctx, { cause: `line ${id} ${number}`, outcome, instructionId }, followOutcome)
}

/**
 * A person says that a line moves no money of ours, and why. Whoever prepared or sent the order it names does not brush it aside: it may
 * say that the order they would make anew was paid.
 */
export async function setLineAside(
  ctx: Ctx,
  { id, number, note }: { id: string; number: number; note: string },
) {
  const line = await openLine(ctx, id, number)
  if (line.instructionId !== null) {
    const named = (await listInstructionsNamed(ctx, [line.instructionId])).get(line.instructionId)
    if (named) await assertEndedByAnother(ctx, named.envelopeId)
  }
  await settleLine(ctx, line, { verdict: 'set_aside', instructionId: null, note })
}

async function openLine(ctx: Ctx, id: string, number: number): Promise<OpenLine> {
  const line = await getLineForUpdate(ctx, id, number)
  if (!openVerdicts.some((verdict) => verdict === line.verdict))
    throw problems('line_settled', { verdict: line.verdict })
  return line
}
