import { PDF } from '@libpdf/core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { setChannels } from '#modules/payroll'
import { writeStatement } from '../../../simulators/bank/write-answers.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'
import { accountant, approver, clerk, clientOf, presently } from '../testing.ts'
import { rollOver } from './reissue.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let town: PayingTown
let staff: PayingTown['staff']
let bankEnvelope: EnvelopeId
let postEnvelope: EnvelopeId

beforeAll(async () => {
  // Of six with an account one is rejected at once and one given back the day after; of three with cash one does not come.
  const endings = ['9901', '9902', '0003', '0004', '0005', '0006']
  let next = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[next++]}` })
  ;({ staff } = town)
  bankEnvelope = await town.envelopeOf('bank')
  postEnvelope = await town.envelopeOf('post_office')
  for (const id of [bankEnvelope, postEnvelope]) {
    await town.approve(id)
    await town.send(id)
  }
  await town.endDay(town.bankBooks, town.bank)
  await town.endDay(town.bankBooks, town.bank)
  town.postBooks.receive('DC.csv', Buffer.from(await fileOf(postEnvelope)))
  town.postBooks.closeDay()
  for (const name of town.postBooks.listAnswers()) await read(town.postOffice, name)
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(town.own)).toEqual([]))

async function fileOf(id: EnvelopeId) {
  return (await staff.clerk(contract.downloadOrderFile, { id })).text()
}

async function read(providerId: string, name: string) {
  const file = new File([town.postBooks.readAnswer(name)!], name)
  await staff.accountant(contract.receiveResponse, { providerId: providerId as ProviderId, file })
  await town.own.runJobs()
}

const lying = async () =>
  Object.fromEntries(
    (await staff.clerk(contract.listRefunds, {})).lying.map((row) => [
      `${row.provider.id === town.bank ? 'bank' : 'post'} ${row.reason}`,
      [row.orders, row.amount],
    ]),
  )

const ask = (more: Partial<Parameters<typeof askWith>[0]> = {}) => askWith(more)
function askWith(more: {
  amount?: number
  requestId?: string
  provider?: string
  reason?: contract.RefundReason
}) {
  return staff.clerk(contract.askForRefund, {
    providerId: (more.provider ?? town.bank) as ProviderId,
    reasons: [more.reason ?? 'left'],
    amount: dong(more.amount ?? 2 * one),
    paper: 'Công văn 15/UBND-KT',
    requestId: more.requestId ?? crypto.randomUUID(),
  })
}

const linesOf = async () => {
  const funds = await staff.accountant(contract.listFunds, {})
  return funds.find(({ programme }) => programme === 'monthly_allowance')!
}

describe('money that came to nothing', () => {
  let id: string

  test('lies at its provider, and is asked back as it was seen, once for one request', async () => {
    expect(await lying()).toEqual({ 'bank left': [2, 2 * one], 'post left': [1, one] })
    await expect(ask({ amount: one })).rejects.toThrow('payments.totals_differ')
    const requestId = crypto.randomUUID()
    ;({ id } = await ask({ requestId }))
    expect(await ask({ requestId })).toEqual({ id })
    await expect(ask()).rejects.toThrow('payments.nothing_to_refund')
    expect(await lying()).toEqual({ 'post left': [1, one] })
    expect(await staff.clerk(contract.getRefund, { id, page: 1 })).toMatchObject({
      state: 'asked',
      orders: 2,
      amount: 2 * one,
      reasons: [{ reason: 'left', orders: 2 }],
      total: 2,
    })
  })

  test('is neither asked back nor approved to be while a line says that it arrived after all', async () => {
    await staff.clerk(contract.withdrawRefund, { id, because: 'Chờ đối soát' })
    const { rows } = await staff.clerk(contract.listInstructions, {
      id: bankEnvelope,
      state: 'rejected',
      page: 1,
    })
    const [{ endToEndId }] = rows as [contract.InstructionView]
    const first = await tellOfDebit({ endToEndId, reference: 'FT-A', amount: one })
    expect(await lying()).toMatchObject({ 'bank left': [1, one] })
    await expect(ask()).rejects.toThrow('payments.totals_differ')
    await setAside(first)
    expect(await lying()).toMatchObject({ 'bank left': [2, 2 * one] })
    ;({ id } = await ask())
    const second = await tellOfDebit({ endToEndId, reference: 'FT-B', amount: one })
    await expect(staff.approver(contract.approveRefund, { id })).rejects.toThrow('payments.refund_disputed')
    await setAside(second)
  })

  test('is not ordered anew while it is asked back', async () => {
    await expect(
      staff.clerk(contract.reissueEnvelope, { id: bankEnvelope, requestId: crypto.randomUUID() }),
    ).rejects.toThrow('payments.nothing_to_reissue')
  })

  test('given up, it may be ordered anew or asked back again', async () => {
    await staff.clerk(contract.withdrawRefund, { id, because: 'Người nhận đã đến' })
    expect(await lying()).toMatchObject({ 'bank left': [2, 2 * one] })
    await expect(staff.approver(contract.approveRefund, { id })).rejects.toThrow('payments.refund_moved_on')
    ;({ id } = await ask())
  })

  test('is approved by a second person, and asked for by a letter with its orders', async () => {
    const asker = clientOf(town.own, { ...clerk, can: ['payments.approve'] })
    await expect(asker(contract.approveRefund, { id })).rejects.toThrow('payments.second_person_needed')
    await staff.approver(contract.approveRefund, { id })
    const letter = await staff.clerk(contract.downloadRefundLetter, { id })
    const pages = (await PDF.load(new Uint8Array(await letter.arrayBuffer()))).extractText()
    expect(pages.map(({ text }) => text).join(' ')).toMatch(/1\.620\.000/)
  })

  test('counts when the provider has given it back, to the đồng and by a receipt', async () => {
    const before = await town.balance()
    const said = { id, amount: dong(2 * one), receipt: 'UNC 77', returnedOn: civilDate('2026-11-23') }
    await expect(staff.accountant(contract.confirmRefund, { ...said, amount: dong(one) })).rejects.toThrow(
      'payments.refund_amount_differs',
    )
    await expect(
      staff.accountant(contract.confirmRefund, { ...said, returnedOn: civilDate('2026-11-24') }),
    ).rejects.toThrow('payments.refund_day_wrong')
    await expect(
      staff.accountant(contract.confirmRefund, { ...said, returnedOn: civilDate('1999-01-01') }),
    ).rejects.toThrow('payments.refund_day_wrong')
    await expect(staff.clerk(contract.confirmRefund, said)).rejects.toThrow('payments.second_person_needed')
    const line = await linesOf()
    await staff.accountant(contract.confirmRefund, said)
    await expect(staff.accountant(contract.confirmRefund, said)).rejects.toThrow('payments.refund_moved_on')
    const after = await town.balance()
    expect(after['at_provider']! - before['at_provider']!).toBe(-2 * one)
    expect(after['treasury']! - before['treasury']!).toBe(2 * one)
    // Whoever is owed it stays owed it; the budget line it came from has it again.
    expect(after['payable']).toBe(before['payable'])
    expect(await linesOf()).toMatchObject({
      available: line.available + 2 * one,
      spent: line.spent - 2 * one,
    })
    expect((await staff.clerk(contract.getEnvelope, { id: bankEnvelope })).identity).toMatchObject({
      transferred: 6 * one,
      paid: 4 * one,
      returned: 2 * one,
      carriedOut: 0,
    })
    expect((await staff.clerk(contract.getRefund, { id, page: 1 })).toLines).toBe(2 * one)
  })

  test('ordered anew it is transferred anew, from a budget that is held anew', async () => {
    const wish = { id: bankEnvelope, requestId: crypto.randomUUID() }
    const { ids } = await staff.clerk(contract.reissueEnvelope, wish)
    const line = await linesOf()
    await town.approve(ids[0]!)
    expect(await linesOf()).toMatchObject({ available: line.available - 2 * one, blocked: 2 * one })
    await town.send(ids[0]!)
    expect(await linesOf()).toMatchObject({ spent: line.spent + 2 * one, blocked: 0 })
    expect(await staff.clerk(contract.getEnvelope, { id: ids[0]! })).toMatchObject({
      carried: 0,
      amount: 2 * one,
    })
  })
})

describe('a new try', () => {
  test('given up before it was sent lets what it replaced be tried once, and not twice', async () => {
    const { ids } = await staff.clerk(contract.reissueEnvelope, {
      id: postEnvelope,
      requestId: crypto.randomUUID(),
    })
    await staff.clerk(contract.cancelEnvelope, { id: ids[0]! })
    const again = await town.own.request(
      (ctx) =>
        rollOver(ctx, {
          month: month('2026-12'),
          areaId: town.commune,
          requestId: crypto.randomUUID(),
        }),
      { actor: accountant, now: presently },
    )
    expect(again).toHaveLength(1)
    expect(await staff.clerk(contract.getEnvelope, { id: again[0]! })).toMatchObject({
      instructions: 1,
      amount: one,
    })
    await staff.clerk(contract.cancelEnvelope, { id: again[0]! })
  })

  test('through another provider leaves the money at the first, and is held and transferred once more', async () => {
    const { rows } = await staff.clerk(contract.listInstructions, {
      id: postEnvelope,
      state: 'unclaimed',
      page: 1,
    })
    await town.own.request(
      (ctx) =>
        setChannels(ctx, [
          {
            personId: rows[0]!.payee.id,
            channel: { method: 'account', bank: 'Agribank', account: '260020000044' },
          },
        ]),
      { now: presently },
    )
    const line = await linesOf()
    const { ids } = await staff.clerk(contract.reissueEnvelope, {
      id: postEnvelope,
      requestId: crypto.randomUUID(),
    })
    expect(await lying()).toEqual({ 'post elsewhere': [1, one] })
    await town.approve(ids[0]!)
    await town.send(ids[0]!)
    expect(await linesOf()).toMatchObject({ spent: line.spent + one, blocked: 0 })
    await town.endDay(town.bankBooks, town.bank)
  })
})

describe('the answer of a provider', () => {
  test('that names a refund confirms it; told again it changes nothing, and another sum waits for a person', async () => {
    const { id } = await ask({ provider: town.postOffice, reason: 'elsewhere', amount: one })
    const { code: reference } = await staff.clerk(contract.getRefund, { id, page: 1 })
    await staff.approver(contract.approveRefund, { id })
    const wrong = (amount: number, message: string) =>
      `TRALOI,${message},${reference}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n${reference},da_hoan_tra,${amount},2026-11-23,,BD-1\r\nTONG,1,${amount}\r\n`
    const bring = async (text: string, name: string) => {
      const file = new File([text], name)
      await staff.accountant(contract.receiveResponse, { providerId: town.postOffice as ProviderId, file })
      await town.own.runJobs()
      return (await staff.accountant(contract.listOpenLines, {})).rows.map(({ verdict }) => verdict)
    }
    expect(await bring(wrong(one - 1, 'SAI'), 'sai.csv')).toEqual(['amount_differs'])
    // Whoever asked for it does not confirm it by a file they bring themselves.
    const own = new File([wrong(one, 'NHA')], 'nha.csv')
    await staff.clerk(contract.receiveResponse, { providerId: town.postOffice as ProviderId, file: own })
    await town.own.runJobs()
    expect(await staff.clerk(contract.getRefund, { id, page: 1 })).toMatchObject({ state: 'approved' })
    town.postBooks.other!('POST', '/refunds/', Buffer.from(JSON.stringify({ reference, amount: one })))
    const [name] = town.postBooks.closeDay()
    await read(town.postOffice, name!)
    expect(await staff.clerk(contract.getRefund, { id, page: 1 })).toMatchObject({
      state: 'confirmed',
      receipt: `BD-${reference}`,
    })
    expect(await bring(wrong(one, 'LAI'), 'lai.csv')).toEqual(['amount_differs'])
  })

  let id: string

  test('that tells of a day before it was asked, or of one to come, confirms nothing and waits for a person', async () => {
    await town.endDay(town.bankBooks, town.bank)
    expect(await lying()).toEqual({ 'bank left': [2, 2 * one] })
    ;({ id } = await ask())
    await staff.approver(contract.approveRefund, { id })
    const { code } = await staff.clerk(contract.getRefund, { id, page: 1 })
    for (const day of ['2025-11-28', '2099-11-28'])
      await tellOfDebit({ endToEndId: code, reference: `HT-${day}`, amount: 2 * one, day })
    const told = (await openLinesOf(code)).map(({ verdict, bookedOn }) => [verdict, bookedOn])
    expect(told).toEqual([
      ['contradicts', '2025-11-28'],
      ['contradicts', '2099-11-28'],
    ])
    expect(await staff.clerk(contract.getRefund, { id, page: 1 })).toMatchObject({ state: 'approved' })
    const [{ responseId, number }] = (await openLinesOf(code)) as [contract.OpenLineView]
    expect(await staff.clerk(contract.listLineCandidates, { id: responseId, number })).toEqual([])
  })

  test('that waits for a person keeps the refund from being given up: its money may be with the treasury', async () => {
    await expect(staff.clerk(contract.withdrawRefund, { id, because: 'Người nhận đã đến' })).rejects.toThrow(
      'payments.refund_told_of',
    )
    expect(await lying()).toEqual({})
  })

  test('is confirmed by its paper then; once the year is over nothing comes back to its budget line', async () => {
    const line = await linesOf()
    const next = clientOf(
      town.own,
      { ...accountant, can: ['payments.reconcile', 'payments.read'] },
      instant('2027-01-15T02:00:00Z'),
    )
    await next(contract.confirmRefund, {
      id,
      amount: dong(2 * one),
      receipt: 'UNC 78',
      returnedOn: civilDate('2027-01-12'),
    })
    expect(await linesOf()).toMatchObject({ available: line.available, spent: line.spent })
    expect(await staff.clerk(contract.getRefund, { id, page: 1 })).toMatchObject({
      state: 'confirmed',
      toLines: 0,
      approvedBy: approver.name,
    })
    // The year that is over has carried it out, and the month it was given back in gives it back.
    const givenBackIn = async (of: string) => {
      const filter = { providerId: town.bank as ProviderId, month: month(of), figure: 'returned' as const }
      return (await staff.clerk(contract.listEntries, filter)).credit
    }
    expect([await givenBackIn('2026-11'), await givenBackIn('2027-01')]).toEqual([2 * one, 2 * one])
    const { code } = await staff.clerk(contract.getRefund, { id, page: 1 })
    expect(await openLinesOf(code)).toEqual([])
  })
})

const openLinesOf = async (key: string) =>
  (await staff.accountant(contract.listOpenLines, {})).rows.filter(({ endToEndId }) => endToEndId === key)

/** The bank’s note of a debit; gives the line a person has to look at. */
async function tellOfDebit({
  day = '2026-11-23',
  ...debit
}: {
  endToEndId: string
  reference: string
  amount: number
  day?: string
}) {
  const text = writeStatement('camt.054', '2019', {
    messageId: `GIAY-BAO-${debit.reference}`,
    createdAt: `${day}T18:00:00+07:00`,
    day,
    account: '3713012345678',
    opening: 0,
    movements: [{ ...debit, side: 'DBIT' }],
  })
  const file = new File([text], `${debit.reference}.xml`)
  await staff.accountant(contract.receiveResponse, { providerId: town.bank as ProviderId, file })
  await town.own.runJobs()
  const line = (await openLinesOf(debit.endToEndId)).find(
    ({ providerRef }) => providerRef === debit.reference,
  )
  return { id: line!.responseId, number: line!.number }
}

async function setAside(line: { id: contract.OpenLineView['responseId']; number: number }) {
  await staff.accountant(contract.setLineAside, { ...line, note: 'Ngân hàng ghi nhầm' })
}
