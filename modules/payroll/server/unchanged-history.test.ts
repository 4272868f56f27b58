import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths, civilDate, instant, month } from '#kernel/civil-date'
import { noteChanged } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { draw, drawnOn, givenDisabled, tamSon } from '../testing.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number
let people: string[]

/** Ages that turn within the months looked at: 16 and 60 change the coefficient of a disability, 75 brings a pension. */
const births = [
  '1951-02-14',
  '1951-05-31',
  '1966-03-01',
  '1984-05-10',
  '2010-01-31',
  '2010-04-20',
  '2012-02-29',
]

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2025-12-31'))).get(tamSon)!
      people = await givenDisabled(
        ctx,
        births.flatMap((born) =>
          (['severe', 'exceptionally_severe'] as const).map((level) => ({ areaId: commune, born, level })),
        ),
      )
      await setOpening(ctx, { month: month('2026-01'), knownAt: instant('2025-12-15T00:00:00Z') })
    },
    { now: instant('2025-07-20T02:00:00Z') },
  )
})
afterAll(() => own.drop())

test('arrears of an unchanged history are zero, however often everybody is looked at again', async () => {
  let lists = 0
  for (let each = month('2026-01'); each <= month('2026-08'); each = addMonths(each, 1)) {
    // Everybody is looked at again, in every month since a year before the opening.
    await own.request((ctx) => noteChanged(ctx, people), { now: drawnOn(each) })
    await draw(own, each, commune)
    lists++
  }
  const { rows } = await own.request((ctx) =>
    sql<{ kind: string; lines: number; months: number }>`
      select kind, count(*)::int as lines, count(distinct month)::int as months
      from payroll.line group by kind`.execute(ctx.db()),
  )
  expect(rows).toEqual([{ kind: 'regular', lines: people.length * lists, months: lists }])
  const { rows: overpaid } = await own.request((ctx) =>
    sql`select person_id, benefit_month, amount from payroll.overpaid`.execute(ctx.db()),
  )
  expect(overpaid).toEqual([])
})

test('so they are once a law has reached back and its difference has been paid', async () => {
  // Decree 335 is known from 21 August: in force on 5 October, it reaches back to July.
  for (const each of ['2026-09', '2026-10', '2026-11', '2026-12'].map(month)) {
    await own.request((ctx) => noteChanged(ctx, people), { now: drawnOn(each) })
    await draw(own, each, commune)
  }
  const { rows } = await own.request((ctx) =>
    sql<{ month: string; people: number; benefitMonths: string }>`
      select month, count(distinct person_id)::int as people,
        string_agg(distinct benefit_month::text, ' ' order by benefit_month::text) as benefit_months
      from payroll.line where kind = 'arrears' group by month`.execute(ctx.db()),
  )
  expect(rows).toEqual([
    { month: '2026-11', people: people.length, benefitMonths: '2026-07 2026-08 2026-09 2026-10' },
  ])
})
