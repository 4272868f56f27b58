import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'

export type Take = {
  readonly id: string
  readonly partId: string
  readonly areaId: number
  readonly village: string | null
  readonly people: number
  readonly device: string
  readonly secret: string
  readonly takenBy: string
  readonly takenName: string
  readonly takenAt: Instant
  readonly expiresAt: Instant
  readonly lastHeardAt: Instant | null
  readonly handedInAt: Instant | null
  readonly recalledAt: Instant | null
}

const columns = sql`id, part_id, area_id, village, people, device, secret, taken_by, taken_name, taken_at, expires_at,
  last_heard_at, handed_in_at, recalled_at`

export async function findTakeOfRequest(ctx: Ctx, requestId: string): Promise<Take | undefined> {
  const { rows } = await sql<Take>`
    select ${columns} from review.take where request_id = ${requestId} and ${withinArea(ctx, 'area_id')}`.execute(
    ctx.db(),
  )
  return rows[0]
}

export async function insertTake(
  ctx: Ctx,
  take: Pick<Take, 'partId' | 'areaId' | 'village' | 'people' | 'device' | 'secret' | 'expiresAt'> & {
    readonly requestId: string
  },
): Promise<Take> {
  const { rows } = await sql<Take>`
    insert into review.take (request_id, part_id, area_id, village, people, device, secret, taken_by, taken_name, taken_at,
      expires_at)
    values (${take.requestId}, ${take.partId}, ${take.areaId}, ${take.village}, ${take.people}, ${take.device}, ${take.secret},
      ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now}, ${take.expiresAt})
    returning ${columns}`.execute(ctx.db())
  return rows[0]! // One was put in.
}

export async function getTakeForUpdate(ctx: Ctx, id: string): Promise<Take> {
  const { rows } = await sql<Take>`
    select ${columns} from review.take where id = ${id} and ${withinArea(ctx, 'area_id')} for update`.execute(
    ctx.db(),
  )
  if (!rows[0]) throw problems('take_not_found', { id })
  return rows[0]
}

export async function markHeard(ctx: Ctx, id: string) {
  await sql`update review.take set last_heard_at = ${ctx.now} where id = ${id}`.execute(ctx.db())
}

export async function markHandedIn(ctx: Ctx, id: string) {
  await sql`update review.take set handed_in_at = ${ctx.now}, last_heard_at = ${ctx.now} where id = ${id}`.execute(
    ctx.db(),
  )
}

export async function markRecalled(ctx: Ctx, id: string) {
  await sql`
    update review.take set recalled_at = ${ctx.now}, recalled_by = ${ctx.actor.userId}, recalled_name = ${ctx.actor.name}
    where id = ${id}`.execute(ctx.db())
}

/** The lists of a review that were ever taken, newest first, with what came from each. */
export async function listTakes(ctx: Ctx, partId: string): Promise<(Take & { answers: number })[]> {
  const { rows } = await sql<Take & { answers: number }>`
    select ${columns}, (select count(*)::int from review.answer where answer.take_id = take.id) as answers
    from review.take where part_id = ${partId} and ${withinArea(ctx, 'area_id')} order by taken_at desc`.execute(
    ctx.db(),
  )
  return rows
}
