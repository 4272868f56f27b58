import { expect, test } from 'vitest'
import type { FieldRule } from './configuration.ts'
import { isOneSlip, jaroWinkler } from './distance.ts'
import { bareSound, englishSound, northernSound } from './sounds.ts'
import { openTable } from './table.ts'

const name = { kind: 'vietnamese_name', column: 'a' } as const

test.for([
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', 'same same same', 'a tone in the new place'],
  ['Nguyễn Thị Hòa', 'NGUYỄN  THỊ HÒA ', 'same same same', 'capitals and blanks'],
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hòa'.normalize('NFD'), 'same same same', 'decomposed letters'],
  ['Lý Thị Mỹ', 'Lí Thị Mĩ', 'same same same', 'i for y'],
  ['Đặng Văn Nam', 'Ddawngj Vawn Nam', 'same same same', 'Telex keys'],
  ['Nguyễn Thị Hòa', 'Nguye6n4 Thi5 Hoa2', 'same same same', 'VNI keys'],
  ['Nguyễn Văn Hòa', 'NguyÔn V¨n Hßa', 'same same same', 'TCVN3 read as Latin-1'],
  ['Đỗ Thị Đào', 'Ðỗ Thị Đào', 'same same same', 'the Icelandic letter'],
  ['Đỗ Thị Đào', 'Đỗ Thị Dào', 'same same marks', 'D for Đ'],
  ['Nguyễn Thị Hòa', 'Nguyen Thi Hoa', 'bare bare bare', 'all marks lost'],
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoa', 'same same marks', 'one tone lost'],
  ['Trần Thị Thủy', 'Trần Thị Thúy', 'same same marks', 'another tone'],
  ['Trần Văn Dũng', 'Trần Văn Dủng', 'same same sounds', 'hỏi for ngã'],
  ['Lương Văn Trung', 'Nương Văn Chung', 'sounds same sounds', 'northern sounds'],
  ['Lương Văn Trung', 'Nuong Van Chung', 'near bare near', 'northern sounds without marks'],
  ['Nguyễn Văn Bình', 'Ngyễn Văn Bình', 'near same same', 'a letter left out'],
  ['Nguyễn Thị Thu Hà', 'Nguyễn Thu Hà', 'same part same', 'a middle name shortened'],
  ['Trần Lan', 'Trần Thị Lan', 'same part same', 'a middle name added'],
  ['Nguyễn Thị Bình', 'Ng.T. Bình', 'near near same', 'abbreviated'],
  ['Phạm Văn Bình', 'Bình Phạm Văn', 'moved – moved', 'the family name last'],
  ['Nguyễn Hoàng Duy', 'Nguyễn Duy Hoàng', 'same different different', 'two brothers'],
  ['Vũ Văn An', 'Võ Văn An', 'near same same', 'names of one origin'],
  ['Nguyễn Thị Gái', 'Nguyễn Thị Bé', 'same same different', 'a name at home'],
  ['Y Bhim Niê', 'Y Bhim Niê', 'same same same', 'a name of the Ê-đê'],
  ['Nguyễn Thị Hòa', '', '– – –', 'nothing'],
] as const)('%s and %s: %s (%s)', ([one, other, levels]) => {
  expect(levelsOf(name, [one, other])).toBe(levels)
  expect(levelsOf(name, [other, one])).toBe(levels)
})

const date = { kind: 'date', column: 'a', order: 'dmy' } as const

