import { sql } from 'kysely'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant, type Instant } from '#kernel/civil-date'
import { listChannels, payrollRoutes } from '#modules/payroll'
import { recordDeath } from '#modules/people'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { jpegOf, redAndBlue } from '../../../documents/testing.ts'
import { givenRelation } from '../../../entitlement/testing.ts'
import * as contract from '../../contract.ts'
import type { Way, WayRequestId } from '../../contract.ts'
import { paymentsJobs } from '../../index.ts'
import { accountant, clerk, clientOf, givenApprovedRun, presently } from '../../testing.ts'
import { applyWays } from './apply.ts'
import { askBanksAgain } from './check-name.ts'

const home = await mkdtemp(join(tmpdir(), 'ansinh-ways-'))
/** Three working days after a Monday, of which the Tuesday is a holiday. */
const later = instant('2026-11-27T02:00:00Z')
let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let bank: ChildProcess
let url: string

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: paymentsJobs })
  bank = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../../../simulators/bank/main.ts'), '--home', home, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = (await once(bank.stdout!, 'data')) as [Buffer]
  url = line.toString().trim()
  town = await givenApprovedRun(own, { delivery: { by: 'http', url } })
})
afterAll(async () => {
  bank.kill()
  await own.drop()
  await rm(home, { recursive: true })
})

/** People here are called family Thị given; the third of each three is paid in cash. */
const officer = (now?: Instant) =>
  clientOf(own, { ...clerk, can: ['payroll.read', 'payments.ask_way', 'payments.prepare'] }, now)
const decider = (now?: Instant) =>
  clientOf(own, { ...accountant, can: ['payroll.read', 'payments.decide_way'] }, now)

type By = Way['by']
const into = (account: string, differing: Partial<Extract<By, { account: string }>> = {}): Way => ({
  receiver: null,
  by: {
    channel: 'account',
    bank: 'VCB',
    account,
    holder: 'Phùng Thị Chắt',
    isReceivers: false,
    ...differing,
  },
})
const ask = async (personId: string, way: Way, requestId: string = crypto.randomUUID()) => {
  const { id } = await officer()(contract.askForWay, {
    personId,
    way,
    evidence: 'Đơn ngày 23/11/2026, bản sao thẻ ngân hàng',
    requestId,
  })
  await own.runJobs()
  return id as WayRequestId
}
const opensAccount = (account: string, name: string, state = 'open') =>
  fetch(`${url}/holders/${account}`, { method: 'PUT', body: JSON.stringify({ name, state }) })
const requestsOf = async (personId: string) =>
  (await decider()(contract.getPersonWays, { personId })).requests
const channelOf = (personId: string) =>
  own.request(async (ctx) => (await listChannels(ctx, [personId])).get(personId))
const approve = (id: WayRequestId, isSeen = false) => decider()(contract.approveWay, { id, isSeen })

