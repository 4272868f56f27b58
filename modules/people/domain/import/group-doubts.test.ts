import { describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { listedFacts } from './facts.ts'
import { verdictOf } from './findings.ts'
import { doubtOfGroup } from './group-doubts.ts'
import { readGroup } from './group.ts'
import { explainFinding } from './messages.vi.ts'
import { parseRow } from './row.ts'

const today = civilDate('2026-11-27')
const context = { today, areaId: 7, findCommune: () => ({ problem: 'commune_unknown' }) as const }

/** A row of a list of people who receive, with a signed decision, so that money would follow. */
function readRow({ born, group, level = '' }: { born: string; group: string; level?: string }) {
  const cells = ['Lê Thị Tý', 'Nữ', born, group, level, '', '16/QĐ-UBND', '10/11/2026']
  return parseRow(
    cells.map((value) => (value === '' ? null : { kind: 'text', text: value })),
    ['fullName', 'sex', 'born', 'group', 'disabilityLevel', 'poverty', 'decisionNumber', 'decisionDate'],
    context,
  )
}

test.for([
  [
    'a household that is not poor is not made poor',
    { born: '1942', group: 'Người cao tuổi thuộc hộ không nghèo, từ đủ 80 tuổi' },
    'group_negated',
    'có chữ phủ định',
  ],
  [
    'support for care is no clause of the groups',
    { born: '1970', group: 'điểm c khoản 2 Điều 20' },
    'group_other_article',
    'không phải một khoản của Điều 5',
  ],
  [
    'a carer is not the disabled person',
    {
      born: '1970',
      group: 'Hộ gia đình trực tiếp chăm sóc người khuyết tật',
      level: 'Đặc biệt nặng',
    },
    'group_of_other_person',
    'Ghi người khuyết tật hoặc trẻ em ở dòng riêng',
  ],
  [
    'no study is made up',
    { born: '1965', group: 'khoản 2' },
    'group_study_unclear',
    'Ghi rõ theo giấy xác nhận',
  ],
  [
    'a group of poor households makes nobody poor who is near-poor',
    { born: '1985', group: 'Người nhiễm HIV hộ cận nghèo' },
    'group_needs_poor',
    'ô nhóm ghi',
  ],
] as const)('%s', ([, row, code, words]) => {
  const { person, findings } = readRow(row)
  expect(person).toBeNull()
  expect(verdictOf(findings)).toBe('refused')
  expect(explainFinding(findings.find((one) => one.code === code)!)).toContain(words)
})

test.for([
  ['1965', '61'],
  ['2003', '23'],
] as const)('a pupil born %s is looked at for the age', ([born, age]) => {
  const { findings } = readRow({ born, group: 'khoản 2, đang học đại học' })
  expect(verdictOf(findings)).toBe('look')
  const finding = findings.find(({ code }) => code === 'group_sex_or_age')!
  expect(explainFinding(finding)).toContain(`tuổi ${age}`)
})

test('a pupil of the right age whose study is told is ready', () => {
  const { person, findings } = readRow({ born: '2008', group: 'khoản 2 Điều 5, học phổ thông' })
  expect(verdictOf(findings)).toBe('ready')
  expect(listedFacts(person!, { today, file: 'ds.xlsx' })).toMatchObject([
    { kind: 'former_child_without_support' },
    { kind: 'study', detail: { level: 'general' } },
  ])
})

test('an old person of a near-poor household is not written down as poor', () => {
  const { person } = readRow({ born: '1942', group: 'Người cao tuổi hộ cận nghèo, từ đủ 80 tuổi' })
  expect(person?.group).toEqual({ kind: 'elder_80' })
  expect(listedFacts(person!, { today, file: 'ds.xlsx' })).toEqual([])
})

describe('a cell is not read by its words', () => {
  test.for([
    ['Hộ không còn nghèo, người cao tuổi', 'group_negated'],
    ['nguoi cao tuoi khong ngheo', 'group_negated'],
    ['Người cao tuổi, đã thoát nghèo', 'group_negated'],
    ['Không phải người khuyết tật nặng', 'group_negated'],
    ['Trẻ em không mồ côi', 'group_negated'],
    ['Chưa hưởng hưu trí xã hội', 'group_negated'],
    ['khoản 2, đã thôi học', 'group_negated'],
    ['Người cao tuổi không đủ điều kiện vào cơ sở', 'group_negated'],
    ['khoản 2 Điều 17', 'group_other_article'],
    ['K2Đ20', 'group_other_article'],
    ['Khuyết tật đặc biệt nặng, Điều 20', 'group_other_article'],
    ['khoản 6 Điều 5 và khoản 2 Điều 20', 'group_other_article'],
    ['Người nhận nuôi dưỡng trẻ mồ côi cả cha lẫn mẹ', 'group_of_other_person'],
    ['Cá nhân được nhận chăm sóc người khuyết tật đặc biệt nặng', 'group_of_other_person'],
    ['Hỗ trợ chăm sóc NKT đặc biệt nặng', 'group_of_other_person'],
    ['Mẹ của người khuyết tật nặng', 'group_of_other_person'],
    ['Gia đình có người khuyết tật đặc biệt nặng', 'group_of_other_person'],
    ['Người đơn thân nuôi con khuyết tật', 'group_of_other_person'],
  ] as const)('«%s»: %s', ([text, doubt]) => {
    expect(doubtOfGroup(text)).toBe(doubt)
  })
})

describe('what the decrees themselves say is read', () => {
  test.for([
    ['khoản 6 Điều 5 Nghị định số 20/2021/NĐ-CP', 'disability'],
    ['K6Đ5', 'disability'],
    ['Người có khuyết tật nặng', 'disability'],
    ['Bệnh nhân khuyết tật đặc biệt nặng', 'disability'],
    ['Người khuyết tật đang chữa bệnh', 'disability'],
    ['Người khuyết tật nặng đang nuôi con dưới 36 tháng tuổi', 'disability'],
    ['Trẻ em dưới 16 tuổi không có nguồn nuôi dưỡng', 'child'],
    ['Trẻ bị bố mẹ bỏ rơi, chưa được nhận làm con nuôi', 'child'],
    ['Trẻ bị bố mẹ bỏ rơi', 'child'],
    ['Người đơn thân nghèo chưa có chồng, đang nuôi con', 'single_parent'],
    ['Người đơn thân nghèo, chồng chết, đang nuôi dưỡng con', 'single_parent'],
    ['Hộ nghèo, không có người có nghĩa vụ và quyền phụng dưỡng, điểm a khoản 5', 'elder_poor'],
    [
      'Từ đủ 80 tuổi, không thuộc diện quy định tại điểm a khoản này mà không có lương hưu, trợ cấp xã hội hằng tháng',
      'elder_80',
    ],
    [
      'Người cao tuổi hộ nghèo không có điều kiện sống ở cộng đồng, đủ điều kiện tiếp nhận vào cơ sở trợ giúp xã hội nhưng có người nhận chăm sóc tại cộng đồng',
      'elder_facility',
    ],
    [
      'Trẻ em dưới 3 tuổi hộ nghèo không thuộc đối tượng quy định tại các khoản 1, 3 và 6 Điều này',
      'child_under_3',
    ],
    ['Người nhiễm HIV hộ nghèo không có nguồn thu nhập ổn định', 'hiv_poor'],
    ['Hưu trí xã hội (Điều 2 Nghị định 176/2025)', 'social_pension'],
    ['Từ đủ 60 đến dưới 80 tuổi, hộ nghèo, điểm a khoản 5', 'elder_poor'],
  ] as const)('«%s»: %s', ([text, kind]) => {
    expect(doubtOfGroup(text)).toBeUndefined()
    expect(readGroup(text)?.kind).toBe(kind)
  })
})
