import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addDays, civilDate, dayOf, type CivilDate } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { addWorkingDays, loadCalendar } from '#modules/geography'
import { writeStatement } from '../../../simulators/bank/write-answers.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'
import { accountant, presently } from '../testing.ts'
import { readResponse } from './read-response.ts'

let town: PayingTown
let staff: PayingTown['staff']
let id: string
let code: string
/** The next working day of the bank. */
let next: CivilDate

beforeAll(async () => {
  // Of six with an account one is rejected at once and one given back the day after.
  const endings = ['9901', '9902', '0003', '0004', '0005', '0006']
  let at = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[at++]}` })
  ;({ staff } = town)
  const bankEnvelope: EnvelopeId = await town.envelopeOf('bank')
  await town.approve(bankEnvelope)
  await town.send(bankEnvelope)
  await town.endDay(town.bankBooks, town.bank)
  await askBack()
  const calendar = await town.own.request((ctx) => loadCalendar(ctx))
  next = addWorkingDays(calendar, dayOf(presently), 1)
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(town.own)).toEqual([]))

async function askBack() {
  ;({ id } = await staff.clerk(contract.askForRefund, {
    providerId: town.bank as ProviderId,
    reasons: ['left'],
    amount: dong(one),
    paper: 'Công văn 15/UBND-KT',
    requestId: crypto.randomUUID(),
  }))
  await staff.approver(contract.approveRefund, { id })
  ;({ code } = await staff.clerk(contract.getRefund, { id, page: 1 }))
}

const refund = () => staff.clerk(contract.getRefund, { id, page: 1 })
const openReferences = async () =>
  (await staff.accountant(contract.listOpenLines, {})).rows.map(({ providerRef }) => providerRef!).toSorted()

let notes = 0
async function tellOfDebit(reference: string, day: string) {
  const text = writeStatement('camt.054', '2019', {
    messageId: `GIAY-BAO-${++notes}`,
    createdAt: '2026-11-23T18:00:00+07:00',
    day,
    account: '3713012345678',
    opening: 0,
    movements: [{ endToEndId: code, reference, amount: one, side: 'DBIT' }],
  })
  const answer = {
    providerId: town.bank,
    name: `${notes}.xml`,
    sha256: createHash('sha256').update(text).digest('hex'),
    pieces: Readable.from([Buffer.from(text)]),
  }
  // On that evening, whatever day it is today.
  await town.own.request((ctx) => readResponse(ctx, answer), { actor: accountant, now: presently })
}

describe('a refund a bank tells of', () => {
  test('on its next working day, as what it pays in the evening, is confirmed; on a later day it waits', async () => {
    await tellOfDebit('FT-SAU', addDays(next, 1))
    expect(await openReferences()).toEqual(['FT-SAU'])
    expect(await refund()).toMatchObject({ state: 'approved' })
    await tellOfDebit('FT-26330', next)
    expect(await refund()).toMatchObject({
      state: 'confirmed',
      receipt: 'FT-26330',
      returnedOn: next,
      toLines: one,
    })
  })

  test('again is nothing new, however the reference is written; under another it has left twice, and waits', async () => {
    await tellOfDebit('ft-26330 ', next)
    expect(await openReferences()).toEqual(['FT-SAU'])
    await tellOfDebit('FT-26331', next)
    expect(await openReferences()).toEqual(['FT-26331', 'FT-SAU'])
  })

  test('is not another’s, whose receipt is written a little otherwise', async () => {
    await town.endDay(town.bankBooks, town.bank)
    await askBack()
    const said = { id, amount: dong(one), returnedOn: civilDate('2026-11-23') }
    for (const receipt of ['FT-26330', ' Ft - 26330'])
      await expect(staff.accountant(contract.confirmRefund, { ...said, receipt })).rejects.toThrow(
        'payments.refund_receipt_known',
      )
    await staff.accountant(contract.confirmRefund, { ...said, receipt: 'FT-26340' })
    expect(await refund()).toMatchObject({ state: 'confirmed' })
  })
})
