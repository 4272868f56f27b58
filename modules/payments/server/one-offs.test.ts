import { sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { grantSupport, listOneOffsOf } from '#modules/entitlement'
import { recordDeath } from '#modules/people'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { openBank } from '../../../simulators/bank/bank.ts'
import { putIntoFolder, takeFromFolder, type Counter } from '../../../simulators/transport.ts'
import { givenDecision } from '../../payroll/testing.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { proposeRecovery } from '../db/recoveries.ts'
import { paymentsJobs } from '../index.ts'
import { clerk, clientOf, givenApprovedRun, presently, staffOf } from '../testing.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const home = await mkdtemp(join(tmpdir(), 'ansinh-once-'))
let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let staff: ReturnType<typeof staffOf>
let bank: Counter

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: paymentsJobs })
  // The account of the fourth is one that the bank gives money back from.
  town = await givenApprovedRun(own, {
    delivery: { by: 'folder', outbox: join(home, 'orders'), inbox: join(home, 'answers') },
    accountOf: (index) => (index === 3 ? '260020519902' : `26002051${String(index).padStart(5, '0')}`),
  })
  staff = staffOf(own)
  bank = openBank({
    path: ':memory:',
    account: '3713012345678',
    funds: 100_000_000,
    statements: 'camt.053',
    day: '2026-11-23',
  })
})
afterAll(async () => {
  await own.drop()
  await rm(home, { recursive: true })
})

const funeral = dong(10_800_000)
const injury = dong(5_400_000)

/** What a chair has signed: money once, to somebody in the register or to whoever arranged a burial. */
async function given(
  personId: string,
  { amount = injury, payee, on = '2026-11-20' }: { amount?: typeof injury; payee?: string; on?: string } = {},
) {
  const isFuneral = amount === funeral
  const { oneOffIds } = await own.request(
    (ctx) =>
      grantSupport(ctx, {
        personId,
        event: { kind: isFuneral ? 'death' : 'injury', on: civilDate(on) } as never,
        decision: givenDecision(town.commune, civilDate('2026-11-22')),
        money: [{ rule: isFuneral ? 'FUN-01' : 'EMG-3', citation: 'Điều 11', amount, isHousehold: false }],
        payee: payee
          ? { fullName: payee, isOrganisation: false, number: '026070001234', phone: null, address: null }
          : { personId },
      }),
    { now: presently },
  )
  return oneOffIds[0]!
}

const due = async () => (await staff.clerk(contract.listOneOffsDue, { areaId: town.commune })).rows
const stateOf = (personId: string) =>
  own.request(async (ctx) => (await listOneOffsOf(ctx, [personId])).map(({ state }) => state))
const prepare = (more: object = {}) =>
  staff.clerk(contract.prepareOneOffs, { areaId: town.commune, requestId: crypto.randomUUID(), ...more })

async function approve(id: EnvelopeId) {
  await staff.accountant(contract.checkEnvelope, { id })
  await staff.approver(contract.approveEnvelope, { id })
}

async function bankAnswers() {
  takeFromFolder(bank, join(home, 'orders'))
  bank.closeDay()
  putIntoFolder(bank, join(home, 'answers'))
  await staff.clerk(contract.fetchResponses, { id: town.bank as ProviderId })
  await own.runJobs()
}

