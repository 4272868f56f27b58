import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { CaseFile, explainCase, personMonthOf, type CaseInput } from './case-file.ts'
import { explainFolded } from './folded.ts'
import { wordsVi } from './words.vi.ts'

const told = (person: CaseInput, group: string) => {
  const explanation = explainCase(CaseFile.parse(person), month('2026-11'), civilDate('2026-11-30'))
  return wordsVi.lacking(explanation.groups.find((one) => one.group === group)!)
}

test.for<[why: string, person: CaseInput, group: string, lacking: string | undefined]>([
  ['only age', { born: '1955-04-02' }, 'SP-A', 'Cần thay đổi: từ đủ 75 tuổi (ngày 02/04/2030)'],
  [
    'age and poverty, both named',
    { born: '1957-04-02' },
    'SP-B',
    'Cần thay đổi: từ đủ 70 tuổi (ngày 02/04/2027); hộ gia đình: hộ nghèo hoặc hộ cận nghèo',
  ],
  ['too old for it', { born: '1980-01-01' }, 'MSA-7', 'Không thể đạt nữa, vì đã quá tuổi: dưới 3 tuổi'],
  [
    'nobody is told to be abandoned, but to come within a point of khoản 1',
    { born: '2018-01-01' },
    'MSA-1',
    'Cần thay đổi: thuộc một trong các điểm a–l khoản 1 Điều 5',
  ],
  [
    'a group that rests on another is looked into',
    { born: '2018-01-01', facts: { father: 'dead' } },
    'CARE-1',
    'Cần thay đổi: người chăm sóc: hộ hoặc người nhận nuôi theo quyết định; thuộc một trong các điểm a–l khoản 1 Điều 5',
  ],
  [
    'shut out: what would have to end',
    { born: '1980-01-01', facts: { disability: 'severe', facility: 'A' } },
    'MSA-6',
    'Cần thay đổi: ở cơ sở trợ giúp xã hội: không hoặc tự nguyện, tự trả chi phí',
  ],
  [
    'a woman is told of both ways, because either will do',
    { born: '1980-01-01', facts: { disability: 'severe' } },
    'CARE-2',
    'Cần thay đổi: một trong các trường hợp: đang mang thai hoặc đang nuôi từ 1 con dưới 36 tháng tuổi',
  ],
  [
    'a man is told of the small child only',
    { born: '1980-01-01', facts: { sex: 'male', disability: 'severe' } },
    'CARE-2',
    'Cần thay đổi: đang nuôi từ 1 con dưới 36 tháng tuổi',
  ],
  [
    'so is an old woman',
    { born: '1950-01-01', facts: { disability: 'severe' } },
    'CARE-2',
    'Cần thay đổi: đang nuôi từ 1 con dưới 36 tháng tuổi',
  ],
  ['what is paid lacks nothing', { born: '1980-01-01', facts: { disability: 'severe' } }, 'MSA-6', undefined],
])('%s', ([, person, group, lacking]) => {
  expect(told(person, group)).toBe(lacking)
})

test('changing what is said to be lacking is enough: the group is no longer refused', () => {
  const before = CaseFile.parse({ born: '1957-04-02' })
  const after = CaseFile.parse({ born: '1957-04-02', facts: { household: 'near_poor' } })
  const outcome = (file: CaseFile, asked: string) =>
    explainCase(file, month(asked)).groups.find(({ group }) => group === 'SP-B')?.outcome
  expect([outcome(before, '2026-11'), outcome(after, '2027-03'), outcome(after, '2027-04')]).toEqual([
    'refused',
    'refused',
    'paid',
  ])
})

test('what is private is not said to be lacking', () => {
  const whole = personMonthOf(
    CaseFile.parse({ born: '1980-01-01', facts: { disability: 'severe', servesSentence: true } }),
    month('2026-11'),
    civilDate('2026-11-30'),
  )
  const shown = explainFolded(whole).groups.find(({ group }) => group === 'MSA-6')!
  expect(wordsVi.lacking(shown)).toBeUndefined()
})
