import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { areaIdsWithin } from '#modules/geography'
import { writeStatement } from '../../../simulators/bank/write-answers.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'
import { accountant, clerk, clientOf, presently, type Client } from '../testing.ts'
import { getEnvelope } from './show-envelopes.ts'

let town: PayingTown
let staff: PayingTown['staff']
let bankEnvelope: EnvelopeId
/** Whoever does for the commune alone what its money asks for; the bank is the province’s. */
let commune: Client
let second: Client
let here: { areaId: number; areaIds: readonly number[] }

beforeAll(async () => {
  // Of six with an account one is rejected at once and one given back the day after; of the fourth the bank says nothing.
  const endings = ['9901', '9902', '0003', '9903', '0005', '0006']
  let next = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[next++]}` })
  ;({ staff } = town)
  const areaIds = await town.own.request((ctx) => areaIdsWithin(ctx, town.commune), { now: presently })
  here = { areaId: town.commune, areaIds }
  const can = ['payments.read', 'payments.prepare', 'payments.approve', 'payments.reconcile']
  commune = clientOf(town.own, { ...clerk, ...here, can })
  second = clientOf(town.own, { ...accountant, ...here, can })
  await town.own.request((ctx) =>
    sql`update payments.provider set area_id = (select parent_id from geography.area where id = ${town.commune})`.execute(
      ctx.db(),
    ),
  )
  bankEnvelope = await town.envelopeOf('bank')
  await town.approve(bankEnvelope)
  await town.send(bankEnvelope)
  await town.endDay(town.bankBooks, town.bank)
  await town.endDay(town.bankBooks, town.bank)
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(town.own)).toEqual([]))

const lyingTo = async (who: Client) =>
  (await who(contract.listRefunds, {})).lying.map(({ reason, amount }) => [reason, amount])

describe('what came to nothing at a provider of the province', () => {
  let id: string
  const again = () => ({ id: bankEnvelope, requestId: crypto.randomUUID() })

  test('lies there for the commune as for the province, which alone may ask it back', async () => {
    expect(await lyingTo(staff.clerk)).toEqual([['left', 2 * one]])
    expect(await lyingTo(commune)).toEqual([['left', 2 * one]])
    const { lying } = await commune(contract.listRefunds, {})
    expect(lying).toMatchObject([{ isOfOwnProvider: false }])
    const wish = {
      providerId: town.bank as ProviderId,
      reasons: ['left' as const],
      amount: dong(2 * one),
      paper: 'Công văn 15/STC',
      requestId: crypto.randomUUID(),
    }
    await expect(commune(contract.askForRefund, wish)).rejects.toThrow('payments.provider_not_found')
    ;({ id } = await staff.clerk(contract.askForRefund, wish))
  })

  test('is asked back from then on for the commune, too, which orders none of it anew', async () => {
    expect(await lyingTo(commune)).toEqual([])
    await expect(commune(contract.reissueEnvelope, again())).rejects.toThrow('payments.nothing_to_reissue')
    await staff.approver(contract.approveRefund, { id })
    await expect(commune(contract.reissueEnvelope, again())).rejects.toThrow('payments.nothing_to_reissue')
    const { refunds } = await commune(contract.listRefunds, {})
    expect(refunds).toMatchObject([{ id, state: 'approved', amount: 2 * one, orders: 2, isWhole: false }])
  })

  test('is seen by the commune, and decided by whoever answers for the provider', async () => {
    const seen = await commune(contract.getRefund, { id, page: 1 })
    expect(seen).toMatchObject({ amount: 2 * one, total: 2, toLines: null, isWhole: false })
    expect(await staff.clerk(contract.getRefund, { id, page: 1 })).toMatchObject({ isWhole: true })
    await expect(commune(contract.withdrawRefund, { id, because: 'Thôi' })).rejects.toThrow(
      'payments.refund_not_found',
    )
    await expect(commune(contract.downloadRefundLetter, { id })).rejects.toThrow('payments.refund_not_found')
  })

  test('given back it lies there for nobody, and what is ordered anew is transferred anew', async () => {
    await staff.accountant(contract.confirmRefund, {
      id,
      amount: dong(2 * one),
      receipt: 'UNC 77',
      returnedOn: civilDate('2026-11-23'),
    })
    expect(await lyingTo(staff.clerk)).toEqual([])
    expect(await lyingTo(commune)).toEqual([])
    const { ids } = await commune(contract.reissueEnvelope, again())
    expect(await commune(contract.getEnvelope, { id: ids[0]! })).toMatchObject({
      amount: 2 * one,
      carried: 0,
    })
  })
})

describe('lines of a provider of the province', () => {
  test('wait for the province; the commune counts none it does not see, and closes nothing over them', async () => {
    const { rows } = await staff.clerk(contract.listInstructions, {
      id: bankEnvelope,
      state: 'paid',
      page: 1,
    })
    const twice = rows[0]!.endToEndId
    const day = '2026-11-23'
    const movement = (endToEndId: string, reference: string) =>
      ({ endToEndId, reference, amount: one, side: 'DBIT' }) as const
    const text = writeStatement('camt.054', '2019', {
      messageId: 'GIAY-BAO-2',
      createdAt: `${day}T18:00:00+07:00`,
      day,
      account: '3713012345678',
      opening: 0,
      movements: [movement(twice, 'FT-LAN-HAI'), movement('KHONG-PHAI-CUA-TA', 'FT-LA')],
    })
    const file = new File([text], 'giay-bao.xml')
    await staff.accountant(contract.receiveResponse, { providerId: town.bank as ProviderId, file })
    await town.own.runJobs()
    expect((await staff.accountant(contract.listOpenLines, {})).total).toBe(2)
    expect(await commune(contract.listOpenLines, {})).toEqual({ rows: [], total: 0 })
    await expect(commune(contract.reconcileEnvelope, { id: bankEnvelope })).rejects.toMatchObject({
      code: 'payments.envelope_open',
      data: { lines: 1 },
    })
  })

  test('but what the provider has written of an order of its own the commune books', async () => {
    const { rows } = await staff.clerk(contract.listInstructions, {
      id: bankEnvelope,
      state: 'sent',
      page: 1,
    })
    await second(contract.endByPaper, {
      id: rows[0]!.id,
      outcome: 'rejected',
      day: civilDate('2026-11-23'),
      paper: 'Công văn 9/NH',
      requestId: crypto.randomUUID(),
    })
    expect(await staff.clerk(contract.getEnvelope, { id: bankEnvelope })).toMatchObject({
      states: expect.arrayContaining([expect.objectContaining({ state: 'rejected', instructions: 2 })]),
    })
  })
})

test('an envelope of the province shows a commune what is carried of its own orders, and no other sum', async () => {
  let carried: unknown
  const undone = town.own.request(
    async (ctx) => {
      await sql`update payments.envelope set carried = amount,
        area_id = (select parent_id from geography.area where id = ${town.commune}) where id = ${bankEnvelope}`.execute(
        ctx.db(),
      )
      ;({ carried } = await getEnvelope({ ...ctx, actor: { ...ctx.actor, ...here } }, { id: bankEnvelope }))
      throw new Error('not meant')
    },
    { now: presently },
  )
  await expect(undone).rejects.toThrow('not meant')
  expect(carried).toBe(0)
})
