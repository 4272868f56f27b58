import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { newId } from '#kernel/chance'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { ApplicationsTables, FeedbackRow } from './tables.ts'

export type Feedback = Selectable<FeedbackRow>

const pageSize = 50

function select(ctx: Ctx) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.feedback as feedback')
    .selectAll()
    .where(withinArea(ctx, 'feedback.area_id'))
}

export function findFeedbackByCode(ctx: Ctx, codeDigest: string): Promise<Feedback | undefined> {
  return select(ctx).where('codeDigest', '=', codeDigest).executeTakeFirst()
}

export function findFeedback(ctx: Ctx, id: string): Promise<Feedback | undefined> {
  return select(ctx).where('id', '=', id).executeTakeFirst()
}

export function getFeedbackForUpdate(ctx: Ctx, id: string): Promise<Feedback> {
  return select(ctx)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('feedback_not_found'))
}

/** An appeal against this document that has not been answered yet. */
export function findOpenAppeal(ctx: Ctx, documentId: string): Promise<Feedback | undefined> {
  return select(ctx).where('documentId', '=', documentId).where('state', '<>', 'answered').executeTakeFirst()
}

/** Appeals against decisions of a file, the oldest first. */
export function listAppealsOf(ctx: Ctx, applicationId: string): Promise<Feedback[]> {
  return select(ctx)
    .where('applicationId', '=', applicationId)
    .where('kind', '=', 'appeal')
    .orderBy('receivedAt')
    .execute()
}

type Wanted = {
  readonly state?: Feedback['state'] | 'open' | undefined
  readonly kind?: Feedback['kind'] | undefined
  readonly areaIds?: readonly number[] | undefined
  readonly page: number
}

/** One page of what people said, the latest first, and how much there is; what is open is led by what has a time. */
export async function listFeedbackRows(ctx: Ctx, { state, kind, areaIds, page }: Wanted) {
  let query = select(ctx)
  if (state === 'open') query = query.where('state', '<>', 'answered')
  else if (state) query = query.where('state', '=', state)
  if (kind) query = query.where('kind', '=', kind)
  if (areaIds) query = query.where(sql<boolean>`feedback.area_id = any(${[...areaIds]}::integer[])`)
  const { total } = await query
    .clearSelect()
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const byTime = state === 'open' ? query.orderBy('dueOn', (by) => by.asc().nullsLast()) : query
  const rows = await byTime
    .orderBy('receivedAt', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { rows, total, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

/** How many letters wait for an answer, no further than anybody counts. */
export async function countOpenFeedback(ctx: Ctx): Promise<number> {
  const open = select(ctx).clearSelect().select('id').where('state', '<>', 'answered').limit(1000)
  const { count } = await ctx
    .db<ApplicationsTables>()
    .selectFrom(open.as('open'))
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function insertFeedback(ctx: Ctx, row: Insertable<FeedbackRow>): Promise<string> {
  const { id } = await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.feedback')
    .values({ id: newId(), ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateFeedback(
  ctx: Ctx,
  { id, version }: Pick<Feedback, 'id' | 'version'>,
  what: Updateable<FeedbackRow>,
) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.feedback')
    .set({ ...what, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function insertMessage(
  ctx: Ctx,
  message: { feedbackId: string; isAnswer: boolean; byName: string | null; text: string },
) {
  await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.feedbackMessage')
    .values({ id: newId(), ...message, at: ctx.now })
    .execute()
}

export function listMessages(ctx: Ctx, ids: readonly string[]) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.feedbackMessage')
    .select(['feedbackId', 'isAnswer', 'byName', 'text', 'at'])
    .where(sql<boolean>`feedback_id = any(${[...ids]}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
