import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { law } from '../law/index.ts'
import { CaseFile, explainCase, type CaseInput } from './case-file.ts'
import { bookWordsVi, lawBookOn } from './law-book/index.ts'
import { lostParentsIn } from './lost-parents.ts'
import { wordsEn } from './words.en.ts'
import { wordsVi } from './words.vi.ts'

const states = [
  'alive_available',
  'dead',
  'unidentified',
  'missing_declared',
  'in_facility',
  'detained',
] as const

/** The points of khoản 1 Điều 5 as the dossier lists them (2.3), by the states of the parents in either order. */
test.for([
  ['b', 'dead', 'dead'],
  ['b', 'dead', 'unidentified'],
  ['c', 'dead', 'missing_declared'],
  ['c', 'unidentified', 'missing_declared'],
  ['d', 'dead', 'in_facility'],
  ['đ', 'unidentified', 'detained'],
  ['e', 'missing_declared', 'missing_declared'],
  ['g', 'in_facility', 'in_facility'],
  ['h', 'detained', 'detained'],
  ['i', 'missing_declared', 'in_facility'],
  ['k', 'missing_declared', 'detained'],
  ['l', 'in_facility', 'detained'],
] as const)('điểm %s: %s and %s', ([point, one, other]) => {
  for (const [father, mother] of [
    [one, other],
    [other, one],
  ] as const)
    expect(pointOf({ facts: { father, mother } })).toBe(point)
})

test('an abandoned child is one of điểm a, whoever the parents are', () => {
  expect(pointOf({ facts: { abandoned: true } })).toBe('a')
  expect(pointOf({ facts: { abandoned: true, father: 'dead', mother: 'dead' } })).toBe('a')
})

test.for(['2022-05', '2026-11'])(
  'in %s a point is named for whoever is in the group, and for nobody else',
  (asked) => {
    for (const father of states)
      for (const mother of states) {
        const group = groupOf({ facts: { father, mother } }, asked)
        expect([father, mother, pointOf({ facts: { father, mother } }, asked) !== undefined]).toEqual([
          father,
          mother,
          group.condition.holds,
        ])
      }
  },
)

describe('the sentence of khoản 1', () => {
  test('names the point that is met', () => {
    const lines = wordsVi.conditionLines(
      groupOf({ facts: { father: 'dead', mother: 'unidentified' } }).condition,
    )
    expect(lines).toContain('✓ thuộc một trong các điểm a–l khoản 1 Điều 5')
    expect(lines).toContain('    điểm b: người cha đã chết, người mẹ không xác định được')
    const english = wordsEn.conditionLines(groupOf({ facts: { abandoned: true } }).condition)
    expect(english).toContain('✓ within one of the points a–l of khoản 1 Điều 5')
    expect(english).toContain('    point a: abandoned and not adopted')
  })

  test('says of whoever is refused how the parents are', () => {
    const group = groupOf({ facts: { father: 'dead' } })
    expect(wordsVi.refusal(group)).toBe(
      'dừng ở điều kiện «thuộc một trong các điểm a–l khoản 1 Điều 5» – hiện tại: người cha đã chết, người mẹ còn sống và có thể nuôi con',
    )
    expect(wordsVi.lacking(group)).not.toContain('bỏ rơi')
  })
})

function groupOf(person: Omit<CaseInput, 'born'>, asked = '2026-11') {
  const file = CaseFile.parse({ born: '2016-06-01', ...person })
  const explanation = explainCase(file, month(asked), civilDate('2026-11-30'))
  return explanation.groups.find(({ group }) => group === 'MSA-1')!
}

function pointOf(person: Omit<CaseInput, 'born'>, asked?: string) {
  const { condition } = groupOf(person, asked)
  const nodes = condition.kind === 'all' ? condition.of : [condition]
  return nodes.flatMap((node) => lostParentsIn(node) ?? [])[0]?.point
}

test('the law book has the points one by one, as each decree reads', () => {
  const outlineOn = (day: string) => {
    const provision = lawBookOn(law, civilDate(day), civilDate('2026-11-30')).provisions.find(
      ({ id }) => id === 'MSA-1',
    )!
    const who = provision.statements.flatMap((one) => (one.kind === 'who' ? [one.condition] : []))
    return who.flatMap(bookWordsVi.outline).flatMap(({ of }) => of.map(({ text }) => text))
  }
  expect(outlineOn('2026-11-30')).toHaveLength(11)
  expect(outlineOn('2026-11-30').slice(0, 3)).toEqual([
    'điểm a: bị bỏ rơi, chưa có người nhận làm con nuôi',
    'điểm b: một người đã chết, người kia đã chết hoặc không xác định được',
    'điểm c: một người đã chết hoặc không xác định được, người kia bị tuyên bố mất tích',
  ])
  expect(outlineOn('2022-05-30')[1]).toBe('điểm b: cả cha và mẹ đã chết')
})
