import { dong, type Dong } from '#kernel/dong'
import { joinAwards, partAwards, planJoin, type JoinPlan } from '#modules/entitlement'
import { listListedTwice } from '#modules/payroll'
import { mergeRecords, undoMerge, type Taken } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { onTrial } from '#platform/server/on-trial'
import { lock } from '#platform/server/request'
import type { Choices, PairId, PairState } from '../contract.ts'
import { keepParting } from '../db/partings.ts'
import { forgetPairsOf, getPairForUpdate, updatePair, type Pair } from '../db/pairs.ts'
import { nobody, undecided } from '../domain/pair-state.ts'
import { problems } from '../domain/problems.ts'
import { contradictions, decideOnce, inOwnWords } from './command.ts'
import { oneHasDied, openSides } from './sides.ts'

type Merged = { readonly state: PairState; readonly keptId: string | null; readonly overpaid: Dong }
type Whole = { readonly id: PairId; readonly requestId: string }

/** Keeps two records apart («không phải một người»): nobody is asked about them again. */
export function keepApart(ctx: Ctx, input: Whole & { reason: string }): Promise<{ state: PairState }> {
  return decideOnce(ctx, 'keep_apart', input, async () => {
    const pair = await getPairForUpdate(ctx, input.id)
    await assertBothSeen(ctx, pair)
    noteBoth(ctx, pair, 'duplicates.record_kept_apart')
    await updatePair(ctx, input.id, { state: 'apart', reason: input.reason })
    return { state: 'apart' as const }
  })
}

/** Merges two records («gộp hồ sơ»), or proposes it: where money was paid a second person looks as well. */
export function mergePair(ctx: Ctx, input: Whole & { choices: Choices; reason: string }): Promise<Merged> {
  return decideOnce(ctx, 'merge_pair', input, async () => {
    const { id, choices, reason } = input
    await lockMerging(ctx)
    const pair = await getPairForUpdate(ctx, id, ['open', 'asked', 'agreed'])
    const plan = await planOf(ctx, pair)
    if (!plan.hasAwards) return merge(ctx, pair, { plan, choices, reason })
    // What the register would refuse is not proposed: whoever confirms could only be refused in turn.
    await onTrial(ctx, (ctx) => mergeAsChosen(ctx, pair, { plan, choices, reason }))
    await updatePair(ctx, id, { state: 'proposed', proposal: JSON.stringify(choices), reason })
    return { state: 'proposed' as const, keptId: null, overpaid: dong(0) }
  })
}

/** A second person confirms what was proposed, and it is done. */
export function confirmMerge(ctx: Ctx, input: Whole): Promise<Merged> {
  return decideOnce(ctx, 'confirm_merge', input, async () => {
    await lockMerging(ctx)
    const pair = await getPairForUpdate(ctx, input.id)
    if (pair.state !== 'proposed' || !pair.proposal) throw problems('nothing_proposed')
    if (pair.proposedBy === ctx.actor.userId) throw problems('proposed_by_yourself')
    const plan = await planOf(ctx, pair)
    return merge(ctx, pair, { plan, choices: pair.proposal, reason: pair.reason ?? '' })
  })
}

export function withdrawProposal(ctx: Ctx, input: Whole & { reason: string }): Promise<{ state: PairState }> {
  return decideOnce(ctx, 'withdraw_proposal', input, async () => {
    const { state } = await getPairForUpdate(ctx, input.id)
    if (state !== 'proposed') throw problems('nothing_proposed')
    await updatePair(ctx, input.id, { state: 'open', reason: input.reason })
    return { state: 'open' as const }
  })
}

/** Makes two records of one again («hoàn tác gộp»); what was proposed to be paid back is not any more. */
export function undoPairMerge(ctx: Ctx, input: Whole & { reason: string }): Promise<{ state: PairState }> {
  return decideOnce(ctx, 'undo_merge', input, async () => {
    const { id, reason } = input
    await lockMerging(ctx)
    const pair = await getPairForUpdate(ctx, id, [...undecided, 'apart', 'merged'])
    const { mergeId, oneId, otherId } = pair
    if (mergeId === null) throw problems('not_merged')
    await assertBothSeen(ctx, pair)
    const { hasAwards } = await planJoin(ctx, [oneId, otherId])
    if (hasAwards && !ctx.actor.permissions.has('duplicates.confirm')) throw problems('needs_confirming_role')
    const parted = await inOwnWords(
      {
        'people.changed_since_merge': 'changed_since_merge',
        'people.person_merged': 'undo_later_first',
        ...contradictions,
      },
      () => undoMerge(ctx, { mergeId, formerHeadBecomes: 'chủ hộ cũ' }),
    )
    await partAwards(ctx, parted)
    await keepParting(ctx, id, reason)
    await updatePair(ctx, id, { state: 'open', reason })
    noteBoth(ctx, pair, 'duplicates.record_parted')
    ctx.emit({ type: 'duplicates.parted', pairId: id, ...parted })
    return { state: 'open' as const }
  })
}

