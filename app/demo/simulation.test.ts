import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { civilDate, instant, month, type Instant } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { grantAwards, law, refreshStandings, type Regime } from '#modules/entitlement'
import { cancelRun } from '#modules/payroll'
import { runSimulation, reformOf, type Scenario } from '#modules/simulation'
import { openDatabase, type Database } from '#platform/server/database'
import { dropDatabase } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { runNextJob } from '#platform/server/worker'
import { decided, givenPerson, givenRelation, severe } from '../../modules/entitlement/testing.ts'
import { draw, type Bench } from '../../modules/payroll/testing.ts'
import { aftermath, jobKinds } from '../composition.ts'
import { copyOfDemonstration } from '../testing/demonstration.ts'
import { holdTestServer } from '../testing/test-server.ts'
import { findOffices } from './accounts.ts'

const server = await holdTestServer()
const name = `${inject('copies')}_simulation`
let urls: Awaited<ReturnType<typeof copyOfDemonstration>>
let db: Database
let bench: Bench
let province: number

beforeAll(async () => {
  urls = await copyOfDemonstration(server, name)
  db = openDatabase(urls.programUrl, 4)
  bench = {
    programUrl: urls.programUrl,
    request: (work, { actor, now = instant('2026-12-05T02:00:00Z') } = {}) =>
      request(db, { actor: { ...systemActor(), ...actor }, now }, aftermath, work),
  }
  province = await bench.request(async (ctx) => (await findOffices(ctx)).province)
})
afterAll(async () => {
  await db.destroy()
  await dropDatabase(server, name)
  server.release()
})

const december = month('2026-12')
const unchanged = { month: december, from: december, takeUp: 100, changes: [] }

test('a scenario that changes nothing costs what the list of the month costs, to the đồng', async () => {
  const now = instant('2026-12-05T02:00:00Z')
  const { id } = await draw(bench, december, province, now)
  const paid = await paidBy(id)
  await bench.request((ctx) => cancelRun(ctx, { id, reason: 'Lập lại từ đầu' }), { actor: anybody, now })

  const result = await simulate({ ...unchanged, areaId: province }, now)
  expect(paid.lines).toBeGreaterThan(200)
  expect(result.before).toMatchObject({ lines: paid.lines, amount: paid.amount, people: paid.people })
  expect(result.after).toEqual(result.before)
  expect(result.cost).toMatchObject({ byAwards: 0, fresh: 0, monthly: 0 })
  expect(result.all).toMatchObject({ gained: 0, lost: 0, raised: 0, lowered: 0, switched: 0, fresh: 0 })
  expect(result.unchanged).toBe(paid.people)
  const told = result.byArea.filter(({ before }) => before !== null && before > 0)
  expect(told.length).toBeGreaterThan(0)
  for (const { area, before } of told) expect(before).toBe(paid.byArea.get(area.id))
  for (const cut of [result.byGroup, result.bySex, result.byAge, result.byPoverty]) {
    const sums = cut.map(({ before }) => before)
    const sum = sums.reduce<number>((total, before) => total + (before ?? 0), 0)
    // What is withheld is something.
    expect(sums.includes(null) ? sum < paid.amount : sum === paid.amount).toBe(true)
  }
})

test.for<[string, string, Scenario['changes']]>([
  ['a higher standard', '2026-12-06T02:00:00Z', [{ kind: 'standard', value: dong(600_000) }]],
  [
    'a reform by which some lose, some gain and some get less',
    '2026-12-07T02:00:00Z',
    [
      { kind: 'standard', value: dong(580_000) },
      { kind: 'coefficient', rule: 'MSA-6-3', value: 10 },
      { kind: 'poverty', group: 'MSA-4', to: 'poor' },
      { kind: 'age', group: 'SP-A', whose: 'person', from: 75 * 12, to: 80 * 12 },
      { kind: 'without', group: 'CARE-3' },
    ],
  ],
])('%s is what a list drawn up under that law pays', async ([, moment, changes]) => {
  const now = instant(moment)
  const scenario: Scenario = { ...unchanged, areaId: province, changes }
  const result = await simulate(scenario, now)
  const paid = await underLawOf(scenario, now, async () => {
    const { id } = await draw(bench, december, province, now)
    const found = await paidBy(id)
    await bench.request((ctx) => cancelRun(ctx, { id, reason: 'Lập lại từ đầu' }), { actor: anybody, now })
    return found
  })
  expect(result.after).toMatchObject({ lines: paid.lines, amount: paid.amount, people: paid.people })
  expect(result.after.amount).not.toBe(result.before.amount)
  expect(result.cost.byAwards).toBe(result.after.amount - result.before.amount)
})

