import { sql } from 'kysely'
import { expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test } from '#testing/world'
import { getArea, getCalendar, listChildren, searchAreas } from '../contract.ts'
import {
  areaAt,
  areaIdsWithin,
  areaPaths,
  communesOf,
  difficultAreas,
  findArea,
  isDifficultArea,
  territoryOf,
} from './areas.ts'
import { renewRegister } from './register.ts'

const vinhPhuc = 90026
const phuTho = 250790025

test.for([
  ['2022-12-01', 136],
  ['2024-12-31', 136],
  ['2025-01-01', 121],
  ['2025-06-30', 121],
  ['2025-07-01', 36],
  ['2026-11-23', 36],
] as const)('on %s the land of Vĩnh Phúc has %i communes', async ([day, count], { world }) => {
  expect(await communesOf(world.ctx, vinhPhuc, civilDate(day))).toHaveLength(count)
})

test('the whole country has the official numbers of units', async ({ world }) => {
  const { rows } = await sql<{ day: string; level: number; count: number }>`
    select to_char(day, 'YYYY-MM') as day, level, count(*)::int as count
    from geography.area, unnest(array['2022-10-01', '2026-01-01']::date[]) as day
    where during @> day group by 1, 2 order by 1, 2`.execute(world.ctx.db())
  expect(rows.map(({ day, level, count }) => [day, level, count])).toEqual([
    ['2022-10', 0, 1],
    ['2022-10', 1, 63],
    ['2022-10', 2, 705],
    ['2022-10', 3, 10_599],
    ['2026-01', 0, 1],
    ['2026-01', 1, 34],
    ['2026-01', 3, 3_321],
  ])
})

test('Phú Thọ has 148 communes, 133 of them «xã»', async ({ world }) => {
  const children = await world.as({ can: ['geography.read'] }).call(listChildren, { id: phuTho })
  expect(children).toHaveLength(148)
  expect(children.filter(({ kind }) => kind === 'xã')).toHaveLength(133)
})

test('every commune that is no more became something, in time', async ({ world }) => {
  const { rows } = await sql`
    select code from geography.area where level in (1, 3) and upper(during) is not null
      and not exists (select from geography.area_change where from_id = area.id)
    union all
    select code from geography.area join geography.area_change on from_id = area.id
      where effective < upper(during)`.execute(world.ctx.db())
  expect(rows).toEqual([])
})

test('Bồ Sao became Sao Đại Việt, then Vĩnh Thành, each on its day', async ({ world }) => {
  const { ctx } = world
  const boSao = (await findArea(ctx, { code: '09097', on: civilDate('2023-05-01') }))!
  const saoDaiViet = (await findArea(ctx, { code: '09097', on: civilDate('2025-03-01') }))!
  expect([boSao.name, saoDaiViet.name]).toEqual(['Xã Bồ Sao', 'Xã Sao Đại Việt'])
  expect((await areaPaths(ctx, [boSao.id])).get(boSao.id)).toBe('Xã Bồ Sao, Huyện Vĩnh Tường, Tỉnh Vĩnh Phúc')
  expect((await areaAt(ctx, [boSao.id], civilDate('2025-03-01'))).get(boSao.id)).toBe(saoDaiViet.id)
  const today = (await areaAt(ctx, [boSao.id], ctx.today)).get(boSao.id)!
  expect((await areaPaths(ctx, [today])).get(today)).toBe('Xã Vĩnh Thành, Tỉnh Phú Thọ')
  expect((await areaAt(ctx, [boSao.id], civilDate('2022-01-01'))).get(boSao.id)).toBe(boSao.id)
})

test('a code without a day is ambiguous: 24 was Bắc Giang and is Bắc Ninh', async ({ world }) => {
  const before = await findArea(world.ctx, { code: '24', on: civilDate('2025-06-30') })
  const after = await findArea(world.ctx, { code: '24', on: civilDate('2025-07-01') })
  expect([before?.name, after?.name]).toEqual(['Tỉnh Bắc Giang', 'Tỉnh Bắc Ninh'])
})

test('an officer of a new commune or province has what went into it', async ({ world }) => {
  const within = new Set(await areaIdsWithin(world.ctx, phuTho))
  for (const id of [vinhPhuc, 90025, 90017, 80252, 8740, 250108740, 250708740]) expect(within).toContain(id)
  expect(within).not.toContain(90024)
  const ward = new Set(await areaIdsWithin(world.ctx, 250708740))
  for (const id of [8734, 8740, 250108740]) expect(ward).toContain(id)
})

test('the territory of Vĩnh Phúc is its land under any name, not the province of today', async ({
  world,
}) => {
  const territories = await territoryOf(world.ctx, [
    vinhPhuc,
    80252,
    9097,
    250109097,
    250708740,
    phuTho,
    90024,
    0,
  ])
  expect([...territories.values()]).toEqual([
    ...Array<string>(5).fill('vinh-phuc'),
    'central',
    'central',
    'central',
  ])
})

