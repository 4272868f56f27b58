import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { law } from '../law/index.ts'
import { CaseFile, personMonthOf, type CaseInput } from './case-file.ts'
import type { PersonMonth } from './determination.ts'
import { dueIn } from './determine.ts'
import { companyFacts, isConfidentialRule, isOfCompany, isUnnamedRule, privateRule } from './discretion.ts'
import { anyPersonMonth } from './evaluators/testing/any-person.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { confidentialFacts } from './facts.ts'
import { explainFolded } from './folded.ts'
import type { Condition } from './rule-set.ts'
import { wordsEn } from './words.en.ts'
import { wordsVi } from './words.vi.ts'

const exclusionsToHide = law.regimes
  .flatMap(({ rules }) => rules.combination.exclusions)
  .filter(({ when }) => asked(when).some((fact) => confidentialFacts.has(fact)))

describe('for anybody in any month, who may not know confidential facts', () => {
  test('reads the same money, and nothing that names such a fact, its group or its article', () => {
    fc.assert(
      fc.property(anyPersonMonth, (person) => {
        const shown = explainFolded(person)
        expect(money(shown)).toEqual(money(explain(person)))
        const text = [JSON.stringify(shown), ...wordsVi.lines(shown), ...wordsEn.lines(shown)].join('\n')
        expect(text).not.toMatch(/HIV|"hiv"|servesSentence|MSA-8|MSA-3-/)
        const groups = JSON.stringify(shown.groups)
        for (const { id, label, cite } of exclusionsToHide)
          for (const telling of [`"${id}"`, label.vi, label.en, JSON.stringify(cite)])
            expect(groups).not.toContain(telling)
      }),
      { numRuns: 1_000, seed: 8 },
    )
  })

  test('reads the same of all who differ in nothing else and are due the same', () => {
    fc.assert(
      fc.property(anyPersonMonth, (person) => {
        const told = new Map<string, string>()
        for (const one of everySecretOf(person)) {
          const paid = JSON.stringify(dueIn(one).map(({ component, amount }) => [component, amount]))
          const shown = JSON.stringify(explainFolded(one))
          expect(shown).toBe(told.get(paid) ?? shown)
          told.set(paid, shown)
        }
      }),
      { numRuns: 300, seed: 64 },
    )
  })

  test.for<[age: string, born: string, reasons: readonly CaseInput['facts'][]]>([
    [
      'a child of 2',
      '2024-03-03',
      [
        { hiv: true },
        { abandoned: true },
        { father: 'dead', mother: 'in_facility' },
        { inDifficultArea: true },
      ],
    ],
    [
      'a child of 1 in an area of difficulty',
      '2025-01-01',
      [
        { inDifficultArea: true },
        { inDifficultArea: true, hiv: true },
        { inDifficultArea: true, abandoned: true },
        { inDifficultArea: true, disability: 'severe' },
      ],
    ],
    ['a child of 9', '2017-03-03', [{ hiv: true }, { abandoned: true }, { disability: 'severe' }]],
    [
      'a student of 19',
      '2007-03-03',
      [{ hiv: true }, { isStudying: true, wasChildWithoutSupport: true }, { disability: 'severe' }],
    ],
    ['a poor adult of 40', '1986-03-03', [{ hiv: true }, { disability: 'severe' }]],
    ['an older person of 65', '1961-03-03', [{ hiv: true }, { obligor: 'none' }, { disability: 'severe' }]],
  ])('reads of %s the same, whichever reason of the company there is', ([, born, all]) => {
    for (const benefitMonth of ['2022-12', '2025-12', '2026-11'].map(month)) {
      const told = all.map((facts) =>
        personMonthOf(
          CaseFile.parse({ born, facts: { household: 'poor', ...facts } }),
          benefitMonth,
          civilDate('2026-11-30'),
        ),
      )
      const shown = told.filter((person) => dueIn(person).length > 0).map((person) => explainFolded(person))
      for (const one of shown) expect(one.due).toMatchObject([{ rule: privateRule }])
      for (const one of shown) expect(withoutAmounts(one)).toEqual(withoutAmounts(shown[0]!))
    }
  })
})

test('a prisoner reads as somebody shut out, with the article of their own group', () => {
  const file = CaseFile.parse({ born: '1990-01-01', facts: { disability: 'severe', servesSentence: true } })
  const shown = explainFolded(personMonthOf(file, month('2026-11'), civilDate('2026-11-30')))
  const group = shown.groups.find(({ outcome }) => outcome === 'excluded')!
  expect(group.exclusion).toMatchObject({ id: privateRule, cite: group.cite, condition: { kind: 'private' } })
})

test('what may not be named is what the law makes of confidential facts', () => {
  for (const { rules } of law.regimes)
    for (const { id, when, bands } of rules.groups)
      for (const name of [id, ...bands.map((band) => band.id)])
        expect([name, isConfidentialRule(name)]).toEqual([
          name,
          asked(when).some((fact) => confidentialFacts.has(fact)),
        ])
})

test('what the company asks for beside age and household is what is hidden with it', () => {
  const groups = law.regimes.flatMap(({ rules }) => rules.groups)
  const named = groups.filter(({ bands }) => bands.some(({ id }) => isUnnamedRule(id)))
  expect(groups.filter(({ id }) => isOfCompany(id))).toEqual(named)
  const facts = new Set(named.flatMap(({ when }) => asked(when)))
  facts.delete('household')
  expect([...facts].toSorted()).toEqual([...companyFacts].toSorted())
})

/** Facts a condition asks to be so; what it only asks not to be so gives nobody away. */
function asked(condition: Condition): string[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(asked)
  return condition.kind === 'is' || condition.kind === 'flag' ? [condition.fact] : []
}

function everySecretOf(person: PersonMonth): PersonMonth[] {
  const both = [false, true]
  return both.flatMap((hiv) =>
    both.flatMap((servesSentence) =>
      both.map((isNew) => ({
        ...person,
        earlier: person.earlier && {
          ...person.earlier,
          hiv: hiv && !isNew,
          servesSentence: servesSentence && !isNew,
        },
        later: person.later && { ...person.later, hiv, servesSentence },
      })),
    ),
  )
}

function money({ due, total }: Explanation) {
  return { total, due: due.map(({ component, amount }) => [component, amount]) }
}

function withoutAmounts(explanation: Explanation) {
  const { due, total: _, groups, ...told } = explanation
  return {
    ...told,
    due: due.map(({ component, rule }) => ({ component, rule })),
    groups: groups.map(({ arithmetic: __, ...group }) => group),
  }
}
