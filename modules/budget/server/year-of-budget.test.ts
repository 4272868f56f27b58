import { afterAll, beforeAll, expect, test } from 'vitest'
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
