import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { areaIdsWithin } from '#modules/geography'
import { recordDeath, recordIdentifier } from '#modules/people'
import { civilDate } from '#kernel/civil-date'
import * as contract from '../../contract.ts'
import type { CreditInstruction, EnvelopeId } from '../../contract.ts'
import { openPayingTown, type PayingTown } from '../../paying-town.testing.ts'
import { brokenPromises } from '../../promises.testing.ts'
import { clientOf, presently, type Client } from '../../testing.ts'

let town: PayingTown
let source: Client
/** Another system with a key of its own. */
let other: Client

const functional = (index: number) => `0261840000${String(index).padStart(2, '0')}NCC00001`
const head = { RequestID: 'YC0000000001', SourceBBID: 'NGUON0000001' }

beforeAll(async () => {
  // The second with an account is rejected by the bank.
  const endings = ['0001', '9901', '0003', '0004', '0005', '0006']
  let next = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[next++]}` })
  await town.own.request(
    async (ctx) => {
      for (const [index, personId] of town.people.entries())
        await recordIdentifier(ctx, {
          personId,
          kind: 'personal_id',
          number: functional(index).slice(0, 12),
          source: 'test',
        } as Parameters<typeof recordIdentifier>[1])
      await recordDeath(ctx, {
        personId: town.people[8]!,
        diedOn: civilDate('2026-11-02'),
        source: 'test',
      } as never)
    },
    { now: presently },
  )
  const areaIds = await town.own.request((ctx) => areaIdsWithin(ctx, town.commune))
  const machine = (last: string) =>
    clientOf(town.own, {
      userId: `0197f000-0000-7000-8000-0000000000${last}`,
      name: 'Hệ thống người có công',
      areaId: town.commune,
      areaIds: [...areaIds],
      can: ['payments.source'],
    })
  source = machine('e1')
  other = machine('e2')
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(town.own)).toEqual([]))

const instruction = (
  number: number,
  index: number,
  more: Partial<CreditInstruction> = {},
): CreditInstruction => ({
  InstructionID: `LENH${String(number).padStart(12, '0')}`,
  PayeeFunctionalID: functional(index),
  Amount: 500_000,
  Currency: 'VND',
  Narration: 'Quà ngày 27/7',
  ...more,
})
const batchOf = (number: number, ...CreditInstructions: CreditInstruction[]) => ({
  ...head,
  BatchID: `LO${String(number).padStart(10, '0')}`,
  CreditInstructions,
})

describe('beneficiaries', () => {
  test('are registered by what they are called, each by itself', async () => {
    const answer = await source(contract.registerBeneficiary, {
      ...head,
      Beneficiaries: [
        ...[0, 1, 2].map((index) => ({ PayeeFunctionalID: functional(index) })),
        { PayeeFunctionalID: '026184999999NCC00001' },
        { PayeeFunctionalID: functional(8) },
      ],
    })
    expect(answer).toMatchObject({
      ResponseCode: '01',
      RequestID: head.RequestID,
      NumberFailedCases: 2,
      FailedBeneficiaries: [
        { PayeeFunctionalID: '026184999999NCC00001', FailureReason: 'PAYEE_UNKNOWN' },
        { PayeeFunctionalID: functional(8), FailureReason: 'PAYEE_DEAD' },
      ],
    })
  })

  test('get another account only by a request that people decide on', async () => {
    const told = {
      ...head,
      RequestID: 'YC0000000002',
      Beneficiaries: [
        { PayeeFunctionalID: functional(0), PaymentModality: '00', FinancialAddress: '9704051500205123456' },
        { PayeeFunctionalID: functional(1), PaymentModality: '02', FinancialAddress: '9704051500205123456' },
        { PayeeFunctionalID: functional(2), PaymentModality: '00', FinancialAddress: 'VN-12' },
        { PayeeFunctionalID: functional(3) },
      ],
    }
    const { FailedBeneficiaries } = await source(contract.updateBeneficiary, told)
    expect(FailedBeneficiaries.map(({ FailureReason }) => FailureReason)).toEqual([
      'MODALITY_UNKNOWN',
      'ADDRESS_UNKNOWN',
      'PAYEE_NOT_REGISTERED',
    ])
    await source(contract.updateBeneficiary, told)
    const decider = clientOf(town.own, {
      userId: '0197f000-0000-7000-8000-0000000000dd',
      name: 'Vũ Đức Thắng',
      can: ['payments.decide_way', 'payroll.read'],
    })
    const { rows } = await decider(contract.listWayRequests, {})
    expect(rows.map(({ state, after, origin }) => [state, after.channel, origin])).toEqual([
      ['asked', 'account', 'office'],
    ])
  })
})

describe('prepayment validation', () => {
  test('says of each order why it could not be paid, and takes nothing', async () => {
    const answer = await source(
      contract.validatePrepayment,
      batchOf(
        1,
        instruction(1, 0),
        instruction(1, 1),
        instruction(2, 5),
        instruction(3, 0, { Currency: 'USD' }),
        instruction(4, 0, { Amount: 0.5 }),
        instruction(5, 0, { Amount: -1 }),
      ),
    )
    expect(answer).toMatchObject({ ResponseCode: '01', BatchID: 'LO0000000001', NumberFailedCases: 5 })
    expect(answer.FailedAccounts.map(({ FailureReason }) => FailureReason)).toEqual([
      'INSTRUCTION_REPEATED',
      'PAYEE_NOT_REGISTERED',
      'CURRENCY_NOT_VND',
      'AMOUNT_NOT_WHOLE',
      'AMOUNT_NOT_WHOLE',
    ])
    await expect(source(contract.getBulkPayment, { BatchID: 'LO0000000001' })).rejects.toThrow(
      'payments.source_batch_not_found',
    )
  })

  test('what is no message of the interface is refused before anything is read', async () => {
    const wrong = { ...batchOf(1, instruction(1, 0)), RequestID: 'ngắn' }
    await expect(source(contract.validatePrepayment, wrong)).rejects.toThrow('invalid_input')
    await expect(source(contract.bulkPayment, { ...batchOf(1), CreditInstructions: [] })).rejects.toThrow(
      'invalid_input',
    )
  })

  test('is for systems: whoever may only read payments may not ask', async () => {
    await expect(town.staff.clerk(contract.bulkPayment, batchOf(1, instruction(1, 0)))).rejects.toThrow(
      'forbidden',
    )
  })
})

describe('a bulk payment', () => {
  const batch = batchOf(2, instruction(11, 0), instruction(12, 1), instruction(13, 2, { Amount: 750_000 }))
  const sourceEnvelopes = async () =>
    (await town.staff.clerk(contract.listEnvelopes, {})).filter(({ purpose }) => purpose === 'source')
  let envelopes: EnvelopeId[]

  test('of which one order cannot be paid is not taken at all', async () => {
    const answer = await source(contract.bulkPayment, batchOf(3, instruction(21, 0), instruction(22, 5)))
    expect(answer).toMatchObject({ ResponseCode: '01', NumberFailedCases: 1 })
    expect(await sourceEnvelopes()).toEqual([])
  })

  test('is taken once, into envelopes that two people still have to let go', async () => {
    expect(await source(contract.bulkPayment, batch)).toMatchObject({
      ResponseCode: '00',
      NumberFailedCases: 0,
    })
    expect(await source(contract.bulkPayment, batch)).toMatchObject({ ResponseCode: '00' })
    const made = await sourceEnvelopes()
    expect(made.map(({ state, instructions, amount }) => `${state} ${instructions} ${amount}`)).toEqual(
      expect.arrayContaining(['draft 1 750000', 'draft 2 1000000']),
    )
    envelopes = made.map(({ id }) => id)
    await expect(town.staff.approver(contract.approveEnvelope, { id: envelopes[0]! })).rejects.toThrow(
      'payments.envelope_moved_on',
    )
    await expect(source(contract.checkEnvelope, { id: envelopes[0]! })).rejects.toThrow('forbidden')
    const { Instructions } = await source(contract.getBulkPayment, { BatchID: batch.BatchID })
    expect(Instructions.map(({ Status }) => Status)).toEqual(['PENDING', 'PENDING', 'PENDING'])
  })

  test('with a batch or an order changed under the same name is refused', async () => {
    const changed = { ...batch, CreditInstructions: [instruction(11, 0, { Amount: 900_000 })] }
    expect(await source(contract.bulkPayment, changed)).toMatchObject({
      ResponseCode: '01',
      FailedAccounts: [{ FailureReason: 'INSTRUCTION_KNOWN' }],
    })
    expect(await source(contract.bulkPayment, batchOf(4, instruction(12, 1)))).toMatchObject({
      ResponseCode: '01',
      FailedAccounts: [{ FailureReason: 'INSTRUCTION_KNOWN' }],
    })
  })

  test('is nobody else’s to see', async () => {
    await expect(other(contract.getBulkPayment, { BatchID: batch.BatchID })).rejects.toThrow(
      'payments.source_batch_not_found',
    )
    expect(await other(contract.validatePrepayment, batchOf(5, instruction(1, 0)))).toMatchObject({
      FailedAccounts: [{ FailureReason: 'PAYEE_NOT_REGISTERED' }],
    })
  })

  test('is paid by the bank, and its system reads what became of each order, by its latest try', async () => {
    for (const id of envelopes) {
      await town.approve(id)
      await town.send(id)
    }
    await town.endDay(town.bankBooks, town.bank)
    const said = async () =>
      (await source(contract.getBulkPayment, { BatchID: batch.BatchID })).Instructions.map(
        ({ Status, Reason }) => [Status, Reason],
      )
    expect(await said()).toEqual([
      ['COMPLETED', null],
      ['FAILED', 'AC01'],
      ['IN_PROGRESS', null],
    ])
    const bank = (await sourceEnvelopes()).find(({ provider }) => provider.kind === 'bank')!
    await town.staff.clerk(contract.reissueEnvelope, { id: bank.id, requestId: crypto.randomUUID() })
    expect((await said())[1]).toEqual(['PENDING', null])
  })
})
