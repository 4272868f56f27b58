import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { arrearsOf, draw, drawnOn, givenDisabled, tamSon } from '../testing.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number
let people: string[]

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2025-12-31'))).get(tamSon)!
      people = await givenDisabled(ctx, [{ areaId: commune }, { areaId: commune, born: '1950-02-03' }])
      await setOpening(ctx, { month: month('2026-01'), knownAt: instant('2025-12-15T00:00:00Z') })
    },
    { now: instant('2025-07-20T02:00:00Z') },
  )
  for (const each of ['2026-01', '2026-02', '2026-03']) await draw(own, each, commune)
})
afterAll(() => own.drop())

test('a corrected rule pays what lists by the former text had left out, to everybody it touches, once', async () => {
  // As if a text with 1,4 instead of 1,5 had been in force when the lists of February and March were drawn up.
  await own.request(async (ctx) => {
    await sql`update payroll.line set coefficient = 14, amount = standard * 14 / 10, rule_set = 'with a slip'
      where month in ('2026-02', '2026-03') and coefficient = 15`.execute(ctx.db())
    await sql`update payroll.run set law = 'with a slip' where month in ('2026-02', '2026-03')`.execute(
      ctx.db(),
    )
  })
  await draw(own, '2026-04', commune)
  // 1,5 × 500.000 less 1,4 × 500.000; nobody’s facts have changed.
  expect(await arrearsOf(own, '2026-04')).toEqual([
    { personId: people[0], benefitMonth: '2026-02', amount: 50_000 },
    { personId: people[0], benefitMonth: '2026-03', amount: 50_000 },
  ])
  await draw(own, '2026-05', commune)
  expect(await arrearsOf(own, '2026-05')).toEqual([])
})

test('the list after the next looks at nobody again', async () => {
  const seen: (string | undefined)[] = []
  await draw(own, '2026-06', commune, drawnOn(month('2026-06')), undefined, async (_done, _total, stage) => {
    seen.push(stage)
  })
  expect(seen).toContain('lines')
  expect(seen).not.toContain('arrears')
})
