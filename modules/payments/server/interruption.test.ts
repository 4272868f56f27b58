import { sql } from 'kysely'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { putIntoFolder, takeFromFolder } from '../../../simulators/transport.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'

let town: PayingTown
let own: PayingTown['own']
let staff: PayingTown['staff']
let id: EnvelopeId

beforeAll(async () => {
  town = await openPayingTown()
  ;({ own, staff } = town)
  id = await town.envelopeOf('bank')
  await town.approve(id)
})
afterAll(() => town.close())

describe('a process killed while it sends', () => {
  test.for(['write', 'deliver', 'book'])('at the step «%s» has booked nothing', async (stage) => {
    await staff.clerk(contract.sendEnvelope, { id })
    await killAt('payments.send', stage)
    expect(await staff.clerk(contract.getEnvelope, { id })).toMatchObject({
      state: 'sending',
      identity: { transferred: 0 },
    })
  })

  test('after all that, the next worker sends it, and the bank has one message and each order once', async () => {
    await own.runJobs()
    expect(await staff.clerk(contract.getEnvelope, { id })).toMatchObject({
      state: 'sent',
      identity: { transferred: 6 * one },
    })
    expect((await readdir(join(town.home, 'orders'))).filter((name) => name.endsWith('.xml'))).toHaveLength(1)
    takeFromFolder(town.bankBooks, join(town.home, 'orders'))
    town.bankBooks.closeDay()
    putIntoFolder(town.bankBooks, join(town.home, 'answers'))
  })
})

describe('a process killed while it reads an answer', () => {
  test('leaves nothing, and the next worker reads every file once', async () => {
    await staff.clerk(contract.fetchResponses, { id: town.bank as ProviderId })
    await killAt('payments.fetch', 'stored')
    const counted = await own.request((ctx) =>
      sql<{ lines: number }>`select count(*)::int as lines from payments.response_line`.execute(ctx.db()),
    )
    expect(counted.rows).toEqual([{ lines: 0 }])
    await own.runJobs()
    expect(await staff.clerk(contract.getEnvelope, { id })).toMatchObject({
      states: [{ state: 'paid', instructions: 6, amount: 6 * one }],
      identity: { transferred: 6 * one, paid: 6 * one, carriedOut: 0 },
    })
    const { debit, credit } = await staff.accountant(contract.getTrialBalance, {})
    expect(debit).toBe(credit)
  })
})

/** Runs the next job of a kind in a process of its own, and kills that when it has got so far. */
async function killAt(kind: string, stage: string) {
  const worker = join(import.meta.dirname, 'interrupted-payment.ts')
  await killOnceItSpeaks(own, worker, own.programUrl, kind, stage)
  // The lease of the dead worker runs out; here it has.
  await own.request((ctx) =>
    sql`update platform.job set leased_until = now() - interval '1 second', tries = 0 where state = 'running'`.execute(
      ctx.db(),
    ),
  )
}
