import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { writeStatusReport } from '../../../simulators/bank/write-answers.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'

let town: PayingTown
let staff: PayingTown['staff']
let id: EnvelopeId
let about: string
let keys: string[]

beforeAll(async () => {
  town = await openPayingTown()
  ;({ staff } = town)
  id = await town.envelopeOf('bank')
  await town.approve(id)
  await town.send(id)
  about = (await staff.clerk(contract.getEnvelope, { id })).code
  const { rows } = await staff.clerk(contract.listInstructions, { id, page: 1 })
  keys = rows.map(({ endToEndId }) => endToEndId)
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(town.own)).toEqual([]))

type Report = Parameters<typeof writeStatusReport>[1]

async function bring(report: Pick<Report, 'messageId' | 'statuses'> & { isRejected?: boolean }) {
  const { isRejected = false, ...said } = report
  const text = writeStatusReport('2019', {
    ...said,
    createdAt: '2026-11-23T18:00:00+07:00',
    about,
    ...(isRejected && { group: { code: 'RJCT', reason: 'AM04' } }),
  })
  const file = new File([text], `${said.messageId}.xml`)
  await staff.accountant(contract.receiveResponse, { providerId: town.bank as ProviderId, file })
  await town.own.runJobs()
}

const states = async () =>
  Object.fromEntries(
    (await staff.clerk(contract.getEnvelope, { id })).states.map(({ state, instructions }) => [
      state,
      instructions,
    ]),
  )
const open = async () => (await staff.accountant(contract.listOpenLines, {})).rows

test('a message rejected as a whole, of which the bank has told a payment, goes to a person and ends no order', async () => {
  // It says both in one breath.
  const paid = [{ endToEndId: keys[0]!, code: 'ACSC', amount: one, reference: 'FT1' }]
  await bring({ messageId: 'NH-1', statuses: paid, isRejected: true })
  expect(await states()).toEqual({ paid: 1, sent: 5 })
  expect(await open()).toMatchObject([
    {
      endToEndId: about,
      outcome: 'rejected',
      amount: 5 * one,
      reason: 'AM04',
      verdict: 'contradicts',
      instruction: null,
      advice: 'part_was_paid',
    },
  ])
})

test('said again it is one line still, nothing is ordered anew, and nothing closed over it', async () => {
  await bring({ messageId: 'NH-2', statuses: [], isRejected: true })
  await bring({ messageId: 'NH-2', statuses: [], isRejected: true })
  expect(await states()).toEqual({ paid: 1, sent: 5 })
  expect(await open()).toHaveLength(1)
  await expect(staff.clerk(contract.reissueEnvelope, { id, requestId: crypto.randomUUID() })).rejects.toThrow(
    'payments.nothing_to_reissue',
  )
})

test('an answer for each order ends them, and the line is set aside', async () => {
  const statuses = keys
    .slice(1)
    .map((endToEndId) => ({ endToEndId, code: 'RJCT', reason: 'AC01', amount: one }))
  await bring({ messageId: 'NH-3', statuses })
  expect(await states()).toEqual({ paid: 1, rejected: 5 })
  await expect(staff.clerk(contract.reconcileEnvelope, { id })).rejects.toThrow('payments.envelope_open')
  const [{ responseId, number }] = (await open()) as [contract.OpenLineView]
  await staff.accountant(contract.setLineAside, {
    id: responseId,
    number,
    note: 'Ngân hàng trả lời từng lệnh bằng tệp NH-3',
  })
  await staff.clerk(contract.reconcileEnvelope, { id })
})

test('one of which nothing was paid is rejected, order by order', async () => {
  const { ids } = await staff.clerk(contract.reissueEnvelope, { id, requestId: crypto.randomUUID() })
  id = ids[0]!
  await town.approve(id)
  await town.send(id)
  about = (await staff.clerk(contract.getEnvelope, { id })).code
  await bring({ messageId: 'NH-4', statuses: [], isRejected: true })
  expect(await states()).toEqual({ rejected: 5 })
  expect(await open()).toEqual([])
})
