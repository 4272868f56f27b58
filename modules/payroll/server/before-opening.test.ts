import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import { recordCircumstance } from '#modules/people'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { draw, givenDisabled, tamSon } from '../testing.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number
let heavier: string
let quiet: string

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-06-30'))).get(tamSon)!
      const [one, other] = await givenDisabled(ctx, [{ areaId: tamSon }, { areaId: tamSon }])
      ;[heavier, quiet] = [one!, other!]
      await setOpening(ctx, {
        month: month('2026-09'),
        knownAt: instant('2026-08-15T00:00:00Z'),
        since: month('2026-07'),
      })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
})
afterAll(() => own.drop())

test('a law that reaches back before the opening adds to what was learnt since the opening, and is not taken from it', async () => {
  await own.request(
    async (ctx) => {
      const { rows } = await sql<{ id: string }>`select id from people.circumstance
        where person_id = ${heavier} and retracted_at is null`.execute(ctx.db())
      await recordCircumstance(ctx, {
        personId: heavier,
        kind: 'disability',
        detail: { level: 'exceptionally_severe', types: ['sight'], issuedOn: '2020-01-01' },
        from: civilDate('2020-01-01'),
        until: null,
        evidence: null,
        source: 'test',
        replaces: rows[0]!.id,
      } as never)
    },
    { now: instant('2026-08-18T02:00:00Z') },
  )
  // Lists of the 20th of August, September and October; the last knows Decree 335.
  for (const benefitMonth of ['2026-09', '2026-10', '2026-11']) await draw(own, benefitMonth, commune)
  const arrears = (personId: string) =>
    own.request(async (ctx) => {
      const { rows } = await sql<{ row: string }>`
        select concat_ws(' ', month, benefit_month, amount) as row from payroll.line
        where person_id = ${personId} and kind = 'arrears' order by month, benefit_month`.execute(ctx.db())
      return rows.map(({ row }) => row)
    })
  expect(await arrears(quiet)).toEqual([
    '2026-11 2026-07 60000',
    '2026-11 2026-08 60000',
    '2026-11 2026-09 60000',
    '2026-11 2026-10 60000',
  ])
  expect(await arrears(heavier)).toEqual([
    '2026-09 2026-07 250000',
    '2026-09 2026-08 250000',
    '2026-11 2026-07 80000',
    '2026-11 2026-08 80000',
    '2026-11 2026-09 80000',
    '2026-11 2026-10 80000',
  ])
  const { rows } = await own.request((ctx) => sql`select from payroll.overpaid`.execute(ctx.db()))
  expect(rows).toEqual([])
})
