import { expect, test as plain } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { correctIdentity, recordDeath, searchPeople } from '../contract.ts'
import { parseSearch } from '../domain/search-query.ts'
import { communes, officerOf, register } from '../testing.ts'

const search = (world: World, q: string, more: { includeDead?: boolean; wholeArea?: boolean } = {}) =>
  world.as({ can: ['people.search'] }).call(searchPeople, { q, ...more })
const names = async (world: World, q: string) => (await search(world, q)).hits.map(({ fullName }) => fullName)

test.for([
  ['without marks', 'nguyen thi hoa'],
  ['with marks', 'Nguyễn Thị Hòa'],
  ['in the other spelling', 'nguyễn thị hoà'],
  ['decomposed', 'Nguyễn Thị Hòa'.normalize('NFD')],
  ['in another order', 'hoa nguyen'],
  ['a part', 'thi hoa'],
  ['only begun', 'nguyen thi ho'],
  ['left in Telex', 'Nguyeenx Thij Hoaf'],
  ['left in VNI', 'Nguye6n4 Thi5 Hoa2'],
  ['in TCVN3', 'NguyÔn ThÞ Hßa'],
  ['with the year of birth', 'hoa 1938'],
  ['the year first', '1938 nguyen hoa'],
  ['with a year too many («tuổi mụ»)', 'nguyen thi hoa 1937'],
  ['with the date of birth', 'hoa 12/03/1938'],
  ['by number', '026138001234'],
  ['by number in groups', '026 138 001 234'],
  ['by a number that lost its zero', '26138001234'],
  ['by the end of the number', '1234'],
  ['by the old number', '135012345'],
  ['by name and end of number', 'hoa 1234'],
  ['by phone', '0912 345 678'],
  ['with the commune', 'nguyen thi hoa tam son'],
  ['with the commune as it was', 'nguyen thi hoa 1938 nhu thuy'],
  ['the commune first', 'tam son nguyen thi hoa'],
  ['the commune as it was first', 'nhu thuy nguyen thi hoa 1938'],
  ['with the commune after a comma', 'hoa, Tam Sơn'],
  ['with the commune after its kind', 'hoa xã tam son'],
] as const)('%s: «%s»', async ([, q], { world }) => {
  await register(world, { number: '026138001234', legacy: '135012345', phone: '+84 912 345 678' })
  await register(world, {
    fullName: 'Trần Văn Nam',
    sex: 'male',
    born: '1938-07-07',
    areaId: communes.songLo,
    number: '026038009999',
  })
  expect(await names(world, q)).toEqual(['Nguyễn Thị Hòa'])
})

test.for([
  'tran thi hoa',
  'hoa 1935',
  'hoa 9999',
  '0261380012345',
  'nguyen thi hoa song lo',
  'hoà thị trần',
  '135012346',
])('«%s» finds nobody', async (q, { world }) => {
  await register(world, { number: '026138001234', legacy: '135012345' })
  expect(await names(world, q)).toEqual([])
})

test('whoever fits best comes first, and the reasons say how', async ({ world }) => {
  await register(world, { fullName: 'Nguyễn Thị Hoa' })
  await register(world, { fullName: 'Nguyễn Thị Hòa', born: '1939-01-01', bornPrecision: 'year' })
  await register(world, { fullName: 'Nguyễn Thị Hoà', areaId: communes.nhuThuy })
  await register(world, { fullName: 'Nguyễn Thị Hòa Bình' })
  const { hits, understood, tooMany } = await search(world, 'Nguyễn Thị Hòa 1938')
  expect(hits.map(({ fullName, reasons }) => [fullName, ...reasons])).toEqual([
    ['Nguyễn Thị Hoà', 'name', 'birth_year'],
    ['Nguyễn Thị Hòa Bình', 'name', 'birth_year'],
    ['Nguyễn Thị Hoa', 'near_name', 'birth_year'],
    ['Nguyễn Thị Hòa', 'name', 'near_birth_year'],
  ])
  expect(understood).toMatchObject({ name: 'nguyễn thị hòa', year: 1938, repairs: [] })
  expect(tooMany).toBe(false)
})

