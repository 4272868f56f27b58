import { sql } from 'kysely'
import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addSeconds, instant, type Instant } from '#kernel/civil-date'
import { createUser } from '#modules/identity'
import { submitApplication } from '#modules/applications'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { aftermath } from '../../../app/composition.ts'
import { fileOf, tamSon } from '../../applications/testing.ts'
import { insertNotices } from '../db/notices.ts'
import { startGateway, type Gateway } from '../testing.ts'
import { tryAgain } from '../db/channels.ts'
import type { NewsKind } from '../domain/kinds.ts'
import { hearReports } from './hear-reports.ts'
import { lookAfterNotices } from './look-after.ts'
import { openSending, sendNext, type Sending } from './send.ts'

let own: OwnDatabase
let gateway: Gateway
let applicationId: string
let now: Instant
const officer = '0197f000-0000-7000-8000-0000000000a1'

beforeAll(async () => {
  ;[own, gateway] = await Promise.all([openOwnDatabase({ subscribers: {} }), startGateway()])
  await own.request((ctx) =>
    createUser(ctx, {
      id: officer,
      name: 'Lan',
      username: 'lan',
      password: 'mat khau rat dai 2026',
      role: 'commune_officer',
      areaId: tamSon,
    }),
  )
  ;({ id: applicationId } = await own.request((ctx) => submitApplication(ctx, fileOf(null))))
})
afterAll(async () => {
  await own.drop()
  await gateway.stop()
})
beforeEach(async () => {
  now = instant('2026-11-23T02:00:00Z')
  await gateway.behave({})
  await own.request(async (ctx) => {
    await sql`delete from notices.notice`.execute(ctx.db())
    await sql`delete from notices.inbox`.execute(ctx.db())
    await sql`update notices.channel set down_since = null, next_try_at = null, tries = 0, trouble = null`.execute(
      ctx.db(),
    )
  })
})

describe('a text message', () => {
  test('goes out, and a report says that it arrived', async () => {
    const [id] = await given({ to: '+84912000001' })
    expect(await sendAll()).toBe(1)
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempt: 1 })
    expect(await got('+84912000001')).toMatchObject([{ key: id, text: 'Một tin' }])
    await hearAll()
    expect(await stateOf(id)).toMatchObject({ state: 'delivered' })
  })

  test('whose answer was lost is sent again under the same key, and arrives once', async () => {
    const [id] = await given({ to: '+84912000002' })
    await gateway.behave({ losesAnswers: true })
    await sendAll()
    expect(await stateOf(id)).toMatchObject({ state: 'pending', attempt: 1 })
    await gateway.behave({})
    later(60)
    await sendAll()
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempt: 2 })
    expect(await got('+84912000002')).toHaveLength(1)
  })

  test('whose worker was killed is taken over once its lease has run out, and not before', async () => {
    const [id] = await given({ to: '+84912000003' })
    const dying = { ...sending(), transports: { sms: () => Promise.reject(new Error('killed')) } }
    await expect(sendNext(dying)).rejects.toThrow('killed')
    later(30)
    expect(await sendAll()).toBe(0)
    later(40)
    expect(await sendAll()).toBe(1)
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempt: 2 })
  })

  test('that two workers want is sent by one', async () => {
    await given({ to: '+84912000004' })
    const sent = await Promise.all([sendNext(sending()), sendNext(sending())])
    expect(sent.filter(Boolean)).toHaveLength(1)
    expect(await got('+84912000004')).toHaveLength(1)
  })

  test.for([
    ['unknown', 'address_unknown'],
    ['refuses', 'refused'],
  ] as const)(
    'to a number that is %s is not tried again, and the news goes by hand',
    async ([fate, reason]) => {
      const to = fate === 'unknown' ? '+84912000005' : '+84912000006'
      const [id] = await given({ to, kind: 'answer_ready' })
      await gateway.behave({ numbers: { [to]: fate } })
      await sendAll()
      expect(await stateOf(id)).toMatchObject({ state: 'failed', reason, attempt: 1 })
      expect(await letters()).toMatchObject([{ reason, toName: 'Phùng Thị Mận', address: to }])
      expect(await inboxKinds()).toEqual(['to_tell'])
    },
  )

  test('that did not arrive goes by hand, and only where there is something to do', async () => {
    await given({ to: '+84912000007', kind: 'papers_asked' }, { to: '+84912000008', kind: 'accepted' })
    await gateway.behave({ numbers: { '+84912000007': 'undelivered', '+84912000008': 'undelivered' } })
    await sendAll()
    await hearAll()
    expect(await letters()).toMatchObject([{ kind: 'papers_asked', reason: 'undelivered' }])
  })

  test('reported twice, or late, or after another, is delivered once', async () => {
    const ids = await given({ to: '+84912000009' }, { to: '+84912000010' })
    await gateway.behave({ reportsTwice: true, answersAfter: 20 })
    await sendAll()
    await hearAll()
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'delivered' })
  })

  test('nobody ever reported counts as not arrived after three days', async () => {
    const [id] = await given({ to: '+84912000011', kind: 'declined' })
    await gateway.behave({ numbers: { '+84912000011': 'lost' } })
    await sendAll()
    later(71 * 3600)
    await look()
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
    later(2 * 3600)
    await look()
    expect(await stateOf(id)).toMatchObject({ state: 'failed', reason: 'no_report' })
    expect(await letters()).toHaveLength(1)
  })

  test('waits for the morning', async () => {
    const [id] = await given({ to: '+84912000012' })
    now = instant('2026-11-23T15:00:00Z') // Ten in the evening in Vietnam.
    expect(await sendAll()).toBe(0)
    now = instant('2026-11-24T00:00:00Z')
    expect(await sendAll()).toBe(1)
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  })

  test('waits its turn where more than so many go out in a minute', async () => {
    await given(...Array.from({ length: 5 }, (_, index) => ({ to: `+8491200002${index}` })))
    const slow = { ...gateway.wire, perMinute: 2 }
    expect(await sendAll(sending({ sms: slow }))).toBe(2)
    later(61)
    expect(await sendAll(sending({ sms: slow }))).toBe(2)
  })
})

