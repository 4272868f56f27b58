import {
  addDays,
  addMonths,
  addYears,
  firstDayOf,
  monthOf,
  type CivilDate,
  type Instant,
} from '#kernel/civil-date'
import { contains, intersection, type Period } from '#kernel/period'
import {
  isKnownAt,
  type CircumstanceDetail,
  type CircumstanceKind,
  type PersonHistory,
  type RelationFact,
} from '#modules/people'
import type { StandingPeriod } from '../db/standings.ts'
import { plainStanding, type Standing } from '../domain/standing.ts'
import { isSupportedAsChild, isSupportedAsParent } from '../domain/supported-until-16.ts'

/** What geography says of the places people live in. */
export type Places = {
  readonly territoryOf: (areaId: number) => string
  /** When the unit, or the village in it, was on the list of extreme difficulty. */
  readonly difficultTimes: (areaId: number, village: string | null) => readonly Period[]
}

/** An award, and when it was known. */
export type Granted = {
  readonly during: Period
  readonly recordedAt: Instant
  readonly retractedAt: Instant | null
}

/** Months in which an award draws the share of a couple by right, as known at the moment asked; and when it was granted. */
export type Share = { readonly since: CivilDate; readonly during: Period }

export type Surroundings = {
  readonly places: Places
  /** Of the support for raising small children, of which a couple has one: who draws it, and when. */
  readonly shares: ReadonlyMap<string, readonly Share[]>
  /** Monthly allowances of single parents, and of children without their parents. */
  readonly allowances: ReadonlyMap<string, readonly Granted[]>
  /** Read the history as it was known at this moment; without it, as it is known now. */
  readonly knownAt?: Instant | undefined
}

type Draft = { -readonly [Fact in keyof Standing]: Standing[Fact] } & { spouseDrawsNext: boolean }

const nobodyKnown = { ...plainStanding, spouseDrawsNext: false }

/** Something that is said of a person over a period; `marks` are further days on which what it says changes. */
type Saying = {
  readonly during: Period
  readonly marks?: readonly Period[]
  readonly say: (draft: Draft, day: CivilDate) => void
}

/**
 * Everything the register holds about a person, as the law sees it over time: one period after the other from the first
 * residence to the day of death, a new one wherever any fact changes.
 */
export function assembleStandings(history: PersonHistory, around: Surroundings): StandingPeriod[] {
  const { knownAt } = around
  const isKnown: IsKnown = knownAt ? (fact) => isKnownAt(fact, knownAt) : (fact) => fact.retractedAt === null
  const identity = history.identity.filter(isKnown).at(-1)
  if (!identity) return []

  const { born, bornPrecision, sex, diedOn } = identity
  const merged = history.merges?.filter(isKnown).at(-1)
  const life = { from: born, until: earlier(dayAfter(diedOn), merged?.standsUntil ?? null) }
  const circumstances: readonly Saying[] = history.circumstances
    .filter(isKnown)
    .map(({ kind, detail, during }) => ({ during, say: (draft) => read(draft, kind, detail) }))
  const draftOn = (day: CivilDate, children: Standing['children'] = []): Draft => {
    const draft: Draft = { ...nobodyKnown, born, bornPrecision, sex, children }
    for (const saying of circumstances) if (contains(saying.during, day)) saying.say(draft, day)
    return draft
  }
  const hadAllowanceFor: HadAllowance = (child, day) => isSupportedAsParent(draftOn(day, [child]), day)
  const granted = (around.allowances.get(history.personId) ?? []).filter(isKnown)
  const sayings = [
    ...circumstances,
    ...breaksIn(history.circumstances.filter(({ kind }) => kind === 'study').filter(isKnown)).map(
      (during) => ({
        during,
        say: (draft: Draft) => void (draft.isStudying = true),
      }),
    ),
    ...formerChildIn(born, granted, (day) => isSupportedAsChild(draftOn(day), day)),
    ...childrenIn(history, { granted, hadAllowanceFor, isKnown }),
    ...careIn(history.relations.filter(isKnown), isKnown),
    ...sharesIn(history, around.shares, isKnown),
  ]

  const periods: StandingPeriod[] = []
  for (const { areaId, village, during } of history.residences.filter(isKnown).toSorted(byStart)) {
    const lived = intersection(during, life)
    if (!lived) continue
    const territory = around.places.territoryOf(areaId)
    const difficult = around.places.difficultTimes(areaId, village)
    for (const piece of piecesOf(lived, [...sayings.flatMap(marksOf), ...difficult])) {
      const day = piece.from
      const inDifficultArea = difficult.some((time) => contains(time, day))
      const draft: Draft = { ...nobodyKnown, born, bornPrecision, sex, territory, inDifficultArea }
      for (const saying of sayings) if (contains(saying.during, day)) saying.say(draft, day)
      const { spouseDrawsNext, ...standing } = draft
      const shareTurns = spouseDrawsNext !== standing.spouseHasParentingSupport
      append(periods, { during: piece, areaId, standing, shareTurns })
    }
  }
  return periods
}