test('an old commune is understood as what it is today, and finds people recorded in either', async ({
  world,
}) => {
  await register(world, { areaId: communes.nhuThuy })
  await register(world, { areaId: communes.tamSon })
  await register(world, { areaId: communes.songLo })
  const { hits, understood } = await search(world, 'nguyen thi hoa nhu thuy')
  expect(hits.map(({ home, reasons }) => [home.name, home.nowName, ...reasons])).toEqual([
    ['Xã Như Thụy', 'Xã Tam Sơn', 'name', 'area'],
    ['Xã Tam Sơn', 'Xã Tam Sơn', 'name', 'area'],
  ])
  expect(understood).toMatchObject({
    name: 'nguyen thi hoa',
    areas: [{ id: communes.nhuThuy, name: 'Xã Như Thụy', nowName: 'Xã Tam Sơn' }],
  })
  expect((await search(world, 'nguyen thi hoa, nhu thuy', { wholeArea: true })).hits).toHaveLength(3)
})

test.for(['tam sơn', 'tam son', 'nhu thuy', 'Như Thụy', 'xã Tam Sơn', ', nhu thuy'])(
  '«%s» alone lists who lives there, by given name',
  async (q, { world }) => {
    await register(world, { fullName: 'Trần Văn Nam' })
    await register(world, { fullName: 'Lê Thị Bình', areaId: communes.nhuThuy })
    await register(world, { fullName: 'Đỗ Thị An', areaId: communes.songLo })
    const { hits, understood } = await search(world, q)
    expect(hits.map(({ fullName, reasons }) => [fullName, ...reasons])).toEqual([
      ['Lê Thị Bình', 'area'],
      ['Trần Văn Nam', 'area'],
    ])
    expect(understood.areas.map(({ nowName }) => nowName)).toContain('Xã Tam Sơn')
    // The town that became the commune is the same place, and is not said again.
    const places = understood.areas.map(({ nowId }) => nowId)
    expect(places).toEqual([...new Set(places)])
    const elsewhere = await officerOf(world, communes.songLo)
    expect((await elsewhere.call(searchPeople, { q })).hits).toEqual([])
  },
)

test('a commune is listed after whoever bears its name, and can be narrowed by a year', async ({ world }) => {
  await register(world, { fullName: 'Trần Như Thụy', areaId: communes.songLo })
  await register(world, { fullName: 'Lê Thị Bình', areaId: communes.nhuThuy, born: '1951-03-12' })
  await register(world, { fullName: 'Đỗ Thị An', areaId: communes.nhuThuy })
  expect(await names(world, 'như thụy')).toEqual(['Trần Như Thụy', 'Đỗ Thị An', 'Lê Thị Bình'])
  expect(await names(world, 'nhu thuy 1951')).toEqual(['Lê Thị Bình'])
})

test('a commune with more than 50 needs one more fact', async ({ world }) => {
  for (let year = 1930; year <= 1980; year++) await register(world, { born: `${year}-01-01` })
  const { hits, tooMany } = await search(world, 'tam son')
  expect([hits.length, tooMany]).toEqual([50, true])
})

test.for([
  ['12/03/1951', ['Lê Thị Bình']],
  ['sinh ngày 12/3/1951', ['Lê Thị Bình']],
  ['03/1951', ['Lê Thị Bình', 'Trần Văn Nam']],
  ['1951', ['Đỗ Thị An', 'Lê Thị Bình', 'Trần Văn Nam']],
  ['sn 1951', ['Đỗ Thị An', 'Lê Thị Bình', 'Trần Văn Nam']],
  ['sinh năm 1951', ['Đỗ Thị An', 'Lê Thị Bình', 'Trần Văn Nam']],
  ['13/03/1951', []],
] as const)('born «%s»', async ([q, expected], { world }) => {
  await register(world, { fullName: 'Trần Văn Nam', born: '1951-03-01', bornPrecision: 'month' })
  await register(world, { fullName: 'Lê Thị Bình', born: '1951-03-12' })
  await register(world, { fullName: 'Đỗ Thị An', born: '1951-01-01', bornPrecision: 'year' })
  await register(world, { fullName: 'Hà Thị Chi', born: '1952-03-12' })
  expect(await names(world, q)).toEqual(expected)
  const elsewhere = await officerOf(world, communes.songLo)
  expect((await elsewhere.call(searchPeople, { q })).hits).toEqual([])
})

test('four digits that are a year end numbers first', async ({ world }) => {
  await register(world, { fullName: 'Trần Văn Nam', number: '026138001951' })
  await register(world, { fullName: 'Lê Thị Bình', born: '1951-03-12' })
  expect((await search(world, '1951')).hits.map(({ fullName, reasons }) => [fullName, ...reasons])).toEqual([
    ['Trần Văn Nam', 'number_end'],
    ['Lê Thị Bình', 'birth_year'],
  ])
})

