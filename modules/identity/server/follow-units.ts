import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** Somebody who works for a unit: enough to tell an administrator who is concerned. */
export type AssignedTo = {
  readonly userId: string
  readonly name: string
  readonly username: string
  readonly role: string
  readonly areaId: number
}

/** Everybody who works for one of these units now. */
export async function listAssignedTo(ctx: Ctx, areaIds: readonly number[]): Promise<AssignedTo[]> {
  const { rows } = await sql<AssignedTo>`
    select "user".id as user_id, "user".name, "user".username, role, area_id
    from identity.assignment join identity."user" on "user".id = assignment.user_id
    where area_id = any(${[...areaIds]}::integer[]) and during @> now()
    order by username`.execute(ctx.db())
  return rows
}

/** Lets whoever works for a unit that is no more work for the one that took its place; what they did for the old one is kept. */
export async function followUnits(ctx: Ctx, successors: ReadonlyMap<number, number>): Promise<AssignedTo[]> {
  const { rows } = await sql<AssignedTo>`
    with became as (
      select * from unnest(${[...successors.keys()]}::integer[], ${[...successors.values()]}::integer[]) as became (from_id, to_id)
    ), ended as (
      update identity.assignment set during = tstzrange(lower(during), now())
      from became where area_id = from_id and during @> now() and lower(during) < now()
      returning user_id, role, from_id, to_id
    ), made as (
      insert into identity.assignment (user_id, role, area_id, made_by)
      select user_id, role, to_id, ${ctx.actor.userId}::uuid from ended returning user_id
    )
    select "user".id as user_id, "user".name, "user".username, role, to_id as area_id
    from ended join identity."user" on "user".id = ended.user_id order by username`.execute(ctx.db())
  return rows
}
