import { describe, expect, test } from 'vitest'
import { law } from '../../law/index.ts'
import { goldenCases } from '../../law/golden/index.ts'
import { questionsOf } from '../../law/golden/questions.ts'
import { judgeBy } from './mutants-verdict.ts'
import { mutantsOf, type Mutant } from './mutants.ts'

const mutants = [...mutantsOf(law)]

describe('every small mistake in the law is one a case finds, or one nobody could', () => {
  const judge = judgeBy(questionsOf(), law)
  test.for(law.regimes.map(({ rules }) => rules.id))('in %s', (regime) => {
    const own = mutants.filter((mutant) => mutant.regime === regime)
    expect(own.length).toBeGreaterThan(250)
    expect(own.filter((mutant) => judge(mutant) === 'survives').map(nameOf)).toEqual([])
  })
})

test('without the cases about khoản 6, mistakes in khoản 6 go unnoticed', () => {
  const others = goldenCases.filter(
    ({ expected }) => !expected.some(({ due }) => Object.hasOwn(due, 'allowance')),
  )
  const judge = judgeBy(questionsOf(others), law)
  const wrong = mutants.find(({ where, what }) => where === 'MSA-6-3' && what.startsWith('coefficient 2 '))!
  expect(judge(wrong)).toBe('survives')
})

test('a mistake that changes nothing for anybody is known for one', () => {
  const judge = judgeBy([], law)
  // Whoever is severely disabled has more from khoản 6 than from khoản 7.
  const harmless = mutants.find(({ where, what }) => where === 'MSA-7' && what === 'without MSA-6')!
  expect(judge(harmless)).toBe('equivalent')
})

function nameOf({ article, where, what }: Mutant): string {
  return `${article}: ${where}: ${what}`
}
