import { addMonthsToDay, type CivilDate } from '#kernel/civil-date'
import type { Condition, Group, Standing } from '#modules/entitlement'

/** What is known of a person; whatever is not there nobody has recorded or asked. */
export type KnownFacts = Partial<Standing> & Pick<Standing, 'born'>

/** Whether something holds as far as is known; otherwise the facts it still depends on. */
type Truth = boolean | ReadonlySet<keyof Standing>

/** Every fact the groups still depend on («chỉ hỏi điều còn thiếu»): what could no more change the answer is not asked. */
export function openFactsOf(
  groups: readonly Group[],
  { facts, on, all }: { readonly facts: KnownFacts; readonly on: CivilDate; readonly all: readonly Group[] },
): ReadonlySet<keyof Standing> {
  const whens = new Map(all.map(({ id, when }) => [id, when]))
  const open = new Set<keyof Standing>()
  const collect = (truth: Truth) => {
    if (typeof truth !== 'boolean') for (const fact of truth) open.add(fact)
  }
  for (const { when, bands } of groups) {
    const truth = truthOf(when, { facts, on, whens })
    if (truth === false) continue
    collect(truth)
    for (const band of bands) if (band.when) collect(truthOf(band.when, { facts, on, whens }))
  }
  return open
}

type Setting = {
  readonly facts: KnownFacts
  readonly on: CivilDate
  readonly whens: ReadonlyMap<string, Condition>
}

function truthOf(condition: Condition, setting: Setting): Truth {
  const { facts, on, whens } = setting
  switch (condition.kind) {
    case 'is': {
      const value = facts[condition.fact]
      return value === undefined ? new Set([condition.fact]) : condition.among.includes(value)
    }
    case 'flag':
      return facts[condition.fact] ?? new Set([condition.fact])
    case 'ageFrom':
      return addMonthsToDay(facts.born, condition.months) <= on
    case 'ageBelow':
      return addMonthsToDay(facts.born, condition.months) > on
    case 'livesIn':
      return facts.territory === undefined || condition.territories.includes(facts.territory)
    case 'countAtLeast':
      return (facts.children ?? []).length >= condition.count
    case 'amountBelow': {
      const open = condition.facts.filter((fact) => facts[fact] === undefined)
      if (open.length > 0) return new Set(open)
      const limit = condition.limit === 'social_pension' ? Infinity : condition.limit
      return condition.facts.reduce((sum, fact) => sum + (facts[fact] ?? 0), 0) < limit
    }
    case 'inGroup': {
      const when = whens.get(condition.group)
      return when ? truthOf(when, setting) : false
    }
    case 'not': {
      const truth = truthOf(condition.of, setting)
      return typeof truth === 'boolean' ? !truth : truth
    }
    case 'all':
      return together(condition.of, setting, false)
    case 'any':
      return together(condition.of, setting, true)
  }
}

/** One inner condition that is `deciding` settles the whole; else every fact the undecided ones depend on is open. */
function together(conditions: readonly Condition[], setting: Setting, deciding: boolean): Truth {
  const truths = conditions.map((condition) => truthOf(condition, setting))
  if (truths.includes(deciding)) return deciding
  const open = truths.filter((truth) => typeof truth !== 'boolean')
  return open.length === 0 ? !deciding : new Set(open.flatMap((facts) => [...facts]))
}
