import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { readDisabilityLevel } from './disability-level.ts'
import { listedFacts } from './facts.ts'
import { readGroup } from './group.ts'
import { calmCapitals, repairTcvn3, repairTyping } from './legacy-text.ts'
import { parseRow } from './row.ts'
import {
  readBirth,
  readCoefficient,
  readMoney,
  readMonth,
  readNumber,
  readPoverty,
  readSex,
} from './values.ts'

const today = civilDate('2026-11-23')
const text = (value: string) => ({ kind: 'text', text: value }) as const
const number = (value: string) => ({ kind: 'number', text: value }) as const
const context = { today, areaId: 7, findCommune: () => ({ problem: 'commune_unknown' }) as const }

test.for([
  [text('12/03/1938'), '1938-03-12', 'day'],
  [text('1/2/1938'), '1938-02-01', 'day'],
  [text('12-3-1938'), '1938-03-12', 'day'],
  [number('1938'), '1938-01-01', 'year'],
  [text('3/1938'), '1938-03-01', 'month'],
  [{ kind: 'date', text: '1938-03-12' } as const, '1938-03-12', 'day'],
  [number('13951'), '1938-03-12', 'day'],
  [text('1/2/38'), '2038-02-01', 'day'],
] as const)('a birth written %o is understood', ([cell, born, bornPrecision]) => {
  expect(readBirth(cell, today)).toMatchObject({ born, bornPrecision })
})

test.for(['31/02/1950', 'không rõ', '99999', '1/13/1950'])('no birth is made of «%s»', (value) => {
  expect(readBirth(text(value), today)).toBeUndefined()
})

test.for([
  [text('026138004567'), { number: '026138004567', kind: 'personal_id' }],
  [text('026 138 004 567'), { number: '026138004567', kind: 'personal_id' }],
  [number('26138004567'), { suggested: '026138004567', kind: 'personal_id' }],
  [number('1138004567'), { suggested: '001138004567', kind: 'personal_id' }],
  [text('135123456'), { number: '135123456', kind: 'legacy_id' }],
  [text('0261380045678'), { problem: 'number_length', digits: 13 }],
  [text('02613800456x'), { problem: 'number_signs' }],
  [number('2.6138e+10'), { problem: 'number_rounded' }],
] as const)('the number %o is read', ([cell, read]) => {
  expect(readNumber(cell)).toEqual(read)
})

test('words and figures as lists write them', () => {
  expect(['Nữ', 'nu', 'NAM', 'x'].map(readSex)).toEqual(['female', 'female', 'male', undefined])
  expect(['1,5', '1.5', '2', '2,0', '12', 'x'].map(readCoefficient)).toEqual([
    15,
    15,
    20,
    20,
    undefined,
    undefined,
  ])
  expect(['540.000', '540,000 đ', '540000', '1.080.000 đồng', 'năm trăm'].map(readMoney)).toEqual([
    540_000,
    540_000,
    540_000,
    1_080_000,
    undefined,
  ])
  expect(['Hộ nghèo', 'cận nghèo', 'Không', 'x', '?'].map(readPoverty)).toEqual([
    'poor',
    'near_poor',
    'none',
    'poor',
    undefined,
  ])
  expect(readMonth(text('10/2024'), today)).toBe('2024-10')
  expect(readMonth(text('tháng 10 năm 2024'), today)).toBe('2024-10')
  expect(readMonth(text('2024'), today)).toBeUndefined()
})

test.for([
  ['khoản 6 Điều 5', { kind: 'disability', level: undefined }],
  ['Khuyết tật đặc biệt nặng', { kind: 'disability', level: 'exceptionally_severe' }],
  ['NKT nặng', { kind: 'disability', level: 'severe' }],
  // Decree 136, 20 and 335 each give the letter to another group.
  ['Điểm c, khoản 5', { kind: 'elder_by_letter' }],
  ['K5b', { kind: 'elder_by_letter' }],
  ['Điểm c khoản 5, từ đủ 80 tuổi', { kind: 'elder_80' }],
  ['Điểm b khoản 5, đủ điều kiện vào cơ sở', { kind: 'elder_facility' }],
  ['K5a', { kind: 'elder_poor' }],
  ['Người cao tuổi từ đủ 80 tuổi', { kind: 'elder_80' }],
  [
    'Trẻ mồ côi cả cha lẫn mẹ',
    { kind: 'child', parents: { father: 'dead', mother: 'dead', abandoned: false } },
  ],
  ['khoản 1', { kind: 'child', parents: undefined }],
  ['Người đơn thân nghèo, chồng chết', { kind: 'single_parent', basis: 'spouse_dead' }],
  ['khoản 2', { kind: 'student', level: undefined }],
  ['khoản 2, đang học đại học', { kind: 'student', level: 'first_degree' }],
  ['Từ 16 đến 22 tuổi đang học nghề', { kind: 'student', level: 'vocational' }],
  ['Đang học THPT, khoản 2', { kind: 'student', level: 'general' }],
  ['Hưu trí xã hội', { kind: 'social_pension' }],
  ['khoản 8', { kind: 'hiv_poor' }],
  ['Người có công', undefined],
] as const)('the group «%s» is understood', ([value, group]) => {
  expect(readGroup(value)).toEqual(group)
})

