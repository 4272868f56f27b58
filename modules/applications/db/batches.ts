import { sql, type Selectable } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Converted } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { ApplicationsTables, BatchRow } from './tables.ts'

export type Batch = Selectable<BatchRow>

function select(ctx: Ctx) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.batch as batch')
    .selectAll()
    .where(withinArea(ctx, 'batch.area_id'))
}

export function getBatch(ctx: Ctx, id: string): Promise<Batch> {
  return select(ctx)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => problems('batch_not_found', { id }))
}

export function getBatchForUpdate(ctx: Ctx, id: string): Promise<Batch> {
  return select(ctx)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('batch_not_found', { id }))
}

/** The latest lists, those that wait first. */
export function listBatches(ctx: Ctx, state?: Batch['state']): Promise<Batch[]> {
  let query = select(ctx)
  if (state) query = query.where('state', '=', state)
  return query
    .orderBy(sql`state <> 'drafted'`)
    .orderBy('draftedAt', 'desc')
    .limit(100)
    .execute()
}

type New = Pick<
  Batch,
  'areaId' | 'benefit' | 'fromMonth' | 'reason' | 'citation' | 'ruleSet' | 'unchanged' | 'fingerprint'
> & { readonly leftOut: string }

/** Writes a list down in the place of one of the unit that still waits. */
export async function insertBatch(ctx: Ctx, batch: New, rows: readonly Converted[]): Promise<string> {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.batch')
    .set({
      state: 'returned',
      returnReason: 'Thay bằng danh sách mới',
      settledAt: ctx.now,
      settledBy: ctx.actor.userId,
      settledName: ctx.actor.name,
    })
    .where('areaId', '=', batch.areaId)
    .where('benefit', '=', batch.benefit)
    .where('state', '=', 'drafted')
    .execute()
  const { id } = await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.batch')
    .values({
      ...batch,
      draftedAt: ctx.now,
      draftedBy: ctx.actor.userId,
      draftedName: ctx.actor.name,
      settledAt: null,
      settledBy: null,
      settledName: null,
      returnReason: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into applications.batch_row (batch_id, position, award_id, person_id, before, after, arrears)
    select ${id}, position, "awardId", "personId", before, after, arrears
    from rows from (json_to_recordset(${JSON.stringify(rows)}::json) as ("awardId" uuid, "personId" uuid, before bigint,
      after bigint, arrears bigint)) with ordinality as row ("awardId", "personId", before, after, arrears, position)`.execute(
    ctx.db(),
  )
  return id
}

export type BatchLine = Converted & { readonly position: number }

export function listBatchRows(
  ctx: Ctx,
  batchId: string,
  { offset = 0, limit }: { offset?: number; limit?: number } = {},
): Promise<BatchLine[]> {
  let query = ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.batchRow')
    .select(['position', 'awardId', 'personId', 'before', 'after', 'arrears'])
    .where('batchId', '=', batchId)
    .orderBy('position')
    .offset(offset)
  if (limit !== undefined) query = query.limit(limit)
  return query.execute()
}

export type Totals = {
  readonly batchId: string
  readonly people: number
  readonly before: Dong
  readonly after: Dong
  readonly arrears: Dong
}

export async function totalsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Totals>> {
  const { rows } = await sql<Totals>`
    select batch_id, count(*)::int as people, sum(before)::bigint as before,
      coalesce(sum(after), 0)::bigint as after, sum(arrears)::bigint as arrears
    from applications.batch_row where batch_id = any(${[...ids]}::uuid[]) group by batch_id`.execute(ctx.db())
  return new Map(rows.map((row) => [row.batchId, row]))
}

export async function settleBatch(
  ctx: Ctx,
  id: string,
  what: { readonly state: 'signed' } | { readonly state: 'returned'; readonly returnReason: string },
) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.batch')
    .set({ ...what, settledAt: ctx.now, settledBy: ctx.actor.userId, settledName: ctx.actor.name })
    .where('id', '=', id)
    .execute()
}
