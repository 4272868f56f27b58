import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { CaseFile, explainCase, personMonthOf } from './case-file.ts'
import { determineAll } from './determine-all.ts'
import { explainFolded } from './folded.ts'
import { parseCase, readCase } from './household-case.ts'
import { wordsEn } from './words.en.ts'
import { wordsVi } from './words.vi.ts'

test('the example of a single mother is explained as an officer reads it', () => {
  const explanation = explainCase(givenExample(), month('2026-11'))
  const lines = wordsVi.lines(explanation)
  expect(explanation.total).toBe(1_890_000)
  expect(lines[0]).toBe('ĐƯỢC HƯỞNG 1.890.000 đ/tháng = 810.000 + 1.080.000')
  expect(lines).toContainEqual(expect.stringContaining('1,0 × 2 × 540.000 đ = 1.080.000 đ — khoản 4 Điều 5'))
  expect(lines).toContainEqual(expect.stringContaining('Hưu trí xã hội, từ đủ 75 tuổi: dừng ở điều kiện'))
  expect(lines).toContainEqual(expect.stringContaining('sớm nhất 04/2061'))
  expect(wordsEn.lines(explanation)[0]).toBe('ENTITLED to 1.890.000 đ a month = 810.000 + 1.080.000')
})

test('a month is explained as it was known', () => {
  const september = (knownOn: string) => explainCase(givenExample(), month('2026-09'), civilDate(knownOn))
  expect(september('2026-09-24').total).toBe(1_750_000)
  expect(september('2026-10-05').total).toBe(1_890_000)
  expect(september('2026-10-05').regime).toMatchObject({
    id: 'R26',
    isRetroactive: true,
    procedure: { id: 'R25' },
  })
  expect(september('2026-10-05').conventions).toEqual(['C1'])
})

test('only age lacking, the month it is reached is named; more lacking, it is not', () => {
  const reached = (text: string) => {
    const { groups } = explainCase(given(text), month('2026-11'))
    return Object.fromEntries(
      groups.flatMap(({ group, reachedIn }) => (reachedIn ? [[group, reachedIn]] : [])),
    )
  }
  expect(reached('{"born":"1956-04-02","facts":{"household":"near_poor"}}')).toEqual({
    'SP-A': '2031-04',
  })
  expect(reached('{"born":"1957-04-02","facts":{"household":"near_poor"}}')).toEqual({
    'SP-A': '2032-04',
    'SP-B': '2027-04',
  })
  expect(reached('{"born":"1957-04-02","facts":{"pension":9000000}}')).toEqual({})
})

test('a year of birth is a convention the explanation owns up to', () => {
  expect(explainCase(given('{"born":"1951"}'), month('2026-11')).conventions).toEqual(['C9'])
})

test('whoever may not know of HIV reads that a private condition is confirmed', () => {
  const file = given('{"born":"1985","facts":{"household":"poor","hiv":true}}')
  expect(explainCase(file, month('2026-11')).due[0]).toMatchObject({ rule: 'MSA-8', amount: 810_000 })
  expect(
    wordsVi.lines(explainFolded(personMonthOf(file, month('2026-11'), civilDate('2026-11-30')))),
  ).toContainEqual(expect.stringContaining('điều kiện riêng tư đã được xác nhận'))
})

