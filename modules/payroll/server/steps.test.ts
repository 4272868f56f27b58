import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant, month, type Month } from '#kernel/civil-date'
import { areaAt, areaIdsWithin } from '#modules/geography'
import { call } from '#platform/contract/call'
import { httpApp } from '#platform/server/http'
import type { Actor } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import * as contract from '../contract.ts'
import type { PaymentRunId } from '../contract.ts'
import { accountant, approver, draw, givenDisabled, redraw, tamSon } from '../testing.ts'
import { payrollRoutes } from './routes.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number
const may = (...permissions: string[]) => ({ permissions: new Set(permissions) })
const everything = may('payroll.read', 'payroll.prepare', 'payroll.approve', 'payroll.export', 'people.read')
const now = instant('2026-11-23T02:00:00Z')

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-06-30'))).get(tamSon)!
      await givenDisabled(ctx, [
        { name: 'Nguyễn Thị Ánh', areaId: tamSon },
        { name: 'Trần Văn Bảy', areaId: tamSon, level: 'exceptionally_severe' },
      ])
      await setOpening(ctx, { month: month('2026-11'), knownAt: instant('2026-10-15T00:00:00Z') })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
})
afterAll(() => own.drop())

/** A client of the API as somebody. */
function as(actor: Partial<Actor>) {
  const app = httpApp(payrollRoutes, {
    respondTo: () => (work) => own.request(work, { actor, now }),
    onIncident: (error) => {
      throw error
    },
  })
  return <Of extends Parameters<typeof call>[1]>(endpoint: Of, input: object) =>
    call(async (request) => app.fetch(request), endpoint, input as never) as Promise<never>
}

describe('the way of a run', () => {
  let id: PaymentRunId

  beforeAll(async () => {
    ;({ id } = await draw(own, '2026-11', commune, now))
  })

  test('whoever prepared it may submit it and not approve it, here and in the database', async () => {
    const preparer = as({ ...accountant, ...everything })
    await preparer(contract.submitRun, { id })
    await expect(preparer(contract.approveRun, { id })).rejects.toThrow('payroll.approver_prepared_run')
    await expect(preparer(contract.returnRun, { id, reason: 'Lập lại giúp' })).rejects.toThrow(
      'payroll.approver_prepared_run',
    )
    await expect(
      own.request((ctx) =>
        sql`update payroll.run set state = 'approved', decided_by = prepared_by, decided_at = now() where id = ${id}`.execute(
          ctx.db(),
        ),
      ),
    ).rejects.toThrow('run_second_person_decides')
    for (const state of ['approved', 'sent', 'reconciled', 'closed'])
      await expect(
        own.request((ctx) => sql`update payroll.run set state = ${state} where id = ${id}`.execute(ctx.db())),
      ).rejects.toThrow('run_approved_by_somebody')
  })

  test('arrears of a month are never more than the month', async () => {
    const owe = (amount: number) =>
      own.request((ctx) =>
        sql`update payroll.line set kind = 'arrears', benefit_month = '2026-10', amount = ${amount}
          where run_id = ${id} and month = '2026-11' and coefficient = 15`.execute(ctx.db()),
      )
    await expect(owe(810_001)).rejects.toThrow('line_arrears_within_the_month')
  })

  test('a second person returns it with a reason, and it can be drawn up and submitted again', async () => {
    const second = as({ ...approver, ...everything })
    await expect(second(contract.returnRun, { id, reason: 'Lập lại    ' })).rejects.toThrow('invalid_input')
    await second(contract.returnRun, { id, reason: 'Thiếu hai người mới có quyết định' })
    expect(await second(contract.getRun, { id })).toMatchObject({
      state: 'returned',
      returnReason: 'Thiếu hai người mới có quyết định',
      decided: { by: { name: approver.name } },
    })
    await own.deliver()
    const { rows: told } = await own.request((ctx) =>
      sql`select user_id, kind, detail from notices.inbox`.execute(ctx.db()),
    )
    expect(told).toEqual([
      { userId: accountant.userId, kind: 'list_returned', detail: { list: { id, month: '2026-11' } } },
    ])
    await redraw(own, id, now)
    await as({ ...accountant, ...everything })(contract.submitRun, { id })
  })

  test('approved by the second person it is only closed, never changed', async () => {
    const second = as({ ...approver, ...everything })
    await second(contract.approveRun, { id })
    await expect(second(contract.approveRun, { id })).rejects.toThrow('payroll.run_moved_on')
    await expect(
      as({ ...accountant, ...everything })(contract.regenerateRun, { id, requestId: crypto.randomUUID() }),
    ).rejects.toThrow('payroll.run_moved_on')
    await second(contract.closeRun, { id })
    expect(await second(contract.getRun, { id })).toMatchObject({
      state: 'closed',
      stages: Array.from({ length: 6 }, () => ({ progress: 'done' })),
    })
    await expect(second(contract.cancelRun, { id, reason: 'Lập lại từ đầu' })).rejects.toThrow(
      'payroll.run_moved_on',
    )
  })
})

