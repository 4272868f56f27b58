import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Contested, Finding } from '../domain/field.ts'
import { problems } from '../domain/problems.ts'

export type TaskKind = 'search' | 'record' | 'request'

export type Task = {
  readonly id: string
  readonly partId: string
  readonly personId: string
  readonly areaId: number
  readonly answerId: string
  readonly field: Contested
  readonly kind: TaskKind
  readonly changeRequestId: string | null
  readonly dueOn: CivilDate
  readonly openedAt: Instant
  readonly doneAt: Instant | null
  readonly doneName: string | null
  readonly doneNote: string | null
}

/** A task with what was said that led to it. */
export type TaskRow = Task & {
  readonly village: string | null
  readonly changes: readonly Finding[]
  readonly note: string | null
  readonly foundName: string
}

const columns = sql`task.id, task.part_id, task.person_id, task.area_id, task.answer_id, task.field, task.kind,
  task.change_request_id, task.due_on, task.opened_at, task.done_at, task.done_name, task.done_note`

export async function insertTask(
  ctx: Ctx,
  task: Pick<
    Task,
    'partId' | 'personId' | 'areaId' | 'answerId' | 'field' | 'kind' | 'changeRequestId' | 'dueOn'
  >,
): Promise<boolean> {
  const { rows } = await sql`
    insert into review.task (id, part_id, person_id, area_id, answer_id, field, kind, change_request_id, due_on, opened_at)
    values (${newId()}, ${task.partId}, ${task.personId}, ${task.areaId}, ${task.answerId}, ${task.field}, ${task.kind},
      ${task.changeRequestId}, ${task.dueOn}, ${ctx.now})
    on conflict do nothing returning 1`.execute(ctx.db())
  return rows.length > 0
}

export async function listTasksOf(ctx: Ctx, partId: string, personId: string): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select ${columns} from review.task where part_id = ${partId} and person_id = ${personId} order by opened_at, id`.execute(
    ctx.db(),
  )
  return rows
}

export async function markDone(ctx: Ctx, ids: readonly string[], note: string) {
  if (ids.length === 0) return
  await sql`
    update review.task set done_at = ${ctx.now}, done_by = ${ctx.actor.userId}, done_name = ${ctx.actor.name}, done_note = ${note}
    where id = any(${[...ids]}::uuid[]) and done_at is null`.execute(ctx.db())
}

export async function getTaskForUpdate(ctx: Ctx, id: string): Promise<Task> {
  const { rows } = await sql<Task>`
    select ${columns} from review.task where task.id = ${id} and ${withinArea(ctx, 'task.area_id')} for update`.execute(
    ctx.db(),
  )
  if (!rows[0]) throw problems('task_not_found', { id })
  return rows[0]
}

type Wish = {
  readonly partId?: string | undefined
  readonly isOpen: boolean
  readonly offset: number
  readonly limit: number
}

/** What is to be done, what is due first first; or what was done, newest first. */
export async function listTasks(ctx: Ctx, { partId, isOpen, offset, limit }: Wish) {
  const fits = sql`${withinArea(ctx, 'task.area_id')} and (${partId ?? null}::uuid is null or task.part_id = ${partId ?? null}::uuid)
    and task.done_at is ${isOpen ? sql`null` : sql`not null`}`
  const { rows } = await sql<TaskRow>`
    select ${columns}, row.village, answer.changes, answer.note, answer.by_name as found_name
    from review.task join review.answer on answer.id = task.answer_id
    join review.row on row.part_id = task.part_id and row.person_id = task.person_id
    where ${fits} order by ${isOpen ? sql`task.due_on, task.id` : sql`task.done_at desc, task.id`}
    limit ${limit} offset ${offset}`.execute(ctx.db())
  const { rows: counted } = await sql<{ total: number; overdue: number }>`
    select count(*)::int as total, (count(*) filter (where due_on < ${ctx.today}::date))::int as overdue
    from review.task where ${fits}`.execute(ctx.db())
  return { rows, total: counted[0]?.total ?? 0, overdue: counted[0]?.overdue ?? 0 }
}

/** Open tasks whose day is over, and those whose day comes by the one given. */
export async function countDue(ctx: Ctx, { by }: { by: CivilDate }) {
  const { rows } = await sql<{ overdue: number; soon: number }>`
    select (count(*) filter (where due_on < ${ctx.today}::date))::int as overdue,
      (count(*) filter (where due_on >= ${ctx.today}::date))::int as soon
    from review.task where done_at is null and due_on <= ${by}::date and ${withinArea(ctx, 'area_id')}`.execute(
    ctx.db(),
  )
  return rows[0]! // A count is one row.
}

/** The change requests that reviews of these parts opened. */
export async function listRequestsOf(ctx: Ctx, partIds: readonly string[]) {
  const { rows } = await sql<{ partId: string; changeRequestId: string }>`
    select distinct part_id, change_request_id from review.task
    where part_id = any(${[...partIds]}::uuid[]) and change_request_id is not null and ${withinArea(ctx, 'area_id')}`.execute(
    ctx.db(),
  )
  return rows
}

/** Ends what waited for a change request, with what was decided. */
export async function finishRequests(ctx: Ctx, changeRequestId: string, decision: string) {
  await sql`
    update review.task set done_at = ${ctx.now}, done_by = ${ctx.actor.userId || null}, done_name = ${ctx.actor.name},
      done_note = ${decision}
    where change_request_id = ${changeRequestId} and done_at is null`.execute(ctx.db())
}
