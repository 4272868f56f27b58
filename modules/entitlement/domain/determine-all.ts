import {
  addDays,
  addMonths,
  addYears,
  civilDate,
  lastDayOf,
  monthOf,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { supportLaw } from '../law/support/index.ts'
import { factsOfEvent, type CaseEvent } from './case-events.ts'
import { endsToldIn, standingOn as personOn } from './case-file.ts'
import type { PersonMonth } from './determination.ts'
import { engine, inMonth, worth } from './determine.ts'
import { determineSupport } from './determine-support.ts'
import { plainEvent, type EventFacts } from './event-facts.ts'
import { durationsOf, type Duration } from './duration.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { isOfOne, levelOfConclusion, refusalsOfMonth, type Case, type Member } from './household-case.ts'
import { refusal, type Refusal } from './refusal.ts'
import type { Standing } from './standing.ts'
import { subjectOf } from './subject.ts'
import { isSupportedAsChild, isSupportedAsParent } from './supported-until-16.ts'
import type { TurningDays } from './turning-months.ts'
import type { SupportRights } from './support-explanation.ts'

/** What a member is due in the month, and what else follows from the facts of it. */
export type MemberDetermination = {
  readonly key: string
  readonly name?: string
  readonly monthly: Explanation
  /** Of each right the month pays: since when, until when and to whom. */
  readonly durations: readonly Duration[]
  /** Nothing where the person was not alive at the end of the month, or no rules are known for it. */
  readonly rights?: SupportRights
}

/** Everything the law gives for what happened on a day. */
export type EventDetermination = {
  readonly kind: CaseEvent['kind']
  readonly on: CivilDate
  readonly who?: string
  readonly name?: string
  readonly rights: SupportRights
}

/** Everything the law gives a household: each member for a month, and each event by the law of its day. */
export type Determination = {
  readonly format: 'determination.v2'
  readonly month: Month
  readonly knownOn: CivilDate
  readonly members: readonly MemberDetermination[]
  readonly events: readonly EventDetermination[]
  /** The money of the month. */
  readonly total: Dong
}

/** What is asked of a month without a day is what the law gives by all that is known now, or will be when it is over. */
export function knownByNow(month: Month, today: CivilDate): CivilDate {
  const last = lastDayOf(month)
  return today > last ? today : last
}

/** Determines a case, or says why nothing can be said of that month. */
export function determineAll(
  asked: Case,
  month: Month,
  knownOn: CivilDate = civilDate(lastDayOf(month)),
): { readonly determination: Determination } | { readonly refusals: readonly Refusal[] } {
  const refusals = refusalsOfMonth(asked, month)
  if (refusals.length > 0) return { refusals }
  if (!engine.lawIn(month, knownOn)) return { refusals: [refusal('known_before_law', ['knownOn'], month)] }
  const household = standingsOf(asked, knownOn)
  const days = daysToldIn(asked)
  const members = asked.members.map((member) => memberIn(household, member, { month, knownOn, days }))
  return {
    determination: {
      format: 'determination.v2',
      month,
      knownOn,
      members,
      events: [...asked.events, ...impliedDeaths(asked)].map((event) => eventIn(household, asked, event)),
      total: dong(members.reduce((sum, { monthly }) => sum + monthly.total, 0)),
    },
  }
}

type Household = {
  /** Whose the share of a couple is goes by the month, for which the last day of the one before may be asked about. */
  readonly standing: (member: Member, day: CivilDate, month?: Month) => Standing | undefined
  readonly awarded: (member: Member) => PersonMonth['awarded']
}

/** How each member stands on a day, with what the others make of it: children raised, and the one share of a couple. */
function standingsOf({ members }: Case, knownOn: CivilDate): Household {
  const awarded = ({ awarded: told }: Member) => (told === 'all' ? 'all' : new Set(told))
  const own = (member: Member, day: CivilDate): Standing | undefined => {
    const told = personOn(member, day)
    const conclusion = levelOfConclusion(member)
    const said =
      told && told.disability === 'none' && conclusion && conclusion.from <= day
        ? ({ ...told, disability: conclusion.level } as Standing) // A level of the law.
        : told
    return said && wasSupportedAsChild(member, day) ? { ...said, wasChildWithoutSupport: true } : said
  }
  const isGranted = ({ awarded: told }: Member) => told === 'all' || told.includes('monthly_allowance')
  /** What was so on the day before a sixteenth birthday is so for good: asked once, because it is asked of every day. */
  const before16 = new Map<string, boolean>()
  const sixteenths = new Map<CivilDate, CivilDate>()
  const atSixteen = (key: string, born: CivilDate, day: CivilDate, wasSo: (before: CivilDate) => boolean) => {
    const sixteenth = sixteenths.get(born) ?? addYears(born, 16)
    sixteenths.set(born, sixteenth)
    if (sixteenth > day) return false
    const found = before16.get(key) ?? wasSo(addDays(sixteenth, -1))
    before16.set(key, found)
    return found
  }
  /** khoản 2 follows where khoản 1 was paid until the sixteenth birthday, unless the file says of itself whether it was. */
  const wasSupportedAsChild = (member: Member, day: CivilDate): boolean =>
    atSixteen(member.key, member.born.born, day, (before) => {
      const isSaid = [member.facts, ...member.changes].some(
        (said) => said.wasChildWithoutSupport !== undefined,
      )
      const then = isSaid || !isGranted(member) ? undefined : own(member, before)
      return then !== undefined && isSupportedAsChild(then, before)
    })
  /** Those told of beside the person and those in the household, as they stood on a day. */
  const childrenOn = (member: Member, said: Standing, day: CivilDate): Standing['children'] => [
    ...said.children,
    ...members
      .filter(({ childOf }) => childOf.includes(member.key))
      .flatMap((child) => own(child, day) ?? [])
      .map(({ born, isStudying }) => ({ born, isStudying, continued: false })),
  ]
  /** khoản 4 goes on for a child of whom it was paid until the sixteenth birthday. */
  const wasSupportedFor = (member: Member, born: CivilDate, day: CivilDate): boolean =>
    atSixteen(`${member.key} for ${born}`, born, day, (before) => {
      const then = isGranted(member) ? own(member, before) : undefined
      const children = then ? childrenOn(member, then, before) : []
      const isAmong = children.some((child) => child.born === born)
      return then !== undefined && isAmong && isSupportedAsParent({ ...then, children }, before)
    })
  const raising = (member: Member, day: CivilDate): Standing | undefined => {
    const said = own(member, day)
    const children = said && childrenOn(member, said, day)
    if (!said || !children || children.length === 0) return said
    return {
      ...said,
      children: children.map((child) => ({
        ...child,
        continued: child.continued || wasSupportedFor(member, child.born, day),
      })),
    }
  }
  /** What the share of a couple would be worth in a month, if this one of the two drew it; 0 where they may not. */
  const shareOf = (member: Member, month: Month): number => {
    const ml = engine.lawIn(month, knownOn)
    const granted = awarded(member)
    if (!ml || !(granted === 'all' || granted.has('parenting_support'))) return 0
    const ends = endsToldIn(member, { month, turn: ml.turn?.day }, (day) => raising(member, day))
    const { paid } = inMonth(ml, 'parenting_support', { month, knownOn, ...ends, awarded: 'all' })
    return paid.reduce((sum, right) => sum + worth(right), 0)
  }
  const spouseOf = (member: Member) =>
    members.find(({ key, spouseOf }) => key === member.spouseOf || spouseOf === member.key)
  /** CARE-2: one share for the two, the higher; of two alike the one told first draws it. */
  const yieldsShare = (member: Member, month: Month): boolean => {
    const spouse = spouseOf(member)
    if (!spouse) return false
    const [own, other] = [shareOf(member, month), shareOf(spouse, month)]
    return other > own || (other > 0 && other === own && members.indexOf(spouse) < members.indexOf(member))
  }
  return {
    awarded,
    standing: (member, day, month = monthOf(day)) => {
      const said = raising(member, day)
      const told = members.find(({ key }) => key === member.key)!
      return said && yieldsShare(told, month) ? { ...said, spouseHasParentingSupport: true } : said
    },
  }
}

/** Every day the case tells of, of anybody: what one of them is may be a right of another. */
function daysToldIn({ members }: Case): TurningDays {
  const told = members.flatMap(({ facts, changes }) => [facts, ...changes])
  return {
    days: members.flatMap(({ diedOn, changes, medicalConclusion }) => [
      ...changes.map(({ from }) => from),
      ...(medicalConclusion ? [medicalConclusion.issuedOn] : []),
      ...(diedOn ? [addDays(diedOn, 1)] : []),
    ]),
    births: members.map(({ born }) => born.born),
    childBirths: [
      ...members.map(({ born }) => born.born),
      ...told.flatMap(({ children = [] }) => children.map(({ born }) => born)),
    ],
  }
}

function memberIn(
  household: Household,
  member: Member,
  { month, knownOn, days }: { month: Month; knownOn: CivilDate; days: TurningDays },
): MemberDetermination {
  const last = civilDate(lastDayOf(month))
  const personIn = (month: Month): PersonMonth => ({
    month,
    knownOn,
    ...endsToldIn(member, { month, turn: engine.lawIn(month, knownOn)?.turn?.day }, (day) =>
      household.standing(member, day, month),
    ),
    awarded: household.awarded(member),
  })
  const monthly = explain(personIn(month))
  const subject = subjectOf(engine, {
    event: plainEvent(last),
    standingOn: (day) => household.standing(member, day),
    awarded: household.awarded(member),
    knownOn,
  })
  const rights = subject && determineSupport(subject, 'month')
  return {
    key: member.key,
    ...(member.name !== undefined && { name: member.name }),
    monthly,
    durations: durationsOf(monthly, { explainIn: (other) => explain(personIn(other)), days }),
    ...(rights && { rights }),
  }
}

function eventIn(household: Household, { members }: Case, event: CaseEvent): EventDetermination {
  const who = ('who' in event && members.find(({ key }) => key === event.who)) || members[0]
  const subject = subjectOf(engine, {
    event: factsOfEvent(event, derivedOf(household, members, event, who)),
    // On the day of the event the person is as they were: a death is what it is about.
    standingOn: (day) => household.standing({ ...who, diedOn: undefined }, day),
    awarded: household.awarded(who),
    knownOn: event.on,
  })
  const rights = subject && determineSupport(subject, event.kind)
  // Reading refuses events before birth and before the first law.
  if (!rights) throw new RangeError(`Nothing is known of ${event.kind} on ${event.on}`)
  return {
    kind: event.kind,
    on: event.on,
    ...(isOfOne(event) && { who: who.key, ...(who.name !== undefined && { name: who.name }) }),
    rights,
  }
}

/** What the household tells of an event that its file does not: who lacks food, and whose allowance a child was. */
function derivedOf(
  household: Household,
  members: readonly Member[],
  { kind, on }: CaseEvent,
  who: Member,
): Partial<EventFacts> {
  if (kind === 'hunger')
    return { persons: members.filter((member) => household.standing(member, on) !== undefined).length }
  if (kind !== 'death') return {}
  const parents = members.filter(({ key }) => who.childOf.includes(key))
  const month = monthOf(on)
  const before = civilDate(lastDayOf(addMonths(month, -1)))
  return {
    parentReceives: parents.some((parent) =>
      engine
        .dueIn({
          month,
          knownOn: on,
          earlier: household.standing(parent, before, month),
          later: household.standing(parent, on),
          awarded: household.awarded(parent),
        })
        .some(({ component }) => component === 'single_parent'),
    ),
  }
}

/** Whoever is told to have died asks for funeral support, whether or not the file makes an event of it. */
function impliedDeaths({ members, events }: Case): CaseEvent[] {
  return members.flatMap(({ key, diedOn }, index) =>
    diedOn === undefined ||
    diedOn < supportLaw[0].inForce ||
    events.some((event) => event.kind === 'death' && (event.who ?? members[0].key) === members[index]!.key)
      ? []
      : [
          {
            kind: 'death',
            on: diedOn,
            who: key,
            cause: 'other',
            hasApplied: false,
            nobodyBuries: false,
          } as const,
        ],
  )
}
