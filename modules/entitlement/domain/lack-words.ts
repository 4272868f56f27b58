import type { conditionWordsFrom } from './condition-words.ts'
import type { GroupExplanation } from './explanation.ts'
import { lackingOf, toLift, type Lack } from './lacking.ts'
import type { Phrases } from './phrases.ts'

/** Sentences about what would have to change, in one language. */
export function lackWordsFrom(
  phrases: Phrases,
  { condition, negated }: ReturnType<typeof conditionWordsFrom>,
) {
  /** What would have to change for a group that gives nothing; undefined where no fact would help. */
  function lacking({ outcome, condition: node, exclusion }: GroupExplanation): string | undefined {
    if (outcome === 'refused') return lacks(lackingOf(node))
    return exclusion && !exclusion.until ? lacks(toLift(exclusion.condition)) : undefined
  }

  /** What is private is not said to be lacking either. */
  function lacks(every: readonly Lack[]): string | undefined {
    const found = eachLacking(every)
    return found && found.say(found.each.join(phrases.and))
  }

  function eachLacking(every: readonly Lack[]) {
    const all = every.filter(({ node }) => node.kind !== 'private')
    if (all.length === 0) return undefined
    const never = all.filter((one) => one.never)
    return never.length > 0
      ? { say: phrases.event.lackNever, each: never.map(({ node }) => condition(node).requirement) }
      : { say: phrases.event.lacking, each: [...new Set(all.map(lack))] }
  }

  /** What is lacking, one idea a line where there are several. */
  function lackingLines({ outcome, condition: node, exclusion }: GroupExplanation): readonly string[] {
    const found =
      outcome === 'refused'
        ? eachLacking(lackingOf(node))
        : exclusion && !exclusion.until && eachLacking(toLift(exclusion.condition))
    if (!found) return []
    return found.each.length === 1
      ? [found.say(found.each[0]!)]
      : [found.say('').trimEnd(), ...found.each.map((one) => `– ${one}`)]
  }

  function lack({ node, mustHold, on }: Lack): string {
    // Nobody is told to be abandoned: of the points of khoản 1, any will do.
    if (node.kind === 'flag' && node.fact === 'abandoned' && mustHold) return phrases.lostParents.requirement
    const { requirement } = mustHold ? condition(node) : negated(node)
    return on ? phrases.event.lackOn(requirement, phrases.day(on)) : requirement
  }

  return { lacking, lacks, lackingLines }
}
