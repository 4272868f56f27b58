import { newId } from '#kernel/chance'
import { addDays, firstDayOf, monthOf, type CivilDate, type Instant, type Month } from '#kernel/civil-date'
import { contains, rangeOf } from '#kernel/period'
import type { PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  insertAwards,
  listAwardsForUpdate,
  notSuspended,
  retract,
  type Award,
  type NewAward,
} from '../db/awards.ts'
import { isLongRemand } from '../domain/clocks.ts'
import type { Benefit } from '../domain/determination.ts'
import { law, regimeFor } from '../domain/index.ts'
import { problems } from '../domain/problems.ts'
import type { SuspensionGround } from '../domain/suspension-grounds.ts'
import { noteAwardsChanged } from './award-change.ts'
import { lapsesNow } from './close-lapsed.ts'
import { recordDecisions, splitByRequest, type Decision } from './decision.ts'
import { basisOfSuspension, groundFor } from './legal-basis.ts'
import { getPersonHistory } from './person.ts'

export type Suspension = {
  readonly personId: string
  readonly benefit: Benefit
  readonly decision: Decision
  /** The first month not paid. */
  readonly from: Month
  readonly ground: SuspensionGround
  readonly recordedAt?: Instant | undefined
}

export type Resumption = Omit<Suspension, 'from' | 'ground'>

/**
 * Suspends an award by decision («tạm dừng», PROC-6): from a month on nothing is paid, until another decision resumes or
 * ends it. The right itself is not touched, so the share of a couple and whatever else follows from the award stay.
 */
export async function suspendAward(ctx: Ctx, suspension: Suspension): Promise<void> {
  const { personId, benefit, from, ground, decision } = suspension
  const history = await getPersonHistory(ctx, personId)
  if (decision.signedOn > ctx.today) throw problems('signed_in_future', { signedOn: decision.signedOn })
  const { fresh } = await splitByRequest(ctx, 'suspend', [suspension])
  if (fresh.length === 0) return
  if (ground === 'detained') assertRemanded(history, benefit, decision)
  const first = firstDayOf(from)
  const awards = await listAwardsForUpdate(ctx, [personId])
  const award = awards.find(
    ({ during, ...one }) => one.benefit === benefit && during.until === null && contains(during, first),
  )
  if (!award) throw problems('award_not_open', { personId, benefit, from })
  if (award.suspendedFrom !== null)
    throw problems('already_suspended', { personId, benefit, suspendedFrom: monthOf(award.suspendedFrom) })
  const legalBasis = basisOfSuspension(ground, from, decision.signedOn)
  const decided = { ...suspension, kind: 'suspend', effective: from, legalBasis } as const
  await recordAgain(ctx, [award, ...standingIn(award, awards, first)], decided, (decisionId, { during }) => ({
    suspendedFrom: during.from! > first ? during.from : first, // An award has a first month.
    suspendReason: ground,
    suspendedBy: decisionId,
  }))
  ctx.emit({ type: 'entitlement.award_suspended', personId, benefit, from, ground })
}

/**
 * Resumes a suspended award by decision («tiếp tục», PROC-9): whoever is still entitled is paid from the month of the
 * suspension, each month by the facts it had, which pays what changed meanwhile from its change. Whoever is entitled no more
 * is refused here: the award is to be stopped from the month it was suspended.
 */
export async function resumeAward(ctx: Ctx, resumption: Resumption): Promise<void> {
  const { personId, benefit, decision } = resumption
  const history = await getPersonHistory(ctx, personId)
  if (decision.signedOn > ctx.today) throw problems('signed_in_future', { signedOn: decision.signedOn })
  const { fresh } = await splitByRequest(ctx, 'resume', [resumption])
  if (fresh.length === 0) return
  const awards = await listAwardsForUpdate(ctx, [personId])
  const award = awards.find(
    (one) => one.benefit === benefit && one.suspendedFrom !== null && one.during.until === null,
  )
  if (!award) throw problems('award_not_suspended', { personId, benefit })
  const from = monthOf(award.suspendedFrom!) // Found because it is suspended.
  if ((decision.source ?? 'office') === 'office') await assertStillEntitled(ctx, history, award, decision)
  const legalBasis = basisOfSuspension('resumption', from, decision.signedOn)
  const decided = { ...resumption, kind: 'resume', effective: from, legalBasis } as const
  const together = awards.filter(({ suspendedBy }) => suspendedBy === award.suspendedBy)
  await recordAgain(ctx, together, decided, (decisionId) => ({ ...notSuspended, resumedBy: decisionId }))
  ctx.emit({ type: 'entitlement.award_resumed', personId, benefit, from })
}

