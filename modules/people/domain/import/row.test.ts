import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { isOfPerson } from './footer.ts'
import { parseRow } from './row.ts'

const today = civilDate('2026-11-23')
const text = (value: string) => ({ kind: 'text', text: value }) as const

const context = { today, areaId: 7, findCommune: () => ({ problem: 'commune_unknown' }) as const }
const mapping = ['fullName', 'sex', 'born', 'number', 'group', 'decisionNumber', 'decisionDate'] as const

test.for([
  [
    'a birth in the future is refused',
    ['Lê Thị Tý', 'Nữ', '12/03/2036', '', '', '', ''],
    'refused',
    ['birth_in_future'],
  ],
  [
    'two digits of a year are asked about',
    ['Lê Thị Tý', 'Nữ', '36', '', '', '', ''],
    'look',
    ['birth_century_assumed'],
  ],
  [
    'a name that is a formula is refused',
    ['=HYPERLINK("http://x","a")', 'Nữ', '1936', '', '', '', ''],
    'refused',
    ['name_wrong'],
  ],
  ['a name with a sign is refused', ['Lê <b> Tý', 'Nữ', '1936', '', '', '', ''], 'refused', ['name_wrong']],
  ['a name of the Ê-đê is a name', ["H'Bia Niê-Kđăm", 'Nữ', '1936', '', '', '', ''], 'note', []],
  ['a name of the Mnông is a name', ['Y Čư M’Nông', 'Nam', '1936', '', '', '', ''], 'note', []],
  ['a name of figures is refused', ['123', 'Nữ', '1936', '', '', '', ''], 'refused', ['name_wrong']],
  [
    'a group without its level is refused',
    ['Lê Thị Tý', 'Nữ', '1936', '', 'khoản 6', '', ''],
    'refused',
    ['group_needs_level'],
  ],
  [
    'a number that says another sex is asked about',
    ['Lê Thị Tý', 'Nữ', '1936', '026036001111', '', '', ''],
    'look',
    ['number_sex_differs'],
  ],
  [
    'a missing sex is taken from the number',
    ['Lê Thị Tý', '', '1936', '026136001111', '', '', ''],
    'note',
    ['sex_from_number'],
  ],
  [
    '80 years have to be there',
    ['Lê Thị Tý', 'Nữ', '1990', '', 'cao tuổi từ đủ 80 tuổi', '12/QĐ', '1/2/2024'],
    'look',
    ['group_sex_or_age'],
  ],
] as const)('%s', ([, values, level, codes]) => {
  const { findings } = parseRow(
    values.map((value) => (value ? text(value) : null)),
    mapping,
    context,
  )
  const telling = findings.filter((finding) => finding.code !== 'decision_missing')
  expect(telling.map(({ code }) => code)).toEqual(codes)
  expect(telling.every((finding) => finding.level === level)).toBe(true)
})

test.for([
  ['Nguyeãn Vaên A', 'Thoân Ñoâng', 'Nguyễn Văn A', 'Thôn Đông'],
  ['NguyÔn V¨n Hßa', 'Th«n §«ng', 'Nguyễn Văn Hòa', 'Thôn Đông'],
] as const)(
  'a row in an old font among others in Unicode is asked about: «%s», «%s»',
  ([name, village, ...read]) => {
    const { person, findings } = parseRow(
      [name, 'Nam', '1956', village].map(text),
      ['fullName', 'sex', 'born', 'village'],
      context,
    )
    expect(findings).toMatchObject([
      { code: 'name_old_encoding', level: 'look', value: name, suggestion: read[0] },
    ])
    expect([person?.fullName, person?.village]).toEqual(read)
  },
)

test.for([
  [['', 'Tổng cộng: 45 người', '', '45'], false],
  [['Tổng cộng', '', '', '45'], false],
  [['', 'Cộng', '', ''], false],
  [['', 'Cộng: 20 người', '', ''], false],
  [['', 'Cộng 20 người', '', ''], false],
  [['', 'Cộng số người: 20', '', ''], false],
  [['', 'Cộng Thị Lan', 'Nữ', '1936'], true],
  [['', 'NGƯỜI LẬP BIỂU', '', ''], false],
  [['', '', 'Nữ', ''], false],
  [['1', 'Tống Cộng Hòa', 'Nam', '1936'], true],
  [['2', 'Công Thị Lập', 'Nữ', '1936'], true],
] as const)('%o is of a person: %s', ([values, expected]) => {
  const cells = values.map((value) => (value ? text(value) : null))
  expect(isOfPerson(cells, ['ignored', 'fullName', 'sex', 'born'])).toBe(expected)
})