test.for<[text: string, path: string, english: string, vietnamese: string]>([
  [
    '{',
    '',
    'the file is not JSON: the first fault is in line 1',
    'tệp không phải JSON: chỗ sai đầu tiên ở dòng 1',
  ],
  [
    '{"born":"1985","died":"2020-01-01"}',
    'died',
    'is no fact of this name; is it diedOn?',
    'không có dữ kiện tên này; có phải diedOn?',
  ],
  ...['hair', 'hi', 'hivs', 'servesSentense'].map((fact): [string, string, string, string] => [
    `{"born":"1985","facts":{"${fact}":"x"}}`,
    `facts.${fact}`,
    'is no fact of this name; check the spelling',
    'không có dữ kiện tên này; kiểm tra lại chính tả',
  ]),
  ['{}', 'born', 'is missing', 'chưa ghi; cần có thông tin này'],
  [
    '{"born":"1985-02-30"}',
    'born',
    'there is no such day; write it as 2026-11-20',
    'không có ngày này; ghi như 2026-11-20',
  ],
  [
    '{"born":"85"}',
    'born',
    'write a year, a month or a day: 1986, 1986-04 or 1986-04-02',
    'ghi năm, tháng hoặc ngày sinh: 1986, 1986-04 hoặc 1986-04-02',
  ],
  [
    '{"born":"1985","facts":{"houshold":"poor"}}',
    'facts.houshold',
    'is no fact of this name; is it household?',
    'không có dữ kiện tên này; có phải household?',
  ],
  [
    '{"born":"1985","facts":{"household":"rich"}}',
    'facts.household',
    'has to be one of: poor, near_poor, other',
    'chỉ được là một trong: poor, near_poor, other',
  ],
  [
    '{"born":"1985","facts":{"pension":1.5}}',
    'facts.pension',
    'has to be a whole number',
    'phải là số nguyên',
  ],
  [
    '{"born":"1985","facts":{"pension":1234567890123}}',
    'facts.pension',
    'is more than can be (999999999 at most)',
    'lớn quá mức có thể (nhiều nhất 999999999)',
  ],
  [
    '{"born":"1985","idNumber":"0261850012345"}',
    'idNumber',
    'a personal identification number has exactly 12 digits',
    'số định danh cá nhân có đúng 12 chữ số',
  ],
  [
    '{"born":"1985","diedOn":"1984-01-01"}',
    'diedOn',
    'is before the birth; check both days',
    'ngày mất trước ngày sinh; kiểm tra lại hai ngày',
  ],
  [
    '{"born":"1985","changes":[{"from":"2025-01-01"},{"from":"2024-01-01"}]}',
    'changes.1.from',
    'changes stand in order of their days',
    'các thay đổi phải xếp theo thứ tự ngày',
  ],
  [
    '{"born":"1985","changes":[{"from":"1984-01-01","disability":"severe"}]}',
    'changes.0.from',
    'dates the disability certificate before the birth',
    'giấy xác nhận khuyết tật trước ngày sinh',
  ],
  [
    '{"born":"1985-05-05","facts":{"children":[{"born":"1980-01-01"}]}}',
    'facts.children.0.born',
    'is not after the birth of the parent',
    'con sinh trước hoặc cùng ngày với cha, mẹ',
  ],
  [
    '{"born":"1985","events":[{"kind":"death","on":"1984-01-01"}]}',
    'events.0.on',
    'no rules are known for events before 2021-07-01',
    'hệ thống không có quy định cho sự việc trước ngày 01/07/2021',
  ],
  [
    '{"born":"2024-05-05","events":[{"kind":"injury","on":"2024-01-01","cause":"fire","treatmentDays":4}]}',
    'events.0.on',
    'is before the birth; check both days',
    'sự việc trước ngày sinh; kiểm tra lại hai ngày',
  ],
  [
    '{"born":"1985","diedOn":"2024-01-01","events":[{"kind":"injury","on":"2024-02-01","cause":"fire","treatmentDays":4}]}',
    'events.0.on',
    'is after the death; check both days',
    'sự việc sau ngày mất; kiểm tra lại hai ngày',
  ],
  [
    '{"born":"1985","diedOn":"2024-01-01","events":[{"kind":"death","on":"2024-02-01"}]}',
    'events.0.on',
    'is not the day of death told of this person',
    'khác với ngày mất ghi ở người này',
  ],
  [
    '{"born":"1985","events":[{"kind":"flood","on":"2024-02-01"}]}',
    'events.0.kind',
    expect.stringContaining('has to be one of'),
    expect.stringContaining('chỉ được là một trong'),
  ],
  [
    '{"born":"1985","events":[{"kind":"hunger","on":"2024-02-01","cause":"new_year","treatmentDays":3}]}',
    'events.0.treatmentDays',
    'is no fact of this name; check the spelling',
    'không có dữ kiện tên này; kiểm tra lại chính tả',
  ],
  [
    '{"members":[{"key":"a","born":"1985"},{"key":"b","born":"1980","childOf":["a"]}]}',
    'members.1.born',
    'is not after the birth of the parent',
    'con sinh trước hoặc cùng ngày với cha, mẹ',
  ],
  [
    '{"members":[{"key":"a","born":"1985"},{"key":"b","born":"2010","childOf":["c"]}]}',
    'members.1.childOf.0',
    'no member of the household has this key',
    'không có thành viên nào trong hộ mang mã này',
  ],
  [
    '{"members":[{"key":"a","born":"1985"},{"key":"b","born":"2010"}],"events":[{"kind":"death","on":"2025-01-01"}]}',
    'events.0.who',
    'a household of several: say to whom it happened',
    'hộ có nhiều người: ghi rõ việc này xảy ra với ai',
  ],
])('%s is refused at its field, with the reason', ([text, path, en, vi]) => {
  expect(readCase(text)).toEqual({ refusals: [{ path, vi, en }] })
})

