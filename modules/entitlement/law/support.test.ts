import { describe, expect, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { determineAll, type Determination } from '../domain/determine-all.ts'
import { supportWordsEn, supportWordsVi } from '../domain/determination-words.ts'
import { worthOf } from '../domain/evaluators/check-support-cases.ts'
import { parseCase } from '../domain/household-case.ts'
import type { SupportExplanation, SupportRights } from '../domain/support-explanation.ts'
import { supportCases } from './golden/support/index.ts'
import type { SupportCase, SupportExpected } from './golden/support/support-case.ts'
import { flag, inGroup } from '../domain/rule-set.ts'
import { allOf, eventIs, type SupportRule } from '../domain/support.ts'
import { faultsOfSupport } from '../domain/support-soundness.ts'
import { law } from './index.ts'
import { convention } from './sources.ts'
import { supportLaw } from './support/index.ts'

describe.for(supportCases.map((golden) => [golden.id, golden] as const))('%s', ([, golden]) => {
  test.for(golden.expected.map((expected) => [String(expected.of), expected] as const))(
    'of %s',
    ([, expected]) => {
      const { rights } = rightsOf(determined(golden), expected)
      const given = rights.filter(({ outcome }) => outcome === 'granted' || outcome === 'recorded')
      expect(Object.fromEntries(given.map((right) => [right.rule, worthOf(right)]))).toEqual(expected.given)
      for (const [rule, outcome] of Object.entries(expected.not ?? {}))
        expect(rights).toContainEqual(expect.objectContaining({ rule, outcome }))
      for (const [rule, before] of Object.entries(expected.before ?? {}))
        expect(dayOf(find(rights, rule))).toBe(before)
      for (const [rule, over] of Object.entries(expected.over ?? {}))
        expect(overOf(find(rights, rule))).toBe(over)
      for (const [rule, terms] of Object.entries(expected.terms ?? {}))
        expect(supportWordsVi.terms(find(rights, rule))).toBe(terms)
    },
  )
})

test('ids are unique, and every rule has a case that gives it and one that refuses it', () => {
  expect(new Set(supportCases.map(({ id }) => id)).size).toBe(supportCases.length)
  const given = new Set<string>()
  const refused = new Set<string>()
  for (const golden of supportCases)
    for (const { regime, rights } of allRightsOf(determined(golden)))
      for (const { rule, outcome } of rights)
        (outcome === 'refused' ? refused : given).add(`${regime} ${rule}`)
  const ids = new Set(supportLaw.flatMap(({ rules }) => rules.map(({ id }) => id)))
  const anywhere = (found: ReadonlySet<string>, id: string) =>
    supportLaw.some(({ id: regime }) => found.has(`${regime} ${id}`))
  expect([...ids].filter((id) => !anywhere(given, id))).toEqual([])
  expect([...ids].filter((id) => !anywhere(refused, id))).toEqual([])
})

test('every right is told in both languages, and what is refused says what would have to change', () => {
  const all = supportCases.map((golden) => allRightsOf(determined(golden))).flat()
  for (const words of [supportWordsVi, supportWordsEn]) {
    expect(all.flatMap(words.lines).join('\n')).not.toMatch(/undefined|\[object|NaN/)
    const refused = all.flatMap(({ rights }) => rights.filter(({ outcome }) => outcome === 'refused'))
    expect(refused.filter((right) => !words.lacking(right)).map(({ rule }) => rule)).toEqual([])
  }
})

test('a birth date known by its year, or on 29 February, marks every right that asks for an age (C9, C10)', () => {
  const rightsOfMonth = (person: object) => {
    const found = determined({ id: 'x', title: 'x', month: '2026-11', case: person, expected: [] } as never)
    return found.members[0]!.rights!
  }
  const byYear = rightsOfMonth({ born: '1950', facts: {} })
  expect(byYear.conventions).toEqual(['C9'])
  expect(supportWordsVi.lines(byYear).at(-1)).toMatch(/^\? C9: .* \[Cần xác nhận\]$/)
  expect(rightsOfMonth({ born: '1948-02-29' }).conventions).toEqual(['C10'])
  expect(rightsOfMonth({ born: '1948-03-01' }).conventions).toEqual([])
})

test('one card for several titles is cited from the decree in force, as the card itself', () => {
  const nearPoor = { born: '1986-04-02', facts: { disability: 'severe', household: 'near_poor' } }
  const linesIn = (asked: string) => {
    const found = determined({ id: 'x', title: 'x', month: asked, case: nearPoor, expected: [] } as never)
    return supportWordsVi.lines(found.members[0]!.rights!).filter((line) => line.includes('một mức cao nhất'))
  }
  expect(linesIn('2026-09')).toEqual([expect.stringContaining('Điều 9 Nghị định 20/2021/NĐ-CP')])
  expect(linesIn('2026-11')).toEqual([
    expect.stringMatching(/chế độ bảo hiểm y tế Nghị định 335\/2026\/NĐ-CP \[Cần xác nhận\]$/),
  ])
})

test('who lives in no province of a supplement is told of all of them in one sentence', () => {
  const read = parseCase({ born: '1948-03-01' })
  const found = 'refusals' in read ? read : determineAll(read.case, month('2026-11'))
  if ('refusals' in found) throw new Error('The case is sound')
  const lines = supportWordsVi.lines(found.determination.members[0]!.rights!)
  const ofProvinces = lines.filter((line) => line.includes('Hà Nội'))
  expect(ofProvinces).toEqual([
    expect.stringContaining(
      '«ở thành phố Hà Nội, Thành phố Hồ Chí Minh, thành phố Hải Phòng, tỉnh Quảng Ninh hoặc tỉnh Tuyên Quang»',
    ),
  ])
})

test('the rules are sound, and plain JSON', () => {
  expect(faultsOfSupport(supportLaw, law)).toEqual([])
  for (const { rules } of supportLaw) expect(JSON.parse(JSON.stringify(rules))).toEqual(rules)
})

test.for<[fault: string, changed: Partial<SupportRule>]>([
  ['R21: FUN-01: cause is never flood', { when: eventIs('cause', 'flood') }],
  ['R21: FUN-01: hiv is confidential', { when: flag('hiv') }],
  ['R21: FUN-01: MSA-99 is no group', { when: inGroup('MSA-99') }],
  ['R21: FUN-01: «all» of nothing', { when: allOf() }],
  ['R21: FUN-01: gives nothing', { gives: { kind: 'fixed', amount: dong(0) } }],
  ['R21: FUN-01: BURIAL is no choice', { oneOf: 'BURIAL' }],
  ['R21: FUN-01: rests on a convention', { cite: convention('C16') }],
])('a fault is found: %s', ([fault, changed]) => {
  const [first, ...others] = supportLaw
  const rules = first.rules.map((rule) => (rule.id === 'FUN-01' ? { ...rule, ...changed } : rule))
  expect(faultsOfSupport([{ ...first, rules }, ...others], law).map(({ en }) => en)).toContain(fault)
})

function allRightsOf({ members, events }: Determination): readonly SupportRights[] {
  return [...members.flatMap(({ rights }) => rights ?? []), ...events.map(({ rights }) => rights)]
}

function determined({ case: told, month: asked }: SupportCase): Determination {
  const read = parseCase(told)
  const found = 'refusals' in read ? read : determineAll(read.case, month(asked))
  if ('refusals' in found) throw new Error(found.refusals.map(({ path, en }) => `${path} ${en}`).join('; '))
  return found.determination
}

function rightsOf({ members, events }: Determination, { of }: SupportExpected): SupportRights {
  const found = typeof of === 'number' ? events[of] : members.find(({ key }) => key === of)
  return found!.rights!
}

function find(rights: readonly SupportExplanation[], rule: string): SupportExplanation {
  return rights.find((one) => one.rule === rule)!
}

function dayOf({ award, until }: SupportExplanation): string | undefined {
  if (award?.kind === 'days') return award.limit
  return award?.kind === 'inKind' ? (award.before ?? until) : until
}

function overOf({ award }: SupportExplanation): number | undefined {
  if (award?.kind === 'ceiling') return award.over
  return award?.kind === 'days' ? award.daysBeyond : undefined
}
