import { sql } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { WayRequestState } from '../domain/way.ts'

/** A request for another way to be paid, as a line among other work: whom it is about, who asked, where it stands. */
export type WayHead = {
  readonly id: string
  readonly personId: string
  readonly areaId: number
  readonly state: WayRequestState
  readonly askedAt: Instant
  readonly askedBy: string
  readonly askedName: string
  readonly decidedAt: Instant | null
  readonly decidedName: string | null
  readonly effectiveOn: CivilDate | null
}

type Sought = {
  readonly states: readonly WayRequestState[]
  readonly personId?: string | undefined
  readonly askedBy?: string | undefined
  /** The id the page before ended with. */
  readonly after?: string | undefined
  readonly isNewestFirst: boolean
  readonly most: number
}

/** Requests of the actor’s units by id, which is by the moment they were asked. What nobody asked for is none. */
export async function listWayHeads(ctx: Ctx, sought: Sought): Promise<WayHead[]> {
  const { states, personId, askedBy, after, isNewestFirst, most } = sought
  const { rows } = await sql<WayHead>`
    select id, person_id, area_id, state, asked_at, asked_by, asked_name, decided_at, decided_name, effective_on
    from payments.way_request
    where state = any(${[...states]}::text[]) and ${ofOffices(ctx)}
      and ${personId === undefined ? sql`true` : sql`person_id = ${personId}`}
      and ${askedBy === undefined ? sql`true` : sql`asked_by = ${askedBy}`}
      and ${after === undefined ? sql`true` : isNewestFirst ? sql`id < ${after}` : sql`id > ${after}`}
    order by id ${isNewestFirst ? sql`desc` : sql`asc`} limit ${most}`.execute(ctx.db())
  return rows
}

/** How many wait for somebody to decide. */
export async function countAskedWays(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from payments.way_request where state = 'asked' and ${ofOffices(ctx)}`.execute(
    ctx.db(),
  )
  return rows[0]!.count // A count is always there.
}

/** A person’s requests go where the person lives now. */
const ofOffices = (ctx: Ctx) => sql`origin in ('office', 'application') and (${withinArea(ctx, 'area_id')}
  or person_id in (select id from people.person where ${withinArea(ctx, 'home_area_id')}))`
