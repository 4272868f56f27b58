import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { deliverNext, publish, type Delivered, type Subscribers } from './outbox.ts'
import { request, systemActor, type Aftermath } from './request.ts'

let own: OwnDatabase
let heard: Delivered[]
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())
beforeEach(async () => {
  heard = []
  await clear()
})

const subscribers: Subscribers = {
  'entitlement.close': {
    on: ['people.died'],
    run: async (ctx, event) => {
      heard.push(event)
      await mark(ctx.db(), event)
    },
  },
  'payroll.hold': {
    on: ['people.died', 'people.moved'],
    run: (_, event) => Promise.resolve(void heard.push(event)),
  },
}

test('every subscriber of an event hears of it once, after the transaction', async () => {
  await emit('people.died', { personId: 'a' })
  expect(heard).toEqual([])
  expect(await deliverAll(subscribers)).toBe(2)
  expect(heard).toMatchObject([
    { type: 'people.died', personId: 'a' },
    { type: 'people.died', personId: 'a' },
  ])
  expect(await deliverAll(subscribers)).toBe(0)
})

test('what nobody waits for is recorded and delivered to nobody', async () => {
  await emit('people.renamed', {})
  expect(await deliverAll(subscribers)).toBe(0)
  expect(await count('platform.event')).toBe(1)
})

test('an event of a transaction that fails never happened', async () => {
  const failing = request(own.db, { actor: systemActor() }, aftermath, (ctx) => {
    ctx.emit({ type: 'people.died' })
    return sql`select 1 / 0`.execute(ctx.db())
  })
  await expect(failing).rejects.toThrow('division')
  expect(await count('platform.event')).toBe(0)
})

test('a subscriber that fails: its work is undone, the error is there to read, and it is tried again later', async () => {
  await emit('people.died', { personId: 'b' })
  let isBroken = true
  const fragile: Subscribers = {
    'entitlement.close': {
      on: ['people.died'],
      run: async (ctx, event) => {
        await mark(ctx.db(), event)
        if (isBroken) throw new Error('the award is locked')
      },
    },
  }
  await deliverAll(fragile)
  expect(await count(`platform.setting where key like 'test.%'`)).toBe(0)
  const owed = await sql`select * from platform.delivery where subscriber = 'entitlement.close'`.execute(
    own.db,
  )
  expect(owed.rows).toMatchObject([{ attempt: 1, doneAt: null, error: 'Error: the award is locked' }])

  expect(await deliverAll(fragile)).toBe(0) // Not yet due.
  isBroken = false
  await sql`update platform.delivery set due_at = now()`.execute(own.db)
  expect(await deliverAll(fragile)).toBe(1)
  expect(await count(`platform.setting where key like 'test.%'`)).toBe(1)
})

test('a program killed between the work and its mark: both are undone, and the event comes again', async () => {
  await emit('people.died', { personId: 'c' })
  const dying: Subscribers = {
    'entitlement.close': {
      on: ['people.died'],
      run: async (ctx, event) => {
        await mark(ctx.db(), event)
        // The server ends our connection, as it does when the process at the other end is gone.
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(ctx.db())
      },
    },
  }
  await deliverAll(dying)
  expect(await count(`platform.setting where key like 'test.%'`)).toBe(0)
  await sql`update platform.delivery set due_at = now()`.execute(own.db)
  await deliverAll(subscribers)
  expect(await count(`platform.setting where key like 'test.%'`)).toBe(1)
  expect(await count('platform.delivery where done_at is null')).toBe(0)
})

test('two deliverers share the work and deliver nothing twice', async () => {
  for (let n = 0; n < 20; n++) await emit('people.moved', { n })
  await Promise.all([deliverAll(subscribers), deliverAll(subscribers)])
  expect(heard.map(({ eventId }) => eventId)).toHaveLength(20)
  expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(20)
})

const aftermath: Aftermath = {
  publish: (ctx, events) => publish(subscribers, ctx, events),
  record: () => '',
}

function emit(type: `${string}.${string}`, payload: Record<string, unknown>) {
  return request(own.db, { actor: systemActor() }, aftermath, (ctx) =>
    Promise.resolve(ctx.emit({ type, ...payload })),
  )
}

async function deliverAll(to: Subscribers) {
  let delivered = 0
  while (await deliverNext({ db: own.db, subscribers: to, aftermath, onError: () => {} })) delivered++
  return delivered
}

/** A trace of the subscriber’s work in the database. */
async function mark(db: OwnDatabase['db'], { eventId }: Delivered) {
  await sql`insert into platform.setting (key, value) values (${`test.${eventId}`}, 'true')`.execute(db)
}

async function clear() {
  await sql`delete from platform.delivery`.execute(own.db)
  await sql`delete from platform.event`.execute(own.db)
  await sql`delete from platform.setting where key like 'test.%'`.execute(own.db)
}

async function count(from: string) {
  const { rows } = await sql<{ count: number }>`select count(*)::int from ${sql.raw(from)}`.execute(own.db)
  return rows[0]!.count
}
