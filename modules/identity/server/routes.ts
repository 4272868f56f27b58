import { areaNames } from '#modules/geography'
import { instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { findUsers } from '../db/users.ts'
import type { Role } from '../domain/roles.ts'
import { listColleagues } from './colleagues.ts'
import { findDemoAccounts } from './demo-accounts.ts'
import * as manage from './manage-users.ts'
import { changePassword, describeMe } from './me.ts'

export const identityRoutes = {
  getMe: serve(contract.getMe, describeMe),
  changePassword: serve(contract.changePassword, changePassword),
  listDemoAccounts: serve(contract.listDemoAccounts, findDemoAccounts),
  listUsers: serve(contract.listUsers, listUsers),
  listColleagues: serve(contract.listColleagues, listColleagues),
  createUserAccount: serve(contract.createUserAccount, async (ctx, user) => {
    const { userId } = await manage.createUserAccount(ctx, user)
    return { id: userId as contract.UserId } // The database made it a uuid.
  }),
  lockUser: serve(contract.lockUser, manage.lockUser),
  unlockUser: serve(contract.unlockUser, manage.unlockUser),
  resetPassword: serve(contract.resetPassword, manage.resetPassword),
  assignUser: serve(contract.assignUser, manage.assignUser),
  endAssignment: serve(contract.endAssignment, manage.endAssignment),
}

async function listUsers(
  ctx: Ctx,
  { search }: { search?: string | undefined },
): Promise<contract.UserView[]> {
  const users = await findUsers(ctx, search)
  const names = await areaNames(ctx, new Set(users.flatMap(({ areaId }) => areaId ?? [])))
  return users.map(({ isAssigned, role, areaId, lastSignInAt, lockedAt, ...user }) => ({
    ...user,
    id: user.id as contract.UserId, // The database made it a uuid.
    role: isAssigned ? (role as Role) : null, // Only roles are ever written.
    areaId: isAssigned ? areaId : null,
    areaName: isAssigned && areaId !== null ? (names.get(areaId) ?? null) : null,
    lastSignInAt: lastSignInAt === null ? null : instant(lastSignInAt),
    lockedAt: lockedAt === null ? null : instant(lockedAt),
  }))
}