test('a number may be begun, with six digits at least, within the area', async ({ world }) => {
  await register(world, { number: '026138001234' })
  await register(world, { fullName: 'Trần Văn Nam', legacy: '135012345' })
  expect((await search(world, '026138')).hits.map(({ reasons }) => reasons)).toEqual([['number_start']])
  expect(await names(world, '0261380012')).toEqual(['Nguyễn Thị Hòa'])
  expect(await names(world, '135012')).toEqual(['Trần Văn Nam'])
  expect(await names(world, '02613')).toEqual([])
  expect(await names(world, '026139')).toEqual([])
  const elsewhere = await officerOf(world, communes.songLo)
  expect((await elsewhere.call(searchPeople, { q: '026138' })).hits).toEqual([])
})

test('repairs are told', async ({ world }) => {
  await register(world, { number: '026138001234' })
  const repairsOf = async (q: string) => (await search(world, q)).understood.repairs
  expect(await repairsOf('Nguyeenx Thij Hoaf')).toEqual(['telex'])
  expect(await repairsOf('Nguye6n4 Thi5')).toEqual(['vni'])
  expect(await repairsOf('NguyÔn ThÞ Hßa')).toEqual(['tcvn3'])
  expect(await repairsOf('26138001234')).toEqual(['lost_zero'])
})

test('the number is masked, and the dead are left out unless asked for', async ({ world }) => {
  const id = await register(world, { number: '026138001234' })
  expect((await search(world, 'hoa nguyen')).hits[0]?.number).toEqual({
    kind: 'personal_id',
    masked: '…1234',
  })
  const input = { personId: id, diedOn: '2026-11-01', source: 'Giấy báo tử' }
  await world.as({ can: ['people.record'] }).call(recordDeath, input)
  for (const q of ['hoa nguyen', '026138001234']) {
    expect((await search(world, q)).hits).toEqual([])
    expect((await search(world, q, { includeDead: true })).hits).toMatchObject([{ id, diedOn: '2026-11-01' }])
  }
})

test('whose name was corrected is found by the new one and no longer by the old', async ({ world }) => {
  const id = await register(world, { fullName: 'Nguyễn Thị Hoà' })
  const input = { personId: id, fullName: 'Quàng Thị Xuyến', source: 'Giấy khai sinh' }
  await world.as({ can: ['people.record'] }).call(correctIdentity, input)
  expect(await names(world, 'nguyen hoa')).toEqual([])
  for (const q of ['xuyen quang', 'Quàng Xuyến', 'quang thi xuy', 'xuyến 1938'])
    expect(await names(world, q)).toEqual(['Quàng Thị Xuyến'])
})

test('of many who share the words, whoever bears them with the marks typed comes before the others', async ({
  world,
}) => {
  for (let year = 1930; year <= 1960; year++)
    await register(world, { fullName: 'Nguyễn Thị Hoa', born: `${year}-01-01` })
  await register(world, { fullName: 'Thị Hóa Nguyên' })
  await register(world, { fullName: 'Nguyễn Thị Hóa' })
  expect((await names(world, 'nguyễn thị hóa')).slice(0, 2)).toEqual(['Nguyễn Thị Hóa', 'Nguyễn Thị Hoa'])
  expect((await names(world, 'nguyên hóa')).slice(0, 2)).toEqual(['Thị Hóa Nguyên', 'Nguyễn Thị Hóa'])
})

test('more than 50 need one more fact', async ({ world }) => {
  for (let year = 1930; year <= 1981; year++) await register(world, { born: `${year}-01-01` })
  const { hits, tooMany } = await search(world, 'nguyen thi')
  expect([hits.length, tooMany]).toEqual([50, true])
  expect(await search(world, 'nguyen thi 1950')).toMatchObject({ tooMany: false })
})

test.for(['', 'h', '12', ' , '])('«%s» is too little', async (q, { world }) => {
  await expect(search(world, q)).rejects.toMatchObject({ code: 'people.search_too_short' })
})

plain.for([
  ["' | !a:1", ['a']],
  ["o'brien & !x", ['obrien', 'x']],
  ['a:1 \\ <->', ['a']],
] as const)('what looks like the language of the index is only text: %s', ([text, words]) => {
  expect(parseSearch(text, civilDate('2026-11-23')).words).toEqual(words)
})
