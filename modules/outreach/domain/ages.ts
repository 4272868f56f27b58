import type { Condition, Group, RuleSet } from '#modules/entitlement'

/** Ages at which a rule may come out otherwise, in months: a person’s own, and those of children counted. */
export type Ages = { readonly own: readonly number[]; readonly children: readonly number[] }

/** Every age a rule set names anywhere. */
export function agesOfRules({ groups, combination }: RuleSet): Ages {
  return agesIn([...groups.flatMap(conditionsOf), ...combination.exclusions.map(({ when }) => when)])
}

/** Every age that decides a group or its bands. */
export function agesOfGroup(group: Group, all: ReadonlyMap<string, Group>): Ages {
  return agesIn(conditionsOf(group), all)
}

function conditionsOf({ when, bands, per }: Group): Condition[] {
  return [
    when,
    ...bands.flatMap((band) => (band.when ? [band.when] : [])),
    ...(per ? [{ kind: 'countAtLeast', children: per, count: 1 } as const] : []),
  ]
}

function agesIn(conditions: readonly Condition[], groups?: ReadonlyMap<string, Group>): Ages {
  const own = new Set<number>()
  const children = new Set<number>()
  const walk = (condition: Condition) => {
    switch (condition.kind) {
      case 'ageFrom':
      case 'ageBelow':
        own.add(condition.months)
        break
      case 'not':
        walk(condition.of)
        break
      case 'all':
      case 'any':
        condition.of.forEach(walk)
        break
      case 'countAtLeast':
        for (const { fromMonths, belowMonths } of condition.children.anyOf)
          for (const months of [fromMonths, belowMonths]) if (months !== undefined) children.add(months)
        break
      case 'inGroup': {
        const group = groups?.get(condition.group)
        if (group) walk(group.when)
        break
      }
      case 'is':
      case 'flag':
      case 'livesIn':
      case 'amountBelow':
        break
    }
  }
  conditions.forEach(walk)
  return { own: [...own], children: [...children] }
}
