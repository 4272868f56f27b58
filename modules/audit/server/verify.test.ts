import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#platform/server/database'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { test as inWorld } from '#testing/world'
import { searchAudit, verifyAudit } from '../contract.ts'
import { verifyChain } from './verify.ts'

const person = '0197f000-0000-7000-8000-0000000000aa'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())
beforeEach(() => emptyTheTrail())

describe('what is written', () => {
  inWorld('the entries of one request stand together, and the chain is whole', async ({ world }) => {
    const clerk = world.as({ can: ['audit.read'] })
    await clerk.call(verifyAudit, {})
    const { entries } = await clerk.call(searchAudit, { from: '2026-11-23', through: '2026-11-23' })
    expect(entries).toMatchObject([{ action: 'audit.verified', userId: world.ctx.actor.userId, sequence: 1 }])
    expect(await clerk.call(verifyAudit, {})).toMatchObject({ isWhole: true, entries: 2, flaw: null })
  })

  inWorld(
    'the trail about everybody is read for a month at most, about one person for any time',
    async ({ world }) => {
      const clerk = world.as({ can: ['audit.read'] })
      const year = { from: '2026-01-01', through: '2026-12-31' }
      await expect(clerk.call(searchAudit, year)).rejects.toThrow('audit.period_too_long')
      expect(await clerk.call(searchAudit, { ...year, personId: person })).toMatchObject({ entries: [] })
    },
  )

  test('a transaction that fails leaves nothing in the trail', async () => {
    const failing = own.request(async (ctx) => {
      ctx.audit({ action: 'people.person_read', personId: person })
      await sql`select 1 / 0`.execute(ctx.db())
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await own.request((ctx) => verifyChain(ctx))).toMatchObject({ isWhole: true, entries: 0 })
  })

  test('requests at the same time queue up for the chain: no gap, no fork', async () => {
    await givenEntries(40)
    expect(await own.request((ctx) => verifyChain(ctx))).toMatchObject({ isWhole: true, entries: 40 })
  })
})

describe('what nobody can do', () => {
  test.for([
    `insert into audit.entry select * from audit.entry`,
    `update audit.entry set action = 'x.y'`,
    `delete from audit.entry`,
    `truncate audit.entry`,
    `update audit.head set sequence = 0`,
  ])('the program may not: %s', async (statement) => {
    await givenEntries(1)
    await expect(sql.raw(statement).execute(own.db)).rejects.toThrow('permission denied')
  })

  test.for(['update audit.entry set area_id = 1', 'delete from audit.entry', 'truncate audit.entry'])(
    'even the owner may not: %s',
    async (statement) => {
      await givenEntries(1)
      await expect(asOwner(statement)).rejects.toThrow('only ever appended')
    },
  )
})

describe('what shows when the owner does it all the same, with the triggers off', () => {
  test.for([
    [
      'an entry about somebody else',
      `update audit.entry set user_id = uuidv7() where sequence = 3`,
      3,
      'changed',
    ],
    ['another time', `update audit.entry set at = at - interval '1 day' where sequence = 3`, 3, 'changed'],
    ['other details', `update audit.entry set details = '{"n": 9}' where sequence = 3`, 3, 'changed'],
    ['an entry removed', `delete from audit.entry where sequence = 3`, 3, 'missing'],
    [
      'an entry removed and the rest moved up',
      `delete from audit.entry where sequence = 3; update audit.entry set sequence = sequence - 1 where sequence > 3`,
      3,
      'changed',
    ],
    [
      'two entries exchanged',
      `update audit.entry set sequence = 99 where sequence = 3;
       update audit.entry set sequence = 3 where sequence = 4;
       update audit.entry set sequence = 4 where sequence = 99`,
      3,
      'changed',
    ],
    [
      'an entry put elsewhere with its own hash made anew',
      `update audit.entry e set details = '{"n": 9}' where sequence = 3;
       update audit.entry e set hash = sha256(previous_hash || convert_to(audit.canonical(e), 'UTF8')) where sequence = 3`,
      4,
      'reordered',
    ],
    ['the end cut off', `delete from audit.entry where sequence > 4`, 5, 'cut_off'],
  ] as const)('%s', async ([, statement, sequence, why]) => {
    await givenEntries(6)
    await asOwner(`alter table audit.entry disable trigger user; ${statement}`)
    const verification = await own.request((ctx) => verifyChain(ctx))
    // However little of it fits, the trail is as long as it was.
    expect(verification).toMatchObject({ isWhole: false, entries: 6, flaw: { sequence, why } })
  })
})

/** As only its owner can, with the triggers off. */
async function emptyTheTrail() {
  await asOwner(`alter table audit.entry disable trigger user; truncate audit.entry;
    update audit.head set sequence = 0, hash = decode(repeat('00', 32), 'hex');
    alter table audit.entry enable trigger user`)
}

async function givenEntries(count: number) {
  const requests = Array.from({ length: count }, (_, n) =>
    own.request((ctx) =>
      Promise.resolve(ctx.audit({ action: 'people.person_read', personId: person, details: { n } })),
    ),
  )
  await Promise.all(requests)
}

async function asOwner(statement: string) {
  const owner = openDatabase(own.ownerUrl, 1)
  try {
    await sql.raw(statement).execute(owner)
  } finally {
    await owner.destroy()
  }
}