test.for([
  ['1985', '2014-12', 'month', 'hệ thống không có quy định trước tháng 01/2015'],
  ['1985', '2031-01', 'month', 'hệ thống chưa biết quy định sau tháng 12/2030'],
  ['1900', '2026-11', 'born', 'quá 125 tuổi; kiểm tra lại ngày sinh'],
  ['2030-04-02', '2026-11', 'born', 'chưa sinh vào ngày 30/11/2026'],
  ['2026-12-01', '2026-11', 'born', 'chưa sinh vào ngày 30/11/2026'],
] as const)('born in %s, nothing is said of %s: %s', ([born, asked, path, vi]) => {
  const read = readCase(JSON.stringify({ born }))
  if ('refusals' in read) throw new Error(read.refusals[0]?.en)
  expect(determineAll(read.case, month(asked))).toMatchObject({ refusals: [{ path, vi }] })
})

test('whoever is not born yet stands in no way of the others, nor of what happened later', () => {
  for (const told of [
    {
      members: [
        { key: 'mẹ', born: '1990' },
        { key: 'con', born: '2026-12-24', childOf: ['mẹ'] },
      ],
    },
    { born: '2026-12-24', events: [{ kind: 'death', on: '2026-12-28' }] },
  ]) {
    const read = readCase(JSON.stringify(told))
    if ('refusals' in read) throw new Error(read.refusals[0]?.en)
    expect(determineAll(read.case, month('2026-11'))).toHaveProperty('determination')
  }
})

test('a day on which nobody knew a law for the month is refused', () => {
  const read = readCase('{"born":"1985"}')
  if ('refusals' in read) throw new Error(read.refusals[0]?.en)
  expect(determineAll(read.case, month('2015-01'), civilDate('2010-01-01'))).toMatchObject({
    refusals: [{ path: 'knownOn' }],
  })
})

function given(text: string): CaseFile {
  return CaseFile.parse(JSON.parse(text))
}

function givenExample(): CaseFile {
  return given(
    readFileSync(new URL('../../../docs/examples/case-single-mother.json', import.meta.url), 'utf8'),
  )
}