/** One merge at a time: two that share a record would otherwise each see the other half done. */
function lockMerging(ctx: Ctx) {
  return lock(ctx, 'duplicates.merge')
}

async function assertBothSeen(ctx: Ctx, { oneId, otherId }: Pair) {
  const sides = await openSides(ctx, [oneId, otherId])
  if (!sides.isSeen(oneId) || !sides.isSeen(otherId)) throw problems('needs_both_in_sight')
  return sides
}

async function planOf(ctx: Ctx, pair: Pair): Promise<JoinPlan> {
  const { oneId, otherId } = pair
  const sides = await assertBothSeen(ctx, pair)
  for (const id of [oneId, otherId]) {
    const { mergedInto } = sides.record(id)
    if (mergedInto !== null) throw problems('merged_already', { personId: id, into: mergedInto })
  }
  if (oneHasDied(sides, pair)) throw problems('one_has_died')
  const plan = await planJoin(ctx, [oneId, otherId])
  if (plan.stray !== null)
    throw problems('awards_of_two_schemes', { personId: plan.mergedId, benefit: plan.stray })
  return plan
}

type Chosen = { readonly plan: JoinPlan; readonly choices: Choices; readonly reason: string }

const refusals = {
  'people.person_merged': 'merged_already',
  'people.next_head_needed': 'next_head_needed',
  'people.next_head_not_staying': 'next_head_gone',
  'people.head_not_of_age': 'next_head_not_of_age',
  ...contradictions,
} as const

/** Makes one record of the two in the register. */
function mergeAsChosen(ctx: Ctx, { oneId }: Pair, { plan, choices, reason }: Chosen) {
  const { keptId, mergedId, standsUntil } = plan
  const mergedIs = mergedId === oneId ? 'one' : 'other'
  const { nextHead, ...fields } = choices
  const take = (Object.entries(fields) as [Taken, 'one' | 'other'][]).flatMap(([what, from]) =>
    // Choices are what can be taken.
    from === mergedIs ? [what] : [],
  )
  return inOwnWords(refusals, () =>
    mergeRecords(ctx, {
      keptId,
      mergedId,
      take,
      standsUntil,
      source: `Gộp hồ sơ: ${reason}`,
      nextHead:
        nextHead === undefined || nextHead === nobody
          ? nextHead
          : { personId: nextHead, relationToHead: 'chủ hộ' },
    }),
  )
}

async function merge(ctx: Ctx, pair: Pair, given: Chosen): Promise<Merged> {
  const { plan, reason } = given
  const { id, oneId } = pair
  const { keptId, mergedId } = plan
  const mergedIs = mergedId === oneId ? 'one' : 'other'
  const sides = await openSides(ctx, [keptId, mergedId])
  const listed = (await listListedTwice(ctx, [pair])).get(id) ?? []
  const { mergeId } = await mergeAsChosen(ctx, pair, given)
  await joinAwards(ctx, plan)
  await updatePair(ctx, id, { state: 'merged', mergeId, reason })
  await forgetPairsOf(ctx, mergedId, id)
  noteBoth(ctx, pair, 'duplicates.record_merged')
  const months = listed.map((row) => ({
    component: row.component,
    benefitMonth: row.benefitMonth,
    amount: row[mergedIs],
  }))
  const { homeAreaId, fullName } = sides.record(mergedId)
  ctx.emit({
    type: 'duplicates.merged',
    pairId: id,
    mergeId,
    keptId,
    mergedId,
    personName: fullName,
    areaId: homeAreaId,
    months,
  })
  return {
    state: 'merged',
    keptId,
    overpaid: dong(months.reduce((sum, { amount }) => sum + amount, 0)),
  }
}

function noteBoth(ctx: Ctx, { id, oneId, otherId }: Pair, action: `duplicates.${string}`) {
  for (const personId of [oneId, otherId]) ctx.audit({ action, personId, subject: id })
}
