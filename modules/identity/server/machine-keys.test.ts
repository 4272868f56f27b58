import { sql } from 'kysely'
import { expect } from 'vitest'
import { addSeconds, now } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { createMachine } from './machine-keys.ts'

const door = '/api/govstack/payments/prepayment-validation'
const batch = {
  RequestID: 'YC0000000001',
  SourceBBID: 'NGUON0000001',
  BatchID: 'LO0000000001',
  CreditInstructions: [
    {
      InstructionID: 'LENH000000000001',
      PayeeFunctionalID: '026184000001HTTN0001',
      Amount: 500_000,
      Currency: 'VND',
    },
  ],
}

test('another system is known by its key, may do what its role allows, and nothing else', async ({
  world,
}) => {
  const { key } = await givenMachine(world)
  const response = await knock(world, key)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ ResponseCode: '01', RequestID: batch.RequestID })
  const headers = { authorization: `Bearer ${key}` }
  expect((await world.send('/api/me', { headers })).status).toBe(403)
  expect((await world.send('/api/payment-envelopes', { headers })).status).toBe(403)
})

test('no key, another key, and one that has run out or was taken away open nothing', async ({ world }) => {
  const { key } = await givenMachine(world)
  expect((await knock(world, undefined)).status).toBe(401)
  expect((await knock(world, `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).status).toBe(401)
  await sql`update identity.machine_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 day'`.execute(
    world.ctx.db(),
  )
  expect((await knock(world, key)).status).toBe(401)
  await sql`update identity.machine_key set expires_at = now() + interval '1 day', revoked_at = now()`.execute(
    world.ctx.db(),
  )
  expect((await knock(world, key)).status).toBe(401)
})

test('a system whose account is locked is kept out like anybody else', async ({ world }) => {
  const { key, userId } = await givenMachine(world)
  await sql`insert into identity.lock (user_id, locked_by, reason) values (${userId}, ${userId}, 'Lộ khóa')`.execute(
    world.ctx.db(),
  )
  expect((await knock(world, key)).status).toBe(401)
})

test('a key opens nothing for a user who is a person, whoever put it there', async ({ world }) => {
  const { key, userId } = await givenMachine(world)
  await sql`update identity.assignment set role = 'administrator' where user_id = ${userId}`.execute(
    world.ctx.db(),
  )
  expect((await world.send('/api/users', { headers: { authorization: `Bearer ${key}` } })).status).toBe(401)
})

test('of a key only its hash is kept', async ({ world }) => {
  const { key } = await givenMachine(world)
  const { rows } = await sql<{
    kept: string
  }>`select row_to_json(machine_key)::text as kept from identity.machine_key`.execute(world.ctx.db())
  expect(rows).toHaveLength(1)
  expect(rows[0]!.kept).not.toContain(key.slice('ansinh_'.length))
})

function knock(world: World, key: string | undefined) {
  return world.send(door, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(batch),
  })
}

async function givenMachine(world: World) {
  const { rows } = await sql<{
    id: number
  }>`select id from geography.area where level = 1 order by id limit 1`.execute(world.ctx.db())
  return createMachine(world.ctx, {
    name: 'Hệ thống người có công',
    username: 'may.ncc',
    role: 'payment_source',
    areaId: rows[0]!.id,
    expiresAt: addSeconds(now(), 86_400),
  })
}
