import type { Condition, Group } from '#modules/entitlement'

/** Every fact a group asks about, by name, those of the groups it names included. */
export function factsAskedBy(group: Group, all: ReadonlyMap<string, Group>): ReadonlySet<string> {
  const facts = new Set<string>()
  const walk = (condition: Condition) => {
    switch (condition.kind) {
      case 'is':
      case 'flag':
        facts.add(condition.fact)
        break
      case 'amountBelow':
        condition.facts.forEach((fact) => facts.add(fact))
        break
      case 'ageFrom':
      case 'ageBelow':
        facts.add('born')
        break
      case 'livesIn':
        facts.add('territory')
        break
      case 'countAtLeast':
        facts.add('children')
        break
      case 'not':
        walk(condition.of)
        break
      case 'all':
      case 'any':
        condition.of.forEach(walk)
        break
      case 'inGroup': {
        const named = all.get(condition.group)
        if (named) walk(named.when)
        break
      }
    }
  }
  walk(group.when)
  for (const { when } of group.bands) if (when) walk(when)
  return facts
}
