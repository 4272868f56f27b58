import type { Ctx } from '#platform/server/context'
import { findUsers } from '../db/users.ts'
import { permissionsOf } from '../domain/roles.ts'
import type { UserId } from '../contract.ts'

/** Who of the actor’s area may do something, themselves among them, by name; whoever is locked out may do nothing. */
export async function listColleagues(
  ctx: Ctx,
  { may }: { may: string },
): Promise<{ id: UserId; name: string }[]> {
  const users = await findUsers(ctx, undefined)
  const order = new Intl.Collator('vi')
  return users
    .filter(
      ({ isAssigned, lockedAt, role }) => isAssigned && !lockedAt && role && permissionsOf(role).has(may),
    )
    .map(({ id, name }) => ({ id: id as UserId, name })) // The database made it a uuid.
    .toSorted((one, other) => order.compare(one.name, other.name))
}
