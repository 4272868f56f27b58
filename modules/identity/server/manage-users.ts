import { sql } from 'kysely'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import type { IdentityTables } from '../db/tables.ts'
import { countOtherAdministrators, getUser, type UserRow } from '../db/users.ts'
import { assertGoodPassword } from '../domain/password-rules.ts'
import { problems } from '../domain/problems.ts'
import type { Role } from '../domain/roles.ts'
import { createUser, type NewUser } from './create-user.ts'
import { hashPassword } from './password.ts'

/** Creates a user where the administrator may, with a password that is not easily guessed. */
export async function createUserAccount(ctx: Ctx, user: Omit<NewUser, 'id'>) {
  assertGoodPassword(user.password, user.username)
  await assertMayAssign(ctx, user.areaId)
  await lock(ctx, `identity.username ${user.username}`)
  const taken = await ctx
    .db<IdentityTables>()
    .selectFrom('identity.user')
    .select('id')
    .where('username', '=', user.username)
    .executeTakeFirst()
  if (taken) throw problems('username_taken', { username: user.username })
  return createUser(ctx, user)
}

/** Locks a user out from this moment: no new session, and the open ones end. */
export async function lockUser(ctx: Ctx, { id, reason }: { id: string; reason: string }) {
  const user = await getOther(ctx, id)
  if (user.lockedAt) throw problems('already_locked')
  await assertNotLastAdministrator(ctx, user)
  const row = { userId: id, lockedBy: ctx.actor.userId, reason }
  await ctx.db<IdentityTables>().insertInto('identity.lock').values(row).execute()
  await endSessions(ctx, id)
}

/** Opens an account again, whether an administrator locked it or too many guesses did. */
export async function unlockUser(ctx: Ctx, { id }: { id: string }) {
  const user = await getOther(ctx, id)
  const db = ctx.db<IdentityTables>()
  const lifted = await db
    .deleteFrom('identity.lock')
    .where('userId', '=', id)
    .returning('userId')
    .executeTakeFirst()
  const forgiven = await db
    .deleteFrom('identity.failedSignIn')
    .where('username', '=', user.username)
    .returning('id')
    .executeTakeFirst()
  if (!lifted && !forgiven) throw problems('not_locked')
}

export async function resetPassword(ctx: Ctx, { id, next }: { id: string; next: string }) {
  const user = await getOther(ctx, id)
  assertGoodPassword(next, user.username)
  await writePassword(ctx, id, next)
  await endSessions(ctx, id)
}

/** Gives a user another task from now on; somebody who takes over is not the one they were before. */
export async function assignUser(ctx: Ctx, { id, role, areaId }: { id: string; role: Role; areaId: number }) {
  const user = await getOther(ctx, id)
  await assertMayAssign(ctx, areaId)
  if (role !== 'administrator') await assertNotLastAdministrator(ctx, user)
  await closeAssignment(ctx, id)
  const assignment = { userId: id, role, areaId, madeBy: ctx.actor.userId }
  await ctx.db<IdentityTables>().insertInto('identity.assignment').values(assignment).execute()
}

export async function endAssignment(ctx: Ctx, { id }: { id: string }) {
  const user = await getOther(ctx, id)
  await assertNotLastAdministrator(ctx, user)
  await closeAssignment(ctx, id)
  await endSessions(ctx, id)
}

export async function writePassword(ctx: Ctx, userId: string, password: string) {
  await ctx
    .db<IdentityTables>()
    .updateTable('identity.account')
    .set({ password: await hashPassword(password) })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute()
}

/** Ends the sessions of a user; one may be spared, for whoever changes their own password. */
export async function endSessions(ctx: Ctx, userId: string, spared?: string) {
  await ctx
    .db<IdentityTables>()
    .deleteFrom('identity.session')
    .where('userId', '=', userId)
    .$if(spared !== undefined, (query) => query.where('id', '!=', spared!))
    .execute()
}

async function closeAssignment(ctx: Ctx, userId: string) {
  await ctx
    .db<IdentityTables>()
    .updateTable('identity.assignment')
    .set({ during: sql<string>`tstzrange(lower(during), now())` })
    .where('userId', '=', userId)
    .where(sql<boolean>`during @> now()`)
    .execute()
}

/** Nobody widens their own powers, or locks themselves out. */
async function getOther(ctx: Ctx, id: string): Promise<UserRow> {
  if (id === ctx.actor.userId) throw problems('own_account')
  return getUser(ctx, id)
}

async function assertMayAssign(ctx: Ctx, areaId: number) {
  const isKnown = areaId === 0 || (await areaNames(ctx, [areaId])).has(areaId)
  if (!isKnown || !isWithinArea(ctx.actor, areaId)) throw problems('area_unknown', { areaId })
}

/** Two administrators could lock each other out in the same moment, so they wait for each other. */
async function assertNotLastAdministrator(ctx: Ctx, user: UserRow) {
  if (!user.isAssigned || user.lockedAt || user.role !== 'administrator') return
  await lock(ctx, 'identity.administrators')
  if ((await countOtherAdministrators(ctx, user.id)) === 0) throw problems('last_administrator')
}