describe('refusals', () => {
  test.for([
    ['2026-10', 'payroll.month_before_opening'],
    ['2027-01', 'payroll.month_too_far_ahead'],
    ['2026-11', 'payroll.month_already_generated'],
  ])('the month %s: %s', async ([benefitMonth, code]) => {
    const wish = { month: benefitMonth as Month, areaId: commune, requestId: crypto.randomUUID() }
    await expect(as({ ...accountant, ...everything })(contract.generateRun, wish)).rejects.toThrow(code)
  })

  test('a unit that has become another has no list of its own any more', async () => {
    const wish = { month: '2026-12', areaId: tamSon, requestId: crypto.randomUUID() }
    await expect(as({ ...accountant, ...everything })(contract.generateRun, wish)).rejects.toMatchObject({
      code: 'payroll.area_not_of_month',
      data: { area: 'Thị trấn Tam Sơn', month: '2026-12', now: 'Xã Tam Sơn' },
    })
  })

  test('a month is not left out', async () => {
    const other = await own.request(async (ctx) =>
      (await areaAt(ctx, [9112], civilDate('2026-11-30'))).get(9112)!,
    )
    const wish = { month: '2026-12', areaId: other, requestId: crypto.randomUUID() }
    await expect(as({ ...accountant, ...everything })(contract.generateRun, wish)).rejects.toThrow(
      'payroll.month_before_missing',
    )
  })

  test('an area that is not one’s own can neither be drawn up nor seen', async () => {
    const elsewhere = await own.request(async (ctx) => {
      const areaId = (await areaAt(ctx, [9112], civilDate('2026-11-30'))).get(9112)!
      return { areaId, areaIds: [...(await areaIdsWithin(ctx, areaId))] }
    })
    const stranger = as({ ...accountant, ...everything, ...elsewhere })
    await expect(
      stranger(contract.generateRun, { month: '2026-12', areaId: commune, requestId: crypto.randomUUID() }),
    ).rejects.toThrow('payroll.area_not_yours')
    expect(await stranger(contract.listRuns, {})).toEqual([])
    const { rows } = await own.request((ctx) =>
      sql<{ id: string }>`select id from payroll.run`.execute(ctx.db()),
    )
    for (const { id } of rows) {
      await expect(stranger(contract.getRun, { id })).rejects.toThrow('payroll.run_not_found')
      await expect(stranger(contract.listLines, { id })).rejects.toThrow('payroll.run_not_found')
      await expect(stranger(contract.cancelRun, { id, reason: 'Lập lại từ đầu' })).rejects.toThrow(
        'payroll.run_not_found',
      )
    }
  })

  test('a later month holds an earlier one in place', async () => {
    await draw(own, '2026-12', commune, now)
    const { rows } = await own.request((ctx) =>
      sql<{ id: string }>`select id from payroll.run where month = '2026-11'`.execute(ctx.db()),
    )
    await own.request((ctx) => sql`update payroll.run set state = 'checking'`.execute(ctx.db()))
    await expect(
      as({ ...accountant, ...everything })(contract.cancelRun, { ...rows[0]!, reason: 'Lập lại từ đầu' }),
    ).rejects.toThrow('payroll.run_rests_under_later')
  })

  test.for([
    ['regenerate', 'checking'],
    ['cancel', 'checking'],
    ['return', 'submitted'],
    ['return', 'approved'],
  ] as const)('nor can anybody %s it, %s, and it says so beforehand', async ([step, state]) => {
    const [run] = await own.request(async (ctx) => {
      const decided = state === 'approved' ? approver.userId : null
      return (
        await sql<{
          id: string
        }>`update payroll.run set state = ${state}, decided_by = ${decided}, decided_at = now()
          where month = '2026-11' returning id`.execute(ctx.db())
      ).rows
    })
    const one = as({ ...(step === 'return' ? approver : accountant), ...everything })
    const view: contract.RunView = await one(contract.getRun, run!)
    expect(view.steps.find((said) => said.step === step)).toMatchObject({
      isAllowed: false,
      refusal: 'payroll.run_rests_under_later',
    })
    const attempts = {
      regenerate: () => one(contract.regenerateRun, { ...run!, requestId: crypto.randomUUID() }),
      cancel: () => one(contract.cancelRun, { ...run!, reason: 'Lập lại từ đầu' }),
      return: () => one(contract.returnRun, { ...run!, reason: 'Một người chết trước ngày chi' }),
    }
    await expect(attempts[step]()).rejects.toMatchObject({
      code: 'payroll.run_rests_under_later',
      data: { month: '2026-12' },
    })
    await own.request((ctx) =>
      sql`update payroll.run set state = 'checking', decided_by = null where month = '2026-11'`.execute(
        ctx.db(),
      ),
    )
  })

  test('what was approved is taken back by an approver with a reason, never by whoever prepared it', async () => {
    const { rows } = await own.request((ctx) =>
      sql<{ id: string }>`select id from payroll.run where month = '2026-12'`.execute(ctx.db()),
    )
    const [run] = rows
    await own.request((ctx) =>
      sql`update payroll.run set state = 'approved', decided_by = ${approver.userId}, decided_at = now()
        where id = ${run!.id}`.execute(ctx.db()),
    )
    await expect(
      as({ ...accountant, ...everything })(contract.cancelRun, { ...run!, reason: 'Lập lại từ đầu' }),
    ).rejects.toThrow('payroll.run_moved_on')
    await expect(
      as({ ...accountant, ...everything })(contract.returnRun, { ...run!, reason: 'Lập lại giúp' }),
    ).rejects.toThrow('payroll.approver_prepared_run')
    const second = as({ ...approver, ...everything })
    await second(contract.returnRun, { ...run!, reason: 'Một người chết trước ngày chi' })
    expect(await second(contract.getRun, run!)).toMatchObject({ state: 'returned', cancelled: null })
  })

  test('what was given up says by whom, when and why', async () => {
    const { rows } = await own.request((ctx) =>
      sql<{ id: string }>`select id from payroll.run where month = '2026-12'`.execute(ctx.db()),
    )
    const [run] = rows
    const one = as({ ...accountant, ...everything })
    await expect(one(contract.cancelRun, { ...run!, reason: 'x         ' })).rejects.toThrow('invalid_input')
    await one(contract.cancelRun, { ...run!, reason: 'Lập nhầm cho cả tỉnh' })
    expect(await one(contract.getRun, run!)).toMatchObject({
      state: 'cancelled',
      cancelled: {
        by: { id: accountant.userId, name: accountant.name },
        at: expect.any(String),
        reason: 'Lập nhầm cho cả tỉnh',
      },
    })
  })

  test('no later list is laid on one that was returned', async () => {
    await own.request((ctx) => sql`delete from payroll.run_area where month = '2026-12'`.execute(ctx.db()))
    const setState = (state: string) =>
      own.request((ctx) =>
        sql`update payroll.run set state = ${state}, return_reason = 'Lập lại' where month = '2026-11'`.execute(
          ctx.db(),
        ),
      )
    await setState('returned')
    const wish = { month: '2026-12', areaId: commune, requestId: crypto.randomUUID() }
    await expect(as({ ...accountant, ...everything })(contract.generateRun, wish)).rejects.toThrow(
      'payroll.month_before_returned',
    )
    await setState('checking')
  })
})