describe('a gateway that is down', () => {
  test('is asked with one message at longer and longer intervals, and everything goes out once it is back', async () => {
    const ids = await given(...Array.from({ length: 10 }, (_, index) => ({ to: `+8491200003${index}` })))
    await gateway.behave({ isDown: true })
    expect(await sendAll()).toBe(1)
    later(4)
    expect(await sendAll()).toBe(0)
    later(2)
    expect(await sendAll()).toBe(1)
    expect(await channel()).toMatchObject({ tries: 2, trouble: 'no_answer' })
    await gateway.behave({})
    later(120)
    expect(await sendAll()).toBe(10)
    expect(await channel()).toMatchObject({ tries: 0, trouble: null, downSince: null })
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  })

  test('that says how long to wait is left alone as long', async () => {
    await given({ to: '+84912000040' }, { to: '+84912000041' })
    await gateway.behave({ isBusy: true })
    await sendAll()
    expect(await channel()).toMatchObject({ trouble: 'busy' })
    await gateway.behave({})
    later(29)
    expect(await sendAll()).toBe(0)
    later(2)
    expect(await sendAll()).toBe(2)
  })

  test('that does not trust us takes nothing, and says so', async () => {
    await given({ to: '+84912000042' })
    await sendAll(sending({ sms: { ...gateway.wire, secret: 'another secret of thirty-two signs' } }))
    expect(await channel()).toMatchObject({ trouble: 'not_trusted' })
    expect(await got('+84912000042')).toEqual([])
  })

  test('for a day has its news brought by hand, and sent after all if somebody says so', async () => {
    const [id] = await given({ to: '+84912000043', kind: 'answer_ready' })
    later(25 * 3600)
    await look()
    expect(await stateOf(id)).toMatchObject({ state: 'failed', reason: 'unreachable' })
    expect(await letters()).toMatchObject([{ reason: 'unreachable' }])
    expect(await own.request((ctx) => tryAgain(ctx, 'sms', addSeconds(now, 3600)), { now })).toBe(1)
    await sendAll()
    await hearAll()
    expect(await stateOf(id)).toMatchObject({ state: 'delivered' })
    expect(await letters()).toMatchObject([{ state: 'delivered', settledBy: null }])
  })

  test('is asked for no reports either, and the log hears of it once', async () => {
    await given({ to: '+84912000044' })
    await sendAll()
    await gateway.behave({ isDown: true })
    await expect(hearReports(sending())).rejects.toThrow('No answer')
    later(1)
    expect(await hearReports(sending())).toBe(false)
    later(10)
    expect(await hearReports(sending())).toBe(false)
    await gateway.behave({})
    later(600)
    expect(await hearReports(sending())).toBe(true)
  })
})