/** How each kind of circumstance reads; where two hold at once, the one that gives more help is kept. */
const readings: {
  readonly [Kind in CircumstanceKind]: (draft: Draft, detail: CircumstanceDetail<Kind>) => void
} = {
  disability: (draft, { level }) => void (draft.disability = level),
  poverty: (draft, { level }) => void (draft.household = draft.household === 'poor' ? 'poor' : level),
  parents: (draft, { father, mother, abandoned }) => void Object.assign(draft, { father, mother, abandoned }),
  hiv: (draft) => void (draft.hiv = true),
  study: (draft) => void (draft.isStudying = true),
  former_child_without_support: (draft) => void (draft.wasChildWithoutSupport = true),
  single_parent: (draft, { basis }) => void (draft.singleParent = basis),
  pregnancy: (draft) => void (draft.isPregnant = true),
  maintenance_obligor: (draft, { state }) => void (draft.obligor = state),
  facility_eligible_in_community: (draft) => void (draft.facilityEligibleInCommunity = true),
  pension: (draft, { monthly }) => void (draft.pension = monthly),
  social_insurance_allowance: (draft, { monthly }) => void (draft.socialInsurance = monthly),
  wage: (draft) => void (draft.hasWage = true),
  meritorious_allowance: (draft, { monthly }) => void (draft.meritorious = monthly),
  // Pre-trial detention suspends by decision and a compulsory measure stops by decision: neither is a prison sentence.
  detention: (draft, { kind }) => void (draft.servesSentence = kind === 'sentence'),
  facility_residence: (draft, { group }) => void (draft.facility = group),
}

function read(draft: Draft, kind: CircumstanceKind, detail: unknown) {
  const reading = readings[kind] as (draft: Draft, detail: unknown) => void // Checked when it was recorded.
  reading(draft, detail)
}

type IsKnown = (fact: Pick<Granted, 'recordedAt' | 'retractedAt'>) => boolean

/** Breaks that keep the right of who studies (C11): the summer, and up to twelve months between two levels. */
function breaksIn(studies: readonly { readonly during: Period }[]): Period[] {
  return studies.flatMap(({ during: { until } }) => {
    if (until === null) return []
    const next = studies
      .flatMap(({ during: { from } }) => (from !== null && from > until ? [from] : []))
      .toSorted(compare)[0]
    return next !== undefined && next <= addYears(until, 1) ? [{ from: until, until: next }] : []
  })
}

/** Khoản 2 follows where khoản 1 was paid until the sixteenth birthday: by an award, and by the law of the day before. */
function formerChildIn(
  born: CivilDate,
  granted: readonly Granted[],
  wasSupported: (day: CivilDate) => boolean,
): Saying[] {
  if (granted.length === 0) return []
  const sixteenth = addYears(born, 16)
  const before = addDays(sixteenth, -1)
  return granted.some(({ during }) => contains(during, before)) && wasSupported(before)
    ? [
        {
          during: { from: sixteenth, until: null },
          say: (draft) => void (draft.wasChildWithoutSupport = true),
        },
      ]
    : []
}

/** Whether the law gave the person the amount of a single parent, of this child among others, on a day. */
type HadAllowance = (child: Standing['children'][number], day: CivilDate) => boolean

/**
 * The living children the person is a parent of, oldest first; `continued` where khoản 4 was paid until a child turned 16:
 * an award of another group, such as of disability, does not let a parent in through a child of 16 (G-MSA-21).
 */
function childrenIn(
  { relations }: PersonHistory,
  {
    granted,
    hadAllowanceFor,
    isKnown,
  }: {
    readonly granted: readonly Granted[]
    readonly hadAllowanceFor: HadAllowance
    readonly isKnown: IsKnown
  },
): Saying[] {
  return relations
    .filter((relation) => relation.kind === 'parent_of' && relation.side === 'from' && isKnown(relation))
    .flatMap((relation) => {
      const life = lifeOf(relation, isKnown)
      return life ? [{ ...relation, life }] : []
    })
    .toSorted((one, two) => compare(one.life.born + one.otherId, two.life.born + two.otherId))
    .flatMap(({ during, detail, other, life: { born, until } }) => {
      const raised = intersection(during, { from: born, until })
      if (!raised) return []
      const known = other.study.filter(isKnown)
      const studies = [...known.map((study) => study.during), ...breaksIn(known)]
      const sixteenth = addYears(born, 16)
      const continued =
        detail['continued'] === true ||
        (contains(during, sixteenth) &&
          granted.some((award) => contains(award.during, sixteenth)) &&
          hadAllowanceFor({ born, isStudying: false, continued: false }, addDays(sixteenth, -1)))
      const say = (draft: Draft, day: CivilDate) => {
        const isStudying = studies.some((study) => contains(study, day))
        draft.children = [...draft.children, { born, isStudying, continued }]
      }
      return [{ during: raised, marks: studies, say }]
    })
}

