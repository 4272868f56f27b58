import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { PersonId } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { AreaRef, ContestedField, Note, PartId, RequestId } from './shared.ts'
import { Finding } from '../domain/field.ts'

/** What a review leaves to do. */
export const TaskView = z.object({
  id: z.uuid(),
  partId: PartId,
  area: AreaRef,
  person: z.object({ id: PersonId, fullName: z.string().nullable() }),
  village: z.string().nullable(),
  kind: z.enum(['search', 'record', 'request']),
  field: ContestedField,
  finding: Finding.nullable(),
  note: z.string().nullable(),
  dueOn: CivilDate,
  openedAt: Instant,
  foundName: z.string(),
  changeRequestId: z.uuid().nullable(),
  changeState: z.string().nullable(),
  doneAt: Instant.nullable(),
  doneName: z.string().nullable(),
  doneNote: z.string().nullable(),
})
export type TaskView = z.infer<typeof TaskView>

export const listTasks = endpoint({
  method: 'GET',
  path: '/review-tasks',
  summary: 'What reviews leave to do: people to look for, things to record, requests to see through',
  permission: 'review.read',
  audit: 'review.tasks_read',
  input: z.object({
    partId: PartId.optional(),
    view: z.enum(['open', 'done']).default('open'),
    page: z.coerce.number().int().min(1).default(1),
  }),
  output: z.object({ rows: z.array(TaskView), total: z.int(), page: z.int(), overdue: z.int() }),
})

export const countDueTasks = endpoint({
  method: 'GET',
  path: '/review-tasks/due',
  summary:
    'How many of the open tasks of reviews are overdue, and how many end within a few days; nobody is named',
  permission: 'review.read',
  input: z.object({}),
  output: z.object({ overdue: z.int(), soon: z.int() }),
})

export const finishTask = endpoint({
  method: 'POST',
  path: '/review-tasks/{id}/completion',
  summary: 'Say that a task is done, and how',
  permission: 'review.answer',
  audit: 'review.task_done',
  input: z.object({ id: z.uuid(), note: Note, requestId: RequestId }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of('task_not_found', 'request_reused', 'request_opened'),
})