test.for([
  ['12/04/1950', '12.4.1950', 'same'],
  ['12/04/1950', '1950-04-12', 'same'],
  ['12/04/1950', '19500412', 'same'],
  ['12/04/1950', '04/12/1950', 'swapped'],
  ['12/04/1950', '20/12/1950', 'same_year'],
  ['12/04/1950', '1950', 'year_known'],
  ['12/04/1950', '01/01/1950', 'year_known'],
  ['1950', '1950', 'year_known'],
  ['01/01/1950', '01/01/1950', 'year_known'],
  ['12/03/1947', '12/03/1941', 'slip'],
  ['12/03/1947', '21/03/1947', 'slip'],
  ['12/03/1947', '12/03/1948', 'year_off'],
  ['12/03/1939', '12/03/1940', 'year_off'],
  ['1939', '1940', 'near_year'],
  ['15/08/1936', '30/09/1936', 'lunar'],
  ['15/02/1936', '30/09/1936', 'same_year'],
  ['15/02/1936', '30/09/1938', 'near_year'],
  ['15/02/1936', '30/09/1966', 'different'],
  ['12/04/1950', '31/02/1950', '–'],
  ['12/04/1950', 'không', '–'],
] as const)('born %s and %s: %s', ([one, other, level]) => {
  expect(levelsOf(date, [one, other])).toBe(level)
  expect(levelsOf(date, [other, one])).toBe(level)
})

test('months first where a file has them so', () => {
  expect(levelsOf({ ...date, order: 'mdy' }, ['4/12/1950', '1950-04-12'])).toBe('same')
})

const number: FieldRule = { kind: 'number', column: ['a', 'b'], lengths: [9, 12] }

test.for([
  ['026138004567', '026 138 004 567', 'same'],
  ['026138004567', '26138004567', 'same'],
  ['026138004567', '026138004657', 'slip'],
  ['026138004567', '026138004557', 'slip'],
  ['026138004567', '026138004569', 'different'],
  ['026138004569', '026138004571', 'different'],
  ['026138004567', '026138004999', 'different'],
  ['135123456', '026138004567', '–'],
  ['026138004567', '000000000000', '–'],
  ['026138004567', '', '–'],
] as const)('number %s and %s: %s', ([one, other, level]) => {
  expect(levelsOf(number, [one, other])).toBe(level)
  expect(levelsOf(number, [other, one])).toBe(level)
})

test('one number in common is enough, in whichever column it stands', () => {
  expect(levelsOf(number, [{ a: '026138004567', b: '135123456' }, { a: '135123456' }])).toBe('same')
  expect(levelsOf(number, [{ a: '026138004567', b: '135123456' }, { a: '135999999' }])).toBe('different')
})

const area = {
  kind: 'area',
  column: 'a',
  successors: {
    bo_sao: 'sao_dai_viet',
    sao_dai_viet: 'vinh_tuong',
    tan_tien: 'vinh_tuong',
    lung_hoa: 'tho_tang',
    tan_cuong: 'tho_tang',
    loop: 'pool',
    pool: 'loop',
  },
  parents: { vinh_tuong: 'vinh_phuc', tam_son: 'vinh_phuc' },
} as const

test.for([
  ['bo_sao', 'bo_sao', 'same'],
  ['bo_sao', 'vinh_tuong', 'successor'],
  ['bo_sao', 'sao_dai_viet', 'successor'],
  ['bo_sao', 'tan_tien', 'neighbour'],
  ['lung_hoa', 'tan_cuong', 'different'],
  ['bo_sao', 'tam_son', 'neighbour'],
  ['bo_sao', 'elsewhere', 'different'],
  ['loop', 'tam_son', 'different'],
  ['bo_sao', '', '–'],
] as const)('unit %s and %s: %s', ([one, other, level]) => {
  expect(levelsOf(area, [one, other])).toBe(level)
  expect(levelsOf(area, [other, one])).toBe(level)
})

const text = { kind: 'text', column: 'a' } as const

test.for([
  ['Thôn Đông, xã Tam Quan', 'Đông - Tam Quan', 'same'],
  ['xóm Đông', 'Thôn Dong', 'same'],
  ['Thôn Phú Thịnh Đông', 'Phú Thịnh', 'close'],
  ['willow park', 'park lane', 'alike'],
  ['Thượng', 'Nội', 'different'],
] as const)('text %s and %s: %s', ([one, other, level]) => {
  expect(levelsOf(text, [one, other])).toBe(level)
})

