import { createHash, randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem'
import type { Ctx } from '#platform/server/context'
import { inBulk } from '../db/bulk.ts'
import {
  listCandidates,
  placeLines,
  streamNameless,
  type Candidate,
  type Nameless,
} from '../db/match-lines.ts'
import { findLayout } from '../db/layouts.ts'
import { lockProvider } from '../db/providers.ts'
import {
  findResponse,
  insertDoubtedGroup,
  insertGroupLines,
  insertLines,
  isPartPaid,
} from '../db/responses.ts'
import { nameKey } from '../domain/bank-text.ts'
import { judge } from '../domain/instruction-state.ts'
import { readMessage } from '../domain/iso/read-message.ts'
import { NotUnderstood } from '../domain/not-understood.ts'
import { usualAnswers } from '../domain/layout/built-in.ts'
import type { AnswerLayout } from '../domain/layout/layout.ts'
import { readAnswers, RowsWrong } from '../domain/layout/read-answers.ts'
import { problems } from '../domain/problems.ts'
import type { ResponseHead, ResponseLine } from '../domain/response.ts'
import { readWorkbook } from './read-workbook.ts'
import { assertToldByAnother } from './second-person.ts'
import { markSpokenOf } from './send.ts'
import { takeAnswer } from './take-answer.ts'

export type ReadResponse = {
  readonly id: string
  /** False where the same file had been read before: nothing changed. */
  readonly isNew: boolean
  readonly lines: number
  readonly moved: number
}

type Source = {
  readonly providerId: string
  readonly name: string
  readonly sha256: string
  readonly pieces: AsyncIterable<Uint8Array>
  /** Somebody hands it in, and nothing but them says that it is the provider’s. */
  readonly isBrought?: boolean
}

/** So few that a line is forgotten while it is new: what is held for long, the program gives back late. */
const batchSize = 1000

/**
 * Reads an answer of a provider in one transaction: all of it counts, or nothing. What cannot be understood, or does not
 * add up, is refused as a whole; what names no order of ours waits for a person.
 */
export async function readResponse(
  ctx: Ctx,
  { providerId, name, sha256, pieces, isBrought = false }: Source,
): Promise<ReadResponse> {
  const provider = await lockProvider(ctx, providerId)
  const known = await findResponse(ctx, providerId, sha256)
  if (known) return { id: known.id, isNew: false, lines: known.lines, moved: 0 }
  const id = randomUUID()
  const layout = (await findLayout(ctx, providerId))?.answers ?? usualAnswers
  const into = {
    responseId: id,
    providerId,
    areaId: provider.areaId,
    layout,
    account: provider.debtorAccount,
  }
  const { head, count } = await store(ctx, into, pieces, sha256)
  if (head.account !== null && head.account !== provider.debtorAccount)
    throw problems('response_refused', { because: 'account', account: head.account.slice(-4) })
  let from = count
  for (const said of head.groups.filter(({ isRejected }) => isRejected)) {
    const group = { responseId: id, providerId, areaId: provider.areaId, from, ...said }
    from += (await isPartPaid(ctx, group))
      ? await insertDoubtedGroup(ctx, group)
      : await insertGroupLines(ctx, group)
  }
  await markSpokenOf(ctx, { responseId: id, providerId })
  const answer = { id, providerId, areaId: provider.areaId, sha256, name }
  const moved = await inBulk(ctx, from, async () => {
    const count = await takeAnswer(ctx, answer, head, () =>
      findByWhatTheySay(ctx, { responseId: id, providerId }),
    )
    if (isBrought && provider.protection === 'none') await assertToldByAnother(ctx, id)
    return count
  })
  return { id, isNew: true, lines: from, moved }
}

/** Parses and stores line by line; the hash of what was read must be that of what was handed in. */
async function store(
  ctx: Ctx,
  {
    layout,
    account,
    ...into
  }: { responseId: string; providerId: string; areaId: number; layout: AnswerLayout; account: string },
  pieces: AsyncIterable<Uint8Array>,
  sha256: string,
): Promise<{ head: ResponseHead; count: number }> {
  const hash = createHash('sha256')
  let reader: ReturnType<typeof readerOf> | undefined
  let waiting: ResponseLine[] = []
  let count = 0
  const flush = async () => {
    await insertLines(ctx, { ...into, from: count }, waiting)
    count += waiting.length
    waiting = []
  }
  try {
    for await (const piece of pieces) {
      hash.update(piece)
      if (piece.length === 0) continue
      reader ??= readerOf(piece, { layout, account })
      for (const line of reader.write(piece)) waiting.push(line)
      while (waiting.length >= batchSize) await flush()
    }
    if (!reader) throw new NotUnderstood('empty')
    const { lines, head } = await reader.end()
    for (const line of lines) waiting.push(line)
    await flush()
    if (hash.digest('hex') !== sha256) throw new Error('The file changed while it was read')
    // A list that does not name itself goes by what it holds.
    return { head: { ...head, messageId: head.messageId || sha256.slice(0, 35) }, count }
  } catch (error) {
    if (error instanceof RowsWrong)
      throw Object.assign(problems('rows_wrong', { total: error.total, faults: error.faults }), {
        cause: error,
      })
    if (error instanceof NotUnderstood)
      throw Object.assign(problems('file_not_understood', { because: error.message }), { cause: error })
    throw error
  }
}

/** XML begins with an angle bracket, whatever blanks or marks stand before it, a workbook like any archive. */
function readerOf(piece: Uint8Array, { layout, account }: { layout: AnswerLayout; account: string }) {
  if (piece[0] === 0x50 && piece[1] === 0x4b) return readWorkbook(layout)
  const beginning = new TextDecoder().decode(piece.subarray(0, 64)).trimStart()
  return beginning.startsWith('<') ? readMessage(account) : readAnswers(layout)
}

/** Lines without our reference: amount, account and name together must point at one order, and at no other. */
async function findByWhatTheySay(
  ctx: Ctx,
  { responseId, providerId }: { responseId: string; providerId: string },
) {
  const taken = new Set<string>()
  for await (const nameless of streamNameless(ctx, responseId)) {
    const accounts = [...new Set(nameless.map(({ account }) => account!))]
    const candidates = Map.groupBy(await listCandidates(ctx, providerId, accounts), keyOf)
    const fittingTo = (line: Nameless) =>
      (candidates.get(keyOf(line)) ?? []).filter(
        ({ id, state }) => judge(state, line.outcome) === 'step' && !taken.has(`${id} ${line.outcome}`),
      )
    const found = nameless.flatMap((line) => {
      const fitting = fittingTo(line)
      if (fitting.length === 0) return []
      const [only] = fitting.length === 1 ? fitting : []
      if (only) taken.add(`${only.id} ${line.outcome}`)
      return [
        {
          number: line.number,
          instructionId: only?.id ?? null,
          areaId: only?.areaId ?? null,
          isAmbiguous: only === undefined,
        },
      ]
    })
    await placeLines(ctx, responseId, found)
  }
}

function keyOf(said: Candidate | Nameless) {
  const name = 'payeeName' in said ? said.payeeName : (said.name ?? '')
  return `${said.amount} ${said.account} ${nameKey(name)}`
}

/** Whether a file was refused for what it is, so that reading it again would change nothing. */
export function isRefusal(error: unknown): error is Problem {
  return (
    error instanceof Problem &&
    [
      'payments.file_not_understood',
      'payments.rows_wrong',
      'payments.file_not_protected',
      'payments.response_refused',
      'payments.message_id_reused',
    ].includes(error.code)
  )
}
