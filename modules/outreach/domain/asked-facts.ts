import type { Group } from '#modules/entitlement'
import { leavesOf } from './leaves.ts'

/** Every fact a group asks about, by name, those of the groups it names included. */
export function factsAskedBy(group: Group, all: ReadonlyMap<string, Group>): ReadonlySet<string> {
  const conditions = [group.when, ...group.bands.flatMap(({ when }) => (when ? [when] : []))]
  const facts = new Set<string>()
  for (const leaf of leavesOf(conditions, all))
    switch (leaf.kind) {
      case 'is':
      case 'flag':
        facts.add(leaf.fact)
        break
      case 'amountBelow':
        leaf.facts.forEach((fact) => facts.add(fact))
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
    }
  return facts
}