/**
 * Of two benefits of which the law pays the higher, the other would be paid in the place of the suspended one, and both
 * for the same months once that is resumed: they are suspended, and resumed, together.
 */
function standingIn(award: Award, awards: readonly Award[], first: CivilDate): Award[] {
  const compared: readonly Benefit[] =
    regimeFor(law, monthOf(first), first)?.rules.combination.higherOf?.benefits ?? []
  if (!compared.includes(award.benefit)) return []
  return awards.filter(
    ({ benefit, during: { until }, suspendedFrom }) =>
      benefit !== award.benefit && compared.includes(benefit) && suspendedFrom === null && until === null,
  )
}

/** Retracts what was known of these awards and records what the decision makes of each. */
async function recordAgain(
  ctx: Ctx,
  awards: readonly Award[],
  decided: Parameters<typeof recordDecisions>[1][number],
  changed: (decisionId: string, award: Award) => Partial<NewAward>,
) {
  const { recordedAt = ctx.now, decision } = decided
  const decisionId = (await recordDecisions(ctx, [decided])).get(decision)! // Written just now.
  await retract(
    ctx,
    awards.map(({ id }) => ({ id, at: recordedAt })),
  )
  const known = awards.map((award) => ({
    ...award,
    during: rangeOf(award.during),
    ...changed(decisionId, award),
    id: newId(),
    recordedAt,
  }))
  await insertAwards(ctx, known)
  await noteAwardsChanged(ctx, awards)
}

/** Whether the register knows what a suspension rests on, before anybody signs it. */
export async function assertSuspensionGround(
  ctx: Ctx,
  {
    personId,
    benefit,
    ground,
    signedOn,
  }: Pick<Suspension, 'personId' | 'benefit' | 'ground'> & Pick<Decision, 'signedOn'>,
) {
  if (ground === 'detained') assertRemanded(await getPersonHistory(ctx, personId), benefit, { signedOn })
}

/** Remand suspends the allowance and the pension, never the money for care, and only where it lasts a month (PROC-6c). */
function assertRemanded(
  { personId, circumstances }: PersonHistory,
  benefit: Benefit,
  { signedOn }: Pick<Decision, 'signedOn'>,
) {
  if (benefit !== 'monthly_allowance' && benefit !== 'social_pension')
    throw problems('remand_suspends_no_care', { personId, benefit })
  const isRemanded = circumstances.some(
    ({ kind, detail, during, retractedAt }) =>
      kind === 'detention' &&
      (detail as { kind?: unknown }).kind === 'pre_trial' && // Checked when it was recorded.
      retractedAt === null &&
      during.from !== null &&
      isLongRemand(during.from, lastDayBy(during.until, signedOn)),
  )
  if (!isRemanded) throw problems('remand_too_short', { personId })
}

function lastDayBy(until: CivilDate | null, day: CivilDate): CivilDate {
  return until !== null && until <= day ? addDays(until, -1) : day
}

/** By everything known now, in the month of the decision; an award that has lapsed meanwhile pays by a new grant only. */
async function assertStillEntitled(
  ctx: Ctx,
  history: PersonHistory,
  { id, benefit, suspendedFrom }: Award,
  { signedOn }: Decision,
) {
  const month = monthOf(signedOn)
  const lapsed = (await lapsesNow(ctx, new Set([history.personId]))).get(id)
  const { groups } = await groundFor(ctx, history, { benefit, from: month, signedOn })
  if (groups.length > 0 && !(lapsed && lapsed <= month)) return
  throw problems('right_has_ended', {
    personId: history.personId,
    benefit,
    stopFrom: suspendedFrom && monthOf(suspendedFrom),
  })
}
