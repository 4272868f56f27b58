import { APIError } from 'better-auth/api'
import { sql } from 'kysely'
import { anonymous } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import { request, type Aftermath } from '#platform/server/request'
import type { IdentityTables } from '../db/tables.ts'

const allowedGuesses = 5
const windowOfGuesses = sql`interval '15 minutes'`

/**
 * Counts a guess at a password before it is tried, by name, because an address is cheap to change; refuses the sixth in
 * 15 minutes. Guesses at one name wait for each other, so that many at once are no way around the count.
 */
export async function countGuess(db: Database, username: string) {
  const isRefused = await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.guess ${username}`}, 0))`.execute(tx)
    const isRefused = (await recentGuesses(tx, username)) >= allowedGuesses
    if (!isRefused)
      await tx.withTables<IdentityTables>().insertInto('identity.failedSignIn').values({ username }).execute()
    return isRefused
  })
  if (isRefused) throw new APIError('TOO_MANY_REQUESTS', { code: 'identity.too_many_guesses' })
}

async function recentGuesses(db: Database, username: string): Promise<number> {
  const { guesses } = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.failedSignIn')
    .select((row) => row.fn.countAll<number>().as('guesses'))
    .where('username', '=', username)
    .where('at', '>', sql<string>`now() - ${windowOfGuesses}`)
    .executeTakeFirstOrThrow()
  return guesses
}

/** Whoever is locked gets no session; only somebody with the right password learns of it. */
export async function assertOpen(db: Database, userId: string) {
  const locked = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.lock')
    .select('userId')
    .where('userId', '=', userId)
    .executeTakeFirst()
  if (locked) throw new APIError('FORBIDDEN', { code: 'identity.account_locked' })
}

/** Writes a refused sign-in into the trail and says how many guesses are left. The name is not written: it may be a password. */
export async function rememberRefusal(db: Database, aftermath: Aftermath, username: string): Promise<number> {
  const remaining = Math.max(0, allowedGuesses - (await recentGuesses(db, username)))
  const user = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.user')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirst()
  const areaId = user ? await areaOf(db, user.id) : anonymous.areaId
  await request(db, { actor: { ...anonymous, areaId } }, aftermath, (ctx) =>
    Promise.resolve(
      ctx.audit({ action: 'identity.sign_in_refused', subject: user?.id, details: { remaining } }),
    ),
  )
  return remaining
}

/** Writes a sign-in into the trail; the guesses before it no longer count. */
export async function rememberSignIn(
  db: Database,
  aftermath: Aftermath,
  { id: userId, name }: { id: string; name: string },
) {
  const actor = { ...anonymous, userId, name, areaId: await areaOf(db, userId) }
  await request(db, { actor }, aftermath, async (ctx) => {
    const tables = ctx.db<IdentityTables>()
    await tables.insertInto('identity.signIn').values({ userId }).execute()
    await tables
      .deleteFrom('identity.failedSignIn')
      .where('username', '=', (row) =>
        row.selectFrom('identity.user').select('username').where('id', '=', userId),
      )
      .execute()
    ctx.audit({ action: 'identity.signed_in', subject: userId })
  })
}

/** The unit of a user, so that the trail of their attempts belongs to it. */
async function areaOf(db: Database, userId: string): Promise<number> {
  const assignment = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.assignment')
    .select('areaId')
    .where('userId', '=', userId)
    .where(sql<boolean>`during @> now()`)
    .executeTakeFirst()
  return assignment?.areaId ?? anonymous.areaId
}
