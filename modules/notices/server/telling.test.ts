import { sql } from 'kysely'
import { afterEach, describe, expect, vi } from 'vitest'
import { addSeconds, type Instant } from '#kernel/civil-date'
import { createUser } from '#modules/identity'
import { areaIdsWithin } from '#modules/geography'
import * as files from '#modules/applications/contract'
import { test, type World } from '#testing/world'
import { fileOf, givenPerson, proofFor, somebody, tamSon } from '../../applications/testing.ts'
import * as api from '../contract.ts'
import { lookAfterNotices } from './look-after.ts'

const lan = '0197f000-0000-7000-8000-0000000000a1'
const minh = '0197f000-0000-7000-8000-0000000000a3'
const thanh = '0197f000-0000-7000-8000-0000000000a2'
const subject = { fullName: 'Phùng Thị Mận', sex: 'female', born: '1984-05-10' } as const

const gateway = {
  ANSINH_SMS_URL: 'https://sms.example.vn',
  ANSINH_SMS_KEY: 'ansinh',
  ANSINH_SMS_SECRET: 'x'.repeat(32),
  ANSINH_SMTP_URL: 'smtps://mail.example.vn',
  ANSINH_MAIL_FROM: 'an-sinh@example.vn',
}
afterEach(() => void vi.unstubAllEnvs())

describe('an inbox', () => {
  test('hears of a file from home in every inbox of those who could take it, and of nobody else', async ({
    world,
  }) => {
    const { officer, chair } = await givenStaff(world)
    const { code } = await submitted(world)
    await world.deliver()
    expect(await inboxOf(officer)).toMatchObject([
      { kind: 'received', isRead: false, file: { code, fullName: subject.fullName } },
    ])
    expect(await inboxOf(asColleague(officer))).toHaveLength(1)
    expect(await inboxOf(chair)).toEqual([])
  })

  test('of one person is nobody else’s, and is read once', async ({ world }) => {
    const { officer } = await givenStaff(world)
    await submitted(world)
    await world.deliver()
    expect(await officer.call(api.countInbox, {})).toEqual({ unread: 1 })
    const [entry] = await inboxOf(officer)
    // What came since one looked last stands out; looking is one’s own.
    expect(await officer.call(api.visitInbox, {})).toEqual({ seenThrough: null })
    expect(await officer.call(api.visitInbox, {})).toEqual({ seenThrough: entry!.id })
    expect(await asColleague(officer).call(api.visitInbox, {})).toEqual({ seenThrough: null })
    await asColleague(officer).call(api.readInbox, { ids: [entry!.id] })
    expect(await officer.call(api.countInbox, {})).toEqual({ unread: 1 })
    await officer.call(api.readInbox, { through: entry!.id })
    expect(await officer.call(api.countInbox, {})).toEqual({ unread: 0 })
    expect((await officer.call(api.listInbox, { isUnread: true })).entries).toEqual([])
    expect(await inboxOf(asColleague(officer))).toMatchObject([{ isRead: false }])
  })

  test('hears nothing of what its owner did, and of the rest only where the work was given', async ({
    world,
  }) => {
    const { officer } = await givenStaff(world)
    const { id } = await officer.call(files.submitApplication, fileOf(null))
    await officer.call(files.assignApplications, {
      ids: [id],
      assignee: { id: minh },
      requestId: crypto.randomUUID(),
    })
    await world.deliver()
    expect(await inboxOf(officer)).toEqual([])
    expect((await inboxOf(asColleague(officer))).map(({ kind }) => kind)).toContain('assigned')
    const { version } = await officer.call(files.getApplication, { id })
    await officer.call(files.takeAction, { ...act(id, version, 'accept') })
    await world.deliver()
    expect((await inboxOf(asColleague(officer))).map(({ kind }) => kind)).toContain('to_handle')
  })

  test('of who may not read confidential facts hears of no confidential file', async ({ world }) => {
    const { officer } = await givenStaff(world)
    await sql`update identity.assignment set role = 'payroll_accountant' where user_id = ${minh}`.execute(
      world.ctx.db(),
    )
    await submitted(world, { asked: { standing: { hiv: true } } })
    await world.deliver()
    expect(await inboxOf(officer)).toHaveLength(1)
    expect(await inboxOf(asColleague(officer))).toEqual([])
    const blind = officer.as({ can: ['identity.self', 'applications.read'] })
    expect(await inboxOf(blind)).toMatchObject([{ kind: 'received', file: null }])
  })
})

