import type { AnySchema, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant, month, type Instant } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import { recordDeath } from '#modules/people'
import { call } from '#platform/contract/call'
import type { Endpoint } from '#platform/contract/endpoint'
import { httpApp } from '#platform/server/http'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import * as payments from '../../payments/contract.ts'
import { accountant, clientOf, givenApprovedRun, staffOf } from '../../payments/testing.ts'
import * as contract from '../contract.ts'
import type { WaveId, WavePlan } from '../contract.ts'
import { countResults, listResults } from '../db/results.ts'
import { counted } from '../testing.ts'
import { cashlessRoutes } from './routes.ts'

const presently = instant('2026-11-23T02:00:00Z')
const lan = { userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Nguyễn Thị Lan' }
const thoTang = 9112
let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let within: readonly number[]

beforeAll(async () => {
  own = await openOwnDatabase()
  town = await givenApprovedRun(own)
  within = await own.request((ctx) => areaIdsWithin(ctx, town.commune))
  await counted(own.request)
})
afterAll(() => own.drop())

describe('who is paid how', () => {
  test('payees are those of the last approved list, by the way they are paid now', async () => {
    const {
      total,
      ways,
      byDisability,
      communes,
      month: of,
    } = await planner().call(contract.getCashlessOverview, {})
    expect(total).toEqual({ payees: 9, cashless: 6, checked: 0, doubtful: 0, atHome: 0 })
    expect(ways.toSorted(byWay)).toEqual([
      { way: 'account', payees: 6 },
      { way: 'cash_point', payees: 3 },
    ])
    expect(byDisability).toMatchObject([{ key: 'severe', payees: 9 }])
    expect(communes).toMatchObject([
      { area: { name: 'Xã Tam Sơn' }, wave: null, lacking: null, leftAlone: 0 },
    ])
    expect(of).toBe('2026-11')
  })

  test('every part adds up to all', async () => {
    const { total, byAge, bySex, byReceiver, byDisability } = await planner().call(
      contract.getCashlessOverview,
      {},
    )
    for (const parts of [byAge, bySex, byReceiver, byDisability])
      expect(parts.reduce((sum, { payees }) => sum + payees, 0)).toBe(total.payees)
  })

  test('another commune sees nobody of this one', async () => {
    const elsewhere = clientIn({ areaId: thoTang, areaIds: [thoTang] })
    expect((await elsewhere.call(contract.getCashlessOverview, {})).total.payees).toBe(0)
    expect((await elsewhere.call(contract.listCampaign, {})).rows).toEqual([])
    await expect(
      elsewhere.call(contract.recordVisit, { ...visit('not_met'), personId: town.people[2]! }),
    ).rejects.toThrow('cashless.payee_not_found')
  })
})

describe('a plan', () => {
  let id: WaveId

  test('holds a commune once at a time, and says who has it', async () => {
    const requestId = crypto.randomUUID()
    const ask = () => planner().call(contract.planWave, { ...plan(), requestId })
    const [made, pressedTwice] = await Promise.all([ask(), ask()])
    expect(pressedTwice).toEqual(made)
    expect(await ask()).toEqual(made)
    id = made.id
    await expect(
      planner().call(contract.planWave, {
        ...plan({ name: 'Đợt 2', isPilot: false }),
        requestId: crypto.randomUUID(),
      }),
    ).rejects.toThrow('cashless.commune_in_another_wave')
    // The database holds it too, whatever the program believes.
    await expect(
      own.request((ctx) =>
        sql`with other as (insert into cashless.wave (request_id, area_id, name, is_pilot, first_month)
            values (gen_random_uuid(), ${town.commune}, 'Khác', false, '2027-01') returning id)
          insert into cashless.wave_commune select id, ${town.commune}, '[2027-01-01,)' from other`.execute(
          ctx.db(),
        ),
      ),
    ).rejects.toThrow('wave_commune_once_at_a_time')
  })

  test('begins with its pilots', async () => {
    await expect(
      planner().call(contract.planWave, {
        ...plan({ name: 'Sớm', isPilot: false, firstMonth: month('2026-05'), lastMonth: month('2026-06') }),
        targets: [{ month: month('2026-05'), share: 10 }],
        requestId: crypto.randomUUID(),
      }),
    ).rejects.toThrow('cashless.wave_before_pilot')
  })

  test('aims higher from month to month, within its own units', async () => {
    const sinking = [
      { month: month('2026-11'), share: 60 },
      { month: month('2027-01'), share: 50 },
    ]
    const ask = (differing: Partial<WavePlan>) =>
      planner().call(contract.planWave, { ...plan(differing), requestId: crypto.randomUUID() })
    await expect(ask({ targets: sinking })).rejects.toThrow('cashless.targets_not_rising')
    await expect(ask({ lastMonth: month('2026-10') })).rejects.toThrow('cashless.wave_months_reversed')
    await expect(ask({ areaIds: [thoTang] })).rejects.toThrow('cashless.area_not_yours')
    const longAgo = { firstMonth: month('2019-01'), lastMonth: month('2019-12') }
    await expect(ask({ ...longAgo, targets: [{ month: month('2019-01'), share: 10 }] })).rejects.toThrow(
      'cashless.wave_too_early',
    )
  })

  test('shows how many are lacking, commune by commune', async () => {
    const { communes } = await planner().call(contract.getCashlessOverview, {})
    // Of nine, 80 of a hundred are eight; six have an account.
    expect(communes).toMatchObject([{ wave: { id, name: 'Đợt 1', target: 80 }, lacking: 2 }])
  })

  test('keeps what it was, who changed it and why, and lets nobody overwrite what they have not seen', async () => {
    const change = { id, version: 1, reason: 'Thêm chỉ tiêu cuối năm', ...plan({ name: 'Đợt thí điểm' }) }
    expect(await planner().call(contract.changeWave, change)).toEqual({ version: 2 })
    await expect(planner().call(contract.changeWave, change)).rejects.toThrow(
      'cashless.wave_changed_meanwhile',
    )
    const [wave] = await planner().call(contract.listWaves, {})
    expect(wave).toMatchObject({
      name: 'Đợt thí điểm',
      payees: 9,
      cashless: 6,
      target: 80,
      changes: [
        {
          what: 'changed',
          by: lan.name,
          reason: 'Thêm chỉ tiêu cuối năm',
          plan: { communes: ['Xã Tam Sơn'] },
        },
        { what: 'planned', reason: null, plan: { name: 'Đợt 1' } },
      ],
    })
    await expect(
      own.request((ctx) => sql`update cashless.wave_change set reason = 'khác'`.execute(ctx.db())),
    ).rejects.toThrow('append-only')
  })

  test('given up, it frees its communes', async () => {
    await planner().call(contract.cancelWave, { id, version: 2, reason: 'Lập lại' })
    await expect(planner().call(contract.cancelWave, { id, version: 3, reason: 'Lần nữa' })).rejects.toThrow(
      'cashless.wave_cancelled',
    )
    const again = await planner().call(contract.planWave, { ...plan(), requestId: crypto.randomUUID() })
    const waves = await planner().call(contract.listWaves, {})
    expect(waves.map((wave) => [wave.id, wave.isCancelled, wave.communes.length])).toEqual([
      [again.id, false, 1],
      [id, true, 0],
    ])
  })
})

describe('whoever still gets cash', () => {
  const [first, second, third] = [2, 5, 8]
  const person = (place: number) => town.people[place]!

  test('stands on the list of the commune, and nobody else does', async () => {
    const { rows, total, standings } = await officer().call(contract.listCampaign, {})
    expect(new Set(rows.map((row) => row.person.id))).toEqual(
      new Set([first, second, third].map((at) => person(at!))),
    )
    expect(total).toBe(3)
    expect(standings.find(({ standing }) => standing === 'open')).toEqual({ standing: 'open', payees: 3 })
  })

  test('is given to an officer, whom the list names', async () => {
    await givenOfficer()
    await officer().call(contract.assignPayees, { personIds: [person(first!)], assigneeId: lan.userId })
    const { rows } = await officer().call(contract.listCampaign, { isMine: 'true' })
    expect(rows).toMatchObject([{ person: { id: person(first!) }, assignee: lan.name, isMine: true }])
    await expect(
      officer().call(contract.assignPayees, { personIds: [person(0)], assigneeId: crypto.randomUUID() }),
    ).rejects.toThrow('cashless.assignee_not_found')
    await expect(
      officer().call(contract.assignPayees, { personIds: [crypto.randomUUID()], assigneeId: null }),
    ).rejects.toThrow('cashless.payee_not_found')
  })

  test('says no once, and is not asked again before the day that was named', async () => {
    const no = { ...visit('declined'), reason: 'used_to_cash' as const, askAgainOn: '2027-05-23' }
    await expect(
      officer().call(contract.recordVisit, { ...no, askAgainOn: '2026-11-23', personId: person(second!) }),
    ).rejects.toThrow('cashless.ask_again_past')
    await officer().call(contract.recordVisit, { ...no, personId: person(second!) })
    await officer().call(contract.recordVisit, { ...no, personId: person(second!) })
    expect(await standingOf(person(second!))).toBe('declined')
    const { rows } = await officer().call(contract.listCampaign, { standing: 'declined' })
    expect(rows).toMatchObject([{ visits: [{ outcome: 'declined', reason: 'used_to_cash', by: lan.name }] }])
    // Nobody at home does not take it back.
    await officer().call(contract.recordVisit, { ...visit('not_met'), personId: person(second!) })
    expect(await standingOf(person(second!))).toBe('declined')
    expect(await standingOf(person(second!), instant('2027-05-22T16:00:00Z'))).toBe('declined')
    expect(await standingOf(person(second!), instant('2027-05-23T02:00:00Z'))).toBe('open')
    const { communes } = await planner().call(contract.getCashlessOverview, {})
    expect(communes[0]!.leftAlone).toBe(1)
  })

  test('says never, and is left alone for good', async () => {
    await officer().call(contract.recordVisit, {
      ...visit('unable'),
      reason: 'cannot_move',
      personId: person(third!),
    })
    expect(await standingOf(person(third!), instant('2036-01-01T02:00:00Z'))).toBe('unable')
    await expect(
      officer().call(contract.recordVisit, { ...visit('declined'), personId: person(third!) }),
    ).rejects.toThrow('invalid_input')
  })

  test('has an account: the request for another way is made once, and they leave the list when it counts', async () => {
    const id = person(first!)
    expect(await officer().call(contract.recordVisit, { ...visit('opened'), personId: id })).toEqual({
      openRequestId: null,
    })
    expect(await standingOf(id)).toBe('opened')
    const asking = clientOf(own, { ...lan, can: ['payroll.read', 'payments.ask_way'] })
    const { id: wayRequest } = await asking(payments.askForWay, {
      personId: id,
      way: {
        receiver: null,
        by: {
          channel: 'account',
          bank: 'VCB',
          account: '1020304050',
          holder: 'Phùng Thị Chắt',
          isReceivers: false,
        },
      },
      evidence: 'Đơn ngày 23/11/2026',
      requestId: crypto.randomUUID(),
    })
    expect(await standingOf(id)).toBe('asked')
    expect(await officer().call(contract.recordVisit, { ...visit('opened'), personId: id })).toEqual({
      openRequestId: wayRequest,
    })
    await own.request((ctx) =>
      sql`update payments.way_request set name_check = 'matches' where id = ${wayRequest}`.execute(ctx.db()),
    )
    const deciding = clientOf(own, { ...accountant, can: ['payroll.read', 'payments.decide_way'] })
    await deciding(payments.approveWay, { id: wayRequest as payments.WayRequestId, isSeen: true })
    const { applyWays } = await import('#modules/payments')
    await own.request((ctx) => applyWays(ctx), { now: instant('2026-11-30T02:00:00Z') })
    await own.deliver()
    const { total } = await planner().call(contract.getCashlessOverview, {})
    expect(total).toMatchObject({ payees: 9, cashless: 7, checked: 1 })
    await expect(officer().call(contract.recordVisit, { ...visit('opened'), personId: id })).rejects.toThrow(
      'cashless.payee_already_cashless',
    )
  })

  test('dies, and nobody rings at the door', async () => {
    await own.request((ctx) =>
      recordDeath(ctx, { personId: person(third!), diedOn: '2026-11-20' as never, source: 'test' } as never),
    )
    await own.deliver()
    const { total } = await planner().call(contract.getCashlessOverview, {})
    expect(total).toMatchObject({ payees: 8, cashless: 7 })
  })

  test('the list leaves the house as a sheet', async () => {
    const file = await officer().call(contract.downloadCampaign, { areaId: town.commune })
    expect(file.name).toMatch(/\.xlsx$/)
    expect(file.size).toBeGreaterThan(4000)
  })
})

test('an order said to have been paid before its approval is counted, and in no sum of days', async () => {
  const staff = staffOf(own)
  const { ids } = await staff.clerk(payments.prepareEnvelopes, {
    runId: town.runId,
    requestId: crypto.randomUUID(),
  })
  for (const id of ids) {
    await staff.accountant(payments.checkEnvelope, { id })
    await staff.approver(payments.approveEnvelope, { id })
  }
  const results = await own.request(async (ctx) => {
    await sql`update payments.instruction set state = 'sent'`.execute(ctx.db())
    // Approved on 23/11: one is paid two days later, one by a file with the day of another month, the others not yet.
    await sql`update payments.instruction set state = 'paid', ended_on = case number when 1 then date '2026-11-25'
      else date '2026-08-23' end where channel = 'account' and number <= 2`.execute(ctx.db())
    await countResults(ctx, null)
    return listResults(ctx)
  })
  expect(results.find(({ channel }) => channel === 'account')).toMatchObject({
    paid: 2,
    waited: 1,
    days: 2,
    daysSquared: 4,
    misdated: 1,
  })
})

const byWay = (one: { way: string }, other: { way: string }) => one.way.localeCompare(other.way)

const plan = (differing: Partial<WavePlan> = {}): WavePlan => ({
  name: 'Đợt 1',
  isPilot: true,
  firstMonth: month('2026-11'),
  lastMonth: null,
  areaIds: [town.commune],
  targets: [{ month: month('2026-11'), share: 80 }],
  ...differing,
})

const visit = (outcome: contract.Outcome) => ({
  outcome,
  reason: null as contract.Reason | null,
  note: null,
  askAgainOn: null as string | null,
  requestId: crypto.randomUUID() as string,
})

async function standingOf(personId: string, now: Instant = presently) {
  const { rows } = await officer(now).call(contract.listCampaign, {})
  return rows.find(({ person }) => person.id === personId)?.standing
}

const planner = () => clientIn({ areaId: town.commune, areaIds: within })
const officer = (now?: Instant) => clientIn({ areaId: town.commune, areaIds: within }, now)

function clientIn(where: { areaId: number; areaIds: readonly number[] }, now: Instant = presently) {
  const permissions = new Set(['cashless.read', 'cashless.plan', 'cashless.visit'])
  const app = httpApp(cashlessRoutes, {
    respondTo: () => (work) => own.request(work, { actor: { ...lan, ...where, permissions }, now }),
    onIncident: (error) => {
      throw error
    },
  })
  return {
    call: <Input extends AnySchema, Output extends AnySchema, Problems extends ErrorMap>(
      endpoint: Endpoint<Input, Output, Problems>,
      input: InferSchemaInput<Input>,
    ): Promise<InferSchemaOutput<Output>> => call(async (request) => app.fetch(request), endpoint, input),
  }
}

/** Nguyễn Thị Lan works in the commune. */
async function givenOfficer() {
  const { createUser } = await import('#modules/identity')
  await own.request((ctx) =>
    createUser(ctx, {
      id: lan.userId,
      name: lan.name,
      username: 'lan',
      password: 'mot-mat-khau-dai',
      role: 'commune_officer',
      areaId: town.commune,
    } as never),
  )
}
