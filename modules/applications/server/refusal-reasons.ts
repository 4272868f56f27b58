import { lackingOf, wordsVi, type Benefit, type ConditionNode, type Explanation } from '#modules/entitlement'

type Group = Explanation['groups'][number]

/**
 * Why the law gives nothing of a benefit, in words people read: of the groups that were asked for – whose conditions look at
 * something the file tells – and where it tells nothing, of those the fewest facts are missing from, each the first condition
 * that fails. What was held, and is excluded, lapsed or suspended, is always said.
 */
export function reasonsToRefuse(
  { groups }: Explanation,
  { benefit, told }: { readonly benefit: Benefit; readonly told: ReadonlySet<string> },
): string[] {
  const open = groups.filter(
    (group) => group.benefit === benefit && group.outcome !== 'paid' && !group.confidential,
  )
  const held = open.filter(({ outcome }) => outcome !== 'refused')
  const refused = open.filter(({ outcome }) => outcome === 'refused')
  const asked = refused.filter(({ condition }) => [...factsIn(condition)].some((fact) => told.has(fact)))
  return [...held, ...nearest(asked.length > 0 ? asked : refused)].flatMap((group) => {
    const why = wordsVi.refusal(group)
    return why === undefined ? [] : [`${wordsVi.group(group)}: ${why}`]
  })
}

/** Those that lack the fewest facts; what can never be so lacks more than anything. */
function nearest(groups: readonly Group[]): readonly Group[] {
  const far = new Map(groups.map((group) => [group, distance(group)]))
  const least = Math.min(...far.values())
  return groups.filter((group) => far.get(group) === least)
}

const never = 1000

function distance({ condition }: Group): number {
  return lackingOf(condition).reduce((sum, lack) => sum + (lack.never ? never : 1), 0)
}

/** Every fact a condition looks at; an age is no fact of a file. */
function* factsIn(node: ConditionNode): Iterable<string> {
  if ('fact' in node) yield node.fact
  if (node.kind === 'not' || node.kind === 'inGroup') yield* factsIn(node.of)
  if (node.kind === 'all' || node.kind === 'any') for (const inner of node.of) yield* factsIn(inner)
}
