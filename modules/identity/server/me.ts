import { sql } from 'kysely'
import { areaNames } from '#modules/geography'
import { instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { readSetting } from '#platform/server/settings'
import type { UserId } from '../contract.ts'
import type { IdentityTables } from '../db/tables.ts'
import { assertGoodPassword } from '../domain/password-rules.ts'
import { problems } from '../domain/problems.ts'
import type { Role } from '../domain/roles.ts'
import { demoAccountsKey } from './demo-accounts.ts'
import { endSessions, writePassword } from './manage-users.ts'
import { verifyPassword } from './password.ts'

/** The user who is signed in, as the shell of every page shows them. */
export async function describeMe(ctx: Ctx) {
  const { userId, name, areaId, permissions } = ctx.actor
  const db = ctx.db<IdentityTables>()
  const { role } = await db
    .selectFrom('identity.assignment')
    .select('role')
    .where('userId', '=', userId)
    .where(sql<boolean>`during @> now()`)
    .executeTakeFirstOrThrow(() => problems('user_not_found'))
  const signIns = await db
    .selectFrom('identity.signIn')
    .select('at')
    .where('userId', '=', userId)
    .orderBy('at', 'desc')
    .limit(2)
    .execute()
  const previous = signIns[1]?.at
  return {
    userId: userId as UserId, // The database made it a uuid.
    name,
    role: role as Role, // findActor gives permissions for known roles only, and this operation needs one.
    areaId,
    areaName: (await areaNames(ctx, [areaId])).get(areaId) ?? null,
    permissions: [...permissions].toSorted(),
    previousSignInAt: previous ? instant(previous) : null,
    isDemonstration: (await readSetting(ctx, demoAccountsKey)) !== undefined,
  }
}

/** Changes one’s own password; whoever may know the old one is signed out everywhere else. */
export async function changePassword(ctx: Ctx, { current, next }: { current: string; next: string }) {
  const { userId, sessionId } = ctx.actor
  const user = await ctx
    .db<IdentityTables>()
    .selectFrom('identity.user as user')
    .innerJoin('identity.account as account', 'account.userId', 'user.id')
    .select(['user.username', 'account.password'])
    .where('user.id', '=', userId)
    .where('account.providerId', '=', 'credential')
    .executeTakeFirstOrThrow(() => problems('user_not_found'))
  if (!(await verifyPassword({ hash: user.password, password: current }))) throw problems('password_wrong')
  if (next === current) throw problems('password_unchanged')
  assertGoodPassword(next, user.username)
  await writePassword(ctx, userId, next)
  await endSessions(ctx, userId, sessionId)
}
