import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { areaAt, getArea } from '#modules/geography'
import { readSheet } from '#platform/server/sheets'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PaymentRunId } from '../contract.ts'
import { accountant, approver, draw, drawnOn, givenDisabled, redraw, tamSon } from '../testing.ts'
import { downloadList } from './download-list.ts'
import { generateRun } from './generate-run.ts'
import { getRun } from './get-run.ts'
import { setOpening } from './opening.ts'
import { cancelRun, returnRun, submitRun } from './take-step.ts'

const thoTang = 9112
const songLo = 8848

let own: OwnDatabase
let first: number
let other: number
let province: number
let alone: PaymentRunId
let rest: PaymentRunId

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      const became = await areaAt(ctx, [tamSon, thoTang], civilDate('2026-06-30'))
      first = became.get(tamSon)!
      other = became.get(thoTang)!
      province = (await getArea(ctx, first)).parentId!
      await givenDisabled(ctx, [
        { areaId: tamSon },
        { areaId: thoTang },
        { areaId: thoTang },
        { areaId: songLo },
      ])
      await setOpening(ctx, { month: month('2026-11'), knownAt: instant('2026-10-15T00:00:00Z') })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
})
afterAll(() => own.drop())

test('one commune has its list, and the rest of the province is drawn up by one more order', async () => {
  const shown: (readonly [done: number, total: number | null])[] = []
  const progress = async (done: number, total: number | null) => void shown.push([done, total])
  alone = (await draw(own, '2026-11', first, drawnOn(month('2026-11')), crypto.randomUUID(), progress)).id
  // All four people are read, because people move; told is how far it is of the one who lives there.
  expect(shown.slice(1).map(([, total]) => total)).toEqual(shown.slice(1).map(() => 1))
  expect(shown.at(-1)).toEqual([1, 1])
  const whole = draw(own, '2026-11', province)
  await expect(whole).rejects.toMatchObject({
    code: 'payroll.month_already_generated',
    details: { runId: alone, count: 1 },
  })
  const requestId = crypto.randomUUID()
  const november = drawnOn(month('2026-11'))
  rest = (await draw(own, '2026-11', { restOf: province }, november, requestId)).id
  const run = await own.request((ctx) => getRun(ctx, { id: rest }))
  expect(run).toMatchObject({
    area: { id: province },
    except: [{ id: first, name: 'Xã Tam Sơn' }],
    totals: { people: 3, lines: 3 },
  })
  expect(run.byArea.map(({ area, people }) => [area.id, people])).toContainEqual([other, 2])
  const file = await own.request((ctx) => downloadList(ctx, { id: rest, format: 'xlsx' }))
  expect(file.name).toBe('Danh sách chi trả 2026-11 - Tỉnh Phú Thọ, phần còn lại.xlsx')
  const sheet = await readSheet({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  expect(sheet.rows[3]?.cells[0]?.text).toBe('Không gồm Xã Tam Sơn: đã có danh sách riêng.')
  // Every unit of the province is on exactly one list, and everybody is paid once.
  const { rows } = await own.request((ctx) =>
    sql<{ people: number; lines: number; units: number }>`
      select count(distinct person_id)::int as people, count(*)::int as lines,
        (select count(*)::int from payroll.run_area where month = '2026-11' and run_id = ${rest}) as units
      from payroll.line where month = '2026-11'`.execute(ctx.db()),
  )
  expect(rows[0]).toMatchObject({ people: 4, lines: 4 })
  expect(rows[0]!.units).toBeGreaterThan(50)

  // The same order sent twice is one; another finds nothing left.
  const again = await own.request(
    (ctx) => generateRun(ctx, { month: month('2026-11'), areaId: province, rest: true, requestId }),
    { actor: accountant, now: november },
  )
  expect(again.id).toBe(rest)
  await expect(draw(own, '2026-11', { restOf: province })).rejects.toMatchObject({
    code: 'payroll.month_already_generated',
    details: { left: 0 },
  })
})

test('the month after, neither holds the other in place', async () => {
  const december = await draw(own, '2026-12', first)
  // The commune has a later list, so its own is held; that of the rest is not.
  await own.request((ctx) => submitRun(ctx, { id: rest }), { actor: accountant })
  await own.request((ctx) => returnRun(ctx, { id: rest, reason: 'Xem lại số người' }), { actor: approver })
  const held = own.request((ctx) => cancelRun(ctx, { id: alone, reason: 'Lập lại từ đầu' }), {
    actor: accountant,
  })
  await expect(held).rejects.toThrow('payroll.run_rests_under_later')
  // Nothing is laid on the list that was returned.
  await expect(draw(own, '2026-12', { restOf: province })).rejects.toThrow('payroll.month_before_returned')

  await redraw(own, rest, instant('2026-11-24T02:00:00Z'))
  await own.request((ctx) => cancelRun(ctx, { id: december.id, reason: 'Lập lại từ đầu' }), {
    actor: accountant,
  })
  // With nobody listed apart, the rest is the whole.
  const whole = await draw(own, '2026-12', { restOf: province })
  const run = await own.request((ctx) => getRun(ctx, whole))
  expect(run).toMatchObject({ except: [], totals: { people: 4, lines: 4 } })
})