describe('another way to be paid', () => {
  test('cannot be set by one person alone, neither by a door nor in the database', async () => {
    expect(Object.keys(payrollRoutes)).not.toContain('setChannel')
    await expect(
      own.request((ctx) =>
        sql`insert into payments.way_request (person_id, area_id, request_id, origin, after, evidence, state, asked_by,
            asked_name, asked_at, decided_by, decided_name, decided_at, effective_on)
          values (${town.people[2]!}, ${town.commune}, gen_random_uuid(), 'office', '{}', 'x', 'approved', ${clerk.userId}, 'x',
            ${presently}, ${clerk.userId}, 'x', ${presently}, '2026-11-26')`.execute(ctx.db()),
      ),
    ).rejects.toThrow('way_request_by_second_person')
  })

  test('is asked for with a paper, the bank is asked whose account it is, and somebody else approves', async () => {
    const personId = town.people[2]!
    await opensAccount('1020304050', 'Phùng Thị Chắt')
    const requestId = crypto.randomUUID()
    const id = await ask(personId, into('1020 3040 50'), requestId)
    expect(await ask(personId, into('1020304050'), requestId)).toBe(id)
    expect(await requestsOf(personId)).toMatchObject([
      {
        id,
        state: 'asked',
        before: { channel: 'cash_point', payPoint: 'Bưu điện Tam Sơn' },
        after: { channel: 'account', bank: 'VCB', account: '1020304050' },
        nameCheck: 'matches',
        nameFound: 'PHUNG THI CHAT',
        conflicts: 0,
        strangers: [],
        mayApprove: true,
      },
    ])
    // The paper is photographed for whoever decides, and stays as it was seen.
    const file = new File([await jpegOf(redAndBlue(400, 300))], 'thẻ ngân hàng.jpg', { type: 'image/jpeg' })
    expect(await officer()(contract.addWayPicture, { id, file })).toEqual({ pictures: 1 })
    expect(await requestsOf(personId)).toMatchObject([{ pictures: 1 }])
    const seen = await decider()(contract.downloadWayPicture, { id, number: 1 })
    expect(seen.type).toBe('image/jpeg')
    await expect(decider()(contract.downloadWayPicture, { id, number: 2 })).rejects.toThrow(
      'payments.way_picture_not_found',
    )
    const wrong = new File(['MZ'], 'thẻ.jpg', { type: 'image/jpeg' })
    await expect(officer()(contract.addWayPicture, { id, file: wrong })).rejects.toThrow(
      'documents.upload_of_other_kind',
    )
    const both = clientOf(own, { ...clerk, can: ['payments.decide_way'] })
    await expect(both(contract.approveWay, { id, isSeen: true })).rejects.toThrow('way_by_second_person')
    expect(await approve(id)).toEqual({ effectiveOn: '2026-11-27' })
    await expect(approve(id)).rejects.toThrow('payments.way_request_settled')
    await expect(officer()(contract.addWayPicture, { id, file })).rejects.toThrow(
      'payments.way_request_settled',
    )
    // Until its day has come nothing changes, whatever looks for it.
    await own.request((ctx) => applyWays(ctx), { now: presently })
    expect(await channelOf(personId)).toMatchObject({ method: 'cash' })
  })

  test('counts on its day, though whoever put it into force was killed before, and only once', async () => {
    const personId = town.people[2]!
    await killOnceItSpeaks(own, join(import.meta.dirname, 'interrupted-ways.ts'), own.programUrl, later)
    expect(await channelOf(personId)).toMatchObject({ method: 'cash' })
    await Promise.all([1, 2].map(() => own.request((ctx) => applyWays(ctx), { now: later })))
    expect(await channelOf(personId)).toMatchObject({ method: 'account', bank: 'VCB', account: '1020304050' })
    expect(await requestsOf(personId)).toMatchObject([{ state: 'in_force', after: { account: '…4050' } }])
  })

  test('is refused where it is the same, where nobody pays so, or where it says nothing usable', async () => {
    const personId = town.people[2]!
    const said = (way: Way) => ask(personId, way)
    await expect(said(into('1020304050'))).rejects.toThrow('payments.way_unchanged')
    await expect(said(into('12'))).rejects.toThrow('payments.way_not_usable')
    await expect(said(into('1020304051', { bank: 'Ngân hàng không có' }))).rejects.toThrow('way_not_usable')
    await expect(said(into('0987654321', { channel: 'wallet', bank: 'MoMo' }))).rejects.toThrow(
      'payments.provider_missing',
    )
  })

  test('waits while another is open for the same person; the wrong one is refused first, with a reason', async () => {
    const personId = town.people[5]!
    await opensAccount('2020304050', 'Trần Thị Ánh')
    const [one, other] = [await ask(personId, into('2020304050')), await ask(personId, into('2020304051'))]
    expect((await requestsOf(personId)).map(({ conflicts }) => conflicts)).toEqual([1, 1])
    await expect(approve(one)).rejects.toThrow('payments.way_conflict')
    await decider()(contract.refuseWay, { id: other, reason: 'Không phải tài khoản của bà Ánh' })
    await approve(one)
    const third = await ask(personId, into('2020304052'))
    await expect(approve(third)).rejects.toThrow('payments.way_conflict')
    // She knows nothing of it: what was approved is stopped before it counts.
    await officer()(contract.withdrawWay, { id: one, reason: 'Bà Ánh báo không đề nghị' })
    await own.request((ctx) => applyWays(ctx), { now: later })
    expect(await channelOf(personId)).toMatchObject({ method: 'cash' })
    await decider()(contract.refuseWay, { id: third, reason: 'Chưa có giấy tờ' })
  })

  test('into an account in another name, or that strangers are paid on, has to be looked at', async () => {
    const personId = town.people[8]!
    await opensAccount('3020304050', 'Lê Văn Tám')
    const differs = await ask(personId, into('3020304050'))
    expect(await requestsOf(personId)).toMatchObject([{ nameCheck: 'differs', nameFound: 'LE VAN TAM' }])
    await expect(approve(differs)).rejects.toThrow('payments.way_needs_a_look')
    await approve(differs, true)
    await officer()(contract.withdrawWay, { id: differs, reason: 'Nhầm số' })

    // The account of somebody else of the list.
    const shared = await ask(personId, into('2600205100000', { bank: 'Agribank' }))
    expect((await requestsOf(personId))[0]).toMatchObject({ strangers: [{ isElsewhere: false }] })
    await approve(shared, true)
    await own.request((ctx) => applyWays(ctx), { now: later })
    expect(await decider()(contract.listSharedAccounts, {})).toMatchObject([
      { account: '…0000', payees: [{ id: town.people[0]! }, { id: personId }], elsewhere: 0 },
    ])
    await own.request((ctx) => givenRelation(ctx, town.people[0]!, 'cares_for', personId))
    expect(await decider()(contract.listSharedAccounts, {})).toEqual([])
  })

  test('is asked about again when the bank did not answer', async () => {
    const personId = town.people[5]!
    await own.request((ctx) =>
      sql`update payments.provider set delivery = '{"by":"http","url":"http://127.0.0.1:9"}'`.execute(
        ctx.db(),
      ),
    )
    await ask(personId, into('2020304050'))
    expect((await requestsOf(personId))[0]).toMatchObject({ nameCheck: 'unreachable' })
    await own.request((ctx) =>
      sql`update payments.provider set delivery = ${JSON.stringify({ by: 'http', url })}`.execute(ctx.db()),
    )
    await own.request((ctx) => askBanksAgain(ctx))
    await own.runJobs()
    expect((await requestsOf(personId))[0]).toMatchObject({ nameCheck: 'matches' })
  })
})

