import { z } from 'zod'
import { BirthPrecision, CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { ApplicationId, Area, ClockView, Label, Place, RequestId } from './contract-parts.ts'
import { channels, procedureIds } from './domain/procedure.ts'
import { problems } from './domain/problems.ts'

const StepView = z.object({ id: z.string(), name: Label, by: z.string().nullable() })

/** What deserves a look («cờ»). */
export const Flag = z.enum([
  'papers_missing',
  'duplicate',
  'unmatched',
  'confidential',
  'facts_changed',
  'returned',
])
export type Flag = z.infer<typeof Flag>

/** A file as the queue shows it. */
export const ApplicationRowView = z.object({
  id: ApplicationId,
  code: z.string(),
  procedure: z.enum(procedureIds),
  procedureName: Label,
  personId: z.uuid().nullable(),
  fullName: z.string(),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  area: Area,
  channel: z.enum(channels),
  step: StepView,
  receivedOn: CivilDate,
  /** The nearer of the clock of the step and that of the whole; null where none runs. */
  clock: ClockView.nullable(),
  assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  flags: z.array(Flag),
  outcome: z.string().nullable(),
  version: z.int(),
})
export type ApplicationRowView = z.infer<typeof ApplicationRowView>

export const QueueView = z.enum(['open', 'mine', 'unassigned', 'over', 'due', 'paused', 'to_sign', 'closed'])
export type QueueView = z.infer<typeof QueueView>

export const QueuePage = z.object({
  rows: z.array(ApplicationRowView),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
  /** How many files each view holds, as far as anybody counts: from a thousand on it is a thousand. */
  counts: z.array(z.object({ view: QueueView, files: z.int() })),
})
export type QueuePage = z.infer<typeof QueuePage>

export const listApplications = endpoint({
  method: 'GET',
  path: '/applications',
  summary: 'The queue of files, the most urgent first; a page after another, with a search inside',
  permission: 'applications.read',
  audit: 'applications.queue_read',
  input: z.object({
    view: QueueView.default('open'),
    /** Words of the name, the code, or the end of a number or phone. */
    q: z.string().trim().max(100).optional(),
    procedure: z.enum(procedureIds).optional(),
    step: z.string().max(60).optional(),
    channel: z.enum(channels).optional(),
    areaId: z.int().optional(),
    assigneeId: z.uuid().optional(),
    after: Place.optional(),
  }),
  output: QueuePage,
})

export const assignApplications = endpoint({
  method: 'POST',
  path: '/applications/assignments',
  summary: 'Give files to an officer, or take them oneself',
  permission: 'applications.handle',
  audit: 'applications.applications_assigned',
  input: z.object({
    ids: z.array(ApplicationId).min(1).max(200),
    assignee: z.object({ id: z.uuid() }).nullable(),
    requestId: RequestId,
  }),
  output: z.object({ assigned: z.int() }),
  problems: problems.of('application_not_found', 'assignee_unknown', 'request_reused'),
})
