import { sql } from 'kysely'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSeconds, civilDate, month } from '#kernel/civil-date'
import { closeAward } from '#modules/entitlement'
import { approveRun, setChannels, submitRun } from '#modules/payroll'
import { endCircumstance, recordCircumstance, recordDeath } from '#modules/people'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { decided } from '../../entitlement/testing.ts'
import { draw, tamSon } from '../../payroll/testing.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, InstructionId } from '../contract.ts'
import { checkPromises } from '../db/promises.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { accountant, approver, clientOf, presently } from '../testing.ts'

let town: PayingTown
let own: PayingTown['own']
let staff: PayingTown['staff']
let id: EnvelopeId

beforeAll(async () => {
  // Of the six with an account the bank says nothing about the fourth.
  const endings = ['0001', '0002', '0003', '9903', '0005', '0006']
  let next = 0
  town = await openPayingTown({ people: 10, accountOf: () => `26002000${endings[next++] ?? '0007'}` })
  ;({ own, staff } = town)
  id = await town.envelopeOf('bank')
})
afterAll(() => town.close())

/** The payees with an account, in the order of the accounts above. */
const payee = (index: number) => town.people.filter((_, at) => at % 3 !== 2)[index]!
const anew = () => crypto.randomUUID()

async function orderOf(index: number, envelope: EnvelopeId = id) {
  const { rows } = await staff.clerk(contract.listInstructions, { id: envelope })
  return rows.find((row) => row.payee.id === payee(index))!
}

async function partOf(order: { id: InstructionId }, right = 0) {
  const { items } = await staff.accountant(contract.getOrder, { id: order.id })
  return items.map(({ person, component, benefitMonth, amount }) => ({
    personId: person.id,
    component,
    benefitMonth,
    amount: (amount - right) as never,
  }))
}

type Wish = Parameters<typeof ask>[1]

async function ask(
  index: number,
  { ground, right = 0 }: { ground: contract.RecallGround; right?: number },
  envelope: EnvelopeId = id,
) {
  const order = await orderOf(index, envelope)
  return staff.accountant(contract.askForRecall, {
    id: order.id,
    ground,
    parts: ground === 'wrong_account' ? [] : await partOf(order, right),
    paper: '15/QĐ-UBND ngày 20/11/2026',
    requestId: anew(),
  })
}

async function callBack(index: number, wish: Wish, envelope: EnvelopeId = id) {
  const asked = await ask(index, wish, envelope)
  await staff.approver(contract.decideRecall, { ...asked, state: 'approved' })
  return asked
}

const recoveriesOf = async (personId: string) =>
  (await staff.accountant(contract.listRecoveries, { personId })).rows

async function nothingIsBroken() {
  const broken = (await own.request((ctx) => checkPromises(ctx))).filter((one) => one.broken.length > 0)
  expect(broken).toEqual([])
}

describe('an order is called back by two people', () => {
  test('not before its list is approved: a list is given up as a whole', async () => {
    const order = await orderOf(0)
    expect(await staff.accountant(contract.getOrder, { id: order.id })).toMatchObject({
      refusal: 'not_recallable',
    })
    await expect(ask(0, { ground: 'right_ended' })).rejects.toThrow('payments.order_not_recallable')
    await town.approve(id)
  })

  test('asked once; nothing happens before somebody else approves; refused with a reason it goes on', async () => {
    const order = await orderOf(0)
    const wish = {
      id: order.id,
      ground: 'right_ended',
      parts: await partOf(order),
      paper: '15/QĐ-UBND',
      requestId: anew(),
    } as const
    const asked = await staff.accountant(contract.askForRecall, wish)
    expect(await staff.accountant(contract.askForRecall, wish)).toEqual(asked)
    await expect(staff.accountant(contract.askForRecall, { ...wish, requestId: anew() })).rejects.toThrow(
      'payments.recall_asked_before',
    )
    expect(await orderOf(0)).toMatchObject({ state: 'ready' })
    const both = clientOf(own, { ...accountant, can: ['payments.approve'] })
    await expect(both(contract.decideRecall, { ...asked, state: 'approved' })).rejects.toThrow(
      'recall_by_second_person',
    )
    await expect(staff.approver(contract.decideRecall, { ...asked, state: 'refused' })).rejects.toThrow(
      'payments.reason_needed',
    )
    await staff.approver(contract.decideRecall, { ...asked, state: 'refused', note: 'Sai người' })
    await expect(staff.approver(contract.decideRecall, { ...asked, state: 'approved' })).rejects.toThrow(
      'payments.recall_settled',
    )
    expect(await orderOf(0)).toMatchObject({ state: 'ready' })
    await expect(
      own.request((ctx) => sql`delete from payments.recall_request`.execute(ctx.db())),
    ).rejects.toThrow('append-only')
  })

  test('for no more than it is, and no less than something', async () => {
    const order = await orderOf(0)
    const [part] = await partOf(order)
    const wish = { id: order.id, ground: 'right_ended', paper: '15/QĐ-UBND', requestId: anew() } as const
    for (const parts of [[], [{ ...part!, amount: (one + 1) as never }], [part!, part!]])
      await expect(staff.accountant(contract.askForRecall, { ...wish, parts })).rejects.toThrow(
        'payments.recall_parts_wrong',
      )
    await expect(
      staff.accountant(contract.askForRecall, { ...wish, ground: 'wrong_account', parts: [part!] }),
    ).rejects.toThrow('payments.recall_parts_wrong')
  })
})

