import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths, civilDate, instant, month, monthsThrough, type Month } from '#kernel/civil-date'
import { dueIn, refreshStandings, replayPersonMonths } from '#modules/entitlement'
import { areaAt, getArea } from '#modules/geography'
import { recordCircumstance, recordResidence } from '#modules/people'
import { Problem } from '#kernel/problem'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PaymentRunId } from '../contract.ts'
import { accountant, approver, draw, givenDisabled, redraw, tamSon } from '../testing.ts'
import { setOpening } from './opening.ts'
import { approveRun, cancelRun, returnRun, submitRun } from './take-step.ts'

let own: OwnDatabase
let communes: number[]
let province: number
let people: string[]
const opening = month('2026-09')
let clock = 0

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      const became = await areaAt(ctx, [tamSon, 9112], civilDate('2026-06-30'))
      communes = [tamSon, 9112].map((id) => became.get(id)!)
      province = (await getArea(ctx, communes[0]!)).parentId!
      people = await givenDisabled(ctx, [{ areaId: tamSon }, { areaId: 9112 }, { areaId: tamSon }])
      await setOpening(ctx, { month: opening, knownAt: instant('2026-08-15T00:00:00Z'), since: opening })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
})
afterAll(() => own.drop())

const acts = [
  'draw',
  'rest',
  'redraw',
  'submit',
  'approve',
  'return',
  'cancel',
  'heavier',
  'lighter',
  'move',
] as const

const step = (act: (typeof acts)[number], where: number) => ({ act, who: 0, where })

/** One commune has drawn up a month, somebody moves, the other draws it up and leaves it to the first, which thinks again. */
const lostOnTheWay = [
  ...[0, 0, 0, 1, 1].map((where) => step('draw', where)),
  step('move', 1),
  step('draw', 1),
  step('redraw', 0),
]

/** One commune has its list, the rest of the province another, twice over; somebody moves from one to the other and back. */
const withTheRest = [
  step('draw', 0),
  step('rest', 0),
  step('move', 1),
  step('draw', 1),
  step('rest', 0),
  step('cancel', 1),
  step('heavier', 0),
  step('rest', 0),
]

test('however runs are drawn, redrawn, returned and cancelled while facts change and people move, every month is paid once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          act: fc.constantFrom(...acts),
          who: fc.integer({ min: 0, max: 2 }),
          where: fc.integer({ min: 0, max: 1 }),
        }),
        { minLength: 8, maxLength: 14 },
      ),
      async (steps) => {
        await forgetRuns()
        for (const step of steps) await take(step)
        // Nothing is drawn up again by now: what is missing has to come with the next list, wherever somebody lives.
        await drawThrough(month('2026-11'))
        await drawThrough(month('2026-12'))
        expect(await paidAndDue()).toEqual([])
      },
    ),
    { numRuns: 5, seed: 2026, endOnFailure: true, examples: [[lostOnTheWay], [withTheRest]] },
  )
})

