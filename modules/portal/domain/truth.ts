import type { Benefit, EventFacts, EventKind, SupportCondition } from '#modules/entitlement/engine'
import type { Known } from './known.ts'
import type { Ask, Fact, Range } from './question.ts'

/** Whether something holds as far as is known; otherwise the facts it still depends on. */
export type Truth = boolean | ReadonlySet<Fact>

/** Asked of an event: what is known of it, and what is known of benefits. */
export type Setting = {
  readonly event?: EventKind
  readonly receives?: (benefit: Benefit) => Truth
  readonly entitledTo?: (benefit: Benefit) => Truth
}

/** The truth of a condition when not every fact is known: what is lacking is named only where it can still matter. */
export function truthOf(condition: Ask, known: Known, setting: Setting = {}): Truth {
  const inner = (one: Ask) => truthOf(one, known, setting)
  switch (condition.kind) {
    case 'not':
      return notOf(inner(condition.of))
    case 'all':
      return allOf(condition.of.map(inner))
    case 'any':
      return anyOf(condition.of.map(inner))
    case 'said': {
      const answer = known.answers.get(condition.question)
      if (!answer) return lacking(`answer.${condition.question}`)
      return condition.among.some((one) => answer.includes(one))
    }
    case 'is': {
      const value = known.facts.get(condition.fact)
      return typeof value === 'string' ? condition.among.includes(value) : lacking(condition.fact)
    }
    case 'flag': {
      const value = known.facts.get(condition.fact)
      return typeof value === 'boolean' ? value : lacking(condition.fact)
    }
    case 'ageFrom':
      return known.birth ? known.birth.born <= known.at.bornBy(condition.months) : lacking('born')
    case 'ageBelow':
      return known.birth ? known.birth.born > known.at.bornBy(condition.months) : lacking('born')
    case 'livesIn': {
      const territory = known.facts.get('territory')
      return typeof territory === 'string' ? condition.territories.includes(territory) : lacking('territory')
    }
    case 'countAtLeast': {
      const name = countedAs(condition.children)
      const found = known.facts.get(name)
      return typeof found === 'number' ? found >= condition.count : lacking(name)
    }
    case 'inGroup':
      return inner(known.at.group.get(condition.group)!.when)
    case 'amountBelow':
      return amountBelow(condition, known)
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
      return ofEvent(condition, known, setting.event)
    case 'receives':
      return anyOf(condition.benefits.map((benefit) => setting.receives?.(benefit) ?? false))
    case 'entitledTo':
      return setting.entitledTo?.(condition.benefit) ?? false
  }
}

function amountBelow(
  { facts, limit: told }: Extract<SupportCondition, { kind: 'amountBelow' }>,
  { facts: found, at }: Known,
): Truth {
  const limit = told === 'social_pension' ? at.socialPension : told
  const ranges = facts.map((name) => ({ name, range: found.get(name) as Range | undefined })) // Sums are ranges.
  const least = ranges.reduce((sum, { range }) => sum + (range?.from ?? 0), 0)
  const most = ranges.reduce((sum, { range }) => sum + (range?.to ?? Infinity), 0)
  if (least >= limit) return false
  if (most < limit) return true
  return new Set(ranges.filter(({ range }) => !range || range.from < range.to).map(({ name }) => name))
}

function ofEvent(
  condition: Extract<SupportCondition, { kind: 'eventIs' | 'eventFlag' | 'eventAtLeast' }>,
  { events }: Known,
  kind: EventKind | undefined,
): Truth {
  const event: Partial<EventFacts> = (kind && events.get(kind)) ?? {}
  const value = event[condition.fact]
  if (value === undefined) return lacking(`event.${condition.fact}`)
  switch (condition.kind) {
    case 'eventIs':
      return condition.among.includes(String(value))
    case 'eventFlag':
      return value === true
    case 'eventAtLeast':
      return Number(value) >= condition.least
  }
}

/** Small children are asked about apart; of all others it matters only that they are under 16. */
export function countedAs({
  anyOf: tests,
}: {
  readonly anyOf: readonly { readonly belowMonths?: number }[]
}) {
  return tests.every(({ belowMonths = Infinity }) => belowMonths <= 36) ? 'smallChildren' : 'children'
}

export const lacking = (...facts: Fact[]): ReadonlySet<Fact> => new Set(facts)

/** What is lacking for a thing is lacking for its opposite. */
export const notOf = (truth: Truth): Truth => (typeof truth === 'boolean' ? !truth : truth)

export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return joined(truths) ?? true
}

export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return joined(truths) ?? false
}

function joined(truths: readonly Truth[]): ReadonlySet<Fact> | undefined {
  const open = truths.filter((truth) => typeof truth !== 'boolean')
  return open.length > 0 ? new Set(open.flatMap((truth) => [...truth])) : undefined
}
