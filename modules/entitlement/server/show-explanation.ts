import {
  addDays,
  dayOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type Instant,
  type Month,
} from '#kernel/civil-date'
import { contains, overlaps } from '#kernel/period'
import { isKnownAt, summariesOf, type CircumstanceKind, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { assertKnownDay } from '#platform/server/known-day'
import type { ExplanationView, FactSource } from '../contract.ts'
import { listAwards, type Award } from '../db/awards.ts'
import type { Benefit } from '../domain/determination.ts'
import { companyFacts, privateRule } from '../domain/discretion.ts'
import { confidentialFacts } from '../domain/facts.ts'
import { durationsOf } from '../domain/duration.ts'
import { explainFolded } from '../domain/folded.ts'
import { assertLawKnown, explain, type PersonMonth, type Standing } from '../domain/index.ts'
import { foldSupport } from '../domain/support-explanation.ts'
import { daysOf } from '../domain/turning-months.ts'
import { otherRights, type OtherRights } from './other-rights.ts'
import { getPersonHistory } from './person.ts'
import { replayPerson } from './replay.ts'
import { mayReadConfidential, momentOf } from './show-entitlements.ts'

/** The whole tree behind a month, with the papers its facts rest on; what is for few eyes stays folded for the others. */
export async function showExplanation(
  ctx: Ctx,
  {
    personId,
    month = monthOf(ctx.today),
    known,
  }: { personId: string; month?: Month | undefined; known?: CivilDate | undefined },
): Promise<ExplanationView> {
  assertLawKnown(month)
  assertKnownDay(ctx, known)
  const history = await getPersonHistory(ctx, personId)
  const knownAt = momentOf(ctx, known)
  const replayed = await replayPerson(ctx, personId, knownAt)
  const row = replayed.in(month)
  const stoodIn = (asked: Month): PersonMonth =>
    replayed.in(asked) ?? { ...nobody, month: asked, knownOn: dayOf(knownAt) }
  const isOpen = mayReadConfidential(ctx)
  const explained = isOpen ? explain : explainFolded
  const awards = await listAwards(ctx, [personId], knownAt)
  const explanation = explained({
    ...stoodIn(month),
    suspended: suspendedIn(month, awards),
  })
  const days = daysOf(replayed.standings)
  const isUnnamed = explanation.due.some(({ rule }) => rule === privateRule)
  const others = await otherRights(ctx, history, { row, month, knownAt })
  return {
    person: { id: personId, areaId: row?.areaId ?? null },
    month,
    known: known ?? ctx.today,
    awarded: row?.awards.map(({ benefit }) => benefit) ?? [],
    paidBefore: awards.flatMap(({ benefit, during, paidFrom }) =>
      paidFrom !== null && firstDayOf(month) < paidFrom && contains(during, firstDayOf(month))
        ? [{ benefit, paidFrom: monthOf(paidFrom) }]
        : [],
    ),
    explanation,
    // Whoever may not know why learns of no month more than its own explanation would tell.
    durations: durationsOf(explanation, {
      explainIn: (asked) => explained(stoodIn(asked)),
      days: { ...days, days: [...days.days, ...replayed.awardDays] },
      isByComponent: !isOpen,
    }),
    others: isOpen ? others : folded(others, isUnnamed),
    sources: [...sourcesIn(history, month, knownAt), ...(await tiesIn(ctx, history, month, knownAt))].filter(
      ({ fact }) => isOpen || !(confidentialFacts.has(fact) || (isUnnamed && companyFacts.has(fact))),
    ),
  }
}

const nobody = { earlier: undefined, later: undefined, awarded: new Set<Benefit>() } as const

/** The benefits a decision suspends in a month, and since when. */
function suspendedIn(month: Month, awards: readonly Award[]): ReadonlyMap<Benefit, Month> {
  return new Map(
    awards.flatMap(({ benefit, during, suspendedFrom }) =>
      suspendedFrom !== null && suspendedFrom <= firstDayOf(month) && contains(during, firstDayOf(month))
        ? [[benefit, monthOf(suspendedFrom)] as const]
        : [],
    ),
  )
}

function folded({ month, death }: OtherRights, isUnnamed: boolean): OtherRights {
  return {
    month: month && foldSupport(month, isUnnamed),
    death: death && foldSupport(death, isUnnamed),
  }
}

const factsOf: Readonly<Record<CircumstanceKind, readonly (keyof Standing)[]>> = {
  disability: ['disability'],
  poverty: ['household'],
  parents: ['father', 'mother', 'abandoned'],
  hiv: ['hiv'],
  study: ['isStudying'],
  former_child_without_support: ['wasChildWithoutSupport'],
  single_parent: ['singleParent'],
  pregnancy: ['isPregnant'],
  maintenance_obligor: ['obligor'],
  facility_eligible_in_community: ['facilityEligibleInCommunity'],
  pension: ['pension'],
  social_insurance_allowance: ['socialInsurance'],
  wage: ['hasWage'],
  meritorious_allowance: ['meritorious'],
  detention: ['servesSentence'],
  facility_residence: ['facility'],
}

/** What was recorded about the two days that decide a month. */
function sourcesIn({ circumstances }: PersonHistory, month: Month, knownAt: Instant): FactSource[] {
  const days = decidingDays(month)
  return circumstances
    .filter((fact) => isKnownAt(fact, knownAt) && overlaps(fact.during, days))
    .flatMap(({ kind, during, evidence, source, recordedAt }) =>
      factsOf[kind].map((fact) => ({
        fact,
        ...during,
        document: evidence?.document ?? null,
        number: evidence?.number ?? null,
        issuedOn: evidence?.issuedOn ?? null,
        issuedBy: evidence?.issuedBy ?? null,
        source,
        recordedAt,
        about: null,
      })),
    )
}

/** The children the law counts, and whoever cares for the person: by name where the actor may see them. */
async function tiesIn(
  ctx: Ctx,
  { relations }: PersonHistory,
  month: Month,
  knownAt: Instant,
): Promise<FactSource[]> {
  const days = decidingDays(month)
  const ties = relations.flatMap((relation) => {
    const { kind, side, during, other } = relation
    const fact =
      kind === 'parent_of' && side === 'from'
        ? 'children'
        : kind === 'cares_for' && side === 'to'
          ? 'care'
          : undefined
    const life = other.lives.findLast((known) => isKnownAt(known, knownAt))
    return fact && life && isKnownAt(relation, knownAt) && overlaps(during, days)
      ? [{ ...relation, fact, life } as const]
      : []
  })
  const names = await summariesOf(
    ctx,
    ties.map(({ otherId }) => otherId),
  )
  return ties.map(({ fact, during, source, recordedAt, otherId, life: { born } }) => ({
    fact,
    ...during,
    document: null,
    number: null,
    issuedOn: null,
    issuedBy: null,
    source,
    recordedAt,
    about: { personId: otherId, name: names.get(otherId)?.fullName ?? null, born },
  }))
}

/** The two days that decide a month: the last of the month before, and its own last. */
function decidingDays(month: Month) {
  return { from: addDays(firstDayOf(month), -1), until: addDays(lastDayOf(month), 1) }
}
