import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import type { IdentityTables } from '../db/tables.ts'
import { machineRoles, type Role } from '../domain/roles.ts'
import { createUserAccount } from './manage-users.ts'

const prefix = 'ansinh_'

export type NewMachine = {
  readonly name: string
  readonly username: string
  readonly role: Role
  readonly areaId: number
  readonly expiresAt: Instant
}

/** Makes an account for another system («tài khoản máy») and its key, which is shown this once and kept as a hash only. */
export async function createMachine(ctx: Ctx, { expiresAt, ...machine }: NewMachine) {
  if (!machineRoles.includes(machine.role)) throw new Error(`${machine.role} is a role of people`)
  // Nobody knows it, so nobody signs in with it.
  const password = randomBytes(32).toString('base64url')
  const { userId } = await createUserAccount(ctx, { ...machine, password })
  const key = `${prefix}${randomBytes(32).toString('base64url')}`
  await ctx
    .db<IdentityTables>()
    .insertInto('identity.machineKey')
    .values({ userId, hash: hashOf(key), expiresAt })
    .execute()
  return { userId, key }
}

/** The key a request brings, where it brings one of ours. */
export function keyIn(headers: Headers): string | undefined {
  const [, key] = /^Bearer (ansinh_[\w-]{43})$/.exec(headers.get('authorization') ?? '') ?? []
  return key
}

/** Whose key it is, while it counts. */
export async function findKeyHolder(db: Database, key: string) {
  const row = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.machineKey')
    .innerJoin('identity.user', 'identity.user.id', 'identity.machineKey.userId')
    .select(['identity.user.id as userId', 'identity.user.name'])
    .where('hash', '=', hashOf(key))
    .where('revokedAt', 'is', null)
    .where(sql<boolean>`expires_at > now()`)
    .executeTakeFirst()
  return row
}

/** 256 random bits need no slow hash: nobody guesses them. */
function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
