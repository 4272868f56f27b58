import { dong } from '#kernel/dong'
import { planJoin, type JoinPlan } from '#modules/entitlement'
import { areaAt, areaNames } from '#modules/geography'
import { listListedTwice } from '#modules/payroll'
import {
  areTied,
  householdOfOne,
  joinedByMerge,
  membersNow,
  nearlySure,
  summariesOf,
  tiesToJoin,
} from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'
import { PairId, type PairDetail, type QuestionView } from '../contract.ts'
import { getPairRow, listQuestions, type Pair } from '../db/pairs.ts'
import { listPartings } from '../db/partings.ts'
import { undecided } from '../domain/pair-state.ts'
import { oneHasDied, openSides, type Sides } from './sides.ts'

/** Two records side by side, and what the actor may do about them. */
export async function showPair(ctx: Ctx, { id }: { id: PairId }): Promise<PairDetail> {
  const pair = await getPairRow(ctx, id)
  const { oneId, otherId, state, likely, parts } = pair
  const sides = await openSides(ctx, [oneId, otherId])
  const seesBoth = sides.isSeen(oneId) && sides.isSeen(otherId)
  for (const personId of [oneId, otherId])
    ctx.audit({ action: 'duplicates.record_compared', personId, subject: id, leavesOnlyTraces: true })
  const plan = await forWholeCountry(ctx, (ctx) => planJoin(ctx, [oneId, otherId]))
  const keeps = state === 'merged' ? keptOf(pair, sides) : plan.keptId === oneId ? 'one' : 'other'
  const questions = await listQuestions(ctx, [id])
  return {
    id: PairId.parse(id),
    state,
    likely,
    isNearlySure: likely >= nearlySure,
    score: pair.score,
    parts: parts.map(({ level = null, ...part }) => ({ ...part, level })),
    foundAt: pair.foundAt,
    sides: [await sides.side(oneId), await sides.side(otherId)],
    keeps: seesBoth ? keeps : null,
    obstacle: state === 'merged' ? null : await obstacleOf(ctx, pair, { sides, plan }),
    headless: await headlessOf(ctx, pair, {
      isAsked: seesBoth && undecided.some((one) => one === state),
      keeps,
    }),
    joined: seesBoth ? await joinedOf(ctx, pair, keeps) : [],
    twice: await twiceOf(ctx, pair, { seesBoth, mergedIs: keeps === 'one' ? 'other' : 'one' }),
    questions: await viewQuestions(ctx, questions),
    proposal:
      pair.proposal && pair.proposedName !== null && pair.proposedAt !== null
        ? {
            choices: pair.proposal,
            reason: pair.reason ?? '',
            by: pair.proposedName,
            at: pair.proposedAt,
            isOwn: pair.proposedBy === ctx.actor.userId,
          }
        : null,
    decision:
      pair.decidedName !== null && pair.decidedAt !== null
        ? { by: pair.decidedName, at: pair.decidedAt, reason: pair.reason }
        : null,
    partings: (await listPartings(ctx, id)).map((parting) => ({
      merged: { by: parting.mergedName, at: parting.mergedAt, reason: parting.mergedBecause },
      parted: { by: parting.partedName, at: parting.partedAt, reason: parting.partedBecause },
    })),
    may: mayOf(ctx, pair, { sides, seesBoth, hasAwards: plan.hasAwards, questions }),
  }
}

/** What has to be settled before the two can be merged. */
async function obstacleOf(
  ctx: Ctx,
  pair: Pair,
  { sides, plan }: { readonly sides: Sides; readonly plan: JoinPlan },
): Promise<PairDetail['obstacle']> {
  if (await forWholeCountry(ctx, (ctx) => areTied(ctx, pair.oneId, pair.otherId))) return 'are_related'
  if (oneHasDied(sides, pair)) return 'one_has_died'
  return plan.stray === null ? null : 'awards_of_two_schemes'
}

function keptOf({ oneId }: Pair, sides: Sides): 'one' | 'other' {
  return sides.record(oneId).mergedInto === null ? 'one' : 'other'
}