const parts = { kind: 'name_in_parts', given: 'a', surname: 'b' } as const

test.for([
  ['john smith', 'John Smith', 'same same'],
  ['john smith', 'jhon smith', 'slip same'],
  ['john smith', 'smith john', 'moved moved'],
  ['elizabeth smith', 'liz smith', 'close same'],
  ['j smith', 'john smyth', 'close slip'],
  ['kathryn stephens', 'catherine stevens', 'sounds close'],
  ['philip jackson', 'felip jaxon', 'sounds sounds'],
  ['john smith', 'mary brown', 'different different'],
] as const)('name %s and %s: %s', ([one, other, levels]) => {
  const cells = (whole: string) => ({ a: whole.split(' ')[0]!, b: whole.split(' ')[1]! })
  expect(levelsOf(parts, [cells(one), cells(other)])).toBe(levels)
  expect(levelsOf(parts, [cells(other), cells(one)])).toBe(levels)
})

test('the head of a household says nothing beside their own name', () => {
  const head = { kind: 'vietnamese_name', column: 'a', unlike: 'b' } as const
  const own = { a: 'Phạm Văn Bình', b: 'PHẠM VĂN BÌNH' }
  expect(levelsOf(head, [own, own])).toBe('– – –')
  expect(
    levelsOf(head, [
      { ...own, b: 'Phạm Thị Lan' },
      { ...own, b: 'Phạm Văn Nam' },
    ]),
  ).toBe('same same same')
})

test('slips of one letter, and no more', () => {
  for (const [one, other] of [
    ['hoa', 'hoan'],
    ['hoa', 'hao'],
    ['hoa', 'hoe'],
    ['hoa', 'oa'],
  ] as const)
    expect(isOneSlip(one, other), `${one} ${other}`).toBe(true)
  for (const [one, other] of [
    ['hoa', 'hoa'],
    ['hoa', 'h'],
    ['hoan', 'haon1'],
    ['abcd', 'badc'],
  ] as const)
    expect(isOneSlip(one, other), `${one} ${other}`).toBe(false)
})

test('closeness after Jaro and Winkler, as published', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3)
  expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2)
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3)
  expect(jaroWinkler('abc', 'xyz')).toBe(0)
})

test('what sounds alike', () => {
  for (const [one, other] of [
    ['lan', 'nan'],
    ['trung', 'chung'],
    ['sơn', 'xơn'],
    ['giang', 'dang'],
    ['rung', 'dung'],
    ['lã', 'nả'],
    ['gì', 'rì'],
  ] as const)
    expect(northernSound(one), `${one} ${other}`).toBe(northernSound(other))
  for (const [one, other] of [
    ['nga', 'la'],
    ['nhung', 'lung'],
    ['đan', 'dan'],
    ['hoa', 'hòa'],
  ] as const)
    expect(northernSound(one), `${one} ${other}`).not.toBe(northernSound(other))
  expect(bareSound('Nguyễn')).toBe('nguyen')
  expect(englishSound('Smith')).toBe(englishSound('Smyth'))
  expect(englishSound('Catherine')).toBe(englishSound('Kathryn'))
  expect(englishSound('Knight')).toBe(englishSound('Night'))
  expect(englishSound('Brown')).not.toBe(englishSound('Smith'))
})

type Cells = string | Readonly<Record<string, string>>

/** The levels of all comparisons of one field, in words. */
function levelsOf(rule: FieldRule, records: readonly [Cells, Cells]): string {
  const table = openTable({ fields: { field: rule } })
  for (const cells of records)
    table.add((column) => (typeof cells === 'string' ? (column === 'a' ? cells : '') : (cells[column] ?? '')))
  const levels = new Int8Array(table.comparisons.length)
  table.compare(0, 1, levels)
  return table.comparisons
    .map((comparison, index) => comparison.levels[levels[index]!]?.name ?? '–')
    .join(' ')
}