test('a decision that is killed when all of it is written has done nothing, and is taken once more', async () => {
  const asked = await ask(0, { ground: 'right_ended' })
  const before = await town.balance()
  const deciding = join(import.meta.dirname, 'interrupted-recall.ts')
  await killOnceItSpeaks(own, deciding, own.programUrl, asked.id)
  expect(await town.balance()).toEqual(before)
  expect(await orderOf(0)).toMatchObject({ state: 'ready' })
  expect((await staff.clerk(contract.listRecalls, {})).rows[0]).toMatchObject({
    id: asked.id,
    state: 'asked',
  })
  await nothingIsBroken()
  await staff.approver(contract.decideRecall, { ...asked, state: 'approved' })
  expect(await orderOf(0)).toMatchObject({ state: 'withdrawn', reason: 'right_ended' })
  expect(await town.balance()).toMatchObject({
    payable: before['payable']! + one,
    expense: before['expense']! - one,
  })
  await nothingIsBroken()
})

describe('before it is sent', () => {
  test('the right has ended: it is withdrawn, nothing is owed, the budget is free', async () => {
    expect(await orderOf(0)).toMatchObject({ state: 'withdrawn', reason: 'right_ended' })
    expect(await town.balance()).toMatchObject({
      payable: -6 * one,
      expense: 6 * one,
      budget_blocked: 6 * one,
    })
  })

  test('a wrong account: it is withdrawn and stays owed; a wrong amount: only what is too much is not', async () => {
    await callBack(1, { ground: 'wrong_account' })
    await callBack(2, { ground: 'wrong_amount', right: 500_000 })
    expect(await orderOf(1)).toMatchObject({ state: 'withdrawn', reason: 'wrong_account' })
    expect(await orderOf(2)).toMatchObject({ state: 'withdrawn', reason: 'wrong_amount' })
    const owed = 5 * one + 500_000
    expect(await town.balance()).toMatchObject({ payable: -owed, expense: owed, budget_blocked: owed })
    await town.send(id)
    const file = await (await staff.clerk(contract.downloadOrderFile, { id })).text()
    expect(file).toContain(`<NbOfTxs>4</NbOfTxs><CtrlSum>${4 * one}</CtrlSum>`)
    expect(await town.balance()).toMatchObject({ at_provider: 4 * one, budget_blocked: one + 500_000 })
  })
})

describe('after it is sent', () => {
  test('it is called back, and ends as its provider says; what is owed waits for another account', async () => {
    await town.endDay(town.bankBooks, town.bank)
    expect(await orderOf(3)).toMatchObject({ state: 'sent' })
    await callBack(3, { ground: 'wrong_account' })
    const order = await orderOf(3)
    expect(order).toMatchObject({ state: 'sent', isRecallAsked: true })
    await staff.accountant(contract.endByPaper, {
      id: order.id,
      outcome: 'recalled',
      day: civilDate('2026-11-23'),
      paper: 'Công văn 12/NHNo',
      requestId: anew(),
    })
    expect(await orderOf(3)).toMatchObject({ state: 'recalled' })
    await nothingIsBroken()

    await own.request((ctx) =>
      setChannels(
        ctx,
        [1, 3].map((index) => ({
          personId: payee(index),
          channel: { method: 'account', bank: 'Agribank', account: `1500200000${index}` },
        })),
      ),
    )
    const waiting = (await staff.clerk(contract.listRecalls, {})).rows.filter(({ isWaiting }) => isWaiting)
    expect(new Set(waiting.map(({ order }) => order.payee.id))).toEqual(
      new Set([payee(1), payee(2), payee(3)]),
    )
    // To the wrong account nothing goes a second time; what was too much is not ordered anew.
    const { ids } = await staff.clerk(contract.reissueEnvelope, { id, requestId: anew() })
    for (const envelope of ids) {
      await town.approve(envelope)
      await town.send(envelope)
    }
    await nothingIsBroken()
    await town.endDay(town.bankBooks, town.bank)
    expect(await orderOf(2, ids[0]!)).toMatchObject({ state: 'paid', amount: 500_000 })
    expect(await orderOf(3, ids[0]!)).toMatchObject({ state: 'paid', amount: one, account: '…0003' })
    expect(await town.balance()).toMatchObject({ payable: 0, budget_blocked: 0, at_provider: 0 })
    await nothingIsBroken()
  })

  test('paid, what was due to nobody is proposed for recovery, and to a wrong account it is asked of the provider', async () => {
    await callBack(4, { ground: 'right_ended' })
    expect(await recoveriesOf(payee(4))).toMatchObject([
      { state: 'proposed', cause: 'not_entitled', amount: one },
    ])
    await callBack(5, { ground: 'wrong_amount', right: 500_000 })
    expect(await recoveriesOf(payee(5))).toMatchObject([
      { state: 'proposed', cause: 'lower_amount', amount: one - 500_000 },
    ])
    await callBack(6, { ground: 'wrong_account' })
    expect(await recoveriesOf(payee(6))).toEqual([])
    expect(await orderOf(6)).toMatchObject({ state: 'paid', isRecallAsked: true })
    await nothingIsBroken()
  })
})

