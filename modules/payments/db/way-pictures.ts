import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** How many pictures a request may have. */
export const mostPictures = 6

/** How many pictures each of these requests has. */
export async function countPictures(ctx: Ctx, requestIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; pictures: number }>`
    select way_request_id as id, count(*)::int as pictures from payments.way_picture
    where way_request_id = any(${[...requestIds]}::uuid[]) group by way_request_id`.execute(ctx.db())
  return new Map(rows.map(({ id, pictures }) => [id, pictures]))
}

export async function findPicture(ctx: Ctx, requestId: string, number: number): Promise<string | undefined> {
  const { rows } = await sql<{ fileId: string }>`
    select file_id from payments.way_picture
    where way_request_id = ${requestId} and number = ${number}`.execute(ctx.db())
  return rows[0]?.fileId
}

/** Whoever adds one has locked the request. */
export async function insertPicture(
  ctx: Ctx,
  { requestId, number, fileId }: { requestId: string; number: number; fileId: string },
) {
  await sql`insert into payments.way_picture (way_request_id, number, file_id, kept_by, kept_name, kept_at)
    values (${requestId}, ${number}, ${fileId}, ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})`.execute(
    ctx.db(),
  )
}