test('whoever pays out sees who gets how much, and nothing about why', async () => {
  const { rows: runs } = await own.request((ctx) =>
    sql<{ id: string }>`select id from payroll.run where month = '2026-11'`.execute(ctx.db()),
  )
  // Two people who were suspended and are paid again.
  await own.request((ctx) =>
    sql`insert into payroll.change (run_id, person_id, area_id, component, reason, before, after, detail)
      select run_id, person_id, area_id, component, 'resumed', 0, amount, '{"coefficient": {"before": 15, "now": 20}}'
      from payroll.line where run_id = ${runs[0]!.id}`.execute(ctx.db()),
  )
  const clerk = as({ ...approver, ...may('payroll.read', 'people.search') })
  const ask = (filter: object): Promise<contract.LinePage> =>
    clerk(contract.listLines, { ...runs[0]!, ...filter })
  const told = await ask({})
  expect(told.rows).toHaveLength(2)
  for (const line of told.rows)
    expect(line).toMatchObject({
      component: null,
      rule: null,
      coefficient: null,
      units: null,
      standard: null,
      reason: null,
    })
  const officer = as({ ...approver, ...everything })
  const seen: contract.LinePage = await officer(contract.listLines, runs[0]!)
  expect(seen.rows.map(({ component }) => component)).toEqual(['allowance', 'allowance'])
  const { reason } = seen.rows[0]!
  for (const filter of [{ component: 'allowance' }, { reason }]) {
    expect((await ask(filter)).totals.lines).toBe(0)
    expect(
      ((await officer(contract.listLines, { ...runs[0]!, ...filter })) as contract.LinePage).totals.lines,
    ).toBe(2)
  }
  expect((await ask({ rule: 'MSA-6-1' })).rows).toEqual([])
  expect((await ask({ rule: 'other' })).rows).toHaveLength(2)
  const run: contract.RunView = await clerk(contract.getRun, runs[0]!)
  expect(run.byRule.map(({ rule }) => rule)).toEqual([null])
  expect(new Set(seen.rows.map(({ coefficient }) => coefficient))).toEqual(new Set([15, 20]))
})