/** Every act is tried; one that the state of things refuses is refused by a problem, and changes nothing. */
async function take({ act, who, where }: { act: (typeof acts)[number]; who: number; where: number }) {
  const commune = communes[where]!
  const now = moment()
  const latest = await latestRun(commune)
  try {
    switch (act) {
      case 'draw':
        if ((latest?.month ?? '') < '2026-11')
          await draw(own, latest ? addMonths(latest.month, 1) : opening, commune, now)
        break
      case 'rest': {
        const behind = (await Promise.all(communes.map(latestRun))).map((run) => run?.month ?? '2026-08')
        const next = addMonths(month(behind.toSorted()[0]!), 1)
        if (next <= '2026-11') await draw(own, next, { restOf: province }, now)
        break
      }
      case 'redraw':
        if (latest) await redraw(own, latest.id, now)
        break
      case 'submit':
        if (latest) await own.request((ctx) => submitRun(ctx, latest), { actor: accountant, now })
        break
      case 'approve':
        if (latest) await own.request((ctx) => approveRun(ctx, latest), { actor: approver, now })
        break
      case 'return':
        if (latest)
          await own.request((ctx) => returnRun(ctx, { ...latest, reason: 'Xem lại' }), {
            actor: approver,
            now,
          })
        break
      case 'cancel':
        if (latest)
          await own.request((ctx) => cancelRun(ctx, { ...latest, reason: 'Lập lại từ đầu' }), {
            actor: accountant,
            now,
          })
        break
      case 'heavier':
      case 'lighter':
        await own.request(
          async (ctx) => {
            await setLevel(ctx, people[who]!, act === 'heavier' ? 'exceptionally_severe' : 'severe')
            await refreshStandings(ctx)
          },
          { now },
        )
        break
      case 'move':
        await own.request(
          async (ctx) => {
            await moveTo(ctx, people[who]!, commune)
            await refreshStandings(ctx)
          },
          { now },
        )
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** What every person got for every month, where that is not what they are due by now, or more than ever found overpaid. */
async function paidAndDue() {
  const now = moment()
  const rows = await own.request((ctx) =>
    replayPersonMonths(ctx, people, monthsThrough(opening, month('2026-11')), now),
  )
  const { rows: paid } = await own.request((ctx) =>
    sql<{ personId: string; benefitMonth: Month; amount: number; tooMuch: number }>`
      select person_id, benefit_month, sum(amount)::bigint as amount, coalesce((
        select overpaid.amount from payroll.overpaid join payroll.run on run.id = run_id
        where overpaid.person_id = line.person_id and overpaid.benefit_month = line.benefit_month
        order by run.month desc, known_at desc limit 1), 0)::bigint as too_much
      from payroll.line group by person_id, benefit_month`.execute(ctx.db()),
  )
  return rows.flatMap((row) => {
    const right = dueIn(row).reduce((sum, { amount }) => sum + amount, 0)
    const got = paid.find((one) => one.personId === row.personId && one.benefitMonth === row.month)
    const net = (got?.amount ?? 0) - (got?.tooMuch ?? 0)
    return net === right ? [] : [{ month: row.month, right, ...got }]
  })
}

async function drawThrough(last: Month) {
  for (const commune of communes)
    for (;;) {
      const latest = await latestRun(commune)
      if (latest?.state === 'returned') await redraw(own, latest.id, moment())
      if (latest?.month === last) break
      await draw(own, latest ? addMonths(latest.month, 1) : opening, commune, moment())
    }
}

async function latestRun(commune: number) {
  const { rows } = await own.request((ctx) =>
    sql<{ id: PaymentRunId; month: Month; state: string }>`
      select id, run.month, state from payroll.run join payroll.run_area on run_id = id
      where run_area.area_id = ${commune} order by run.month desc limit 1`.execute(ctx.db()),
  )
  return rows[0]
}

async function setLevel(ctx: Ctx, personId: string, level: string) {
  const { rows } = await sql<{ id: string }>`select id from people.circumstance
    where person_id = ${personId} and retracted_at is null`.execute(ctx.db())
  await recordCircumstance(ctx, {
    personId,
    kind: 'disability',
    detail: { level, types: ['sight'], issuedOn: '2020-01-01' },
    from: civilDate('2020-01-01'),
    until: null,
    evidence: null,
    source: 'test',
    replaces: rows[0]!.id,
  } as unknown as Parameters<typeof recordCircumstance>[1])
}

/** Far enough apart that whoever looks back a day further than needed does not thereby see everything. */
function moment() {
  clock++
  return instant(
    Temporal.Instant.from('2026-11-10T02:00:00Z')
      .add({ hours: 49 * clock })
      .toString(),
  )
}

let moved = 0

/** Each move is a day after the one before, so that it can be recorded; all of them before the first month paid. */
async function moveTo(ctx: Ctx, personId: string, areaId: number) {
  moved++
  const from = civilDate(Temporal.PlainDate.from('2025-09-01').add({ days: moved }).toString())
  await recordResidence(ctx, {
    personId,
    areaId,
    village: null,
    address: null,
    from,
    source: 'test',
  } as Parameters<typeof recordResidence>[1])
}

async function forgetRuns() {
  await own.request(async (ctx) => {
    for (const table of ['line', 'roll', 'change', 'overpaid', 'control_total', 'run_area', 'run'])
      await sql`delete from payroll.${sql.id(table)}`.execute(ctx.db())
    await sql`delete from platform.job`.execute(ctx.db())
  })
}