describe('money that decisions give once', () => {
  test('waits with its decision and its payee; why it is given is not for whoever pays', async () => {
    await given(town.people[0]!)
    await given(town.people[3]!)
    await given(town.people[4]!, { amount: funeral, payee: 'Phùng Văn Hùng' })
    expect(await due()).toMatchObject([
      { right: null, amount: injury, channel: 'account', payee: { isInRegister: true }, held: null },
      { right: null, amount: injury, channel: 'account' },
      { amount: funeral, channel: 'cash_point', payee: { name: 'Phùng Văn Hùng', isInRegister: false } },
    ])
    const reader = clientOf(own, { ...clerk, can: ['payments.read', 'entitlement.read'] })
    const { rows } = await reader(contract.listOneOffsDue, { areaId: town.commune })
    expect(rows.map(({ right }) => right?.vi)).toEqual([
      'Bị thương nặng, cấp cứu và điều trị từ 3 ngày',
      'Bị thương nặng, cấp cứu và điều trị từ 3 ngày',
      'Mai táng người đang hưởng trợ cấp xã hội hằng tháng',
    ])
  })

  test('is left as it was when the process that takes it is killed before all is frozen', async () => {
    // When everything is written and nothing committed.
    const preparing = join(import.meta.dirname, 'interrupted-one-offs.ts')
    await killOnceItSpeaks(own, preparing, own.programUrl, String(town.commune))
    expect(await due()).toHaveLength(3)
    expect(await staff.clerk(contract.listEnvelopes, {})).toEqual([])
  })

  test('goes into one set of envelopes, whether two prepare at once or one asks twice', async () => {
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    const [mine, others] = await Promise.allSettled([
      prepare({ requestId: first }),
      prepare({ requestId: second }),
    ])
    const [made] = [mine, others].flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const [refused] = [mine, others].flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    expect(made!.ids).toHaveLength(2)
    expect(refused).toContain('payments.nothing_due_once')
    const again = await prepare({ requestId: mine.status === 'fulfilled' ? first : second })
    expect(new Set(again.ids)).toEqual(new Set(made!.ids))
    const envelopes = await staff.clerk(contract.listEnvelopes, {})
    expect(
      envelopes.map(({ purpose, provider, instructions, amount }) => [
        purpose,
        provider.kind,
        instructions,
        amount,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['one_off', 'bank', 2, 2 * injury],
        ['one_off', 'post_office', 1, funeral],
      ]),
    )
    expect(await due()).toEqual([])
  })

  test('is due again when its envelope is given up, and taken by the next', async () => {
    const post = await idOf('post_office')
    await staff.clerk(contract.cancelEnvelope, { id: post })
    expect(await due()).toMatchObject([{ amount: funeral }])
    await prepare()
    expect(await due()).toEqual([])
  })

  test('stands by itself in the account of the dead, with who is owed it and, for whoever may know, why', async () => {
    await approve(await idOf('post_office'))
    const personId = town.people[4]!
    const about = { personId, personName: 'Phùng Thị Ỷ', cause: 'died', areaId: town.commune } as const
    const id = await own.request((ctx) =>
      proposeRecovery(ctx, about, [
        {
          component: 'allowance',
          benefitMonth: month('2026-11'),
          amount: dong(810_000),
          programme: 'monthly_allowance',
        },
      ]),
    )
    const accountFor = async (...can: string[]) =>
      (await clientOf(own, { ...clerk, can: ['payments.read', ...can] })(contract.getRecovery, { id: id! }))
        .account
    const once = { payee: 'Phùng Văn Hùng', isOwn: false }
    const right = { vi: 'Mai táng người đang hưởng trợ cấp xã hội hằng tháng' }
    const row = { month: '2026-11', due: funeral, paid: 0, waiting: funeral }
    expect(await accountFor()).toMatchObject([{ ...row, once: { ...once, right: null } }])
    expect(await accountFor('people.read')).toMatchObject([{ ...row, once: { ...once, right } }])
  })

  test('holds the budget of one-off support, and is paid, given back and tried again like any other', async () => {
    const id = await idOf('bank')
    await approve(id)
    const funds = await staff.accountant(contract.listFunds, { year: 2026 })
    expect(funds.find(({ programme }) => programme === 'one_off')).toMatchObject({
      blocked: 2 * injury + funeral,
    })
    await staff.clerk(contract.sendEnvelope, { id })
    await own.runJobs()
    await bankAnswers()
    expect([await stateOf(town.people[0]!), await stateOf(town.people[3]!)]).toEqual([['paid'], ['paid']])
    await bankAnswers() // The day after, the bank gives one back.
    expect([await stateOf(town.people[0]!), await stateOf(town.people[3]!)]).toEqual([['paid'], ['taken']])
    const again = () => staff.clerk(contract.reissueEnvelope, { id, requestId: crypto.randomUUID() })
    const first = await again()
    await expect(again()).rejects.toThrow('payments.nothing_to_reissue')
    // Given up before it was sent, the new try takes nothing along: another can be made.
    await staff.clerk(contract.cancelEnvelope, { id: first.ids[0]! })
    expect(await stateOf(town.people[3]!)).toEqual(['taken'])
    const { ids } = await again()
    expect(ids).toHaveLength(1)
    const [view] = await reader()(contract.listOneOffsOfPerson, { personId: town.people[3]! })
    expect(view).toMatchObject({ state: 'taken', latest: { envelope: { id: ids[0] }, state: 'ready' } })
  })

  test('is in the hands of the post office the same day, whatever account the payee has and whatever day it is', async () => {
    await own.request((ctx) => sql`update payments.provider set delivery = '{"by":"hand"}'`.execute(ctx.db()))
    const saturday = staffOf(own, instant('2026-11-28T02:00:00Z'))
    const id = await given(town.people[1]!)
    const { ids } = await saturday.clerk(contract.prepareOneOffs, {
      areaId: town.commune,
      ids: [id],
      isCash: true,
      requestId: crypto.randomUUID(),
    })
    const [envelope] = ids
    await saturday.accountant(contract.checkEnvelope, { id: envelope! })
    await saturday.approver(contract.approveEnvelope, { id: envelope! })
    await saturday.clerk(contract.sendEnvelope, { id: envelope! })
    await own.runJobs()
    expect(await saturday.clerk(contract.getEnvelope, { id: envelope! })).toMatchObject({
      state: 'sent',
      executeOn: '2026-11-28',
      provider: { kind: 'post_office' },
    })
    const { rows } = await saturday.clerk(contract.listInstructions, { id: envelope!, page: 1 })
    expect(rows).toMatchObject([{ channel: 'cash_point', account: null, amount: injury }])
  })

  test('is held when its payee has died, and not recalled when the person it was for dies later', async () => {
    await given(town.people[6]!)
    for (const personId of [town.people[6]!, town.people[0]!])
      await own.request(
        (ctx) => recordDeath(ctx, { personId, diedOn: civilDate('2026-11-23'), source: 'test' } as never),
        { now: presently },
      )
    await own.deliver()
    expect(await due()).toMatchObject([{ held: 'payee_died' }])
    await expect(prepare()).rejects.toThrow('payments.nothing_due_once')
    expect(await stateOf(town.people[0]!)).toEqual(['paid'])
  })

  test('leaves books that balance', async () => {
    const { debit, credit } = await staff.accountant(contract.getTrialBalance, {})
    expect(debit).toBe(credit)
  })
})

const reader = () => clientOf(own, { ...clerk, can: ['entitlement.read'] })

async function idOf(kind: 'bank' | 'post_office'): Promise<EnvelopeId> {
  const envelopes = await staff.clerk(contract.listEnvelopes, {})
  return envelopes.find(({ provider, state }) => provider.kind === kind && state !== 'cancelled')!.id
}
