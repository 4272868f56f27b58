import { describe, expect, test } from 'vitest'
import { civilDate, lastDayOf, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { CaseFile, personMonthOf } from '../domain/case-file.ts'
import { engineFor } from '../domain/determine.ts'
import { explain } from '../domain/explain.ts'
import { startMonth } from '../domain/procedure.ts'
import type { Law } from '../domain/law-in-force.ts'
import { goldenCases, type Expected, type GoldenCase } from './golden/index.ts'
import { law } from './index.ts'

describe.for(goldenCases.map((golden) => [golden.id, golden] as const))('%s', ([, golden]) => {
  test.for(golden.expected.map((expected) => [expected.month, expected] as const))(
    'in %s',
    ([, expected]) => {
      const engine = engineFor(lawOf(golden))
      const person = givenPersonMonth(golden, expected)
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

const decided = goldenCases.flatMap(({ id, decision, person }) =>
  decision ? [[id, decision, person] as const] : [],
)
test.for(decided)('%s starts in the month the law says', ([, decision, person]) => {
  expect(startOf(decision, person)).toBe(decision.startsIn)
})

test('ids are unique and every group of every regime has a case that pays it and one that refuses it', () => {
  expect(new Set(goldenCases.map(({ id }) => id)).size).toBe(goldenCases.length)
  const paid = new Set<string>()
  const refused = new Set<string>()
  for (const golden of goldenCases)
    for (const expected of golden.expected) {
      const { regime, groups } = explain(givenPersonMonth(golden, expected), engineFor(lawOf(golden)))
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

function givenPersonMonth(golden: GoldenCase, expected: Expected) {
  const file = CaseFile.parse(golden.person)
  const benefitMonth = month(expected.month)
  const knownOn = civilDate(
    expected.knownOn ?? (expected.month < '2026-11' ? '2026-11-23' : lastDayOf(benefitMonth)),
  )
  const person = personMonthOf(file, benefitMonth, knownOn)
  return golden.decision && benefitMonth < startOf(golden.decision, golden.person)
    ? { ...person, awarded: new Set<never>() }
    : person
}

function startOf(decision: NonNullable<GoldenCase['decision']>, person: GoldenCase['person']) {
  return startMonth(law.procedures, {
    group: decision.group,
    decidedOn: civilDate(decision.decidedOn),
    born: CaseFile.parse(person).born.born,
    certificateOn: decision.certificateOn ? civilDate(decision.certificateOn) : undefined,
    conditionsSince: decision.conditionsSince ? civilDate(decision.conditionsSince) : undefined,
  })
}

function lawOf({ provincial }: GoldenCase): Law {
  if (!provincial) return law
  const resolution = {
    territory: provincial.territory,
    from: month(provincial.from),
    value: dong(provincial.value),
    cite: { document: 'Nghị quyết', place: 'Điều 1', certainty: 'verified' as const },
  }
  const [first, ...others] = law.regimes.map((regime) => ({
    ...regime,
    rules: {
      ...regime.rules,
      parameters: {
        ...regime.rules.parameters,
        standard: [...regime.rules.parameters.standard, resolution],
      },
    },
  }))
  return { ...law, regimes: [first!, ...others] }
}
