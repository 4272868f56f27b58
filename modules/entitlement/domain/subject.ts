import { addMonths, lastDayOf, monthOf, type CivilDate } from '#kernel/civil-date'
import { benefitOf, type Benefit, type PersonMonth } from './determination.ts'
import { holds, type engine } from './determine.ts'
import type { EventFacts } from './event-facts.ts'
import type { ConditionNode } from './explanation.ts'
import { instantOn, type Instant, type MonthLaw } from './law-in-force.ts'
import type { Standing } from './standing.ts'
import type { SupportCondition } from './support.ts'
import { joined, trace } from './trace.ts'

/** Of whom a support rule is asked, on which day, and after what event. */
export type Subject = {
  readonly standing: Standing
  readonly at: Instant
  readonly ml: MonthLaw
  readonly event: EventFacts
  readonly receives: (benefit: Benefit) => boolean
  readonly entitledTo: (benefit: Benefit) => boolean
}

type Asked = {
  readonly event: EventFacts
  /** How the person stood on a day; a death on the day of the event is not yet looked at. */
  readonly standingOn: (day: CivilDate) => Standing | undefined
  readonly awarded: PersonMonth['awarded']
  readonly knownOn: CivilDate
}

/** The person of an event on its day, under the law as it was known; undefined where nobody stood or no law spoke. */
export function subjectOf(
  engineAsked: Pick<typeof engine, 'lawIn' | 'dueIn'>,
  { event, standingOn, awarded, knownOn }: Asked,
): Subject | undefined {
  const month = monthOf(event.on)
  const ml = engineAsked.lawIn(month, knownOn)
  const standing = standingOn(event.on)
  if (!ml || !standing) return undefined
  const given = (awards: PersonMonth['awarded']) => {
    const earlier = standingOn(lastDayOf(addMonths(month, -1)))
    const due = engineAsked.dueIn({ month, knownOn, earlier, later: standing, awarded: awards })
    return new Set(due.map(({ component }) => benefitOf[component]))
  }
  const received = given(awarded)
  return {
    standing,
    at: instantOn(event.on, ml.later),
    ml,
    event,
    receives: (benefit) => received.has(benefit),
    entitledTo: (benefit) => given(new Set([benefit])).has(benefit),
  }
}

/** Whether a condition is true of a person and an event. */
export function isTrueOf(condition: SupportCondition, subject: Subject): boolean {
  switch (condition.kind) {
    case 'not':
      return !isTrueOf(condition.of, subject)
    case 'all':
      return condition.of.every((inner) => isTrueOf(inner, subject))
    case 'any':
      return condition.of.some((inner) => isTrueOf(inner, subject))
    case 'eventIs':
      return condition.among.includes(subject.event[condition.fact])
    case 'eventFlag':
      return subject.event[condition.fact]
    case 'eventAtLeast':
      return subject.event[condition.fact] >= condition.least
    case 'receives':
      return condition.benefits.some(subject.receives)
    case 'entitledTo':
      return subject.entitledTo(condition.benefit)
    case 'is':
    case 'flag':
    case 'ageFrom':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'amountBelow':
      return holds(condition, subject.standing, subject.at)
  }
}

/** The same walk, keeping every node. */
export function traceOf(condition: SupportCondition, subject: Subject): ConditionNode {
  switch (condition.kind) {
    case 'not': {
      const of = traceOf(condition.of, subject)
      return { kind: 'not', of, holds: !of.holds, confidential: of.confidential }
    }
    case 'all':
    case 'any':
      return joined(
        condition.kind,
        condition.of.map((inner) => traceOf(inner, subject)),
      )
    case 'eventIs':
      return { ...condition, value: subject.event[condition.fact], ...told(condition, subject) }
    case 'eventAtLeast':
      return { ...condition, found: subject.event[condition.fact], ...told(condition, subject) }
    case 'eventFlag':
    case 'receives':
    case 'entitledTo':
      return { ...condition, ...told(condition, subject) }
    case 'is':
    case 'flag':
    case 'ageFrom':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'amountBelow':
      return trace(condition, subject.standing, subject.at)
  }
}

function told(condition: SupportCondition, subject: Subject) {
  return { holds: isTrueOf(condition, subject), confidential: false }
}
