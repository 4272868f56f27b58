import { sql, type Selectable } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import { cancelJob, getJob, listMyJobs, type JobId, type JobView } from '#platform/contract/jobs'
import { problems } from '#platform/contract/problems'
import type { Ctx } from './context.ts'
import { serve } from './http.ts'
import { isWithinArea } from './scope.ts'
import type { PlatformTables, StoredActor } from './tables.ts'

const columns = [
  'id',
  'kind',
  'state',
  'done',
  'total',
  'stage',
  'cancelAsked',
  'output',
  'problem',
  'createdAt',
  'endedAt',
  'actor',
] as const

type Row = Pick<Selectable<PlatformTables['platform.job']>, (typeof columns)[number]>

/** How far is the work people asked for: one’s own, or any in one’s area with the permission to watch. */
export const jobRoutes = {
  getJob: serve(getJob, (ctx, { id }) => findJob(ctx, id)),

  listMyJobs: serve(listMyJobs, async (ctx, { isOpen }) => {
    const rows = await ctx
      .db<PlatformTables>()
      .selectFrom('platform.job')
      .select(columns)
      .where(sql<boolean>`actor ->> 'userId' = ${ctx.actor.userId}`)
      .$if(isOpen === true, (query) => query.where('state', 'in', ['waiting', 'running']))
      .orderBy('createdAt', 'desc')
      .limit(20)
      .execute()
    return rows.map(viewOf)
  }),

  cancelJob: serve(cancelJob, async (ctx, { id }) => {
    await getVisibleJob(ctx, id)
    const asked = await ctx
      .db<PlatformTables>()
      .updateTable('platform.job')
      .set({ cancelAsked: true })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .returning('id')
      .executeTakeFirst()
    if (!asked) throw problems('job_already_ended', { id })
  }),
}

/** A job as whoever may see it sees it. */
export async function findJob(ctx: Ctx, id: string): Promise<JobView> {
  return viewOf(await getVisibleJob(ctx, id))
}

/** A job somebody may not see is as good as one that does not exist. */
async function getVisibleJob(ctx: Ctx, id: string): Promise<Row> {
  const row = await ctx
    .db<PlatformTables>()
    .selectFrom('platform.job')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  const asker = row?.actor as StoredActor | undefined // As enqueue() wrote it.
  const isVisible =
    asker !== undefined &&
    (asker.userId === ctx.actor.userId ||
      (ctx.actor.permissions.has('jobs.read') && isWithinArea(ctx.actor, asker.areaId)))
  if (!row || !isVisible) throw problems('job_not_found', { id })
  return row
}

function viewOf({ actor: _actor, cancelAsked, ...row }: Row): JobView {
  return {
    ...row,
    id: row.id as JobId, // The database made it a uuid.
    output: row.output ?? null,
    problem: row.problem as JobView['problem'], // As the worker wrote it.
    createdAt: row.createdAt as Instant, // The pool reads instants as UTC text.
    endedAt: row.endedAt as Instant | null,
    isCancelAsked: cancelAsked,
  }
}
