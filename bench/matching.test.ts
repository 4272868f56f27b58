import { beforeAll, expect, test } from 'vitest'
import { MatchRules } from '../modules/people/domain/matching/configuration.ts'
import { curveOf, qualityOf, reachOf, truePairs } from '../modules/people/domain/matching/evaluate.ts'
import { explainParts } from '../modules/people/domain/matching/explain.ts'
import { findDuplicates, type Found } from '../modules/people/domain/matching/find-duplicates.ts'
import { randomFrom } from '../modules/people/domain/matching/learn.ts'
import { openMatchIndex } from '../modules/people/domain/matching/match-index.ts'
import { matchRecords, FileRules } from '../modules/people/domain/matching/match-records.ts'
import { messages as en } from '../modules/people/domain/matching/messages.en.ts'
import { messages as vi } from '../modules/people/domain/matching/messages.vi.ts'
import { likelihood, scoreFor } from '../modules/people/domain/matching/score.ts'
import { openTable, type Table } from '../modules/people/domain/matching/table.ts'
import { englishPeople, englishRules } from './matching-english.ts'
import { vietnamesePeople, vietnameseRules, type Listed } from './matching-people.ts'

const rules = MatchRules.parse(vietnameseRules)
let listed: Listed[]
let table: Table
let found: Found
let truths: ReturnType<typeof truePairs>
let gold: string[]

beforeAll(() => {
  listed = [...vietnamesePeople(6000, 5)]
  table = tableOf(listed)
  gold = listed.map(({ truth }) => truth)
  truths = truePairs(gold)
  found = findDuplicates(table, rules, { likely: 0.01, randomPairs: 100_000 })
})

test('people written down twice are found, and few others', () => {
  const bound = scoreFor(0.5, found.prior)
  const quality = qualityOf(
    found.pairs.filter(({ score }) => score >= bound),
    gold,
    truths.length,
  )
  expect(truths.length).toBeGreaterThan(80)
  expect(reachOf(found.blocks, truths)).toBeGreaterThan(0.96)
  expect(quality.precision).toBeGreaterThan(0.92)
  expect(quality.recall).toBeGreaterThan(0.94)
})

test('how many are twice there is learned, not told', () => {
  const isSo = truths.length / ((table.size() * (table.size() - 1)) / 2)
  expect(found.prior / isSo).toBeGreaterThan(0.85)
  expect(found.prior / isSo).toBeLessThan(1.2)
  const { m } = found.scorer.weights.comparisons['sex']!
  expect(m[0]).toBeGreaterThan(0.98)
})

test('what is likely is as often right as it says', () => {
  const likely = found.pairs.map((pair) => ({ ...pair, likely: likelihood(pair.score, found.prior) }))
  const expected = likely.reduce((sum, one) => sum + one.likely, 0)
  const right = likely.filter(({ one, other }) => gold[one] === gold[other]).length
  expect(Math.abs(expected / right - 1)).toBeLessThan(0.15)
  const sure = likely.filter((one) => one.likely > 0.99)
  expect(sure.filter(({ one, other }) => gold[one] !== gold[other]).length / sure.length).toBeLessThan(0.03)
})

test('a pair scores the same from both sides, and nobody is likelier oneself than oneself', () => {
  const random = randomFrom(3)
  const { score } = found.scorer
  for (let turn = 0; turn < 400; turn++) {
    const { one, other: likely } = found.pairs[Math.floor(random() * found.pairs.length)]!
    const other = turn % 2 === 0 ? likely : Math.floor(random() * listed.length)
    expect(score(one, other)).toBe(score(other, one))
    expect(score(one, one)).toBeGreaterThanOrEqual(score(one, other) - 1e-4)
  }
})

test('a record that comes closer never scores lower', () => {
  const random = randomFrom(4)
  const columns = ['ho_ten', 'ngay_sinh', 'gioi_tinh', 'so_dinh_danh', 'xa', 'thon', 'dien_thoai']
  for (let turn = 0; turn < 700; turn++) {
    const pair = found.pairs[Math.floor(random() * found.pairs.length)]!
    // Without the head of the household, who says nothing where it is the very person.
    const one = { ...listed[pair.one]!.cells, chu_ho: '' }
    const other = { ...listed[pair.other]!.cells, chu_ho: '' }
    const column = columns[turn % columns.length]!
    // What one side does not say cannot come closer.
    const isSaid = one[column as 'xa'] !== '' && other[column as 'xa'] !== ''
    const closer = isSaid ? { ...other, [column]: one[column as 'xa'] } : other
    expect(scoreOf(one, closer), `${column}, turn ${turn}`).toBeGreaterThanOrEqual(scoreOf(one, other) - 1e-4)
  }
})

