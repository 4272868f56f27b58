import { describe, expect, test } from 'vitest'
import { engineFor } from '../domain/determine.ts'
import { explain } from '../domain/explain.ts'
import { lawOf, personIn, startOf } from './golden/case-months.ts'
import { goldenCases } from './golden/index.ts'
import { law } from './index.ts'

describe.for(goldenCases.map((golden) => [golden.id, golden] as const))('%s', ([, golden]) => {
  test.for(golden.expected.map((expected) => [expected.month, expected] as const))(
    'in %s',
    ([, expected]) => {
      const engine = engineFor(lawOf(golden, law))
      const person = personIn(golden, expected, law)
      const due = engine.dueIn(person)
      const explanation = explain(person, engine)

      expect(Object.fromEntries(due.map(({ component, amount }) => [component, amount]))).toEqual(
        expected.due,
      )
      expect(due.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...(expected.rules ?? [])]))
      expect(explanation.due).toEqual(due)
      for (const group of explanation.groups.filter(({ outcome }) => outcome === 'paid'))
        expect(due).toContainEqual(expect.objectContaining({ rule: group.band?.id, ...group.arithmetic }))
      for (const refused of expected.refused ?? [])
        expect(explanation.groups).toContainEqual(
          expect.objectContaining({ group: refused, outcome: expect.not.stringMatching('^paid$') }),
        )
    },
  )
})

const decided = goldenCases.flatMap((golden) =>
  golden.decision ? [[golden.id, golden, golden.decision.startsIn] as const] : [],
)
test.for(decided)('%s starts in the month the law says', ([, golden, startsIn]) => {
  expect(startOf(golden, law)).toBe(startsIn)
})

test('ids are unique and every group of every regime has a case that pays it and one that refuses it', () => {
  expect(new Set(goldenCases.map(({ id }) => id)).size).toBe(goldenCases.length)
  const paid = new Set<string>()
  const refused = new Set<string>()
  for (const golden of goldenCases)
    for (const expected of golden.expected) {
      const { regime, groups } = explain(personIn(golden, expected, law), engineFor(lawOf(golden, law)))
      for (const { group, outcome, band } of groups) {
        if (outcome === 'paid') paid.add(`${regime?.id} ${band?.id}`)
        if (outcome === 'refused') refused.add(`${regime?.id} ${group}`)
      }
    }
  const bands = law.regimes.flatMap(({ rules }) =>
    rules.groups.flatMap((group) => group.bands.map((band) => `${rules.id} ${band.id}`)),
  )
  const groups = law.regimes.flatMap(({ rules }) => rules.groups.map((group) => `${rules.id} ${group.id}`))
  expect(groups.filter((group) => !refused.has(group))).toEqual([])
  expect(bands.filter((band) => !paid.has(band))).toEqual([])
})