describe('an e-mail', () => {
  test('goes out over SMTP, from the address of the installation, and nothing of it lies in its subject', async () => {
    await withMailServer(async (mail, url) => {
      const [id] = await given({ to: 'man@example.org', channel: 'email' })
      await sendAll(sending({ email: url }))
      expect(await stateOf(id)).toMatchObject({ state: 'sent' })
      expect(mail).toHaveLength(1)
      expect(mail[0]).toContain('From: an-sinh@example.vn')
      expect(mail[0]).toContain('To: man@example.org')
      expect(mail[0]).toContain(`Message-ID: <${id}@example.vn>`)
      expect(mail[0]).toContain('Auto-Submitted: auto-generated')
      expect(mail[0]).toMatch(/Subject: =\?UTF-8\?/)
    })
  })

  test('to an address nobody has fails, and one the server has no room for waits', async () => {
    await withMailServer(async (mail, url) => {
      const [unknown, full] = await given(
        { to: 'nobody@example.org', channel: 'email' },
        { to: 'full@example.org', channel: 'email' },
      )
      await sendAll(sending({ email: url }))
      expect(await stateOf(unknown)).toMatchObject({ state: 'failed', reason: 'address_unknown' })
      expect(await stateOf(full)).toMatchObject({ state: 'pending', attempt: 1 })
      expect(await channel('email')).toMatchObject({ trouble: null })
      expect(mail).toEqual([])
    })
  })

  test('waits while the server is not there', async () => {
    const [id] = await given({ to: 'man@example.org', channel: 'email' })
    await sendAll(sending({ email: 1 }))
    expect(await stateOf(id)).toMatchObject({ state: 'pending' })
    expect(await channel('email')).toMatchObject({ trouble: 'no_answer' })
  })
})

test('names, addresses and words are forgotten after ninety days, not that something was sent', async () => {
  const [id] = await given({ to: '+84912000050' })
  await sendAll()
  await hearAll()
  later(91 * 24 * 3600)
  await look()
  expect(await stateOf(id)).toMatchObject({ state: 'delivered', toName: null, address: null, text: null })
})

type Given = { readonly to: string; readonly kind?: NewsKind; readonly channel?: 'sms' | 'email' }

let made = 0
function given(...news: readonly Given[]): Promise<string[]> {
  return own.request(async (ctx) => {
    const rows = await insertNotices(
      ctx,
      news.map(({ to, kind = 'accepted', channel = 'sms' }) => ({
        key: `test:${++made}`,
        kind,
        channel,
        applicationId,
        areaId: tamSon,
        isConfidential: false,
        toName: 'Phùng Thị Mận',
        village: 'Thôn Đông',
        address: to,
        subject: channel === 'email' ? 'Tin từ Xã Tam Sơn' : null,
        text: 'Một tin',
        reason: null,
        createdAt: now,
        dueAt: now,
        giveUpAt: addSeconds(now, 24 * 3600),
        attemptedAt: null,
        leasedUntil: null,
        sentAt: null,
        reference: null,
        settledAt: null,
        settledBy: null,
        settledName: null,
        telling: null,
      })),
    )
    return rows.map(({ id }) => id)
  })
}

function sending({ sms = gateway.wire, email }: { sms?: Gateway['wire']; email?: number } = {}): Sending {
  const from = 'an-sinh@example.vn'
  const server = { host: '127.0.0.1', isSecure: false, needsTls: false, user: undefined, password: undefined }
  return openSending({
    db: own.db,
    aftermath,
    wires: { sms, ...(email && { email: { ...server, port: email, from } }) },
    now: () => now,
  })
}

async function sendAll(by = sending()) {
  let sent = 0
  while (await sendNext(by)) sent++
  return sent
}

async function hearAll() {
  while (await hearReports(sending()));
}

const look = () => own.request(lookAfterNotices, { now })

function later(seconds: number) {
  now = addSeconds(now, seconds)
}

async function got(to: string) {
  return (await gateway.messages()).filter((message) => message.to === to)
}

function query(work: (ctx: Ctx) => Promise<{ rows: Record<string, unknown>[] }>) {
  return own.request(async (ctx) => (await work(ctx)).rows)
}

async function stateOf(id: string | undefined) {
  const [row] = await query((ctx) =>
    sql<Record<string, unknown>>`select * from notices.notice where id = ${id}`.execute(ctx.db()),
  )
  return row
}

const letters = () =>
  query((ctx) =>
    sql<Record<string, unknown>>`select * from notices.notice where channel = 'letter'`.execute(ctx.db()),
  )

async function inboxKinds() {
  const rows = await query((ctx) =>
    sql<Record<string, unknown>>`select kind from notices.inbox where user_id = ${officer}`.execute(ctx.db()),
  )
  return rows.map(({ kind }) => kind)
}

async function channel(name = 'sms') {
  const [row] = await query((ctx) =>
    sql<Record<string, unknown>>`select * from notices.channel where channel = ${name}`.execute(ctx.db()),
  )
  return row
}

/** A mail server of its own, which knows everybody but one, and has no room for another. */
async function withMailServer(work: (mail: readonly string[], port: number) => Promise<void>) {
  const mail: string[] = []
  const refuse = (responseCode: number) => Object.assign(new Error('refused'), { responseCode })
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody') ? refuse(550) : address.startsWith('full') ? refuse(452) : null),
    onData: (stream, _session, done) => {
      let message = ''
      stream.setEncoding('utf8')
      stream.on('data', (piece: string) => (message += piece))
      stream.on('end', () => {
        mail.push(message)
        done(null)
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  try {
    await work(mail, typeof address === 'object' && address ? address.port : 0)
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}