test('text spoiled by old codes and by keyboards is repaired, sound text is left alone', () => {
  expect(repairTcvn3('NguyÔn V¨n Hßa')).toBe('Nguyễn Văn Hòa')
  expect(repairTcvn3('Hä vµ tªn')).toBe('Họ và tên')
  expect(repairTcvn3('Nguyễn Văn Hòa')).toBeUndefined()
  expect(repairTcvn3('Lê Hòa')).toBeUndefined()
  expect(repairTyping('Nguyeenx Thij Hoaf')).toBe('Nguyễn Thị Hòa')
  expect(repairTyping('Ddawngj Vawn Nam')).toBe('Đặng Văn Nam')
  expect(repairTyping('Nguye6n4 Thi5 Hoa2')).toBe('Nguyễn Thị Hòa')
  expect(repairTyping('Y Moan Êban')).toBeUndefined()
  expect(repairTyping('Trần Thị Lan')).toBeUndefined()
  expect(calmCapitals('PHẠM VĂN BÌNH')).toBe('Phạm Văn Bình')
  expect(calmCapitals('Phạm Văn Bình')).toBeUndefined()
})

test.for([
  ['Đặc biệt nặng', 'exceptionally_severe'],
  ['dac biet nang', 'exceptionally_severe'],
  ['ĐBN', 'exceptionally_severe'],
  ['Mức độ: đặc biệt nặng', 'exceptionally_severe'],
  ['Nặng', 'severe'],
  ['NANG', 'severe'],
  ['Khuyết tật vận động nặng (khoản 6 Điều 5)', 'severe'],
  ['nhẹ', 'mild'],
  ['cực nặng', undefined],
  ['không nặng', undefined],
  ['chức năng', undefined],
  ['năng', undefined],
  ['suy giảm chuc nang', undefined],
  ['nặng hoặc nhẹ', undefined],
  ['gần như đặc biệt nặng', undefined],
  ['chưa xác định', undefined],
  ['', undefined],
] as const)('the degree «%s» is read as %s', ([value, level]) => {
  expect(readDisabilityLevel(value)).toBe(level)
})

test('a degree that is not clear waits for somebody to look, and is written for nobody', () => {
  const { person, findings } = parseRow(
    ['Lê Thị Tý', 'Nữ', '1936', 'cực nặng'].map(text),
    ['fullName', 'sex', 'born', 'disabilityLevel'],
    context,
  )
  expect(findings).toMatchObject([{ code: 'level_unreadable', level: 'look', value: 'cực nặng' }])
  expect(person).toMatchObject({ disability: null, group: null })
})

test('neither the day nor the kind of a certificate is made up', () => {
  const columns = [
    'fullName',
    'sex',
    'born',
    'disabilityLevel',
    'disabilityIssuedOn',
    'disabilityType',
  ] as const
  const factsOf = (cells: readonly string[]) => {
    const { person, findings } = parseRow(
      cells.map((value) => (value ? text(value) : null)),
      columns,
      context,
    )
    const [fact] = listedFacts(person!, { today, file: 'ds.xlsx' })
    return {
      detail: fact?.detail,
      codes: findings.map(({ code }) => code).filter((code) => code !== 'decision_missing'),
    }
  }
  expect(factsOf(['Lê Thị Tý', 'Nữ', '1936', 'Nặng', '', ''])).toEqual({
    detail: { level: 'severe' },
    codes: ['certificate_day_missing', 'disability_type_missing'],
  })
  expect(factsOf(['Lê Thị Tý', 'Nữ', '1936', 'Nặng', '2/3/2021', 'vận động'])).toEqual({
    detail: { level: 'severe', types: ['mobility'], issuedOn: '2021-03-02' },
    codes: [],
  })
})