describe('a person', () => {
  test('is told once by each wire, however often the event comes', async ({ world }) => {
    wired()
    await givenStaff(world)
    const { id } = await submitted(world, {
      subject: { ...subject, phone: '0912 345 678', email: 'man@example.org' },
    })
    await world.deliver()
    await sql`update platform.delivery set done_at = null where subscriber = 'notices.tell_of_file'`.execute(
      world.ctx.db(),
    )
    await world.deliver()
    expect(await noticesOf(world, id)).toMatchObject([
      { kind: 'received', channel: 'email', address: 'man@example.org', subject: 'Tin từ Xã Tam Sơn' },
      { kind: 'received', channel: 'sms', address: '+84912345678', state: 'pending' },
    ])
  })

  test('who asks for another is written to in their place', async ({ world }) => {
    wired()
    const { id } = await submitted(world, {
      subject: { ...subject, phone: '0912 345 678' },
      applicant: { fullName: 'Phùng Văn Tám', relation: 'child', phone: '0987654321' },
    })
    await world.deliver()
    expect(await noticesOf(world, id)).toMatchObject([{ toName: 'Phùng Văn Tám', address: '+84987654321' }])
  })

  test('without a telephone goes onto the list of those to be told by hand', async ({ world }) => {
    wired()
    const { officer, chair } = await givenStaff(world)
    const { id } = await submitted(world, { subject: { ...subject, village: 'Thôn Đông' } })
    await askForPapers(officer, id)
    await world.deliver()
    const { rows, toTell } = await officer.call(api.listNotices, {})
    expect(toTell).toBe(1)
    expect(rows).toMatchObject([
      {
        channel: 'letter',
        reason: 'no_address',
        toName: subject.fullName,
        village: 'Thôn Đông',
        phone: null,
      },
    ])
    expect((await inboxOf(officer)).map(({ kind }) => kind)).toContain('to_tell')
    await expect(chair.call(api.listNotices, {})).rejects.toThrow('forbidden')

    const ids = [rows[0]!.id]
    const pdf = await officer.call(api.printLetters, { ids })
    expect(pdf.name).toBe('Giấy mời 23-11-2026.pdf')
    expect((await officer.call(api.listNotices, {})).rows).toMatchObject([{ state: 'sent' }])
    await officer.call(api.recordTelling, { id: ids[0]!, how: 'handed_over' })
    await officer.call(api.recordTelling, { id: ids[0]!, how: 'handed_over' })
    expect(await officer.call(api.listNotices, {})).toMatchObject({ rows: [], toTell: 0 })
    await expect(officer.call(api.recordTelling, { id: ids[0]!, how: 'not_found' })).rejects.toThrow(
      'notices.notice_settled',
    )
    await expect(officer.call(api.printLetters, { ids })).rejects.toThrow('notices.nothing_to_print')
  })

  test('of another commune is out of sight of an officer', async ({ world }) => {
    const { officer } = await givenStaff(world)
    const { id } = await submitted(world, {})
    await askForPapers(officer, id)
    await world.deliver()
    const { rows } = await officer.call(api.listNotices, {})
    const elsewhere = officer.as({
      areaId: 250708848,
      areaIds: [...(await areaIdsWithin(world.ctx, 250708848))],
      can: ['notices.tell', 'people.read_confidential'],
    })
    expect((await elsewhere.call(api.listNotices, {})).rows).toEqual([])
    await expect(elsewhere.call(api.recordTelling, { id: rows[0]!.id, how: 'called' })).rejects.toThrow(
      'notices.notice_not_found',
    )
  })

  test('who wants no messages gets none from then on, and the news by hand', async ({ world }) => {
    wired()
    const { officer } = await givenStaff(world)
    const phone = '0912345678'
    const first = await submitted(world, { subject: { ...subject, phone } })
    await askForPapers(officer, first.id)
    await world.deliver()
    const [asked] = await noticesOf(world, first.id)
    await officer.call(api.recordRefusal, { id: api.NoticeId.parse(asked!.id) })
    expect(await noticesOf(world, first.id)).toMatchObject([
      { channel: 'letter', state: 'pending', reason: 'refused' },
      { channel: 'sms', state: 'failed', reason: 'refused' },
    ])
    const second = await submitted(world, { subject: { ...subject, fullName: 'Phùng Thị Na', phone } })
    await world.deliver()
    expect(await noticesOf(world, second.id)).toEqual([])

    const { rows } = await officer.call(api.listNotices, {})
    expect(rows).toMatchObject([{ channel: 'letter', reason: 'refused', isRefused: true }])
    await officer.call(api.withdrawRefusal, { id: rows[0]!.id })
    expect((await officer.call(api.listNotices, {})).rows).toMatchObject([{ isRefused: false }])
    const third = await submitted(world, { subject: { ...subject, fullName: 'Phùng Thị Hà', phone } })
    await world.deliver()
    expect(await noticesOf(world, third.id)).toMatchObject([{ kind: 'received', channel: 'sms' }])
  })

  test('who wrote with a name hears of each answer, and whoever wrote without one leaves nothing to send to', async ({
    world,
  }) => {
    wired()
    await givenStaff(world)
    const me = somebody(world)
    const contact = { fullName: 'Phùng Văn Tám', phone: '0912345678', email: null, address: null }
    for (const who of [contact, null])
      await me.call(files.sendFeedback, {
        kind: 'feedback',
        areaId: tamSon,
        text: 'Bàn tiếp nhận mở muộn.',
        contact: who,
        proof: await proofFor(world),
        requestId: crypto.randomUUID(),
      })
    const office = world.as({ areaId: 0, can: ['applications.answer_feedback', 'notices.tell'] })
    const { rows } = await office.call(files.listFeedback, {})
    for (const { id, version } of rows)
      await office.call(files.answerFeedback, {
        id,
        version,
        step: 'settle',
        text: 'Từ tuần sau bàn mở lúc 7 giờ.',
        requestId: crypto.randomUUID(),
      })
    await world.deliver()
    const { rows: told } = await office.call(api.listNotices, { view: 'sent' })
    expect(told).toMatchObject([{ kind: 'feedback_answered', toName: 'Phùng Văn Tám', file: null }])
  })

  test('is reminded of papers after a week, and once more after three', async ({ world }) => {
    wired()
    const { officer } = await givenStaff(world)
    const { id } = await submitted(world, { subject: { ...subject, phone: '0912345678' } })
    await askForPapers(officer, id)
    await world.deliver()
    const after = async (days: number) => {
      await lookAfterNotices({ ...world.ctx, now: addSeconds(world.ctx.now, days * 24 * 3600) })
      return (await noticesOf(world, id)).filter(({ kind }) => kind === 'papers_reminder').length
    }
    expect(await after(6)).toBe(0)
    expect(await after(8)).toBe(1)
    expect(await after(8.1)).toBe(1)
    expect(await after(22)).toBe(2)
  })

  test('is told once that the answer is late, while the office has the file', async ({ world }) => {
    wired()
    const { officer } = await givenStaff(world)
    const { id } = await submitted(world, { subject: { ...subject, phone: '0912345678' }, asked: {} })
    const { version } = await officer.call(files.getApplication, { id })
    await officer.call(files.takeAction, act(id, version, 'accept'))
    const { rows } = await sql<{ dueAt: Instant }>`
      select due_at from applications.application where id = ${id}`.execute(world.ctx.db())
    const { dueAt } = rows[0]!
    const look = async (seconds: number) => {
      await lookAfterNotices({ ...world.ctx, now: addSeconds(dueAt, seconds) })
      return (await noticesOf(world, id)).filter(({ kind }) => kind === 'overdue')
    }
    expect(await look(-60)).toEqual([])
    expect(await look(3600)).toMatchObject([{ channel: 'sms', state: 'pending' }])
    expect(await look(7200)).toHaveLength(1)
  })

  test('cannot be rung all day by somebody who writes down their number', async ({ world }) => {
    wired()
    await givenStaff(world)
    for (let times = 0; times < 6; times++)
      await submitted(world, { subject: { ...subject, born: `197${times}-01-01`, phone: '0912345678' } })
    await world.deliver()
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from notices.notice where address = '+84912345678'`.execute(
      world.ctx.db(),
    )
    expect(rows).toEqual([{ count: 4 }])
  })

  test('hears of the answer and of their appeal, and each of the office of what is theirs to do', async ({
    world,
  }) => {
    wired()
    const { officer, chair } = await givenStaff(world)
    const { id, code } = await submitted(world, { asked: {}, subject: { ...subject, phone: '0912345678' } })
    await refuse(world, { officer, chair }, id)
    await world.deliver()
    expect(await noticesOf(world, id)).toMatchObject([{ kind: 'answer_ready', channel: 'sms' }])
    expect((await inboxOf(chair)).map(({ kind }) => kind)).toEqual([])
    expect((await inboxOf(officer)).map(({ kind }) => kind)).toEqual(['to_hand_over'])

    const me = somebody(world)
    const { documents } = await me.call(files.trackApplication, { code, born: subject.born })
    await me.call(files.fileAppeal, {
      code,
      born: subject.born,
      documentId: documents.at(-1)!.id,
      contact: { fullName: subject.fullName, phone: null, email: 'man@example.org' },
      text: 'Tôi đã có giấy xác nhận khuyết tật nặng.',
      proof: await proofFor(world),
      requestId: crypto.randomUUID(),
    })
    await world.deliver()
    expect(await noticesOf(world, id)).toMatchObject([
      { kind: 'appeal_received', channel: 'email', address: 'man@example.org' },
      { kind: 'answer_ready' },
    ])
    expect(await inboxOf(chair)).toMatchObject([{ kind: 'appealed', due: '2026-12-03', file: { code } }])

    const deciding = chair.as({ can: ['applications.answer_feedback', 'applications.sign'] })
    for (const step of ['accept', 'settle'] as const) {
      const { rows } = await deciding.call(files.listFeedback, {})
      await deciding.call(files.answerFeedback, {
        id: rows[0]!.id,
        version: rows[0]!.version,
        step,
        text: step === 'settle' ? 'Giữ nguyên quyết định.' : null,
        outcome: step === 'settle' ? 'rejected' : null,
        requestId: crypto.randomUUID(),
      })
    }
    await world.deliver()
    const kinds = (await noticesOf(world, id)).map(({ kind }) => kind)
    expect(kinds).toContain('appeal_accepted')
    expect(kinds).toContain('appeal_decided')
  })
})

test('whoever looks after the installation sees numbers and no names', async ({ world }) => {
  wired()
  const { officer } = await givenStaff(world)
  await submitted(world, { subject: { ...subject, phone: '0912345678' } })
  await world.deliver()
  const administrator = world.as({ can: ['notices.administer'] })
  const seen = await administrator.call(api.showChannels, {})
  expect(seen.channels).toMatchObject([
    { channel: 'sms', isOn: true, waiting: 1 },
    { channel: 'email', isOn: true, waiting: 0 },
  ])
  expect(JSON.stringify(seen)).not.toMatch(/Mận|912|HS-/)
  await expect(officer.call(api.showChannels, {})).rejects.toThrow('forbidden')
})

function wired() {
  for (const [name, value] of Object.entries(gateway)) vi.stubEnv(name, value)
}

async function givenStaff(world: World): Promise<{ officer: World; chair: World }> {
  const people = [
    [lan, 'lan', 'commune_officer'],
    [minh, 'minh', 'commune_officer'],
    [thanh, 'thanh', 'commune_chair'],
  ] as const
  for (const [id, username, role] of people)
    await createUser(world.ctx, {
      id,
      name: username,
      username,
      password: 'mat khau rat dai 2026',
      role,
      areaId: tamSon,
    })
  const areaIds = [...(await areaIdsWithin(world.ctx, tamSon))]
  const can = ['identity.self', 'applications.read', 'applications.handle', 'people.read_confidential']
  return {
    officer: world.as({ userId: lan, name: 'Lan', areaId: tamSon, areaIds, can: [...can, 'notices.tell'] }),
    chair: world.as({ userId: thanh, name: 'Thành', areaId: tamSon, areaIds, can }),
  }
}

function asColleague(officer: World): World {
  return officer.as({
    userId: minh,
    name: 'Minh',
    can: ['identity.self', 'applications.read', 'applications.handle', 'people.read_confidential'],
  })
}

async function inboxOf(who: World) {
  return (await who.call(api.listInbox, {})).entries
}

async function submitted(
  world: World,
  differing: object = {},
): Promise<{ id: files.ApplicationId; code: string }> {
  const { code } = await somebody(world).call(files.submitOnline, {
    procedure: 'monthly_allowance',
    areaId: tamSon,
    subject,
    asked: { standing: { disability: 'severe' } },
    proof: await proofFor(world),
    requestId: crypto.randomUUID(),
    ...differing,
  })
  const { rows } = await sql<{ id: string }>`
    select id from applications.application where code = ${code}`.execute(world.ctx.db())
  return { id: files.ApplicationId.parse(rows[0]!.id), code }
}

async function askForPapers(officer: World, id: files.ApplicationId) {
  const { version } = await officer.call(files.getApplication, { id })
  await officer.call(files.takeAction, {
    ...act(id, version, 'ask_papers'),
    missing: [{ kind: 'other', why: 'Ảnh chân dung' }],
  })
}

/** The officer proposes to refuse, and the chair signs, before anybody is told anything of it. */
async function refuse(
  world: World,
  { officer, chair }: { officer: World; chair: World },
  id: files.ApplicationId,
) {
  const can = ['applications.read', 'people.read', 'people.read_confidential']
  const handling = officer.as({ can: [...can, 'applications.handle'] })
  const signing = chair.as({ can: [...can, 'applications.sign'] })
  const personId = await givenPerson(world.ctx, { areaId: tamSon })
  const before = await handling.call(files.getApplication, { id })
  let { version } = await handling.call(files.matchPerson, {
    id,
    version: before.version,
    personId,
    requestId: crypto.randomUUID(),
  })
  ;({ version } = await handling.call(files.takeAction, act(id, version, 'accept')))
  const { proposalId } = await handling.call(files.proposeDecision, {
    ...act(id, version, 'propose_refusal'),
    kind: 'refuse',
    reasons: ['Chưa có giấy xác nhận khuyết tật.'],
  })
  await signing.call(files.signDecisions, { ids: [proposalId], requestId: crypto.randomUUID() })
}

function act(id: files.ApplicationId, version: number, action: string) {
  return { id, version, action, requestId: crypto.randomUUID() }
}

async function noticesOf(world: World, applicationId: string) {
  const { rows } = await sql<Record<string, unknown> & { id: string }>`
    select * from notices.notice where application_id = ${applicationId} order by channel`.execute(
    world.ctx.db(),
  )
  return rows
}
