import { z } from 'zod'
import { Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from './domain/problems.ts'
import { roleNames } from './domain/role-names.ts'

export const UserId = id<'UserId'>()
export type UserId = z.infer<typeof UserId>

export const RoleName = z.enum(roleNames)

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._]{2,29}$/)
export const PersonalName = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .transform((name) => name.normalize('NFC').replaceAll(/\s+/g, ' '))
const Password = z.string().min(1).max(200)

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, and what they may do where',
  permission: 'identity.self',
  input: z.object({}),
  output: z.object({
    userId: UserId,
    name: z.string(),
    role: RoleName,
    areaId: z.int(),
    /** The unit of the assignment; null for the whole country. */
    areaName: z.string().nullable(),
    permissions: z.array(z.string()),
    previousSignInAt: Instant.nullable(),
    /** Whether this installation shows made-up people. */
    isDemonstration: z.boolean(),
  }),
})

export const changePassword = endpoint({
  method: 'POST',
  path: '/me/password',
  summary: 'Change one’s own password; other sessions end',
  permission: 'identity.self',
  audit: 'identity.password_changed',
  input: z.object({ current: Password, next: Password }),
  output: z.void(),
  problems: problems.of(
    'password_wrong',
    'password_unchanged',
    'password_too_short',
    'password_common',
    'password_contains_username',
  ),
})

export const listDemoAccounts = endpoint({
  method: 'GET',
  path: '/demo-accounts',
  summary: 'The accounts to try the demonstration with; none in production',
  permission: 'public',
  input: z.object({}),
  output: z.array(z.object({ username: z.string(), name: z.string(), role: RoleName, password: z.string() })),
})

export const listColleagues = endpoint({
  method: 'GET',
  path: '/colleagues',
  summary: 'Who else of one’s area may do something, to give work to them',
  permission: 'identity.self',
  input: z.object({ may: z.string().max(60) }),
  output: z.array(z.object({ id: UserId, name: z.string(), areaId: z.int().nullable() })),
})

const UserView = z.object({
  id: UserId,
  name: z.string(),
  username: z.string(),
  role: RoleName.nullable(),
  areaId: z.int().nullable(),
  areaName: z.string().nullable(),
  lastSignInAt: Instant.nullable(),
  lockedAt: Instant.nullable(),
  lockReason: z.string().nullable(),
})
export type UserView = z.infer<typeof UserView>

export const listUsers = endpoint({
  method: 'GET',
  path: '/users',
  summary: 'The users of one’s area with what they do there',
  permission: 'identity.manage',
  input: z.object({ search: z.string().max(100).optional() }),
  output: z.array(UserView),
})

export const createUserAccount = endpoint({
  method: 'POST',
  path: '/users',
  summary: 'Create a user with an assignment',
  permission: 'identity.manage',
  audit: 'identity.user_created',
  tells: ['role', 'areaId'],
  input: z.object({
    name: PersonalName,
    username: Username,
    password: Password,
    role: RoleName,
    areaId: z.int().min(0),
  }),
  output: z.object({ id: UserId }),
  problems: problems.of(
    'username_taken',
    'area_unknown',
    'password_too_short',
    'password_common',
    'password_contains_username',
  ),
})

export const lockUser = endpoint({
  method: 'POST',
  path: '/users/{id}/lock',
  summary: 'Lock an account and end its sessions',
  permission: 'identity.manage',
  audit: 'identity.user_locked',
  input: z.object({ id: UserId, reason: z.string().trim().min(3).max(300) }),
  output: z.void(),
  problems: problems.of('user_not_found', 'own_account', 'last_administrator', 'already_locked'),
})

export const unlockUser = endpoint({
  method: 'DELETE',
  path: '/users/{id}/lock',
  summary: 'Open a locked account, also after too many wrong passwords',
  permission: 'identity.manage',
  audit: 'identity.user_unlocked',
  input: z.object({ id: UserId }),
  output: z.void(),
  problems: problems.of('user_not_found', 'own_account', 'not_locked'),
})

export const resetPassword = endpoint({
  method: 'POST',
  path: '/users/{id}/password',
  summary: 'Give a user a new password and end their sessions',
  permission: 'identity.manage',
  audit: 'identity.password_reset',
  input: z.object({ id: UserId, next: Password }),
  output: z.void(),
  problems: problems.of(
    'user_not_found',
    'own_account',
    'password_too_short',
    'password_common',
    'password_contains_username',
  ),
})

export const assignUser = endpoint({
  method: 'POST',
  path: '/users/{id}/assignments',
  summary: 'Give a user another role or area from now on; what they did before is kept',
  permission: 'identity.manage',
  audit: 'identity.user_assigned',
  tells: ['role', 'areaId'],
  input: z.object({ id: UserId, role: RoleName, areaId: z.int().min(0) }),
  output: z.void(),
  problems: problems.of('user_not_found', 'own_account', 'last_administrator', 'area_unknown'),
})

export const endAssignment = endpoint({
  method: 'DELETE',
  path: '/users/{id}/assignments',
  summary: 'Take a user’s assignment away from now on',
  permission: 'identity.manage',
  audit: 'identity.assignment_ended',
  input: z.object({ id: UserId }),
  output: z.void(),
  problems: problems.of('user_not_found', 'own_account', 'last_administrator'),
})
