import { addDays, type CivilDate } from '#kernel/civil-date'
import { dong, timesTenths, type Dong } from '#kernel/dong'
import { cardLevels, supportLaw } from '../law/support/index.ts'
import type { EventKind } from './event-facts.ts'
import { conventionsOfBirth, type ConditionNode } from './explanation.ts'
import type { BaseParameter } from './rule-set.ts'
import { isTrueOf, traceOf, type Subject } from './subject.ts'
import {
  supportOn,
  type Choice,
  type Gives,
  type SupportCondition,
  type SupportLaw,
  type SupportRule,
} from './support.ts'
import type { Award, Days, SupportExplanation, SupportOutcome, SupportRights } from './support-explanation.ts'
import { firstFailing, reachedOn } from './trace.ts'

/** What the law in force on the day gives for an event, or for the facts of a month; undefined before the first law. */
export function determineSupport(
  subject: Subject,
  kind: EventKind | 'month',
  law: SupportLaw = supportLaw,
): SupportRights | undefined {
  const { on } = subject.event
  const regime = supportOn(law, on)
  if (!regime) return undefined
  const rules = regime.rules.filter(({ of }) => of.includes(kind))
  const held = rules.flatMap((rule) => {
    if (!isTrueOf(rule.when, subject)) return []
    const award = awardOf(rule, subject, law)
    return award ? [{ rule, award }] : []
  })
  const outcomes = outcomesOf(held, regime.choices, subject)
  return {
    regime: regime.id,
    on,
    rights: rules.map((rule) => explained(rule, { subject, kind, held, outcomes, choices: regime.choices })),
    conventions: rules.some(({ when }) => asksAge(when)) ? conventionsOfBirth(subject.standing) : [],
  }
}

/** Whether an age decides a condition: by itself, or through a group or a benefit that asks for one. */
function asksAge(condition: SupportCondition): boolean {
  switch (condition.kind) {
    case 'ageFrom':
    case 'ageBelow':
    case 'inGroup':
    case 'receives':
    case 'entitledTo':
      return true
    case 'not':
      return asksAge(condition.of)
    case 'all':
    case 'any':
      return condition.of.some(asksAge)
    case 'is':
    case 'flag':
    case 'livesIn':
    case 'countAtLeast':
    case 'amountBelow':
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
      return false
  }
}

type Held = { readonly rule: SupportRule; readonly award: Award }

function explained(
  rule: SupportRule,
  told: {
    readonly subject: Subject
    readonly kind: EventKind | 'month'
    readonly held: readonly Held[]
    readonly outcomes: ReadonlyMap<SupportRule, SupportOutcome>
    readonly choices: readonly Choice[]
  },
): SupportExplanation {
  const condition = traceOf(rule.when, told.subject)
  const award = told.held.find((one) => one.rule === rule)?.award
  const outcome = told.outcomes.get(rule) ?? (condition.holds ? 'covered' : 'refused')
  const choice = told.choices.find(({ id }) => id === rule.oneOf)
  const until = told.kind === 'month' && condition.holds ? endOf(condition) : undefined
  return {
    rule: rule.id,
    family: rule.family,
    label: rule.label,
    cite: rule.cite,
    payee: rule.payee,
    isFloor: rule.isFloor === true,
    outcome,
    condition,
    ...(!condition.holds && { firstFailing: firstFailing(condition) }),
    ...(award && { award }),
    ...(until && { until }),
    ...(rule.procedure && { procedure: rule.procedure }),
    ...(choice && { choice: { label: choice.label, cite: choice.cite } }),
  }
}

/** Of the rights to one thing the best; none of them where another law pays as much. */
function outcomesOf(held: readonly Held[], choices: readonly Choice[], { event }: Subject) {
  const outcomes = new Map<SupportRule, SupportOutcome>(
    held.map(({ rule }) => [rule, rule.gives.kind === 'record' ? 'recorded' : 'granted']),
  )
  for (const { id, against } of choices) {
    const rivals = held.filter(({ rule }) => rule.oneOf === id)
    const best = rivals.reduce<Held | undefined>(
      (one, other) => (one && worthOf(one.award) >= worthOf(other.award) ? one : other),
      undefined,
    )
    const isElsewhere = best && against && event[against] >= worthOf(best.award)
    for (const rival of rivals)
      if (isElsewhere) outcomes.set(rival.rule, 'paid_elsewhere')
      else if (rival !== best) outcomes.set(rival.rule, 'not_best')
  }
  return outcomes
}

