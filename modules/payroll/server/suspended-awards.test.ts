import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, dayOf, instant, month, type Instant } from '#kernel/civil-date'
import { resumeAward, suspendAward } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { arrearsOf, draw, givenDecision, givenDisabled, regularOf, runOf, tamSon } from '../testing.ts'
import { getRun } from './get-run.ts'
import { setOpening } from './opening.ts'
import { replayRuns } from './replay-runs.ts'

let own: OwnDatabase
let commune: number
let away: string
let home: string
const all = { actor: { permissions: new Set(['payroll.prepare', 'people.read_confidential']) } }

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2025-12-31'))).get(tamSon)!
      ;[away, home] = (await givenDisabled(ctx, [{ areaId: commune }, { areaId: commune }])) as [
        string,
        string,
      ]
      await setOpening(ctx, { month: month('2026-01'), knownAt: instant('2025-12-15T00:00:00Z') })
    },
    { now: instant('2025-11-20T02:00:00Z') },
  )
})
afterAll(() => own.drop())

test('before a suspension a list pays both, while it lasts one of them, and says why', async () => {
  for (const each of ['2026-01', '2026-02', '2026-03']) await draw(own, each, commune)
  expect(await regularOf(own, '2026-03', [away, home])).toEqual([750_000, 750_000])

  // Three months uncollected: April is the first left out (C23).
  await suspend(away, '2026-04', instant('2026-03-18T02:00:00Z'))
  await draw(own, '2026-04', commune)
  await draw(own, '2026-05', commune)
  expect([
    await regularOf(own, '2026-04', [away, home]),
    await regularOf(own, '2026-05', [away, home]),
  ]).toEqual([
    [0, 750_000],
    [0, 750_000],
  ])
  const { comparison } = await run('2026-04')
  expect(comparison.unexplained).toBe(0)
  expect(comparison.changes).toEqual([
    { reason: 'suspended', people: 1, peopleDifference: -1, difference: -750_000 },
  ])
  expect(await arrears('2026-05')).toEqual([])
})

test('after the resumption the months left out come as arrears, once', async () => {
  await resume(away, instant('2026-05-18T02:00:00Z'))
  await draw(own, '2026-06', commune)
  expect(await regularOf(own, '2026-06', [away, home])).toEqual([750_000, 750_000])
  expect(await arrears('2026-06')).toEqual([
    [away, '2026-04', 750_000],
    [away, '2026-05', 750_000],
  ])
  const { comparison } = await run('2026-06')
  expect(comparison.unexplained).toBe(0)
  expect(comparison.changes.map(({ reason }) => reason).toSorted()).toEqual(['arrears', 'resumed'])

  await draw(own, '2026-07', commune)
  expect(await arrears('2026-07')).toEqual([])
  expect(await overpaid()).toEqual([])
})

test('a suspension that reaches back over a list finds it overpaid, and a resumption takes that back unpaid', async () => {
  await suspend(home, '2026-07', instant('2026-07-10T02:00:00Z'))
  await draw(own, '2026-08', commune)
  expect(await regularOf(own, '2026-08', [away, home])).toEqual([750_000, 0])
  expect(await overpaid()).toEqual([[home, '2026-07', 750_000]])

  await resume(home, instant('2026-08-12T02:00:00Z'))
  await draw(own, '2026-09', commune)
  expect(await regularOf(own, '2026-09', [away, home])).toEqual([750_000, 750_000])
  // July stood on its list already; only August was left out.
  expect(await arrears('2026-09')).toEqual([[home, '2026-08', 750_000]])
  expect(await overpaid()).toEqual([])
})

test('every list comes out again as it was drawn up, from what was known then', async () => {
  const replayed = []
  for await (const each of replayRuns((work) => own.request(work), undefined)) replayed.push(each)
  expect(replayed).toHaveLength(9)
  for (const { month: of, differences } of replayed) expect([of, differences]).toEqual([of, []])
})

function suspend(personId: string, from: string, now: Instant) {
  return own.request(
    (ctx) =>
      suspendAward(ctx, {
        personId,
        benefit: 'monthly_allowance',
        from: month(from),
        ground: 'not_collected',
        decision: givenDecision(commune, dayOf(now)),
      }),
    { now },
  )
}

function resume(personId: string, now: Instant) {
  return own.request(
    (ctx) =>
      resumeAward(ctx, {
        personId,
        benefit: 'monthly_allowance',
        decision: { ...givenDecision(commune, dayOf(now)), source: 'office' },
      }),
    { now },
  )
}

function run(benefitMonth: string) {
  return own.request(async (ctx) => getRun(ctx, { id: await runOf(ctx, benefitMonth) }), all)
}

async function arrears(listMonth: string) {
  const lines = await arrearsOf(own, listMonth)
  return lines.map(({ personId, benefitMonth, amount }) => [personId, benefitMonth, amount])
}

/** What is held to be overpaid now. */
async function overpaid() {
  const { rows } = await own.request((ctx) =>
    sql<{ personId: string; benefitMonth: string; amount: number }>`
      select distinct on (person_id, benefit_month) person_id, benefit_month, overpaid.amount
      from payroll.overpaid join payroll.run on run.id = run_id
      order by person_id, benefit_month, run.month desc`.execute(ctx.db()),
  )
  return rows
    .filter(({ amount }) => amount > 0)
    .map(({ personId, benefitMonth, amount }) => [personId, benefitMonth, amount])
}