test('a couple both of whom a reform gives the share for raising children is counted once, with the higher, as a list pays them', async () => {
  const now = instant('2026-12-08T02:00:00Z')
  const longer = [{ kind: 'age', group: 'CARE-2', whose: 'child', from: 36, to: 48 } as const]
  const scenario: Scenario = { ...unchanged, areaId: province, changes: longer }
  const without = await simulate(scenario, now)
  const wife = await bench.request(givenCouple, { now })
  // A register read a minute ago would do for whoever asks at once.
  const found = await simulate(scenario, instant('2026-12-08T03:00:00Z'))
  // Both raise a child of three and a half, and she another: 2,0 × 540.000.
  expect(found.all.fresh! - without.all.fresh!).toBe(1)
  expect(found.cost.fresh - without.cost.fresh).toBe(1_080_000)

  const paid = await underLawOf(scenario, now, async () => {
    // A decision gives the share to one of them, and would be refused the other.
    const decision = decided(communeOfCouple, { signedOn: civilDate('2026-12-07') })
    await bench.request(
      (ctx) => grantAwards(ctx, [{ personId: wife, benefit: 'parenting_support', from: december, decision }]),
      { now },
    )
    const { id } = await draw(bench, december, province, now)
    const paid = await paidBy(id)
    await bench.request((ctx) => cancelRun(ctx, { id, reason: 'Lập lại từ đầu' }), { actor: anybody, now })
    return paid
  })
  expect(paid.amount).toBe(without.after.amount + found.cost.fresh - without.cost.fresh)
})

const communeOfCouple = 8824

/** Wife and husband with a severe disability, who raise a child of three and a half; she brought another along. */
async function givenCouple(ctx: Parameters<typeof givenPerson>[0]): Promise<string> {
  const areaId = communeOfCouple
  const [child, other] = [
    await givenPerson(ctx, { born: '2023-05-10', areaId }),
    await givenPerson(ctx, { born: '2023-04-10', areaId }),
  ]
  const wife = await givenPerson(ctx, { born: '1994-05-10', areaId, facts: [severe] })
  const husband = await givenPerson(ctx, { born: '1992-05-10', areaId, facts: [severe] })
  for (const parent of [wife, husband]) await givenRelation(ctx, parent, 'parent_of', child)
  await givenRelation(ctx, wife, 'parent_of', other)
  await givenRelation(ctx, husband, 'spouse_of', wife)
  await refreshStandings(ctx)
  return wife
}

const anybody = { permissions: new Set(['payroll.prepare']) }

async function simulate(scenario: Scenario, now: Instant) {
  const run = () => bench.request((ctx) => runSimulation(ctx, { scenario }), { now })
  const first = await run()
  if (first.state === 'done') return first.result
  const onError = (error: unknown): never => {
    throw error
  }
  while (await runNextJob({ db, programUrl: urls.programUrl, kinds: jobKinds, aftermath, onError }));
  const second = await run()
  if (second.state !== 'done') throw new Error('The register was not read')
  return second.result
}

/** The lines of the month itself; arrears for earlier ones are no part of what a month costs. */
async function paidBy(runId: string) {
  const { rows } = await bench.request((ctx) =>
    sql<{ lines: number; people: number; amount: number }>`
      select count(*)::int as lines, count(distinct person_id)::int as people, sum(amount)::bigint as amount
      from payroll.line where run_id = ${runId} and month = ${december} and kind = 'regular'`.execute(
      ctx.db(),
    ),
  )
  const { rows: areas } = await bench.request((ctx) =>
    sql<{ areaId: number; amount: number }>`
      select area_id as "areaId", sum(amount)::bigint as amount from payroll.line
      where run_id = ${runId} and month = ${december} and kind = 'regular' group by area_id`.execute(
      ctx.db(),
    ),
  )
  return { ...rows[0]!, byArea: new Map(areas.map(({ areaId, amount }) => [areaId, amount])) }
}

/** Lets the whole program go by a reformed law for a while. */
async function underLawOf<Found>(
  scenario: Scenario,
  now: Instant,
  work: () => Promise<Found>,
): Promise<Found> {
  const reform = await bench.request(async (ctx) => reformOf(law, scenario, ctx.today), { now })
  if (!reform.isSound) throw new Error(JSON.stringify(reform.refusals))
  const regimes = law.regimes as unknown as Regime[] // The law is one object that everybody reads.
  regimes.push(reform.law.regimes.at(-1)!)
  try {
    return await work()
  } finally {
    regimes.pop()
  }
}
