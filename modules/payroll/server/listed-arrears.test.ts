import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month, type Month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import { arrearsOf, draw, givenDecision, givenDisabled, regularOf, tamSon } from '../testing.ts'
import { arrearsOfListed } from './listed-arrears.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-06-30'))).get(tamSon)!
      await givenDisabled(ctx, [{ areaId: tamSon }])
      await setOpening(ctx, {
        month: month('2026-09'),
        knownAt: instant('2026-08-15T00:00:00Z'),
        since: month('2026-05'),
      })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
  for (const listed of ['2026-09', '2026-10']) await draw(own, listed, commune)
})
afterAll(() => own.drop())

test('what a list is said to bring as arrears is what the next run pays, without the months lists of before have paid', async () => {
  const people = await own.request(async (ctx) => {
    const ids: string[] = []
    for (const _ of paidBefore) ids.push(await givenPerson(ctx, { areaId: tamSon, facts: [severe] }))
    return ids
  })
  const listed = people.map((personId, index) => ({
    personId,
    benefit: 'monthly_allowance' as const,
    areaId: commune,
    from: month('2022-03'),
    paidThrough: paidBefore[index]!,
  }))
  const now = instant('2026-10-19T02:00:00Z')
  const told = await own.request((ctx) => arrearsOfListed(ctx, listed), { now })
  await own.request(
    (ctx) =>
      grantAwards(
        ctx,
        listed.map(({ paidThrough, ...grant }) => ({
          ...grant,
          paidFrom:
            paidThrough && month(Temporal.PlainYearMonth.from(paidThrough).add({ months: 1 }).toString()),
          decision: givenDecision(tamSon),
        })),
      ),
    { now },
  )
  await draw(own, '2026-11', commune)

  const paid = await arrearsOf(own, '2026-11')
  const monthsOf = (personId: string) =>
    paid
      .filter((line) => line.personId === personId)
      .map(({ benefitMonth, amount }) => ({ month: benefitMonth, amount }))
  expect(people.map(monthsOf)).toEqual(told)
  // As far as the installation looks back; from the month after the last one paid; and nothing.
  expect(told.map((months) => months.map((one) => one.month))).toEqual([
    ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
    ['2026-09', '2026-10'],
    [],
  ])
  expect(await regularOf(own, '2026-11', people)).toEqual([810_000, 810_000, 810_000])
  const { rows } = await own.request((ctx) => sql`select from payroll.overpaid`.execute(ctx.db()))
  expect(rows).toEqual([])
})

const paidBefore: readonly (Month | null)[] = [null, month('2026-08'), month('2026-10')]
