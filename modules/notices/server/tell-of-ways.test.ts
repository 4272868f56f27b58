import { sql } from 'kysely'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { recordWish } from '#modules/payments'
import { test, type World } from '#testing/world'
import { givenPerson, tamSon } from '../../applications/testing.ts'
import { noticesSubscribers } from './subscriptions.ts'

beforeEach(() => {
  vi.stubEnv('ANSINH_SMS_URL', 'https://sms.example.vn')
  vi.stubEnv('ANSINH_SMS_KEY', 'ansinh')
  vi.stubEnv('ANSINH_SMS_SECRET', 'x'.repeat(32))
})
afterEach(() => void vi.unstubAllEnvs())

const account = '1020304050'

test('whoever is to be paid on another account hears of it at once, and of the account only its end', async ({
  world,
}) => {
  const { personId, wayRequestId } = await givenRequest(world)
  await told(world, { type: 'payments.way_asked', wayRequestId, personId })
  const [notice, ...others] = await notices(world)
  expect(others).toEqual([])
  expect(notice).toMatchObject({
    kind: 'way_asked',
    channel: 'sms',
    address: '+84912345678',
    applicationId: null,
  })
  expect(notice!.text).toContain('Xã Tam Sơn đã ghi đề nghị để ông/bà nhận tiền qua tài khoản …4050.')
  expect(notice!.text).toContain('Nếu không phải ông/bà yêu cầu')
  expect(notice!.text).not.toContain(account)
})

test('an event that is delivered twice tells once, and each step tells for itself', async ({ world }) => {
  const { personId, wayRequestId } = await givenRequest(world)
  await sql`update payments.way_request set state = 'approved', decided_by = gen_random_uuid(), decided_name = 'Duyệt',
    decided_at = now(), effective_on = '2026-11-27' where id = ${wayRequestId}`.execute(world.ctx.db())
  for (const type of ['payments.way_approved', 'payments.way_approved', 'payments.way_in_force'] as const)
    await told(world, { type, wayRequestId, personId })
  const made = await notices(world)
  expect(made.map(({ kind }) => kind)).toEqual(['way_approved', 'way_in_force'])
  expect(made[0]!.text).toContain('Từ ngày 27/11/2026 ông/bà nhận tiền qua tài khoản …4050.')
})

test('nothing goes to a number whose owner wants no messages, to none, or to the dead, and nobody is written a letter', async ({
  world,
}) => {
  const one = await givenRequest(world)
  await sql`insert into notices.refusal (channel, address, recorded_at, recorded_by)
    values ('sms', '+84912345678', now(), ${world.ctx.actor.userId})`.execute(world.ctx.db())
  await told(world, { type: 'payments.way_asked', ...one })
  const without = await givenRequest(world, null)
  await told(world, { type: 'payments.way_asked', ...without })
  const dead = await givenRequest(world, '0912345679')
  await sql`update people.person set died_on = '2026-11-20' where id = ${dead.personId}`.execute(
    world.ctx.db(),
  )
  await told(world, { type: 'payments.way_asked', ...dead })
  expect(await notices(world)).toEqual([])
})

test('whoever was paid on an account that was called wrong hears that it is why they get cash now', async ({
  world,
}) => {
  const { personId } = await givenRequest(world)
  const cash = { receiver: null, by: { channel: 'cash_point', payPointId: null } }
  await sql`insert into payments.way_request (person_id, area_id, request_id, origin, after, evidence, state, asked_by, asked_name,
      asked_at, decided_by, decided_name, decided_at, effective_on, in_force_at)
    select ${personId}, home_area_id, gen_random_uuid(), 'called_wrong', ${JSON.stringify(cash)}, '45/CA-KT', 'in_force', id, 'x',
      now(), id, 'x', now(), current_date, now() from people.person where id = ${personId}`.execute(
    world.ctx.db(),
  )
  await told(world, { type: 'payments.way_fallen_back', personId, because: 'called_wrong' })
  const [notice] = await notices(world)
  expect(notice).toMatchObject({ kind: 'way_called_wrong', channel: 'sms' })
  expect(notice!.text).toContain('bị báo sai')
  expect(notice!.text).toContain('bằng tiền mặt tại điểm chi')
  expect(notice!.text).not.toContain(account)
})

async function givenRequest(world: World, phone: string | null = '0912345678') {
  const personId = await givenPerson(world.ctx, { areaId: tamSon })
  await sql`update people.person set phone = ${phone} where id = ${personId}`.execute(world.ctx.db())
  const wayRequestId = await recordWish(world.ctx, {
    personId,
    way: {
      receiver: null,
      by: { channel: 'account', bank: 'VCB', account, holder: 'Phùng Thị Mận', isReceivers: false },
    },
    evidence: 'Đơn ngày 23/11/2026',
    requestId: crypto.randomUUID(),
    askedBy: { id: world.ctx.actor.userId, name: world.ctx.actor.name },
    origin: 'office',
  })
  return { personId, wayRequestId: wayRequestId! } // Nobody had asked before.
}

type Told = {
  type: `payments.${string}`
  wayRequestId?: string
  personId: string
  because?: 'called_wrong'
}

async function told(world: World, event: Told) {
  await noticesSubscribers['notices.tell_of_way']!.run(world.ctx, { ...event, eventId: 1 })
}

async function notices(world: World) {
  const { rows } = await sql<{
    kind: string
    channel: string
    address: string
    text: string
    applicationId: string | null
  }>`select kind, channel, address, text, application_id from notices.notice order by id`.execute(
    world.ctx.db(),
  )
  return rows
}