function mayOf(
  { actor }: Ctx,
  { oneId, otherId, state, proposedBy }: Pair,
  given: {
    readonly sides: Sides
    readonly seesBoth: boolean
    readonly hasAwards: boolean
    readonly questions: Awaited<ReturnType<typeof listQuestions>>
  },
): PairDetail['may'] {
  const { sides, seesBoth, hasAwards, questions } = given
  const decides = actor.permissions.has('duplicates.decide')
  const confirms = actor.permissions.has('duplicates.confirm')
  const isOpen = undecided.some((one) => one === state)
  const isAsked = questions.some(({ answer }) => answer === null)
  const isAcross = sides.areaNow(oneId).id !== sides.areaNow(otherId).id
  const canBegin = isOpen && state !== 'proposed'
  return {
    keepApart: decides && isOpen && seesBoth,
    merge: decides && canBegin && seesBoth,
    needsSecond: hasAwards,
    confirm: confirms && state === 'proposed' && seesBoth && proposedBy !== actor.userId,
    ask: decides && canBegin && isAcross && !isAsked && state !== 'agreed',
    answer:
      decides && questions.some(({ answer, toAreaId }) => answer === null && isWithinArea(actor, toAreaId)),
    undo: decides && state === 'merged' && seesBoth && (!hasAwards || confirms),
  }
}

/** Who would stay in a household without a head; whatever is chosen, the record that is paid is kept. */
async function headlessOf(
  ctx: Ctx,
  { oneId, otherId }: Pair,
  { isAsked, keeps }: { readonly isAsked: boolean; readonly keeps: 'one' | 'other' },
): Promise<PairDetail['headless']> {
  if (!isAsked) return { one: [], other: [] }
  const members = await membersNow(ctx, { personIds: [oneId, otherId] })
  const [keptId, mergedId] = keeps === 'one' ? [oneId, otherId] : [otherId, oneId]
  const stayingWhere = (home: 'one' | 'other') =>
    householdOfOne(members, { keptId, mergedId, takesHome: home !== keeps }).left?.staying.map(
      ({ personId, fullName }) => ({ id: personId, fullName }),
    ) ?? []
  return { one: stayingWhere('one'), other: stayingWhere('other') }
}

async function joinedOf(
  ctx: Ctx,
  { oneId, otherId, state, mergeId }: Pair,
  keeps: 'one' | 'other',
): Promise<PairDetail['joined']> {
  const [keptId, mergedId] = keeps === 'one' ? [oneId, otherId] : [otherId, oneId]
  const isOpen = undecided.some((one) => one === state)
  const ties = isOpen
    ? await tiesToJoin(ctx, { keptId, mergedId })
    : mergeId === null
      ? []
      : await joinedByMerge(ctx, mergeId)
  const others = await summariesOf(
    ctx,
    ties.map((tie) => tie.otherId),
  )
  return ties.map(({ otherId: id, ...tie }) => {
    const other = others.get(id)
    return {
      ...tie,
      told: [...tie.told],
      now: [...tie.now],
      fullName: other?.fullName ?? null,
      born: other?.born ?? null,
    }
  })
}

/** What was listed for both; what the merged record was given is what was too much. */
async function twiceOf(
  ctx: Ctx,
  { id, oneId, otherId }: Pair,
  { seesBoth, mergedIs }: { seesBoth: boolean; mergedIs: 'one' | 'other' },
): Promise<PairDetail['twice']> {
  const listed = await forWholeCountry(ctx, (ctx) => listListedTwice(ctx, [{ id, oneId, otherId }]))
  const months = (listed.get(id) ?? []).map(({ component, benefitMonth, one, other }) => ({
    component,
    benefitMonth,
    one,
    other,
    amount: mergedIs === 'one' ? one : other,
  }))
  return {
    total: dong(months.reduce((sum, { amount }) => sum + amount, 0)),
    months: seesBoth ? months : [],
  }
}

async function viewQuestions(
  ctx: Ctx,
  questions: Awaited<ReturnType<typeof listQuestions>>,
): Promise<QuestionView[]> {
  const ids = questions.flatMap(({ fromAreaId, toAreaId }) => [fromAreaId, toAreaId])
  const now = await areaAt(ctx, ids, ctx.today)
  const names = await areaNames(ctx, now.values())
  const areaOf = (recorded: number) => {
    const id = now.get(recorded) ?? recorded
    return { id, name: names.get(id) ?? '' }
  }
  return questions.map(({ fromAreaId, toAreaId, message, askedName, askedAt, ...said }) => ({
    from: areaOf(fromAreaId),
    to: areaOf(toAreaId),
    message,
    by: askedName,
    at: askedAt,
    answer:
      said.answer !== null && said.note !== null && said.answeredName !== null && said.answeredAt !== null
        ? { answer: said.answer, note: said.note, by: said.answeredName, at: said.answeredAt }
        : null,
  }))
}
