import type { ConditionNode } from '#modules/entitlement/engine'
import type { Known } from '../domain/known.ts'
import type { Range } from '../domain/question.ts'
import type { ReasonWords } from './reasons.vi.ts'

/** The facts that make a condition hold, in the citizen’s words: at most so many, the first of the article first. */
export function reasonsOf(
  node: ConditionNode,
  known: Known,
  words: ReasonWords,
  most = 3,
): readonly string[] {
  return [...new Set(reasons(node, known, words))].slice(0, most)
}

function reasons(node: ConditionNode, known: Known, words: ReasonWords): readonly string[] {
  if (!node.holds) return []
  switch (node.kind) {
    case 'all':
      return node.of.flatMap((inner) => reasons(inner, known, words))
    case 'any':
      return reasons(
        node.of.find(({ holds }) => holds)!,
        known,
        words,
      )
    case 'not':
      return node.of.kind === 'is' && node.of.fact === 'singleParent' ? [words.alone] : []
    case 'inGroup':
      return reasons(node.of, known, words)
    case 'is':
      return [words.is[node.fact]?.[node.value] ?? []].flat()
    case 'flag':
      return [words.flag[node.fact] ?? []].flat()
    case 'ageFrom':
      return [words.ageFrom(node.ageInMonths, node.months)]
    case 'ageBelow':
      return [words.ageBelow(node.ageInMonths, node.months)]
    case 'countAtLeast':
      return [words.children(node.found, known.facts.get('smallChildren') !== undefined)]
    case 'amountBelow':
      return node.facts.map((name) => {
        const { from } = (known.facts.get(name) as Range | undefined) ?? { from: 0 } // Sums are ranges.
        return from > 0 ? words.small[name](node.limit) : words.without[name]
      })
    case 'private':
    case 'livesIn':
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
    case 'receives':
    case 'entitledTo':
      return []
  }
}
