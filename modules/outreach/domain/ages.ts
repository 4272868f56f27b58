import type { Condition, Group, RuleSet } from '#modules/entitlement'
import { leavesOf } from './leaves.ts'

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
  for (const leaf of leavesOf(conditions, groups))
    if (leaf.kind === 'ageFrom' || leaf.kind === 'ageBelow') own.add(leaf.months)
    else if (leaf.kind === 'countAtLeast')
      for (const { fromMonths, belowMonths } of leaf.children.anyOf)
        for (const months of [fromMonths, belowMonths]) if (months !== undefined) children.add(months)
  return { own: [...own], children: [...children] }
}