/** Money by its amount; a card by the share it pays, and of equal shares the one with the shorter list of limits. */
function worthOf(award: Award): number {
  switch (award.kind) {
    case 'money':
    case 'days':
      return award.amount
    case 'card':
      return award.percent * 10 - award.level
    case 'ceiling':
      return award.ceiling
    case 'rice':
      return award.kilograms
    case 'inKind':
      return 0
  }
}

/** What a right comes to; undefined where it comes to nothing. */
function awardOf(rule: SupportRule, subject: Subject, law: SupportLaw): Award | undefined {
  const { gives } = rule
  const { event } = subject
  switch (gives.kind) {
    case 'multiple':
      return multipleOf(gives, subject)
    case 'fixed':
      return { kind: 'money', amount: gives.amount }
    case 'realCost': {
      const least = multipleOf({ coefficient: gives.atLeast, base: gives.base }, subject)
      return event.cost > least.amount ? { kind: 'money', amount: event.cost, spent: event.cost } : least
    }
    case 'rice': {
      const months = Math.min(event.months, gives.months)
      const { persons, months: asked } = event
      return {
        kind: 'rice',
        kilograms: gives.kilograms * persons * months,
        each: gives.kilograms,
        persons,
        months,
        asked,
      }
    }
    case 'daily':
      return daysOf(rule.id, gives, subject, law)
    case 'upTo':
      return ceilingOf(gives, subject)
    case 'topUp': {
      const amount = dong(gives.to - baseOf(gives.over, subject))
      return amount > 0 ? { kind: 'money', amount, upTo: gives.to } : undefined
    }
    case 'card':
      return { ...gives, percent: cardLevels[gives.level].percent }
    case 'inKind':
      return {
        kind: 'inKind',
        what: gives.what,
        ...(gives.months !== undefined && { before: reachedOn(event.on, gives.months) }),
      }
    case 'record':
      return { kind: 'inKind', what: gives.what }
  }
}

function baseOf(base: BaseParameter, { ml, standing }: Subject): Dong {
  return ml.base(base, standing.territory)
}

function multipleOf(
  { coefficient, base }: Omit<Extract<Gives, { kind: 'multiple' }>, 'kind'>,
  subject: Subject,
) {
  const standard = baseOf(base, subject)
  return {
    kind: 'money',
    amount: timesTenths(standard, coefficient),
    times: { coefficient, base, standard },
  } as const
}

function ceilingOf({ ceiling: told, per }: Extract<Gives, { kind: 'upTo' }>, subject: Subject): Award {
  const { cost } = subject.event
  const ceiling = typeof told === 'number' ? told : multipleOf(told, subject).amount
  return {
    kind: 'ceiling',
    ceiling,
    per,
    ...(cost > 0 && { spent: cost, over: dong(Math.max(0, cost - ceiling)) }),
  }
}

/** C15: each day at the rate of the law in force on it, as long as the stay may last. */
function daysOf(
  rule: string,
  { months }: Extract<Gives, { kind: 'daily' }>,
  { event }: Subject,
  law: SupportLaw,
): Award {
  const limit = reachedOn(event.on, months)
  const parts: Days[] = []
  let daysBeyond = 0
  for (let day = event.on; day <= (event.through ?? event.on); day = addDays(day, 1)) {
    const rate = rateOn(law, rule, day)
    const last = parts.at(-1)
    if (day >= limit || rate === undefined) daysBeyond++
    else if (last?.rate === rate) parts[parts.length - 1] = { ...last, through: day, days: last.days + 1 }
    else parts.push({ from: day, through: day, days: 1, rate })
  }
  const amount = dong(parts.reduce((sum, { days, rate }) => sum + days * rate, 0))
  return { kind: 'days', amount, parts, limit, daysBeyond }
}

function rateOn(law: SupportLaw, id: string, day: CivilDate): Dong | undefined {
  const gives = supportOn(law, day)?.rules.find((rule) => rule.id === id)?.gives
  return gives?.kind === 'daily' ? gives.rate : undefined
}

/** The first birthday that ends a right which asks for somebody under an age. */
function endOf(node: ConditionNode): CivilDate | undefined {
  if (node.kind === 'ageBelow') return node.reachedOn
  if (node.kind !== 'all') return undefined
  return node.of
    .flatMap((inner) => endOf(inner) ?? [])
    .toSorted()
    .at(0)
}
