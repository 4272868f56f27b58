import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaIdsWithin } from '#modules/geography'
import { closeRun } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import * as payments from '../../payments/contract.ts'
import { givenApprovedRun, presently, staffOf } from '../../payments/testing.ts'
import { getYearOfBudget } from './year-of-budget.ts'

let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>

beforeAll(async () => {
  own = await openOwnDatabase()
  town = await givenApprovedRun(own)
})
afterAll(() => own.drop())

const monthsOf = async (ctx: Ctx) => {
  const { paidElsewhere, notYetCharged } = await getYearOfBudget(ctx, { year: 2026 })
  return { paidElsewhere, notYetCharged }
}

test('a list of the province says nothing of the lines of a commune that it pays', async () => {
  const now = presently
  const areaIds = await own.request((ctx) => areaIdsWithin(ctx, town.commune), { now })
  const actor = { areaId: town.commune, areaIds }
  expect(await own.request(monthsOf, { now, actor })).toMatchObject({ notYetCharged: ['2026-11'] })
  let ofProvince: unknown
  const undone = own.request(
    async (ctx) => {
      await sql`update payroll.run set area_id = (select parent_id from geography.area where id = ${town.commune})`.execute(
        ctx.db(),
      )
      ofProvince = await monthsOf({ ...ctx, actor: { ...ctx.actor, ...actor } })
      throw new Error('not meant')
    },
    { now },
  )
  await expect(undone).rejects.toThrow('not meant')
  expect(ofProvince).toEqual({ paidElsewhere: [], notYetCharged: [] })
})

test('an approved list waits to be charged until its envelopes are approved; closed, it was paid elsewhere', async () => {
  const now = presently
  expect(await own.request(monthsOf, { now })).toEqual({ paidElsewhere: [], notYetCharged: ['2026-11'] })
  let closed: unknown
  const undone = own.request(
    async (ctx) => {
      await closeRun(ctx, { id: town.runId })
      closed = await monthsOf(ctx)
      throw new Error('not meant')
    },
    { now },
  )
  await expect(undone).rejects.toThrow('not meant')
  expect(closed).toEqual({ paidElsewhere: ['2026-11'], notYetCharged: [] })

  const staff = staffOf(own)
  const wish = { runId: town.runId, requestId: crypto.randomUUID() }
  const { ids } = await staff.clerk(payments.prepareEnvelopes, wish)
  for (const id of ids as payments.EnvelopeId[]) {
    await staff.accountant(payments.checkEnvelope, { id })
    await staff.approver(payments.approveEnvelope, { id })
  }
  expect(await own.request(monthsOf, { now })).toEqual({ paidElsewhere: [], notYetCharged: [] })
})
