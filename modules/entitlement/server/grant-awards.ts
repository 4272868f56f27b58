import { DatabaseError } from 'pg'
import { newId } from '#kernel/chance'
import { firstDayOf, monthOf, type Instant, type Month } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import type { CircumstanceDetail, PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { insertAwards, listAwards, notSuspended, type Award, type NewAward } from '../db/awards.ts'
import { law, startMonth, type Benefit } from '../domain/index.ts'
import { problems } from '../domain/problems.ts'
import { noteAwardsChanged } from './award-change.ts'
import { closeLapsed } from './close-lapsed.ts'
import { recordDecisions, splitByRequest, type Decision } from './decision.ts'
import { groundFor, legalBases } from './legal-basis.ts'
import { getPersonHistory } from './person.ts'

export type Grant = {
  readonly awardId?: string | undefined
  readonly personId: string
  readonly benefit: Benefit
  /** Who receives the money; where nobody is named the person, or for care the carer the register knows. */
  readonly payeeId?: string | undefined
  readonly decision: Decision
  /** The first month due. */
  readonly from: Month
  /** The first month this system pays, where lists of before paid those up to it. */
  readonly paidFrom?: Month | null | undefined
  readonly recordedAt?: Instant | undefined
}

/**
 * Opens an award by decision. What the office decides has to be a right by the facts known now; what was decided
 * elsewhere and is only taken over is recorded as it was signed.
 */
export async function grantAward(ctx: Ctx, grant: Grant): Promise<{ awardId: string }> {
  const { done } = await splitByRequest(ctx, 'grant', [grant])
  const before = done.get(grant)
  if (before) return { awardId: before.awardId }
  const { personId, benefit, from, decision } = grant
  const history = await getPersonHistory(ctx, personId)
  if (decision.signedOn > ctx.today) throw problems('signed_in_future', { signedOn: decision.signedOn })
  assertAlive(history, from)
  const { groups, ...legalBasis } = await groundFor(ctx, history, {
    benefit,
    from,
    signedOn: decision.signedOn,
  })
  if ((decision.source ?? 'office') === 'office') {
    if (groups.length === 0) throw problems('no_right_yet', { personId, benefit, from })
    assertNotTooEarly(history, grant, groups)
  }
  const payeeId = grant.payeeId ?? (benefit === 'care_support' ? carerIn(history, from) : undefined)
  const [opened] = await grantAwards(ctx, [{ ...grant, payeeId, decision: { legalBasis, ...decision } }])
  const awardId = opened!.awardId // A grant in, an award out.
  ctx.emit({ type: 'entitlement.award_granted', personId, benefit, from, awardId })
  return { awardId }
}

/**
 * Opens many awards at once, for conversions and what is taken over from elsewhere: a few statements however many there
 * are. It asks no right of anybody; the months are paid by what the law gives all the same. An award that has lapsed by
 * then and that nobody has closed ends with its last month by the same paper.
 */
export async function grantAwards(ctx: Ctx, grants: readonly Grant[]): Promise<{ awardId: string }[]> {
  const { fresh, done } = await splitByRequest(ctx, 'grant', grants)
  const awards = await listAwardsOf(ctx, fresh)
  const isAnyClosed = await closeLapsed(ctx, fresh, awards)
  assertNoOverlap(fresh, isAnyClosed ? await listAwardsOf(ctx, fresh) : awards)
  const bases = await legalBases(ctx, fresh)
  const decisions = await recordDecisions(
    ctx,
    fresh.map((grant, index) => ({
      ...grant,
      kind: 'grant',
      effective: grant.from,
      legalBasis: bases[index]!,
    })),
  )
  const opened = new Map(fresh.map((grant) => [grant, grant.awardId ?? newId()]))
  await insertForPeople(
    ctx,
    fresh.map((grant) => ({
      id: opened.get(grant)!,
      personId: grant.personId,
      benefit: grant.benefit,
      payeeId: grant.payeeId ?? grant.personId,
      areaId: grant.decision.areaId,
      openedBy: decisions.get(grant.decision)!, // Written just now.
      closedBy: null,
      closeReason: null,
      during: rangeOf({ from: firstDayOf(grant.from), until: null }),
      paidFrom: grant.paidFrom && grant.paidFrom > grant.from ? firstDayOf(grant.paidFrom) : null,
      ...notSuspended,
      resumedBy: null,
      recordedAt: grant.recordedAt ?? ctx.now,
    })),
  )
  await noteAwardsChanged(ctx, fresh)
  return grants.map((grant) => ({ awardId: opened.get(grant) ?? done.get(grant)!.awardId }))
}

/** The database knows under which records a person was written down, and refuses what they are given already. */
async function insertForPeople(ctx: Ctx, awards: readonly NewAward[]) {
  try {
    await insertAwards(ctx, awards)
  } catch (error) {
    const constraint = error instanceof DatabaseError ? error.constraint : undefined
    if (constraint === 'award_once_at_a_time') throw problems('award_overlaps')
    if (constraint === 'award_of_a_living_record') throw problems('record_merged')
    throw error
  }
}

function listAwardsOf(ctx: Ctx, grants: readonly Grant[]): Promise<Award[]> {
  return listAwards(ctx, [...new Set(grants.map(({ personId }) => personId))])
}

/** A new award runs on without end, so nothing of the same benefit may lie in its months or after them. */
function assertNoOverlap(grants: readonly Grant[], before: readonly Award[]) {
  const keyOf = ({ personId, benefit }: Pick<Grant, 'personId' | 'benefit'>) => `${personId} ${benefit}`
  const awards = Map.groupBy(before, keyOf)
  const opening = new Set<string>()
  for (const grant of grants) {
    const first = firstDayOf(grant.from)
    const other = awards.get(keyOf(grant))?.find(({ during: { until } }) => until === null || until > first)
    const { personId, benefit } = grant
    if (other || opening.has(keyOf(grant)))
      throw problems('award_overlaps', { personId, benefit, awardId: other?.id, during: other?.during })
    opening.add(keyOf(grant))
  }
}

function assertAlive({ personId, identity }: PersonHistory, from: Month) {
  const known = identity.findLast(({ retractedAt }) => retractedAt === null)
  if (!known) return
  const { born, diedOn } = known
  if (from < monthOf(born)) throw problems('starts_before_birth', { personId, from, born })
  if (diedOn && from > monthOf(diedOn)) throw problems('starts_after_death', { personId, from, diedOn })
}

/** A benefit starts in the month of the decision, or for some groups of R21 with the age or the certificate. */
function assertNotTooEarly(
  { identity, circumstances }: PersonHistory,
  grant: Grant,
  groups: readonly string[],
) {
  const { personId, benefit, from, decision } = grant
  const current = identity.findLast(({ retractedAt }) => retractedAt === null)
  const certificate = circumstances.findLast(
    ({ kind, retractedAt }) => kind === 'disability' && retractedAt === null,
  )?.detail as Partial<CircumstanceDetail<'disability'>> | undefined // Checked when it was recorded.
  const starts = groups.map((group) =>
    startMonth(law.procedures, {
      group,
      decidedOn: decision.signedOn,
      born: current!.born, // Whoever has rights has been born.
      certificateOn: certificate?.issuedOn,
    }),
  )
  const earliest = starts.toSorted()[0]!
  if (from < earliest) throw problems('starts_too_early', { personId, benefit, from, earliest })
}

/** Who looks after the person when the care support begins. */
function carerIn({ relations }: PersonHistory, from: Month): string | undefined {
  return relations.findLast(
    ({ kind, side, during, retractedAt }) =>
      kind === 'cares_for' &&
      side === 'to' &&
      retractedAt === null &&
      (during.until === null || during.until > firstDayOf(from)),
  )?.otherId
}