test.for([
  // Two numbers of months the decision cannot have meant, one that lies ahead, and a certificate that is not its ground.
  ['01/2001', '01/02/2026', ['first_month_before_decision'], '2026-02-01'],
  ['01/2026', '01/02/2026', ['first_month_before_decision'], '2026-02-01'],
  ['02/2026', '01/02/2026', [], '2026-02-01'],
  ['12/2030', '01/02/2026', ['first_month_in_future'], undefined],
  ['02/2026', '10/03/2026', ['certificate_after_decision'], '2026-02-01'],
] as const)(
  'received from %s by a decision of 05/02/2026 and a certificate of %s',
  ([firstMonth, issuedOn, codes, from]) => {
    const { person, findings } = parseRow(
      ['Lê Thị Tý', 'Nữ', '1951', 'Nặng', issuedOn, 'vận động', '16/QĐ-UBND', '05/02/2026', firstMonth].map(
        text,
      ),
      [
        ...(['fullName', 'sex', 'born', 'disabilityLevel', 'disabilityIssuedOn', 'disabilityType'] as const),
        ...(['decisionNumber', 'decisionDate', 'firstMonth'] as const),
      ],
      context,
    )
    expect(findings.map(({ code }) => code)).toEqual(codes)
    const facts = person ? listedFacts(person, { today, file: 'ds.xlsx' }) : []
    expect(facts[0]?.from).toBe(from)
  },
)

test.for([
  ['điểm b khoản 5', '1940', 'Nghèo', 'group_letter_unclear'],
  ['khoản 4', '1985', 'Nghèo', 'group_basis_unclear'],
  ['khoản 8', '1985', 'Không', 'group_needs_poor'],
] as const)('nothing is made up of «%s», born %s, household «%s»', ([group, born, poverty, code]) => {
  const { person, findings } = parseRow(
    ['Lê Thị Tý', 'Nữ', born, group, poverty].map(text),
    ['fullName', 'sex', 'born', 'group', 'poverty'],
    context,
  )
  expect(findings.map((one) => one.code)).toContain(code)
  expect(person).toBeNull()
})

test('what somebody studies has to be said by the list, and is made up for nobody', () => {
  const read = (group: string) =>
    parseRow(['Lê Thị Tý', 'Nữ', '2008', group].map(text), ['fullName', 'sex', 'born', 'group'], context)
  const silent = read('khoản 2')
  expect(silent.findings).toContainEqual(
    expect.objectContaining({ code: 'group_study_unclear', level: 'refused' }),
  )
  expect(silent.person).toBeNull()
  const told = read('khoản 2, học nghề')
  expect(told.findings.map(({ code }) => code)).not.toContain('group_study_unclear')
  expect(listedFacts(told.person!, { today, file: 'ds.xlsx' })).toContainEqual(
    expect.objectContaining({ kind: 'study', detail: { level: 'vocational' } }),
  )
})

test('who stands on a list of poor households alone is poor where the list does not say otherwise', () => {
  const factsOf = (poverty: string) =>
    listedFacts(
      parseRow(
        ['Lê Thị Tý', 'Nữ', '1940', 'điểm a khoản 5', poverty].map((value) => (value ? text(value) : null)),
        ['fullName', 'sex', 'born', 'group', 'poverty'],
        context,
      ).person!,
      { today, file: 'ds.xlsx' },
    ).filter(({ kind }) => kind === 'poverty')
  expect(factsOf('')).toMatchObject([{ detail: { level: 'poor' } }])
  expect(factsOf('Cận nghèo')).toMatchObject([{ detail: { level: 'near_poor' } }])
})

test.for([
  ['10/2026', '2026-10', []],
  ['', null, []],
  ['rồi', undefined, ['paid_through_unreadable']],
  ['02/2027', undefined, ['paid_through_in_future']],
] as const)('«%s» as the last month paid by the lists before', ([value, month, codes]) => {
  const { person, findings } = parseRow(
    ['Lê Thị Tý', 'Nữ', '1940', value].map((cell) => (cell ? text(cell) : null)),
    ['fullName', 'sex', 'born', 'paidThrough'],
    context,
  )
  expect(person?.paidThrough).toBe(month)
  expect(findings.filter(({ level }) => level !== 'note').map(({ code }) => code)).toEqual(codes)
})