test('whoever pays out sees whose money changed by how much, and not why', async () => {
  const { rows: runs } = await own.request((ctx) =>
    sql<{ id: string }>`select id from payroll.run where month = '2026-11'`.execute(ctx.db()),
  )
  const clerk = as({ ...approver, ...may('payroll.read', 'people.search') })
  const officer = as({ ...approver, ...everything })
  type Changes = { rows: contract.ChangeView[]; total: number }
  const seen: Changes = await officer(contract.listChanges, runs[0]!)
  expect(seen.rows).not.toEqual([])
  const told: Changes = await clerk(contract.listChanges, runs[0]!)
  expect(told.rows.map(({ difference }) => difference)).toEqual(seen.rows.map(({ difference }) => difference))
  for (const { component, reason, detail } of told.rows)
    expect({ component, reason, detail }).toEqual({ component: null, reason: null, detail: {} })
  expect(seen.rows.map(({ detail }) => detail.coefficient?.now)).toEqual([20, 20])
  const { reason } = seen.rows[0]!
  expect(((await officer(contract.listChanges, { ...runs[0]!, reason })) as Changes).total).toBeGreaterThan(0)
  expect(((await clerk(contract.listChanges, { ...runs[0]!, reason })) as Changes).total).toBe(0)
})

test('whoever pays out sees what was paid too much, and neither of what nor why', async () => {
  const { rows: runs } = await own.request((ctx) =>
    sql<{ id: string }>`select id from payroll.run where month = '2026-11'`.execute(ctx.db()),
  )
  await own.request((ctx) =>
    sql`insert into payroll.overpaid (run_id, person_id, component, benefit_month, amount, cause, area_id)
      select run_id, person_id, component, '2026-11', 1000, 'died', area_id from payroll.line
      where run_id = ${runs[0]!.id} limit 1`.execute(ctx.db()),
  )
  const seen = await as({ ...approver, ...everything })(contract.listOverpaid, runs[0]!)
  expect(seen).toMatchObject([{ component: 'allowance', cause: 'died', amount: 1000 }])
  const told = await as({ ...approver, ...may('payroll.read', 'people.search') })(
    contract.listOverpaid,
    runs[0]!,
  )
  expect(told).toMatchObject([{ component: null, cause: null, amount: 1000 }])
})

describe('permissions', () => {
  test.for([
    [contract.listRuns, {}],
    [contract.getRun, { id: crypto.randomUUID() }],
    [contract.listLines, { id: crypto.randomUUID() }],
    [contract.listChanges, { id: crypto.randomUUID() }],
    [contract.listOverpaid, { id: crypto.randomUUID() }],
    [contract.generateRun, { month: '2026-12', areaId: 1, requestId: crypto.randomUUID() }],
    [contract.regenerateRun, { id: crypto.randomUUID(), requestId: crypto.randomUUID() }],
    [contract.submitRun, { id: crypto.randomUUID() }],
    [contract.approveRun, { id: crypto.randomUUID() }],
    [contract.returnRun, { id: crypto.randomUUID(), reason: 'Lập lại giúp' }],
    [contract.cancelRun, { id: crypto.randomUUID(), reason: 'Lập lại từ đầu' }],
    [contract.closeRun, { id: crypto.randomUUID() }],
    [contract.downloadList, { id: crypto.randomUUID(), format: 'pdf' }],
    [contract.paymentsOfPerson, { personId: crypto.randomUUID() }],
    [contract.listPayPoints, {}],
    [contract.openPayPoint, { areaId: 1, name: 'x', kind: 'home' }],
  ] as const)('$0.~orpc.route.path needs its own', async ([endpoint, input]) => {
    const needed = endpoint['~orpc'].meta.permission
    const others = [...everything.permissions].filter((permission) => permission !== needed)
    await expect(as({ ...approver, permissions: new Set(others) })(endpoint, input)).rejects.toThrow(
      'forbidden',
    )
  })
})