test('khoản 4 goes on for a child of 16 of whom it was paid, while the child studies, and lets nobody in', () => {
  // 1,0 × 540.000 for the child of khoản 4; 1,5 × 540.000 of khoản 6 (severe, 16 to under 60).
  const mother = (facts: object, changes: object[] = []) => ({
    members: [
      { key: 'mẹ', born: '1985-01-01', facts: { singleParent: 'spouse_dead', ...facts }, changes },
      {
        key: 'con',
        born: '2010-11-10',
        childOf: ['mẹ'],
        facts: { isStudying: true },
        changes: [{ from: '2027-06-01', isStudying: false }],
      },
    ],
  })
  const dueOf = (told: object, asked: string) => {
    const read = parseCase(told)
    if ('refusals' in read) throw new Error(JSON.stringify(read.refusals))
    const found = determineAll(read.case, month(asked))
    if ('refusals' in found) throw new Error(JSON.stringify(found.refusals))
    const { due } = found.determination.members[0]!.monthly
    return Object.fromEntries(due.map(({ component, amount }) => [component, amount]))
  }
  const poor = mother({ household: 'poor' })
  expect(['2026-11', '2026-12', '2027-06', '2027-07'].map((asked) => dueOf(poor, asked))).toEqual([
    { single_parent: 540_000 },
    { single_parent: 540_000 },
    { single_parent: 540_000 },
    {},
  ])
  const poorTooLate = mother({ disability: 'severe' }, [{ from: '2026-12-01', household: 'poor' }])
  expect(dueOf(poorTooLate, '2027-01')).toEqual({ allowance: 810_000 })
})

test.for<[convention: string, asked: string, born: string, facts: object]>([
  [
    'C12',
    '2024-05',
    '1990-01-01',
    { household: 'poor', hiv: true, singleParent: 'spouse_dead', children: [{ born: '2015-01-01' }] },
  ],
  ['C5-C6', '2026-10', '1951-10-01', { household: 'poor', obligor: 'none' }],
  ['C13', '2025-08', '1955-01-01', { household: 'poor', obligor: 'on_allowance' }],
  ['C14', '2026-11', '2015-01-01', { abandoned: true, disability: 'exceptionally_severe', care: 'taken_in' }],
])('%s is shown as to be confirmed where money rests on it', ([convention, asked, born, facts]) => {
  const told = explainCase(CaseFile.parse({ born, facts }), month(asked))
  expect(told.conventions).toContain(convention)
  const others = explainCase(CaseFile.parse({ born, facts: {} }), month(asked))
  expect(others.conventions).not.toContain(convention)
})

test('a child of two unidentified parents reads what is open, and that being abandoned opens the right', () => {
  const child = (born: string, facts: object) => CaseFile.parse({ born, facts: { ...lost, ...facts } })
  const lost = { father: 'unidentified', mother: 'unidentified' }
  const refused = explainCase(child('2020-03-01', {}), month('2026-11'))
  expect(refused.total).toBe(0)
  expect(refused.conventions).toEqual(['12'])
  const lines = wordsVi.lines(refused)
  expect(lines.slice(lines.indexOf('Cần xác nhận'))).toContainEqual(
    expect.stringContaining('ghi «bị bỏ rơi»'),
  )
  const abandoned = explainCase(child('2020-03-01', { abandoned: true }), month('2026-11'))
  expect([abandoned.total, abandoned.conventions]).toEqual([810_000, []])
  const oneDead = explainCase(child('2020-03-01', { father: 'dead' }), month('2026-11'))
  expect([oneDead.total, oneDead.conventions]).toEqual([810_000, []])
  expect(explainCase(child('2000-03-01', {}), month('2026-11')).conventions).toEqual([])
})

test('the boundary of 75 in October 2026 is doubtful from the 1st to the 4th alone', () => {
  const facts = { household: 'poor', obligor: 'none' }
  const doubtful = (born: string) =>
    explainCase(CaseFile.parse({ born, facts }), month('2026-10')).conventions.includes('C5-C6')
  expect(['1951-09-30', '1951-10-01', '1951-10-04', '1951-10-05'].map(doubtful)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('C12 is not shown to whoever may not know of HIV: it names khoản 8', () => {
  const facts = {
    household: 'poor',
    hiv: true,
    singleParent: 'spouse_dead',
    children: [{ born: '2015-01-01' }],
  }
  const file = CaseFile.parse({ born: '1990-01-01', facts })
  const folded = explainFolded(personMonthOf(file, month('2024-05'), civilDate('2024-05-31')))
  expect(folded.conventions).not.toContain('C12')
  expect(wordsVi.lines(folded).join('\n')).not.toContain('khoản 8')
})
