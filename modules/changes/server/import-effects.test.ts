import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import { findFactNow, listImportRows, registerPeople, startImport } from '#modules/people'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { decided } from '../../entitlement/testing.ts'
import { countImportEffects, importEffects } from './import-effects.ts'

const tamSon = 250708824
let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

test('a list says in money, by the law, what it comes to for whoever is given something already; and nothing is kept', async () => {
  const officer = {
    userId: '0197f000-0000-7000-8000-000000000009',
    areaId: tamSon,
    areaIds: await own.request((ctx) => areaIdsWithin(ctx, tamSon)),
  }
  const registered = await own.request((ctx) =>
    registerPeople(ctx, [
      {
        fullName: 'Lưu Thị Hòa',
        sex: 'female',
        born: civilDate('1980-03-12'),
        bornPrecision: 'day',
        ethnicGroup: null,
        phone: null,
        identifiers: [],
        home: { areaId: tamSon, village: 'Thôn Đông', address: null, from: civilDate('2020-01-01') },
        source: 'Tờ khai',
      },
    ]),
  )
  const personId = registered[0]! // One was asked for.
  // A decision whose ground the register does not know: until the list tells it, nothing is due.
  await own.request((ctx) =>
    grantAwards(ctx, [
      { personId, benefit: 'monthly_allowance', decision: decided(tamSon), from: month('2025-08') },
    ]),
  )
  const list = [
    'Họ và tên;Giới tính;Ngày sinh;Xã;Thôn;Nhóm đối tượng;Số QĐ;Ngày QĐ;Hưởng từ tháng',
    'Lưu Thị Hòa;Nữ;12/03/1980;Tam Sơn;Thôn Đông;Người khuyết tật nặng;7/QĐ-UBND;05/08/2025;8/2025',
    'Đỗ Thị Mai Khanh;Nữ;05/05/1989;Tam Sơn;Thôn Trung;Người khuyết tật nặng;8/QĐ-UBND;05/08/2025;8/2025',
  ]
  const file = new File([list.join('\n')], 'Danh sách.csv')
  const { import: started } = await own.request((ctx) => startImport(ctx, { areaId: tamSon, file }), {
    actor: officer,
  })
  await own.runJobs()
  const ask = () => own.request((ctx) => importEffects(ctx, { ...started, page: 1 }), { actor: officer })
  expect(await ask()).toMatchObject({ ready: 2, jobId: null, counted: null, effects: [] })
  await own.request((ctx) => countImportEffects(ctx, started), { actor: officer })
  await own.runJobs()
  const { effects, counted } = await ask()
  expect(counted).toMatchObject({
    rows: 2,
    people: 1,
    // From the first month of the award.
    looked: { from: '2025-08' },
    lasting: { people: 1, rises: 810_000, falls: 0, begin: 1, end: 0 },
  })
  expect(effects.filter(({ through }) => through === null)).toMatchObject([
    {
      person: { id: personId, fullName: 'Lưu Thị Hòa' },
      component: 'allowance',
      before: 0,
      after: 810_000,
      isAwarded: true,
    },
  ])
  expect(await own.request((ctx) => findFactNow(ctx, personId, 'disability'))).toBeUndefined()
  const { rows } = await own.request(
    (ctx) => listImportRows(ctx, { id: started.id, page: 1, size: 50 }),
    { actor: officer }, // prettier-ignore
  )
  expect(rows.map(({ verdict }) => verdict)).toEqual(['ready', 'ready'])
})
