import { describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { law } from '../law/index.ts'
import { r21, r26 } from '../law/regimes.ts'
import { benefits } from './determination.ts'
import { engine, rightsOn } from './determine.ts'
import { axesOf, readingOf, standingOf } from './evaluators/finite-table-classes.ts'
import { combinationsOf } from './evaluators/finite-table.ts'
import type { MonthLaw } from './law-in-force.ts'
import type { RuleSet } from './rule-set.ts'
import { assertSound, faultsOf, faultsOfLaw } from './soundness.ts'

const [khoan1, ...others] = r21.groups

test.for<[fault: string, rules: RuleSet]>([
  [
    'MSA-1 cites no article',
    { ...r21, groups: [{ ...khoan1!, cite: { ...khoan1!.cite, place: ' ' } }, ...others] },
  ],
  [
    'MSA-1: care is no part of monthly_allowance',
    { ...r21, groups: [{ ...khoan1!, component: 'care' }, ...others] },
  ],
  [
    'together cites no article',
    {
      ...r26,
      combination: {
        ...r26.combination,
        together: { ...r26.combination.together, cite: { ...r26.combination.together.cite, document: '' } },
      },
    },
  ],
])('a fault is found: %s', ([fault, rules]) => {
  expect(faultsOf(rules).map(({ en }) => en)).toContain(fault)
})

test('regimes and procedures follow one another', () => {
  const [r13, second, ...rest] = law.regimes
  const regimes = [{ ...r13, from: second!.from }, second!, ...rest] as const
  expect(faultsOfLaw({ ...law, regimes }).map(({ en }) => en)).toContain(
    'R13 is not followed by a later regime',
  )
  const procedures = [law.procedures[0], ...law.procedures] as const
  expect(faultsOfLaw({ ...law, procedures }).map(({ en }) => en)).toContain(
    'procedure R13 is not followed by a later one',
  )
})

test('what a law only converts stands somewhere, too', () => {
  const [first, ...rest] = law.regimes.map((regime) =>
    regime.converts
      ? { ...regime, converts: { ...regime.converts, cite: { ...regime.converts.cite, place: '' } } }
      : regime,
  )
  expect(faultsOfLaw({ ...law, regimes: [first!, ...rest] }).map(({ en }) => en)).toEqual([
    'R26: what it only converts cites no article',
  ])
})

test('a law with faults is refused, and told them', () => {
  const groups = [{ ...khoan1!, bands: [] }, ...others]
  const regimes = [{ ...law.regimes[1]!, rules: { ...r21, groups } }] as const
  expect(() => assertSound({ ...law, regimes })).toThrow('R21: MSA-1 has no last band without a condition')
})

describe.for(law.regimes.map(({ from, rules }) => [rules.id, from] as const))('in %s', ([, from]) => {
  const ml = engine.lawIn(from, civilDate('2027-01-01'))!

  test('everybody can come to be paid by every group and band: none is always outdone by another', () => {
    const paid = new Set(
      benefits.flatMap((benefit) => [...everyClass(ml, benefit)].flatMap(({ rules }) => rules)),
    )
    const bands = ml.regime.rules.groups.flatMap((group) => group.bands.map(({ id }) => id))
    expect(bands.filter((id) => !paid.has(id))).toEqual([])
  })

  test('every age that is named makes a difference to somebody', () => {
    for (const benefit of benefits) {
      const byAge = new Map<number, string[]>()
      for (const { age, rules } of everyClass(ml, benefit)) {
        const known = byAge.get(age) ?? []
        byAge.set(age, known)
        known.push(rules.join())
      }
      const ages = [...byAge.keys()].toSorted((one, other) => one - other)
      const idle = ages.filter(
        (age, index) => index > 0 && String(byAge.get(age)) === String(byAge.get(ages[index - 1]!)),
      )
      expect([benefit, idle]).toEqual([benefit, []])
    }
  })
})

/** What every class of people there is has a right to at the end of a month. */
function* everyClass(ml: MonthLaw, benefit: (typeof benefits)[number]) {
  for (const pieces of combinationsOf(axesOf(readingOf([ml], [benefit]), ml.later))) {
    const rights = rightsOn(ml, ml.later, benefit, standingOf(pieces, ml.later))
    yield {
      age: pieces.find(({ age }) => age !== undefined)?.age ?? 0,
      rules: rights.map(({ band }) => band.id),
    }
  }
}
