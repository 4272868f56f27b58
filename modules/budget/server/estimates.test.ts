import type { AnySchema, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { sql } from 'kysely'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { grantAwards, refreshStandings } from '#modules/entitlement'
import { areaAt, areaIdsWithin } from '#modules/geography'
import { allocateFund, openFund } from '#modules/payments'
import { call } from '#platform/contract/call'
import type { Endpoint } from '#platform/contract/endpoint'
import { httpApp } from '#platform/server/http'
import type { Actor } from '#platform/server/context'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { decided, givenPerson, severe, tamSon, thoTang } from '../../entitlement/testing.ts'
import * as contract from '../contract.ts'
import type { EstimateId, EstimateView } from '../contract.ts'
import { causes } from '../domain/causes.ts'
import { budgetRoutes } from './routes.ts'

const phuTho = 250790025
const interruptedJob = createRequire(import.meta.url).resolve('#testing/interrupted-job')
const one = 810_000 // Severe disability: 1,5 × 540.000.
const pension = 540_000
let own: OwnDatabase
let communes: [tamSon: number, thoTang: number]
let specialist: Client
let approver: Client
let commune: Client

beforeAll(async () => {
  own = await openOwnDatabase()
  await own.request(async (ctx) => {
    for (let index = 0; index < 4; index++) await givenDisabled(ctx, tamSon, `19${70 + index}-05-10`)
    await givenDisabled(ctx, thoTang, '1980-01-01')
    // Will be 75 in May 2027, and receives nothing yet.
    await givenPerson(ctx, { born: '1952-05-20', areaId: thoTang })
    await refreshStandings(ctx)
    const now = await areaAt(ctx, [tamSon, thoTang], civilDate('2026-11-30'))
    communes = [now.get(tamSon)!, now.get(thoTang)!]
  })
  const within = async (areaId: number) => ({
    areaId,
    areaIds: [...(await own.request((ctx) => areaIdsWithin(ctx, areaId)))],
  })
  const may = (...permissions: string[]) => ({ permissions: new Set(permissions) })
  const ofProvince = await within(phuTho)
  specialist = as({
    ...ofProvince,
    ...may('budget.read', 'budget.estimate', 'budget.submit'),
    userId: crypto.randomUUID(),
    name: 'Lê Minh Hạnh',
  })
  approver = as({
    ...ofProvince,
    ...may('budget.read', 'budget.submit'),
    userId: crypto.randomUUID(),
    name: 'Nguyễn Văn Duyệt',
  })
  commune = as({
    ...(await within(communes[0])),
    ...may('budget.read'),
    userId: crypto.randomUUID(),
    name: 'Hà Thị Xuân',
  })
})
afterAll(() => own.drop())

describe('an estimate without deaths and trend', () => {
  let estimate: EstimateView

  beforeAll(async () => {
    estimate = await made('Luật và tuổi')
  })

  test('is what the law gives the people there are, and whoever comes of age', () => {
    expect(estimate.total.amountParts).toEqual({
      base: 12 * 5 * one,
      ageing: 8 * pension,
      law: 0,
      deaths: 0,
      trend: 0,
    })
    expect(estimate.byMonth.map(({ people }) => people)).toEqual([5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6])
    expect(estimate.basis).toMatchObject({ base: { grants: 5, amount: 5 * one, listed: null }, lawTurns: [] })
    expect(estimate.backtest).toBeNull()
  })

  test('adds up: communes, lines, months and causes', () => {
    for (const rows of [estimate.byArea, estimate.byLine, estimate.byMonth]) {
      expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(estimate.total.amount)
      expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(estimate.total.people)
    }
    for (const { amount, amountParts } of estimate.byArea)
      expect(causes.reduce((sum, cause) => sum + amountParts[cause], 0)).toBe(amount)
  })

  test('opens for a commune, for a line, and for both', async () => {
    const { id } = estimate
    const ofCommune = await specialist(contract.getEstimate, { id, areaId: communes[1] })
    expect(ofCommune.total.amount).toBe(12 * one + 8 * pension)
    const line = ofCommune.byLine.find(({ component }) => component === 'social_pension')!
    const ofBoth = await specialist(contract.getEstimate, { id, areaId: communes[1], line: line.line })
    expect(ofBoth.total).toMatchObject({ amount: 8 * pension, people: 8 })
  })

  test('half of whom a birthday gives a right, if half of them apply; the same again for the same grounds', async () => {
    const half = await made('Một nửa', { takeUpPercent: 50 })
    expect(half.total.amountParts.ageing).toBe(4 * pension)
    const again = await made('Một nửa, lần hai', { takeUpPercent: 50 })
    expect(again.byMonth).toEqual(half.byMonth)
  })

  test('loses those who die, and says how many', async () => {
    const dying = await made('Có tử vong', { mortalityPercent: 100 })
    const { deaths } = dying.total.amountParts
    expect(deaths).toBeLessThan(0)
    expect(dying.total.amount).toBe(estimate.total.amount + deaths)
    // Whoever dies within a month is paid for it, so in the first of the months to come nobody is missing yet.
    const first = await made('Tháng đầu', { mortalityPercent: 300 }, 2026)
    expect(first.byMonth.map(({ month, people }) => [month, people])).toEqual([['2026-12', 5]])
    expect(first.total.amountParts.deaths).toBe(0)
  })

  test('asked for twice by one request is one, and a name is taken once', async () => {
    const requestId = crypto.randomUUID()
    const order = { ...ordered({}), name: 'Chỉ một', requestId }
    await specialist(contract.makeEstimate, order)
    await own.runJobs()
    await specialist(contract.makeEstimate, order)
    await own.runJobs()
    const { estimates } = await specialist(contract.listEstimates, {})
    expect(estimates.filter(({ name }) => name === 'Chỉ một')).toHaveLength(1)
    await expect(
      specialist(contract.makeEstimate, { ...order, name: 'chỉ MỘT', requestId: crypto.randomUUID() }),
    ).rejects.toThrow('budget.name_taken')
  })

  test('killed while it is reckoned leaves nothing, and is made once, the same, by whoever comes next', async () => {
    const name = 'Bị ngắt giữa chừng'
    const named = async () => {
      const { estimates } = await specialist(contract.listEstimates, {})
      return estimates.filter((one) => one.name === name)
    }
    await specialist(contract.makeEstimate, { ...ordered({}), name, requestId: crypto.randomUUID() })
    await killOnceItSpeaks(own, interruptedJob, own.programUrl, 'budget.estimate')
    expect(await named()).toEqual([])
    await own.request((ctx) =>
      sql`update platform.job set leased_until = now() where state = 'running'`.execute(ctx.db()),
    )
    await own.runJobs()
    const found = await named()
    expect(found).toHaveLength(1)
    const { byMonth, byArea, byLine } = await specialist(contract.getEstimate, { id: found[0]!.id })
    expect({ byMonth, byArea, byLine }).toEqual({
      byMonth: estimate.byMonth,
      byArea: estimate.byArea,
      byLine: estimate.byLine,
    })
  })
})

describe('what is refused', () => {
  test.for([
    ['a year that is over', { year: 2025 }, 'budget.year_past'],
    ['a year too far ahead', { year: 2040 }, 'budget.year_too_far'],
    ['a month before any law', { baseMonth: '2015-03', year: 2015 }, 'budget.base_unknown'],
    ['a month that lies ahead', { baseMonth: '2027-06' }, 'budget.base_unknown'],
    ['a unit of others', { areaId: 90001 }, 'budget.area_not_yours'],
  ] as const)('%s', async ([, more, code]) => {
    const order = { ...ordered({}), ...more, name: `Bị từ chối ${code}`, requestId: crypto.randomUUID() }
    await expect(specialist(contract.makeEstimate, order)).rejects.toThrow(code)
  })

  test('a month in which nobody receives anything: the job says so, and nothing is left', async () => {
    const order = {
      ...ordered({}),
      baseMonth: '2021-12',
      year: 2022,
      name: 'Trống',
      requestId: crypto.randomUUID(),
    }
    await specialist(contract.makeEstimate, order)
    await own.runJobs()
    const { rows } = await own.request((ctx) =>
      sql<{
        code: string
      }>`select problem->>'code' as code from platform.job where once = ${order.requestId}`.execute(ctx.db()),
    )
    expect(rows).toEqual([{ code: 'budget.register_empty' }])
    const { estimates } = await specialist(contract.listEstimates, {})
    expect(estimates.map(({ name }) => name)).not.toContain('Trống')
  })
})

describe('submission', () => {
  let id: EstimateId

  beforeAll(async () => {
    ;({ id } = await made('Bản trình'))
  })

  test('a commune sees nothing of a draft', async () => {
    await expect(commune(contract.getEstimate, { id })).rejects.toThrow('budget.estimate_not_found')
    expect((await commune(contract.listEstimates, {})).estimates).toEqual([])
  })

  test('is not done by whoever made it, in the database either', async () => {
    await expect(specialist(contract.submitEstimate, { id })).rejects.toThrow('budget.second_person_needed')
    await expect(
      own.request((ctx) =>
        sql`update budget.estimate set submitted_by = made_by, submitted_name = 'x', submitted_at = now() where id = ${id}`.execute(
          ctx.db(),
        ),
      ),
    ).rejects.toThrow('estimate_submitted_by_second')
  })

  test('locks it: nothing of it changes any more, one of a year is submitted, and a commune sees its own figures', async () => {
    await approver(contract.submitEstimate, { id })
    await expect(approver(contract.submitEstimate, { id })).rejects.toThrow('budget.estimate_submitted')
    await expect(specialist(contract.removeEstimate, { id })).rejects.toThrow('budget.estimate_submitted')
    await expect(
      own.request((ctx) => sql`update budget.estimate set name = 'khác' where id = ${id}`.execute(ctx.db())),
    ).rejects.toThrow('A submitted estimate is not changed')
    await expect(
      own.request((ctx) =>
        sql`update budget.figure set trend_amount = 1 where estimate_id = ${id}`.execute(ctx.db()),
      ),
    ).rejects.toThrow('Figures of an estimate are not changed')
    const other = await made('Bản khác')
    await expect(approver(contract.submitEstimate, { id: other.id })).rejects.toThrow('budget.year_submitted')

    const seen = await commune(contract.getEstimate, { id })
    expect(seen.total.amount).toBe(12 * 4 * one)
    expect(seen.byArea.map(({ area }) => area.id)).toEqual([communes[0]])
  })

  test('the form and the workbook say that they were not compared', async () => {
    const pdf = (await approver(contract.downloadEstimate, { id, format: 'pdf' })) as File
    expect(new TextDecoder('latin1').decode(await pdf.slice(0, 5).arrayBuffer())).toBe('%PDF-')
    const sheet = (await approver(contract.downloadEstimate, { id, format: 'xlsx' })) as File
    expect(sheet.size).toBeGreaterThan(2000)
  })

  test('the year says which budget line ends, when, and what is missing', async () => {
    await own.request(async (ctx) => {
      const given = { areaId: phuTho, year: 2027, source: 'province', share: 100 } as const
      const short = await openFund(ctx, { ...given, programme: 'monthly_allowance', code: '2027-TC' })
      await allocateFund(ctx, { id: short.id, amount: dong(10 * 5 * one + 1), decision: '1/QĐ' })
      const enough = await openFund(ctx, { ...given, programme: 'social_pension', code: '2027-HT' })
      await allocateFund(ctx, { id: enough.id, amount: dong(8 * pension), decision: '1/QĐ' })
    })
    const { lines, estimate } = await approver(contract.getYearOfBudget, { year: 2027 })
    expect(estimate).toMatchObject({ id, isSubmitted: true })
    const [allowance, social] = ['monthly_allowance', 'social_pension'].map((programme) =>
      lines.find((line) => line.programme === programme)!,
    )
    expect(allowance!.outlook).toMatchObject({
      runsOut: '2027-11',
      missing: 2 * 5 * one - 1,
      mid: 12 * 5 * one,
    })
    expect(social!.outlook).toMatchObject({ runsOut: null, missing: 0, left: 0 })
  })
})

async function made(name: string, assumptions: object = {}, year = 2027): Promise<EstimateView> {
  await specialist(contract.makeEstimate, {
    ...ordered(assumptions),
    year,
    name,
    requestId: crypto.randomUUID(),
  })
  await own.runJobs()
  const { estimates } = await specialist(contract.listEstimates, {})
  return specialist(contract.getEstimate, { id: estimates.find((estimate) => estimate.name === name)!.id })
}

function ordered(assumptions: object) {
  return {
    year: 2027,
    baseMonth: month('2026-11'),
    areaId: phuTho,
    assumptions: { mortalityPercent: 0, trendPercent: 0, trendMonths: 3, ...assumptions },
  }
}

async function givenDisabled(ctx: Parameters<typeof givenPerson>[0], areaId: number, born: string) {
  const personId = await givenPerson(ctx, { areaId, born, facts: [severe] })
  await refreshStandings(ctx)
  await grantAwards(ctx, [
    { personId, benefit: 'monthly_allowance', from: month('2022-03'), decision: decided(areaId) },
  ])
}

type Client = <Input extends AnySchema, Output extends AnySchema, Problems extends ErrorMap>(
  endpoint: Endpoint<Input, Output, Problems>,
  input: InferSchemaInput<Input>,
) => Promise<InferSchemaOutput<Output>>

/** A client of the API as somebody. */
function as(actor: Partial<Actor>): Client {
  const app = httpApp(budgetRoutes, {
    respondTo: () => (work) => own.request(work, { actor }),
    onIncident: (error) => {
      throw error
    },
  })
  return (endpoint, input) => call(async (request) => app.fetch(request), endpoint, input)
}
