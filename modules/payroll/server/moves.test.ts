import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month, type Instant } from '#kernel/civil-date'
import { refreshStandings } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { recordCircumstance, recordResidence } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { accountant, draw, givenDisabled, redraw, tamSon } from '../testing.ts'
import { setOpening } from './opening.ts'
import { cancelRun } from './take-step.ts'

const on = (day: string) => instant(`${day}T02:00:00Z`)
const lastYear = on('2025-08-01')

let own: OwnDatabase
let from: number
let to: number
let stays: string
let moves: string
let learns: string

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
})
afterAll(() => own.drop())

/** Two communes whose lists of a month are drawn up on different days, and three people of the first. */
async function begin() {
  await own.request(
    async (ctx) => {
      const tables = ['line', 'roll', 'change', 'overpaid', 'control_total', 'run_area', 'run']
      for (const table of tables) await sql`delete from payroll.${sql.id(table)}`.execute(ctx.db())
      await sql`delete from platform.job`.execute(ctx.db())
      const became = await areaAt(ctx, [tamSon, 9112], civilDate('2026-06-30'))
      ;[from, to] = [tamSon, 9112].map((id) => became.get(id)!) as [number, number] // Two were asked for.
      const home = { areaId: tamSon }
      ;[stays, moves, learns] = (await givenDisabled(ctx, [home, home, home])) as [string, string, string]
      await setOpening(ctx, { month: month('2026-09'), knownAt: on('2026-08-15'), since: month('2026-09') })
    },
    { now: lastYear },
  )
  for (const unit of [from, to])
    for (const benefitMonth of ['2026-09', '2026-10']) await draw(own, benefitMonth, unit)
}

test('whoever moved between two lists of a month loses nothing when the first is drawn up again', async () => {
  await begin()
  const { id } = await draw(own, '2026-11', from, on('2026-10-20'))
  await moveAway('2026-10-22', { heavier: false })
  await draw(own, '2026-11', to, on('2026-10-24'))
  await redraw(own, id, on('2026-10-26'))
  await drawDecember()
  expect(await paidMonths()).toEqual(everyMonth(810_000))
})

test('a certificate recorded together with the move is paid from its month on', async () => {
  await begin()
  await draw(own, '2026-11', from, on('2026-10-20'))
  await moveAway('2026-10-22', { heavier: true })
  await draw(own, '2026-11', to, on('2026-10-24'))
  await drawDecember()
  expect(await paidMonths()).toEqual(everyMonth(1_080_000))
})

test('nor when the first list is cancelled after the next month was drawn up where they live now', async () => {
  await begin()
  const { id } = await draw(own, '2026-11', from, on('2026-10-20'))
  await moveAway('2026-10-22', { heavier: false })
  await draw(own, '2026-11', to, on('2026-10-24'))
  await draw(own, '2026-12', to, on('2026-11-20'))
  await own.request((ctx) => cancelRun(ctx, { id, reason: 'Lập lại từ đầu' }), {
    actor: accountant,
    now: on('2026-11-25'),
  })
  await draw(own, '2026-11', from, on('2026-11-27'))
  await draw(own, '2026-12', from, on('2026-11-27'))
  await draw(own, '2027-01', to, on('2026-12-20'))
  expect(await paidMonths()).toEqual(everyMonth(810_000))
})

test('what a list learnt of a newcomer stays, when it and the list they come from are drawn up again', async () => {
  await begin()
  const { id: late } = await draw(own, '2026-11', from, on('2026-10-10'))
  await own.request(
    async (ctx) => {
      await heavier(ctx, learns)
      await move(ctx, learns, '2026-10-14')
      await refreshStandings(ctx)
    },
    { now: on('2026-10-15') },
  )
  await draw(own, '2026-11', to, on('2026-10-20'))
  const { id } = await draw(own, '2026-12', to, on('2026-11-20'))
  await redraw(own, late, on('2026-11-25'))
  await redraw(own, id, on('2026-11-26'))
  const given = await paid()
  for (const benefitMonth of ['2026-09', '2026-10', '2026-11'])
    expect([benefitMonth, given.get(`${learns} ${benefitMonth}`)]).toEqual([benefitMonth, 1_080_000])
})

/** Two of them are recorded as moved; of one, it may be, a certificate since the month before. */
async function moveAway(day: string, { heavier: isHeavier }: { heavier: boolean }) {
  await own.request(
    async (ctx) => {
      for (const personId of [moves, learns]) await move(ctx, personId, '2026-10-21')
      if (isHeavier) for (const personId of [moves, learns]) await heavier(ctx, personId)
      await refreshStandings(ctx)
    },
    { now: on(day) },
  )
}

async function drawDecember(now: Instant = on('2026-11-20')) {
  for (const unit of [from, to]) await draw(own, '2026-12', unit, now)
}

const months = ['2026-09', '2026-10', '2026-11', '2026-12']

/** What whoever stays and the two who move got for each month, to the đồng. */
async function paidMonths() {
  const given = await paid()
  return months.map((benefitMonth) => [
    benefitMonth,
    ...[stays, moves, learns].map((id) => given.get(`${id} ${benefitMonth}`)),
  ])
}

const everyMonth = (amount: number) => months.map((benefitMonth) => [benefitMonth, 810_000, amount, amount])

async function paid(): Promise<ReadonlyMap<string, number>> {
  const { rows } = await own.request((ctx) =>
    sql<{ key: string; amount: number }>`
      select person_id || ' ' || benefit_month as key, sum(amount)::bigint as amount
      from payroll.line group by 1`.execute(ctx.db()),
  )
  return new Map(rows.map(({ key, amount }) => [key, amount]))
}

function move(ctx: Ctx, personId: string, day: string) {
  return recordResidence(ctx, {
    personId,
    areaId: to,
    village: null,
    address: null,
    from: civilDate(day),
    source: 'test',
  } as Parameters<typeof recordResidence>[1])
}

async function heavier(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ id: string }>`select id from people.circumstance
    where person_id = ${personId} and retracted_at is null`.execute(ctx.db())
  await recordCircumstance(ctx, {
    personId,
    kind: 'disability',
    detail: { level: 'exceptionally_severe', types: ['sight'], issuedOn: '2020-01-01' },
    from: civilDate('2020-01-01'),
    until: null,
    evidence: null,
    source: 'test',
    replaces: rows[0]!.id,
  } as unknown as Parameters<typeof recordCircumstance>[1])
}
