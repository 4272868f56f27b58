import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { closeAwards } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { recordCircumstance, recordDeath, recordResidence } from '#modules/people'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PaymentRunId } from '../contract.ts'
import {
  accountant,
  allLines,
  draw,
  drawnOn,
  givenDecision,
  givenDisabled,
  jobAt,
  redraw,
  tamSon,
} from '../testing.ts'
import { generate } from './generate.ts'
import { regenerateRun } from './generate-run.ts'
import { cancelRun } from './take-step.ts'
import { getRun } from './get-run.ts'
import { givenByLists } from './given-by-lists.ts'
import { paymentsOfPerson } from './person-payments.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number
let people: string[]
const all = { actor: { permissions: new Set(['payroll.prepare', 'people.read_confidential']) } }

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-06-30'))).get(tamSon)!
      people = await givenDisabled(ctx, [
        { name: 'Phùng Thị Mận', areaId: tamSon },
        { name: 'Đỗ Văn Ất', areaId: tamSon, level: 'exceptionally_severe' },
        { name: 'Lê Thị Út', areaId: tamSon },
      ])
      await setOpening(ctx, { month: month('2026-06'), knownAt: instant('2026-05-15T00:00:00Z') })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
  for (const benefitMonth of ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'])
    await draw(own, benefitMonth, commune)
})
afterAll(() => own.drop())

describe('a run', () => {
  test('pays what the law gives in its month, and nothing else', async () => {
    const run = await findRun('2026-06')
    expect(run.totals).toEqual({ people: 3, lines: 3, amount: 750_000 + 1_000_000 + 750_000 })
    expect(run).toMatchObject({ state: 'checking', engineTotal: 2_500_000 })
    expect(run.comparison).toMatchObject({ hasMonthBefore: false, changes: [], unexplained: 0 })
    expect(run.totalInWords).toBe('Hai triệu năm trăm nghìn đồng')
    expect(run.byArea).toMatchObject([{ area: { id: commune }, people: 3 }])
  })

  test('of an unchanged month changes nothing', async () => {
    const run = await findRun('2026-10')
    expect(run.comparison).toMatchObject({ hasMonthBefore: true, changes: [], unexplained: 0 })
    expect(run.totals.amount).toBe(2_500_000)
  })

  test('drawn up again from the same knowledge is the same, to the fingerprint', async () => {
    const before = await own.request(allLines)
    const { id, inputsHash } = await findRun('2026-10')
    await redraw(own, id, drawnOn(month('2026-10')))
    expect(await own.request(allLines)).toEqual(before)
    expect((await findRun('2026-10')).inputsHash).toBe(inputsHash)
  })

  test('tells how far it is of a number known from the first, and never goes back', async () => {
    const { id } = await findRun('2026-10')
    const now = drawnOn(month('2026-10'))
    const { jobId } = await own.request((ctx) => regenerateRun(ctx, { id, requestId: crypto.randomUUID() }), {
      actor: accountant,
      now,
    })
    const seen: [number, number | null][] = []
    const progress = async (done: number, total: number | null) => void seen.push([done, total])
    await generate(jobAt(own, { runId: id, jobId, now, progress }))
    const measured = seen.filter(([, total]) => total !== null)
    const total = measured[0]![1]!
    expect(total).toBeGreaterThanOrEqual(3)
    expect(measured.every((shown) => shown[1] === total)).toBe(true)
    expect(measured.map(([done]) => done)).toEqual(measured.map(([done]) => done).toSorted((a, b) => a - b))
    expect(measured.at(-1)![0]).toBe(total)
  })

  test('after a law that reaches back pays the difference for each month since, once', async () => {
    const { id } = await draw(own, '2026-11', commune)
    const run = await findRun('2026-11')
    expect(run.totals).toEqual({ people: 3, lines: 3 + 3 * 4, amount: 2_700_000 + 4 * 200_000 })
    expect(run.comparison).toMatchObject({
      unexplained: 0,
      changes: [
        { reason: 'arrears', people: 3, difference: 800_000 },
        { reason: 'raised', people: 3, difference: 200_000 },
      ],
    })
    // A month and its arrears are one sum, for whoever decides about the new amount.
    const asked = { personIds: [people[0]!], from: month('2026-07'), through: month('2026-11') }
    const given = await own.request((ctx) => givenByLists(ctx, asked))
    expect(given.map(({ month, amount }) => `${month} ${amount}`).toSorted()).toEqual(
      ['07', '08', '09', '10', '11'].map((day) => `2026-${day} 810000`),
    )
    // However many lines somebody has, they are one person wherever these are counted.
    expect(await peopleAndLines(id)).toEqual([
      { dimension: 'area', people: 3, lines: 15 },
      { dimension: 'component', people: 3, lines: 15 },
      { dimension: 'kind', people: 3, lines: 12 },
      { dimension: 'kind', people: 3, lines: 3 },
      { dimension: 'pay_point', people: 3, lines: 15 },
    ])
    await expectArrears(people[0]!, '2026-07', {
      due: 810_000,
      paidBefore: 750_000,
      paid: [{ month: '2026-07', amount: 750_000 }],
      law: { vi: 'Nghị định 335/2026/NĐ-CP' },
    })
    const { id: december } = await draw(own, '2026-12', commune)
    expect((await findRun('2026-12')).comparison).toMatchObject({
      unexplained: 0,
      changes: [{ reason: 'arrears_ended', people: 3, difference: -800_000 }],
    })
    const ofMonths = { benefitMonths: ['2026-07', '2026-08', '2026-09', '2026-10'] }
    expect(await arrearsChanges(id)).toEqual(Array(3).fill({ reason: 'arrears', detail: ofMonths }))
    expect(await arrearsChanges(december)).toEqual(
      Array(3).fill({ reason: 'arrears_ended', detail: ofMonths }),
    )
    await own.request(
      async (ctx) => cancelRun(ctx, { id: (await findRun('2026-12')).id, reason: 'Lập lại từ đầu' }),
      {
        actor: accountant,
      },
    )
    await own.request((ctx) => cancelRun(ctx, { id, reason: 'Lập lại từ đầu' }), { actor: accountant })
  })
})

