import { keptRecords, summariesOf } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { secondsBetween } from '#kernel/civil-date'
import { bare } from '#kernel/bare'
import type { AnswerView, ReviewRow, RowFilter, RowPage } from '../contract.ts'
import { pageSize } from '../contract.ts'
import { listAnswers, type Answer } from '../db/answers.ts'
import { getPart } from '../db/parts.ts'
import {
  countReasons,
  countRows,
  countVillages,
  lastConfirmed,
  listReviewsOf as findReviewsOf,
  listRows as findRows,
  type Row,
  type RowWish,
} from '../db/rows.ts'
import { standingOf } from '../domain/standing.ts'
import { viewParts } from './campaigns.ts'
import { knownOf } from './known.ts'

/** A page of a review with all a person needs to answer it, in the order of the villages. */
export async function listRows(
  ctx: Ctx,
  { id, page, ...filter }: RowFilter & { id: string; page: number },
): Promise<RowPage> {
  const part = await getPart(ctx, id)
  const wish = wishOf(id, filter)
  const rows = await findRows(ctx, wish, { offset: (page - 1) * pageSize, limit: pageSize })
  const { year, title, fromOn, toOn } = part
  return {
    part: { ...(await viewParts(ctx, [part])).get(id)!, title, year, from: fromOn, to: toOn }, // It was just viewed.
    rows: await viewRows(ctx, rows),
    page,
    total: await countRows(ctx, wish),
    villages: (await countVillages(ctx, [id])).map(({ name, people, waiting }) => ({
      name,
      people,
      waiting,
    })),
    reasons: await countReasons(ctx, id),
    readAt: ctx.now,
  }
}

/** Everybody ever on the list is found by name or village; what is picked by result or reason is what there is to see to. */
export function wishOf(partId: string, filter: RowFilter): RowWish {
  const isCounting = filter.state !== undefined || filter.reason !== undefined
  return { partId, ...filter, q: filter.q && bare(filter.q), isCounting }
}

/** Rows as people read them: the register as it is known now, and everything that was said. */
export async function viewRows(ctx: Ctx, rows: readonly Row[]): Promise<ReviewRow[]> {
  const [first] = rows
  if (!first) return []
  const ids = rows.map(({ personId }) => personId)
  const people = await summariesOf(ctx, ids)
  const known = await knownOf(ctx, ids)
  const kept = await keptRecords(ctx, ids)
  const answers = Map.groupBy(await listAnswers(ctx, first.partId, ids), ({ personId }) => personId)
  const { frozenAt } = await getPart(ctx, first.partId)
  return rows.map((row) => {
    const { personId, village, reasons, state, tries, leftOn, addedAt } = row
    const person = people.get(personId)
    const own = answers.get(personId) ?? []
    const standing = standingOf(own.filter(({ isWithdrawn }) => !isWithdrawn))
    return {
      personId: PersonId.parse(personId),
      fullName: person?.fullName ?? null,
      sex: person?.sex ?? null,
      born: person?.born ?? null,
      bornPrecision: person?.bornPrecision ?? null,
      village,
      reasons: [...reasons],
      state,
      tries,
      leftOn,
      isMerged: kept.get(personId) !== personId,
      isLater: frozenAt !== null && addedAt.slice(0, -1) > frozenAt.slice(0, -1),
      known: known.get(personId)!, // Everybody asked for is there.
      answers: own.map((answer) => viewAnswer(ctx, answer, standing.counting)),
      conflicts: standing.conflicts.map(({ field, answerIds }) => ({ field, answerIds: [...answerIds] })),
      knew: own.at(-1)?.seq ?? 0,
    }
  })
}

/** So far a clock may be off before it is worth a word. */
const clockLeeway = 300

function viewAnswer(ctx: Ctx, answer: Answer, counting: readonly string[]): AnswerView {
  const { id, outcome, changes, note, happenedAt, saidAt, byName, byId, device, isWithdrawn } = answer
  return {
    id,
    outcome,
    changes: [...changes],
    note,
    at: happenedAt,
    byName,
    isByMe: byId === ctx.actor.userId,
    device,
    isClockOff: Math.abs(secondsBetween(saidAt, happenedAt)) > clockLeeway,
    isWithdrawn,
    isCounting: counting.includes(id),
  }
}

export async function listReviewsOf(ctx: Ctx, { personId }: { personId: string }) {
  const confirmed = (await lastConfirmed(ctx, [personId])).get(personId)
  return {
    confirmedOn: confirmed?.confirmedOn ?? null,
    metOn: confirmed?.metOn ?? null,
    reviews: await findReviewsOf(ctx, personId),
  }
}
