import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseName, personKeys } from './name.ts'

test.for([
  ['Nguyễn Thị Hòa', 'nguyên3 thi5 hoa1', ' nguyen thi hoa ', 'hoa1 thi5 nguye{n3'],
  ['Đặng Văn Ước', 'đăng5 văn ươc4', ' dang van uoc ', 'u{o|c4 va{n d{a{ng5'],
  ['Lý Mỹ', 'li4 mi3', ' li mi ', 'my3 ly4'],
  ['H’Hen Niê', 'hhen niê', ' hhen nie ', 'nie{ hhen'],
  ['Y Blêr-Êban', 'i blêr êban', ' i bler eban ', 'e{ban ble{r y'],
  ['Út', 'ut4', ' ut ', 'ut4'],
] as const)('%s has its keys', ([name, nameKey, plainKey, sortKey]) => {
  expect(personKeys(name)).toEqual({ nameKey, plainKey, sortKey })
})

test.for([
  ['Hòa', 'Hoà'],
  ['Khỏe', 'Khoẻ'],
  ['Thúy', 'Thuý'],
  ['Lý', 'Lí'],
  ['Mỹ', 'Mĩ'],
  ['Quý', 'Quí'],
  ['Quyên', 'Quiên'],
  ['Vy', 'Vi'],
  ['Y', 'I'],
  ['Ðỗ', 'Đỗ'],
  ['NGUYỄN  VĂN\u00a0AN', 'Nguyễn Văn An'],
  ['Hòa'.normalize('NFD'), 'Hòa'],
] as const)('%s and %s are one name', ([one, other]) => {
  expect(personKeys(one).nameKey).toBe(personKeys(other).nameKey)
})

test.for([
  ['Hòa', 'Hoa'],
  ['Dũng', 'Dung'],
  ['Thủy', 'Thúy'],
  ['Thúy', 'Thúi'],
  ['Tay', 'Tai'],
  ['Văn', 'Vân'],
  ['Đào', 'Dào'],
] as const)('%s and %s are two names', ([one, other]) => {
  expect(personKeys(one).nameKey).not.toBe(personKeys(other).nameKey)
})

const family = ['Nguyễn', 'Đỗ', 'Lê', 'Dương', 'Trần']
const given =
  'An Ánh Ăn Ân Ấn Bình Bính Cường Dũng Duy Đào Đức Giang Hà Hạ Hai Hải Hân Hằng Hòa Hoa Hóa Hoàng Hồng Hợp Huệ Hương Hường Khánh Lan Lân Lý Mai Mão Mỹ Nga Ngà Ngân Oanh Ổn Ơn Phúc Phượng Quý Sâm Sơn Tân Tấn Thủy Thúy Tú Tư Tứ Uyên Út Ước Vân Văn Vũ Xuân Yến Ý'.split(
    ' ',
  )

test('the bytes of the sort key put given names as the Vietnamese alphabet does', () => {
  const byDictionary = new Intl.Collator('vi').compare
  const byKey = (one: string, other: string) => (personKeys(one).sortKey < personKeys(other).sortKey ? -1 : 1)
  expect(given.toSorted(byKey)).toEqual(given.toSorted(byDictionary))
})

test('a register goes by given name, then middle, then family', () => {
  const sorted = [
    'Nguyễn An',
    'Lê Văn An',
    'Đỗ Văn An',
    'Lê Thị Ánh',
    'Lê Ân',
    'Lê Dũng',
    'Trần Duy',
    'Lê Đức',
  ]
  // «Đỗ» follows «Dương» and comes before «Lê».
  const expected = ['Nguyễn An', 'Đỗ Văn An', 'Lê Văn An', ...sorted.slice(3)]
  expect(
    sorted.toReversed().toSorted((a, b) => (personKeys(a).sortKey < personKeys(b).sortKey ? -1 : 1)),
  ).toEqual(expected)
})

const anyName = fc
  .tuple(fc.constantFrom(...family), fc.array(fc.constantFrom(...given), { minLength: 1, maxLength: 4 }))
  .map(([first, others]) => [first, ...others].join(' '))

test('normalising twice changes nothing more, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
    }),
  )
})

test('composed or not, in capitals or not, a name has the same keys, and they are ASCII where they sort', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      expect(personKeys(name.normalize('NFD'))).toEqual(personKeys(name))
      expect(personKeys(name.toUpperCase())).toEqual(personKeys(name))
      expect(personKeys(name).sortKey).toMatch(/^[ -~]+$/)
      expect(personKeys(name).plainKey).toMatch(/^ [a-z]+(?: [a-z]+)* $/)
    }),
  )
})