test('names are found without marks, old names too, only in one’s own area', async ({ world }) => {
  const officer = world.as({
    can: ['geography.read'],
    areaId: phuTho,
    areaIds: await areaIdsWithin(world.ctx, phuTho),
  })
  const found = await officer.call(searchAreas, { q: 'bo sao', level: 3 })
  expect(found).toMatchObject([{ name: 'Xã Bồ Sao', until: '2025-01-01', today: { name: 'Xã Vĩnh Thành' } }])
  expect(await officer.call(searchAreas, { q: 'Ba Đình' })).toEqual([])
  expect(await world.as({ can: ['geography.read'] }).call(searchAreas, { q: 'Ba Đình' })).not.toEqual([])
  await expect(world.as({}).call(searchAreas, { q: 'bo sao' })).rejects.toThrow('forbidden')
})

test('a tree can be walked from the country down, as it was on a day', async ({ world }) => {
  const officer = world.as({ can: ['geography.read'] })
  const province = await officer.call(getArea, { id: vinhPhuc, on: '2024-01-01' })
  expect(province.children.map(({ name }) => name)).toHaveLength(9)
  expect(await officer.call(listChildren, { id: vinhPhuc, on: '2026-01-01' })).toEqual([])
  await expect(officer.call(getArea, { id: 5 })).rejects.toThrow('geography.area_not_found')
})

test('a place is difficult while the list names its commune or its village', async ({ world }) => {
  await sql`insert into geography.classification (area_id, village, kind, during, act) values
    (8911, null, 'extremely_difficult', '[2021-06-01,2026-01-01)', '861/QĐ-TTg'),
    (8914, 'Thôn Đồng Bùa', 'extremely_difficult', '[2021-06-01,)', '612/QĐ-UBDT')`.execute(world.ctx.db())
  const areas = await difficultAreas(world.ctx)
  const on = civilDate('2024-01-01')
  expect(isDifficultArea(areas, { areaId: 8911, village: null, on })).toBe(true)
  expect(isDifficultArea(areas, { areaId: 8911, village: null, on: civilDate('2026-01-01') })).toBe(false)
  expect(isDifficultArea(areas, { areaId: 8914, village: 'thôn Đồng  Bùa', on })).toBe(true)
  expect(isDifficultArea(areas, { areaId: 8914, village: 'Thôn Đồng Bả', on })).toBe(false)
})

test('units edited in the register are seen after it is renewed', async ({ world }) => {
  await findArea(world.ctx, { code: '09097' })
  await sql`update geography.area set name = 'Xã Thử' where id = 9097`.execute(world.ctx.db())
  await renewRegister(world.ctx)
  expect((await findArea(world.ctx, { code: '09097', on: civilDate('2023-01-01') }))?.name).toBe('Xã Thử')
})

test('the calendar of a year comes with its number of working days', async ({ world }) => {
  const { days, workingDays } = await world.as({ can: ['geography.read'] }).call(getCalendar, { year: 2026 })
  expect(days).toContainEqual({
    day: '2026-11-24',
    kind: 'holiday',
    name: 'Ngày Văn hóa Việt Nam 24/11',
    certain: false,
  })
  expect(workingDays).toBe(249)
  await expect(world.as({ can: ['geography.read'] }).call(getCalendar, { year: 2020 })).rejects.toThrow(
    'geography.calendar_year_unknown',
  )
})

test('G-ORG-2: «Phú Thọ» of 2024 is the old province by the map of then, and all three by the map of today', async ({
  world,
}) => {
  const then = civilDate('2024-06-30')
  const provinceOf = async (code: string) => (await findArea(world.ctx, { code, on: then }))!.id
  const communes = async (code: string) => communesOf(world.ctx, await provinceOf(code), then)
  const [phuThoThen, vinhPhucThen, hoaBinhThen] = await Promise.all(['25', '26', '17'].map(communes))
  const today = await communesOf(world.ctx, phuTho, then)
  expect(phuThoThen!.filter((id) => vinhPhucThen!.includes(id) || hoaBinhThen!.includes(id))).toEqual([])
  expect(phuThoThen!.length).toBeLessThan(today.length)
  expect(today).toEqual(
    [...phuThoThen!, ...vinhPhucThen!, ...hoaBinhThen!].toSorted((one, other) => one - other),
  )
  // And of 2025, when there is but the one, both maps are the same.
  const now = civilDate('2025-07-01')
  expect(await communesOf(world.ctx, (await findArea(world.ctx, { code: '25', on: now }))!.id, now)).toEqual(
    await communesOf(world.ctx, phuTho, now),
  )
})
