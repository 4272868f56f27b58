import type { Condition, Group } from '#modules/entitlement'

/** A condition that is made of no others. */
type Leaf = Exclude<Condition, { readonly kind: 'not' | 'all' | 'any' | 'inGroup' }>

/** Everything some conditions ask, one by one; where groups are given, those of a group that is named as well. */
export function* leavesOf(
  conditions: readonly Condition[],
  groups?: ReadonlyMap<string, Group>,
): Generator<Leaf> {
  for (const condition of conditions)
    switch (condition.kind) {
      case 'not':
        yield* leavesOf([condition.of], groups)
        break
      case 'all':
      case 'any':
        yield* leavesOf(condition.of, groups)
        break
      case 'inGroup': {
        const group = groups?.get(condition.group)
        if (group) yield* leavesOf([group.when], groups)
        break
      }
      case 'is':
      case 'flag':
      case 'ageFrom':
      case 'ageBelow':
      case 'livesIn':
      case 'amountBelow':
      case 'countAtLeast':
        yield condition
    }
}