describe('somebody who receives in a payee’s place', () => {
  const son = {
    role: 'authorised',
    personId: null,
    fullName: 'Trần Văn Nam',
    number: '026085001234',
    document: 'Giấy ủy quyền số 12/UQ ngày 20/11/2026',
    until: civilDate('2026-12-31'),
  } as const

  test('stands on the order with the paper; after its last day the payee is paid herself, and in cash', async () => {
    const personId = town.people[1]!
    await expect(ask(personId, { ...into('4020304050'), receiver: { ...son, until: null } })).rejects.toThrow(
      'payments.way_not_usable',
    )
    await opensAccount('4020304050', 'Trần Văn Nam')
    const way = { ...into('4020304050', { holder: 'Trần Văn Nam', isReceivers: true }), receiver: son }
    const id = await ask(personId, way)
    expect((await requestsOf(personId))[0]).toMatchObject({
      nameExpected: 'Trần Văn Nam',
      nameCheck: 'matches',
    })
    await approve(id)
    const { ids } = await officer(later)(contract.prepareEnvelopes, {
      runId: town.runId,
      requestId: crypto.randomUUID(),
    })
    expect(ids).toHaveLength(2)
    expect(await ordersTo(personId)).toEqual([
      { account: '4020304050', holder: 'Trần Văn Nam', receiver: 'Trần Văn Nam', until: '2026-12-31' },
    ])
    await own.request((ctx) => applyWays(ctx), { now: instant('2026-12-31T02:00:00Z') })
    expect(await channelOf(personId)).toMatchObject({ account: '4020304050' })
    await own.request((ctx) => applyWays(ctx), { now: instant('2027-01-01T02:00:00Z') })
    expect(await channelOf(personId)).toEqual({ method: 'cash', payPointId: null, receiver: null })
    expect((await requestsOf(personId))[0]).toMatchObject({
      origin: 'expired',
      state: 'in_force',
      before: { receiver: { fullName: 'Trần Văn Nam' } },
      after: { channel: 'cash_point', receiver: null },
    })
    // What was frozen stays as it was.
    await expect(
      own.request((ctx) =>
        sql`update payments.instruction set receiver = null where payee_id = ${personId}`.execute(ctx.db()),
      ),
    ).rejects.toThrow('does not go')
  })

  test('is a guardian only if the register knows it, and no more once they have died', async () => {
    const [personId, guardian] = [town.people[4]!, town.people[7]!]
    const way: Way = {
      receiver: { ...son, role: 'guardian', personId: guardian, fullName: 'Trần Thị Chắt', until: null },
      by: { channel: 'cash_home' },
    }
    await expect(ask(personId, way)).rejects.toThrow('payments.receiver_not_related')
    await own.request((ctx) => givenRelation(ctx, guardian, 'guardian_of', personId))
    await approve(await ask(personId, way))
    await own.request((ctx) => applyWays(ctx), { now: later })
    expect(await channelOf(personId)).toMatchObject({ method: 'cash', receiver: { personId: guardian } })
    await own.request(
      (ctx) =>
        recordDeath(ctx, { personId: guardian, diedOn: civilDate('2026-11-25'), source: 'test' } as never),
      { now: later },
    )
    await own.deliver()
    expect(await channelOf(personId)).toMatchObject({ method: 'cash', receiver: null })
    expect((await requestsOf(personId))[0]).toMatchObject({ origin: 'died', after: { channel: 'cash_home' } })
  })
})

async function ordersTo(personId: string) {
  const { rows } = await own.request((ctx) =>
    sql`select account, holder, receiver ->> 'fullName' as receiver, receiver ->> 'until' as until
      from payments.instruction where payee_id = ${personId}`.execute(ctx.db()),
  )
  return rows
}
