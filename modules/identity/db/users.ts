import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { IdentityTables } from './tables.ts'

/** A user with the assignment they have, or else the last one they had. */
export type UserRow = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly role: string | null
  readonly areaId: number | null
  readonly isAssigned: boolean
  readonly lastSignInAt: string | null
  readonly lockedAt: string | null
  readonly lockReason: string | null
}

function usersInArea(ctx: Ctx) {
  return ctx
    .db<IdentityTables>()
    .selectFrom('identity.user as user')
    .leftJoinLateral(
      (row) =>
        row
          .selectFrom('identity.assignment as given')
          .select(['given.role', 'given.areaId', sql<boolean>`during @> now()`.as('isAssigned')])
          .whereRef('given.userId', '=', 'user.id')
          .orderBy(sql`lower(during)`, 'desc')
          .orderBy('given.id', 'desc')
          .limit(1)
          .as('assignment'),
      (join) => join.onTrue(),
    )
    .leftJoin('identity.lock as lock', 'lock.userId', 'user.id')
    .select((row) => [
      'user.id',
      'user.name',
      'user.username',
      'assignment.role',
      'assignment.areaId',
      sql<boolean>`coalesce(assignment.is_assigned, false)`.as('isAssigned'),
      'lock.lockedAt',
      'lock.reason as lockReason',
      row
        .selectFrom('identity.signIn as signIn')
        .select((signIn) => signIn.fn.max('signIn.at').as('at'))
        .whereRef('signIn.userId', '=', 'user.id')
        .as('lastSignInAt'),
    ])
    .where(withinArea(ctx, 'assignment.areaId'))
}

export function findUsers(ctx: Ctx, search: string | undefined): Promise<UserRow[]> {
  const pattern = `%${(search ?? '').normalize('NFC').replaceAll(/[\\%_]/g, '\\$&')}%`
  return usersInArea(ctx)
    .$if(Boolean(search), (query) =>
      query.where((row) =>
        row.or([row('user.name', 'ilike', pattern), row('user.username', 'ilike', pattern)]),
      ),
    )
    .orderBy('user.username')
    .limit(500)
    .execute()
}

/** A user of the actor’s area; one elsewhere is as good as one who does not exist. */
export function getUser(ctx: Ctx, id: string): Promise<UserRow> {
  return usersInArea(ctx)
    .where('user.id', '=', id)
    .executeTakeFirstOrThrow(() => problems('user_not_found', { id }))
}

/** Everybody assigned to a unit or to one it lies in, and how many units theirs holds; whoever is locked out does no work. */
export async function listAssignedOver(
  ctx: Ctx,
  areaId: number,
): Promise<{ userId: string; role: string; units: number }[]> {
  const { rows } = await sql<{ userId: string; role: string; units: number }>`
    select assignment.user_id, assignment.role,
      (select count(*)::integer from geography.area_within inside where inside.within_id = assignment.area_id) as units
    from identity.assignment
    where during @> now()
      and assignment.area_id in (select within_id from geography.area_within where area_id = ${areaId})
      and not exists (select from identity.lock where lock.user_id = assignment.user_id)
    order by assignment.user_id`.execute(ctx.db())
  return rows
}

/** How many others could still let everybody in if this user could not. */
export async function countOtherAdministrators(ctx: Ctx, id: string): Promise<number> {
  const { count } = await ctx
    .db<IdentityTables>()
    .selectFrom('identity.assignment as assignment')
    .leftJoin('identity.lock as lock', 'lock.userId', 'assignment.userId')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('assignment.role', '=', 'administrator')
    .where('assignment.userId', '!=', id)
    .where('lock.userId', 'is', null)
    .where(sql<boolean>`assignment.during @> now()`)
    .executeTakeFirstOrThrow()
  return count
}
