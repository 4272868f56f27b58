import {
  lackingOf,
  phrasesVi,
  wordsVi,
  type Benefit,
  type ConditionNode,
  type Explanation,
  type Source,
  type SupportExplanation,
} from '#modules/entitlement'
import { paperWords } from './messages.vi.ts'
import { against, type Telling } from './refusal-words.vi.ts'

type Group = Explanation['groups'][number]

type Asking = Telling & {
  readonly benefit: Benefit
  /** Which facts the file tells: what was asked for is answered. */
  readonly told: ReadonlySet<string>
}

/**
 * Why the law gives nothing of a benefit, in words people read: of the groups that were asked for – whose conditions look at
 * something the file tells – and where there are none, of all, those the fewest facts are missing from, each the first condition
 * that fails, with its clause. What was held, and is excluded, lapsed or suspended, is always said. Where what was asked for is
 * what few may know, nothing is said: another group in its place would be a reason nobody asked about.
 */
export function reasonsToRefuse({ groups }: Explanation, { benefit, told, ...telling }: Asking): string[] {
  if (groups.length === 0) return [paperWords.nowhere(telling.who)]
  const open = groups.filter((group) => group.benefit === benefit && group.outcome !== 'paid')
  const mayTell = ({ confidential }: Group) => telling.tellsAll || !confidential
  const asked = open.filter((group) =>
    [...looksAt(group.condition)].some(
      ({ fact, confidential }) => told.has(fact) && (mayTell(group) || confidential),
    ),
  )
  const isRefused = ({ outcome }: Group) => outcome === 'refused'
  const held = open.filter((group) => !isRefused(group))
  const refused = (asked.length > 0 ? asked : open.filter(mayTell)).filter(isRefused)
  return [...held, ...nearest(refused)].filter(mayTell).map((group) => reasonIn(group, telling))
}

function reasonIn(group: Group, telling: Telling): string {
  const { firstFailing, exclusion, cite } = group
  const why = firstFailing ? paperWords.byThePapers(against(firstFailing, telling)) : wordsVi.refusal(group)! // What is paid was left out.
  return paperWords.reason(wordsVi.group(group), why, clauseOf(exclusion?.cite ?? cite))
}

/** Why the law gives nothing once for what happened: of each right that was asked about the first condition that fails. */
export function reasonsNotToGive(rights: readonly SupportExplanation[], telling: Telling): string[] {
  return rights.flatMap((right) => {
    const { label, cite, firstFailing, outcome } = right
    if (outcome === 'granted' || outcome === 'recorded') return []
    const why = firstFailing
      ? paperWords.byThePapers(against(firstFailing, telling))
      : phrasesVi.event.outcome[outcome]
    return [paperWords.reason(label.vi, why, clauseOf(cite))]
  })
}

/** What rests on a question that is open names no clause: on a paper it would be none. */
function clauseOf({ place, document }: Source): string | null {
  return document.startsWith('docs/') ? null : paperWords.article(`${place}, ${document}`)
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

type Look = Extract<ConditionNode, { readonly fact: string }>

/**
 * Every fact a condition looks at, with the group it is a part of; an age is no fact of a file. Whoever must not be in another
 * group asks for nothing of that group by asking for this one.
 */
function* looksAt(node: ConditionNode, isExcluded = false): Iterable<Look> {
  if ('fact' in node) yield node
  if (node.kind === 'not') yield* looksAt(node.of, true)
  if (node.kind === 'inGroup' && !isExcluded) yield* looksAt(node.of)
  if (node.kind === 'all' || node.kind === 'any')
    for (const inner of node.of) yield* looksAt(inner, isExcluded)
}