/** Who looks after the person; being taken in by decision goes before the own household. */
function careIn(relations: readonly RelationFact[], isKnown: IsKnown): Saying[] {
  return relations
    .filter(({ kind, side }) => kind === 'cares_for' && side === 'to')
    .flatMap((relation) => {
      const life = lifeOf(relation, isKnown)
      const cared = life && intersection(relation.during, { from: null, until: life.until })
      const say = (draft: Draft) => {
        const isTakenIn = relation.detail['arrangement'] === 'taken_in' || draft.care === 'taken_in'
        draft.care = isTakenIn ? 'taken_in' : 'own_household'
      }
      return cared ? [{ during: cared, say }] : []
    })
}

/** Birth and death of the other as they were known; undefined where nobody had heard of them. */
function lifeOf({ other }: RelationFact, isKnown: IsKnown) {
  const life = other.lives.filter(isKnown).at(-1)
  return life && { born: life.born, until: dayAfter(life.diedOn) }
}

/**
 * The months in which a spouse draws the one share of the couple; where both could, the earlier grant has it. Each day says
 * whose it is in its own month, and whose in the next, which it decides as well where it is the last.
 */
function sharesIn(
  { personId, relations }: PersonHistory,
  shares: ReadonlyMap<string, readonly Share[]>,
  isKnown: IsKnown,
): Saying[] {
  const own = shares.get(personId) ?? []
  return relations
    .filter((relation) => relation.kind === 'spouse_of' && isKnown(relation))
    .flatMap(({ otherId, during }) =>
      (shares.get(otherId) ?? []).flatMap((share) => {
        const shared = intersection(during, fromMonthBefore(share.during))
        const rivals = own
          .filter(({ since }) => compare(`${since} ${personId}`, `${share.since} ${otherId}`) < 0)
          .map((rival) => rival.during)
        const isDrawnOn = (day: CivilDate) =>
          contains(share.during, day) && !rivals.some((rival) => contains(rival, day))
        const say = (draft: Draft, day: CivilDate) => {
          if (isDrawnOn(day)) draft.spouseHasParentingSupport = true
          if (isDrawnOn(firstDayOf(addMonths(monthOf(day), 1)))) draft.spouseDrawsNext = true
        }
        const marks = [share.during, ...rivals].flatMap((drawn) => [drawn, ...turnsOf(drawn)])
        return shared ? [{ during: shared, marks, say }] : []
      }),
    )
}

function fromMonthBefore({ from, until }: Period): Period {
  return { from: from && monthBefore(from), until }
}

/** The months before some months begin and before they end. */
function turnsOf({ from, until }: Period): Period[] {
  return [from, until].filter((day) => day !== null).map((day) => ({ from: monthBefore(day), until: day }))
}

const monthBefore = (day: CivilDate) => firstDayOf(addMonths(monthOf(day), -1))

function marksOf({ during, marks = [] }: Saying): readonly Period[] {
  return [during, ...marks]
}

/** Cuts a period on every day on which one of the others begins or ends. */
function piecesOf(
  { from, until }: Period,
  others: readonly Period[],
): { readonly from: CivilDate; readonly until: CivilDate | null }[] {
  if (from === null) throw new RangeError('A life begins on a day')
  const inside = others
    .flatMap((other) => [other.from, other.until])
    .filter((day) => day !== null && day > from && (until === null || day < until)) as CivilDate[] // Nulls are out.
  const days = [from, ...new Set(inside)].toSorted(compare)
  return days.map((day, index) => ({ from: day, until: days[index + 1] ?? until }))
}

/** Joins on a piece that says nothing new to the one before it. */
function append(periods: StandingPeriod[], next: StandingPeriod) {
  const last = periods.at(-1)
  const continues =
    last !== undefined &&
    last.during.until === next.during.from &&
    last.areaId === next.areaId &&
    last.shareTurns === next.shareTurns &&
    JSON.stringify(last.standing) === JSON.stringify(next.standing)
  if (continues)
    periods[periods.length - 1] = { ...next, during: { ...last.during, until: next.during.until } }
  else periods.push(next)
}

function dayAfter(day: CivilDate | null): CivilDate | null {
  return day && addDays(day, 1)
}

function earlier(one: CivilDate | null, other: CivilDate | null): CivilDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

function byStart(one: { readonly during: Period }, two: { readonly during: Period }) {
  return compare(one.during.from ?? '', two.during.from ?? '')
}

function compare(one: string, two: string) {
  return one < two ? -1 : one > two ? 1 : 0
}