test('a decision that ends an award calls back by itself what was sent and paid for months after its last', async () => {
  const cash = await town.envelopeOf('post_office')
  const [personId] = town.people.filter((_, at) => at % 3 === 2)
  await town.approve(cash)
  await town.send(cash)
  const end = () =>
    own.request(
      (ctx) =>
        closeAward(ctx, {
          personId: personId!,
          benefit: 'monthly_allowance',
          decision: decided(tamSon, { signedOn: civilDate('2026-11-20') }),
          lastMonth: month('2026-10'),
          reason: 'ineligible',
        }),
      { now: presently },
    )
  await end()
  await own.deliver()
  const { rows } = await staff.clerk(contract.listInstructions, { id: cash })
  expect(rows.filter(({ isRecallAsked }) => isRecallAsked).map(({ payee: { id } }) => id)).toEqual([personId])
  await town.endDay(town.postBooks, town.postOffice)
  // Whoever got it nevertheless is asked for it; nobody else is.
  const after = await staff.clerk(contract.listInstructions, { id: cash })
  const { state } = after.rows.find((row) => row.payee.id === personId)!
  expect(await recoveriesOf(personId!)).toMatchObject(
    state === 'paid' ? [{ state: 'proposed', cause: 'not_entitled', amount: one }] : [],
  )
  await nothingIsBroken()
})

test('one death is one claim: of a month all that its own list and arrears of it later paid', async () => {
  const person = payee(5)
  const now = addSeconds(presently, 86_400)
  await own.request(
    async (ctx) => {
      const { rows } = await sql<{ id: string }>`select id from people.circumstance
        where person_id = ${person} and retracted_at is null`.execute(ctx.db())
      const until = civilDate('2026-10-05')
      await endCircumstance(ctx, {
        personId: person,
        circumstanceId: rows[0]!.id,
        until,
        source: 'test',
      } as never)
      await recordCircumstance(ctx, {
        personId: person,
        kind: 'disability',
        detail: { level: 'exceptionally_severe', types: ['sight'], issuedOn: until },
        from: until,
        until: null,
        evidence: null,
        source: 'test',
      } as never)
    },
    { now },
  )
  await own.deliver()
  const { id: runId } = await draw(own, '2026-12', town.commune, now)
  await own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now })
  await own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now })
  await own.deliver()
  const { ids } = await staff.clerk(contract.prepareEnvelopes, { runId, requestId: anew() })
  const december = (await staff.clerk(contract.listEnvelopes, { runId })).find(
    ({ provider, id }) => provider.kind === 'bank' && ids.includes(id),
  )!.id
  await town.approve(december)
  await town.send(december)
  await town.endDay(town.bankBooks, town.bank)
  const before = (await recoveriesOf(person)).reduce((sum, { amount }) => sum + amount, 0)
  const dies = () =>
    own.request(
      (ctx) =>
        recordDeath(ctx, { personId: person, diedOn: civilDate('2026-10-20'), source: 'test' } as never),
      { now },
    )
  await dies()
  await own.deliver()
  // November was 810.000 of its own list and 270.000 of arrears in that of December, of which too much was asked back before.
  const claims = (await recoveriesOf(person)).filter(({ cause }) => cause === 'died')
  expect(claims).toHaveLength(1)
  expect(claims[0]!.amount + before).toBe(2 * 1_080_000)
  expect(claims[0]!.months.map(({ benefitMonth }) => benefitMonth)).toEqual(['2026-11', '2026-12'])
  await nothingIsBroken()
})