describe('what is learnt late', () => {
  test('a heavier disability is paid from its month on, a death is reported as overpaid, a move takes the money along', async () => {
    const [mover, dead, heavier] = people as [string, string, string]
    const elsewhere = await otherCommune()
    await own.request(
      async (ctx) => {
        await recordDeath(ctx, { personId: dead, diedOn: civilDate('2026-07-03'), source: 'test' } as never)
        await closeAwards(ctx, [
          {
            personId: dead,
            benefit: 'monthly_allowance',
            lastMonth: month('2026-07'),
            reason: 'died',
            decision: givenDecision(commune, civilDate('2026-10-06')),
          },
        ])
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
        await recordResidence(ctx, {
          personId: mover,
          areaId: elsewhere,
          village: null,
          address: null,
          from: civilDate('2026-10-10'),
          source: 'test',
        } as never)
      },
      { now: instant('2026-10-12T02:00:00Z') },
    )
    await draw(own, '2026-11', commune)
    const run = await findRun('2026-11')
    const reasons = Object.fromEntries(
      run.comparison.changes.map(({ reason, people: count }) => [reason, count]),
    )
    // The dead were due the raise of July too.
    expect(reasons).toEqual({ died: 1, moved_out: 1, raised: 1, arrears: 2 })
    expect(run.comparison.unexplained).toBe(0)
    // Of three one died, whose arrears are still paid, and one moved; nobody but them is gained or lost.
    expect(run.comparison.rows).toMatchObject([
      { what: 'people', before: 3, now: 1 },
      { what: 'arrears_only', before: 0, now: 1 },
      { what: 'regular' },
      { what: 'arrears' },
      { what: 'total' },
    ])
    expect(run.comparison.changes.map(({ reason, peopleDifference }) => [reason, peopleDifference])).toEqual([
      ['arrears', 0],
      ['died', -1],
      ['moved_out', -1],
      ['raised', 0],
    ])
    // Paid 1.000.000 a month for August, September and October after a death in July.
    expect(run.overpaid).toEqual({ people: 1, months: 3, amount: 3_000_000 })
    const { rows } = await own.request((ctx) =>
      sql<{
        benefitMonth: string
        amount: number
      }>`select benefit_month, amount from payroll.line where month = '2026-11'
        and kind = 'arrears' and person_id = ${heavier} order by 1`.execute(ctx.db()),
    )
    // What the program gave nothing of was given before the program was there.
    const before = { due: 1_000_000, paidBefore: 750_000, paid: [] }
    await expectArrears(heavier, '2026-05', before)
    await expectArrears(heavier, '2026-06', { ...before, paid: [{ month: '2026-06', amount: 750_000 }] })
    // A year before the opening too, against what the law gave as it was known at the opening.
    expect(rows.slice(0, 12).every(({ amount }) => amount === 250_000)).toBe(true)
    expect(rows.slice(12)).toEqual([
      { benefitMonth: '2026-06', amount: 250_000 },
      { benefitMonth: '2026-07', amount: 1_080_000 - 750_000 },
      { benefitMonth: '2026-08', amount: 1_080_000 - 750_000 },
      { benefitMonth: '2026-09', amount: 1_080_000 - 750_000 },
      { benefitMonth: '2026-10', amount: 1_080_000 - 750_000 },
    ])
  })

  test('whoever moved is paid in the new place, with what was still owed', async () => {
    const elsewhere = await otherCommune()
    for (const benefitMonth of ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'])
      await draw(own, benefitMonth, elsewhere)
    const { id } = await draw(own, '2026-11', elsewhere)
    const run = await own.request((ctx) => getRun(ctx, { id }), all)
    expect(run.totals).toEqual({ people: 1, lines: 5, amount: 810_000 + 4 * 60_000 })
    expect(run.comparison.changes).toEqual([
      { reason: 'arrears', people: 1, peopleDifference: 0, difference: 240_000 },
      { reason: 'moved_in', people: 1, peopleDifference: 1, difference: 810_000 },
    ])
    expect(run.comparison.unexplained).toBe(0)
  })

  test('what one unit found overpaid, the list of another does not withdraw', async () => {
    const { rows } = await own.request((ctx) =>
      sql<{ areaId: number; months: number; amount: number }>`
        select run.area_id, count(*)::int as months, sum(amount)::bigint as amount
        from payroll.overpaid join payroll.run on run.id = run_id group by 1`.execute(ctx.db()),
    )
    expect(rows).toEqual([{ areaId: commune, months: 3, amount: 3_000_000 }])
  })
})

async function otherCommune() {
  return own.request(async (ctx) => (await areaAt(ctx, [9112], civilDate('2026-10-31'))).get(9112)!)
}

async function findRun(benefitMonth: string) {
  const { rows } = await own.request((ctx) =>
    sql<{ id: PaymentRunId }>`
    select id from payroll.run where month = ${benefitMonth} and area_id = ${commune} and state <> 'cancelled'`.execute(
      ctx.db(),
    ),
  )
  const run = await own.request((ctx) => getRun(ctx, { id: rows[0]!.id }), all)
  const { hasMonthBefore, rows: compared, changes } = run.comparison
  const difference = compared.find(({ what }) => what === 'people')!.difference
  expect(changes.reduce((sum, { peopleDifference }) => sum + peopleDifference, 0)).toBe(
    hasMonthBefore ? difference : 0,
  )
  return run
}

async function peopleAndLines(id: PaymentRunId) {
  const { rows } = await own.request((ctx) =>
    sql<{ dimension: string; people: number; lines: number }>`
      select dimension, people, lines from payroll.control_total
      where run_id = ${id} and dimension not in ('all', 'before', 'rule') order by dimension, key`.execute(
      ctx.db(),
    ),
  )
  return rows
}

/** What a person reads of where the arrears of a month come from. */
async function expectArrears(personId: string, benefitMonth: string, origin: object) {
  const { months } = await own.request((ctx) => paymentsOfPerson(ctx, { personId }))
  const lines = months.flatMap((run) => run.lines)
  const line = lines.find((one) => one.kind === 'arrears' && one.benefitMonth === benefitMonth)
  expect(line).toMatchObject({ arrears: origin, decision: { number: expect.any(String) } })
  expect(line!.arrears!.due - line!.arrears!.paidBefore).toBe(line!.amount)
  expect(lines.filter(({ kind }) => kind === 'regular').every(({ arrears }) => arrears === null)).toBe(true)
}

async function arrearsChanges(id: PaymentRunId) {
  const { rows } = await own.request((ctx) =>
    sql`select reason, detail from payroll.change where run_id = ${id} and reason like 'arrears%'`.execute(
      ctx.db(),
    ),
  )
  return rows
}