test('the parts of a score are its sum, and every level has its words', () => {
  for (const { one, other, score } of found.pairs.slice(0, 50)) {
    const parts = found.scorer.parts(one, other)
    expect(parts.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(score, 4)
    expect(explainParts(parts, 'vi').length).toBeGreaterThan(4)
  }
  const english = openTable(MatchRules.parse(rulesOf(englishRules)))
  const names = [...table.comparisons, ...english.comparisons].flatMap(({ levels }) =>
    levels.map(({ name }) => name),
  )
  expect(Object.keys(vi.levels)).toEqual(expect.arrayContaining(names))
  expect(Object.keys(en.levels)).toEqual(expect.arrayContaining(names))
})

test('relatives are not one person, though they share home, telephone and head', () => {
  const family = {
    xa: 'C1',
    thon: 'Thôn Chùa',
    chu_ho: 'Phùng Văn Khánh',
    dien_thoai: '0912000111',
    gioi_tinh: 'nữ',
  }
  const twins = [
    { ...family, ho_ten: 'Phùng Thị Thảo', ngay_sinh: '03/03/2016' },
    { ...family, ho_ten: 'Phùng Thị Hiền', ngay_sinh: '03/03/2016' },
  ]
  expect(verdictOf(twins)).toBeLessThan(0.5)
  const again = [twins[0]!, { ...twins[0]!, ho_ten: 'PHUNG THI THAO', dien_thoai: '' }]
  expect(verdictOf(again)).toBeGreaterThan(0.9)
})

const home = { gioi_tinh: 'nam', xa: 'C5', thon: 'Thôn Đoài' }
test.for([
  [
    0.9,
    'day and month swapped, a middle name lost',
    { ho_ten: 'Lưu Văn Dần', ngay_sinh: '12/04/1950' },
    { ho_ten: 'Lưu Dần', ngay_sinh: '04/12/1950' },
  ],
  [
    0.9,
    'capitals and a tone in another place',
    { ho_ten: 'TRẦN THỊ THUỶ', ngay_sinh: '09/09/1949' },
    { ho_ten: 'Trần Thị Thủy', ngay_sinh: '09/09/1949' },
  ],
  [
    0.9,
    'one number, a year only, no marks',
    { ho_ten: 'Nguyễn Thị Hòa', ngay_sinh: '1938', so_dinh_danh: '026138004567' },
    { ho_ten: 'Nguyen Thi Hoa', ngay_sinh: '05/03/1938', so_dinh_danh: '26138004567' },
  ],
  [
    0.9,
    'another commune by a merger only',
    { ho_ten: 'Khổng Văn Chính', ngay_sinh: '11/02/1944', xa: 'C41' },
    { ho_ten: 'Khổng Văn Chính', ngay_sinh: '11/02/1944', xa: 'N5' },
  ],
] as const)('at least %d: %s', ([least, , one, other]) => {
  expect(
    verdictOf([
      { ...home, ...one },
      { ...home, ...other },
    ]),
  ).toBeGreaterThan(least)
})

test.for([
  [
    'namesakes of one year',
    { ho_ten: 'Nguyễn Văn Hùng', ngay_sinh: '12/04/1980' },
    { ho_ten: 'Nguyễn Văn Hùng', ngay_sinh: '27/09/1980', thon: 'Thôn Hạ' },
  ],
  [
    'two numbers',
    { ho_ten: 'Nguyễn Thị Lan', gioi_tinh: 'nữ', ngay_sinh: '1950', so_dinh_danh: '026150001111' },
    {
      ho_ten: 'Nguyễn Thị Lan',
      gioi_tinh: 'nữ',
      ngay_sinh: '1950',
      so_dinh_danh: '026150772222',
      thon: 'Thôn Hạ',
    },
  ],
  [
    'the first of January says only the year',
    { ho_ten: 'Nguyễn Thị Lan', gioi_tinh: 'nữ', ngay_sinh: '01/01/1950', xa: 'C9', thon: '' },
    { ho_ten: 'Nguyễn Thị Lan', gioi_tinh: 'nữ', ngay_sinh: '01/01/1950', xa: 'C77', thon: '' },
  ],
  [
    'father and son of one name',
    { ho_ten: 'Tạ Văn Khải', ngay_sinh: '12/03/1950' },
    { ho_ten: 'Tạ Văn Khải', ngay_sinh: '24/06/1979' },
  ],
] as const)('not likely: %s', ([, one, other]) => {
  expect(
    verdictOf([
      { ...home, ...one },
      { ...home, ...other },
    ]),
  ).toBeLessThan(0.5)
})

test('one more record meets in the index whom it meets in the whole', () => {
  const { weights } = found.scorer
  const most = openTable(rules)
  const last = listed.length - 400
  for (const { cells } of listed.slice(0, last)) most.add((column) => cells[column] ?? '')
  const index = openMatchIndex(most, rules, weights)
  const met: string[] = []
  for (let record = last; record < listed.length; record++) {
    const textOf = (column: string) => listed[record]!.cells[column] ?? ''
    for (const one of index.ask(textOf, 0.9)) met.push(`${one.record} ${record}`)
    index.keep(textOf)
  }
  const whole = truths.filter(
    ([one, other]) => other >= last && found.scorer.score(one, other) >= scoreFor(0.99, weights.prior),
  )
  expect(whole.length).toBeGreaterThan(3)
  expect(met).toEqual(expect.arrayContaining(whole.map(([one, other]) => `${one} ${other}`)))
  expect(index.sizes()).toEqual({ first: last, now: listed.length })
})

test('names of English lists, crossed letters and columns', async () => {
  const people = [...englishPeople(500, { seed: 2, copies: 0.5, most: 2 })]
  const records = people.map(({ cells }, line) => ({ line, cell: (column: string) => cells[column] ?? '' }))
  const { quality, reach, curve } = await matchRecords(FileRules.parse(englishRules), streamOf(records))
  expect(reach).toBeGreaterThan(0.99)
  expect(quality!.precision).toBeGreaterThan(0.99)
  expect(quality!.recall).toBeGreaterThan(0.98)
  expect(curve!.map(({ recall }) => recall)).toEqual(
    curve!.map(({ recall }) => recall).toSorted((a, b) => b - a),
  )
})

test('what a second number means may be told', async () => {
  const people = [...englishPeople(200, { seed: 6, copies: 1, most: 1 })]
  const records = people.map(({ cells }, line) => ({ line, cell: (column: string) => cells[column] ?? '' }))
  const fields = { ...englishRules.fields, number: { ...englishRules.fields.number, differs: 0.005 } }
  const { weights } = await matchRecords(FileRules.parse({ ...englishRules, fields }), streamOf(records))
  expect(weights.comparisons['number']!.m.at(-1)).toBeCloseTo(0.005, 6)
})

test('records of one side are never a pair', async () => {
  const people = [...englishPeople(300, { seed: 4, copies: 1, most: 2 })]
  const records = people.map(({ cells }, line) => ({
    line,
    cell: (column: string) => (column === 'list' ? (line % 2 === 0 ? 'A' : 'B') : (cells[column] ?? '')),
  }))
  const lineOf = new Map(people.map(({ cells }, line) => [cells['rec_id']!, line]))
  const { pairs, quality } = await matchRecords(
    FileRules.parse({ ...englishRules, side: 'list' }),
    streamOf(records),
  )
  expect(pairs.length).toBeGreaterThan(50)
  for (const { one, other } of pairs) expect((lineOf.get(one)! + lineOf.get(other)!) % 2).toBe(1)
  expect(quality!.recall).toBeGreaterThan(0.95)
})

test('a curve counts what is right from each bound on', () => {
  const pairs = [
    { one: 0, other: 1, score: 9 },
    { one: 2, other: 3, score: 5 },
    { one: 0, other: 2, score: 4 },
  ]
  expect(curveOf(pairs, ['a', 'a', 'b', 'b'], { truths: 4, bounds: [4, 5, 10] })).toMatchObject([
    { bound: 10, found: 0, precision: 1, recall: 0 },
    { bound: 5, found: 2, precision: 1, recall: 0.5 },
    { bound: 4, found: 3, right: 2, precision: 2 / 3, recall: 0.5 },
  ])
})

function tableOf(people: readonly Listed[]): Table {
  const opened = openTable(rules)
  for (const { cells } of people) opened.add((column) => cells[column] ?? '')
  return opened
}

/** How likely two records are one person, among the people of this file. */
function verdictOf([one, other]: readonly Cells[]): number {
  return likelihood(scoreOf(one!, other!), found.prior)
}

type Cells = Readonly<Record<string, string>>

function scoreOf(...pair: readonly [Cells, Cells]): number {
  const [one, other] = pair.map((cells) => table.add((column) => cells[column] ?? ''))
  const score = found.scorer.score(one!, other!)
  table.forgetLast()
  table.forgetLast()
  return score
}

function rulesOf({ fields, blocking, largestBlock, together }: typeof englishRules) {
  return { fields, blocking, largestBlock, together }
}

async function* streamOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}
