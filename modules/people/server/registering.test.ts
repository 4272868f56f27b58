import { describe, expect } from 'vitest'
import { test } from '#testing/world'
import * as operations from '../contract.ts'
import { takeTouched } from '../db/touched.ts'
import { communes, officerOf, pageOf, recorder, register, source } from '../testing.ts'

describe('registering', () => {
  test('keeps the name as written, and who, where and by what number', async ({ world }) => {
    const id = await register(world, {
      fullName: '  Nguyễn  Thị Hòa '.normalize('NFD'),
      number: '026 138 001234',
      village: 'Thôn Đông',
    })
    expect(await pageOf(world, id)).toMatchObject({
      fullName: 'Nguyễn Thị Hòa',
      born: '1938-03-12',
      identifiers: [{ kind: 'personal_id', number: '026138001234', findings: [] }],
      home: { id: communes.tamSon, name: 'Xã Tam Sơn' },
      village: 'Thôn Đông',
      residences: [{ during: { from: '1938-03-12', until: null } }],
    })
    expect(await takeTouched(world.ctx, 10)).toEqual([id])
  })

  test.for([
    ['in the future', { born: '2036-03-12' }, 'people.birth_in_future', { suggested: '1936-03-12' }],
    ['13 digits', { number: '0261380012345' }, 'people.wrong_number_length', { digits: 13 }],
    ['11 digits', { number: '26138001234' }, 'people.wrong_number_length', { suggested: '026138001234' }],
    ['nowhere', { areaId: 999_999_999 }, 'people.area_not_found', {}],
    ['from tomorrow', { from: '2026-11-24' }, 'people.starts_in_future', {}],
    ['before birth', { from: '1938-03-11' }, 'people.starts_before_birth', {}],
    [
      'a whole day where only the year is known',
      { bornPrecision: 'year' },
      'people.born_precision_differs',
      { field: 'bornPrecision' },
    ],
    ['a day where only the month is known', { bornPrecision: 'month' }, 'people.born_precision_differs', {}],
    ['no telephone number', { phone: 'abc' }, 'people.phone_wrong', { field: 'phone' }],
  ] as const)('%s is refused', async ([, differing, code, data], { world }) => {
    await expect(register(world, differing)).rejects.toMatchObject({ code, data })
  })

  test('a number that says another sex or birth year is asked about, and taken with a reason', async ({
    world,
  }) => {
    const man = { fullName: 'Trần Văn Nam', sex: 'male' as const, born: '1960-05-04', number: '026138001234' }
    await expect(register(world, man)).rejects.toMatchObject({
      code: 'people.number_contradicts',
      data: { says: ['number_sex_differs', 'number_birth_year_differs'] },
    })
    const id = await register(world, { ...man, keptBecause: 'Thẻ căn cước ghi đúng như vậy' })
    expect(await pageOf(world, id)).toMatchObject({
      identifiers: [{ number: man.number, source: 'Tờ khai; Thẻ căn cước ghi đúng như vậy' }],
    })
    const woman = await register(world)
    const record = { personId: woman, kind: 'personal_id' as const, number: '026038001234', source }
    const officer = await officerOf(world, communes.tamSon)
    await expect(officer.call(operations.recordIdentifier, record)).rejects.toMatchObject({
      code: 'people.number_contradicts',
    })
    await officer.call(operations.recordIdentifier, { ...record, keptBecause: 'Đã xem thẻ căn cước' })
  })

  test('a number in use says whose it is, to whoever may know', async ({ world }) => {
    const id = await register(world, { number: '026138001234', areaId: communes.songLo })
    await expect(register(world, { number: '026138001234' })).rejects.toMatchObject({
      code: 'people.number_in_use',
      data: { personId: id, fullName: 'Nguyễn Thị Hòa' },
    })
    const officer = await officerOf(world, communes.tamSon)
    const refusal = await officer
      .call(operations.registerPerson, {
        fullName: 'Trần Thị Nam',
        sex: 'female',
        born: '1938-01-01',
        bornPrecision: 'year',
        identifiers: [{ kind: 'personal_id', number: '026138001234' }],
        home: { areaId: communes.tamSon },
        source,
      })
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'people.number_in_use' })
    expect(JSON.stringify(refusal)).not.toContain(id)
  })

  test('sent twice, it is done once; another command under the same id is refused', async ({ world }) => {
    const requestId = crypto.randomUUID()
    const id = await register(world, { requestId })
    expect(await register(world, { requestId })).toBe(id)
    await expect(register(world, { requestId, fullName: 'Lê Thị Mận' })).rejects.toMatchObject({
      code: 'people.request_reused',
    })
  })
})

test('a corrected name is the name from now on, and what it was before stays on the page', async ({
  world,
}) => {
  const id = await register(world, { fullName: 'Nguyễn Thị Hoa' })
  await recorder(world).call(operations.correctIdentity, { personId: id, fullName: 'Nguyễn Thị Hòa', source })
  const page = await pageOf(world, id)
  expect(page.fullName).toBe('Nguyễn Thị Hòa')
  expect(page.formerIdentities).toMatchObject([{ fullName: 'Nguyễn Thị Hoa', source: 'Tờ khai' }])
  await expect(
    recorder(world).call(operations.correctIdentity, { personId: id, fullName: 'Nguyễn Thị Hòa', source }),
  ).rejects.toMatchObject({ code: 'people.nothing_to_correct' })
  await expect(
    recorder(world).call(operations.correctIdentity, { personId: id, born: '2036-03-12', source }),
  ).rejects.toMatchObject({ code: 'people.birth_in_future' })
})

test('a correction that the person’s own number contradicts is asked about, unless it was so before', async ({
  world,
}) => {
  const id = await register(world, { number: '026138001234' })
  const correct = (differing: Record<string, unknown>) =>
    recorder(world).call(operations.correctIdentity, { personId: id, source, ...differing })
  await expect(correct({ sex: 'male' })).rejects.toMatchObject({
    code: 'people.number_contradicts',
    data: { says: ['number_sex_differs'] },
  })
  await correct({ fullName: 'Nguyễn Thị Hoà' })
  await correct({ born: '1939-03-12', keptBecause: 'Giấy khai sinh gốc ghi như vậy' })
  // The year has been looked at; another day of it contradicts nothing new.
  await correct({ born: '1939-04-12' })
  expect((await pageOf(world, id)).identifiers[0]!.findings.map(({ code }) => code)).toEqual([
    'number_birth_year_differs',
  ])
})
