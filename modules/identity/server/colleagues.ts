import type { Ctx } from '#platform/server/context'
import { findUsers, listAssignedOver } from '../db/users.ts'
import { permissionsOf } from '../domain/roles.ts'
import type { UserId } from '../contract.ts'

/** Who of the actor’s area may do something, themselves among them, by name; whoever is locked out may do nothing. */
export async function listColleagues(
  ctx: Ctx,
  { may }: { may: string },
): Promise<{ id: UserId; name: string; areaId: number | null }[]> {
  const users = await findUsers(ctx, undefined)
  const order = new Intl.Collator('vi')
  return users
    .filter(
      ({ isAssigned, lockedAt, role }) => isAssigned && !lockedAt && role && permissionsOf(role).has(may),
    )
    .map(({ id, name, areaId }) => ({ id: id as UserId, name, areaId })) // The database made it a uuid.
    .toSorted((one, other) => order.compare(one.name, other.name))
}

/**
 * Whose work something in a unit is: those assigned nearest to it who may do all of this. Somebody of the province hears of it
 * only where nobody of the commune could.
 */
export async function listStaffOf(
  ctx: Ctx,
  areaId: number,
  { may }: { may: readonly string[] },
): Promise<UserId[]> {
  const able = (await listAssignedOver(ctx, areaId)).filter(({ role }) => {
    const held = permissionsOf(role)
    return may.every((permission) => held.has(permission))
  })
  const nearest = Math.min(...able.map(({ units }) => units))
  return able.filter(({ units }) => units === nearest).map(({ userId }) => userId as UserId) // The database made it a uuid.
}
