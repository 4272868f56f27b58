import type { CivilDate, Month } from '#kernel/civil-date'
import type { PersonHistory, CircumstanceFact } from '#modules/people'

/** Why a row wants a closer look: what is about to change, and what is stale or missing. */
export const reasonKinds = [
  'prospect',
  'fact_ends',
  'receiver_ends',
  'certificate_missing',
  'certificate_of_small_child',
  'poverty_of_former_year',
  'study_not_renewed',
  'no_number',
  'number_unverified',
  'dead',
  'moved_out',
] as const
export type ReasonKind = (typeof reasonKinds)[number]

export type Reason = {
  readonly kind: ReasonKind
  /** Of a prospect: what will happen to which benefit. */
  readonly prospect?: string | undefined
  readonly benefit?: string | undefined
  /** The kind of circumstance it is about. */
  readonly fact?: string | undefined
  readonly month?: Month | undefined
  readonly on?: CivilDate | undefined
}

type Known = {
  readonly today: CivilDate
  readonly year: number
  readonly inAYear: CivilDate
  readonly aYearAgo: CivilDate
  readonly sixYearsAgo: CivilDate
  readonly history: PersonHistory | undefined
  readonly hasNumber: boolean
  readonly isVerified: boolean
  readonly receiverUntil: CivilDate | null
  readonly born: CivilDate
  readonly diedOn: CivilDate | null
  readonly isAtHome: boolean
  readonly confidential: ReadonlySet<string>
}

/** What is stale, missing or about to end in the facts of somebody, whatever the law makes of it. */
export function staleIn(known: Known): Reason[] {
  const { today, history, diedOn, receiverUntil, inAYear } = known
  const facts = (history?.circumstances ?? []).filter(
    (fact) =>
      fact.retractedAt === null &&
      !known.confidential.has(fact.kind) &&
      (fact.during.from === null || fact.during.from <= today) &&
      (fact.during.until === null || fact.during.until > today),
  )
  return [
    ...(diedOn === null ? [] : [{ kind: 'dead' as const, on: diedOn }]),
    ...(known.isAtHome ? [] : [{ kind: 'moved_out' as const }]),
    ...facts.flatMap((fact) => staleFact(fact, known)),
    ...(receiverUntil !== null && receiverUntil <= inAYear
      ? [{ kind: 'receiver_ends' as const, on: receiverUntil }]
      : []),
    ...(known.hasNumber
      ? known.isVerified
        ? []
        : [{ kind: 'number_unverified' as const }]
      : [{ kind: 'no_number' as const }]),
  ]
}

function staleFact({ kind, detail, evidence, during, recordedAt }: CircumstanceFact, known: Known): Reason[] {
  const { year, inAYear, aYearAgo, sixYearsAgo, born, today } = known
  const reasons: Reason[] = []
  if (during.until !== null && during.until <= inAYear && kind !== 'poverty')
    reasons.push({ kind: 'fact_ends', fact: kind, on: during.until })
  if (kind === 'disability') {
    if (!detail['certificate'] && evidence?.number === undefined)
      reasons.push({ kind: 'certificate_missing', fact: kind })
    const issuedOn = typeof detail['issuedOn'] === 'string' ? detail['issuedOn'] : null
    // Circular 01/2019: a certificate given to a child under six is made anew at six.
    const sixth = `${Number(born.slice(0, 4)) + 6}${born.slice(4)}`
    if (issuedOn !== null && born <= sixYearsAgo && issuedOn < sixth && sixth <= today)
      reasons.push({ kind: 'certificate_of_small_child', fact: kind })
  }
  if (kind === 'poverty' && Number(detail['year']) < year)
    reasons.push({ kind: 'poverty_of_former_year', fact: kind })
  if (kind === 'study' && recordedAt.slice(0, 10) < aYearAgo)
    reasons.push({ kind: 'study_not_renewed', fact: kind })
  return reasons
}
