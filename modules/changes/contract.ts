import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { benefits } from '#modules/entitlement/contract'
import { Evidence, PersonId } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import { Effect, Looked, Settlement, Who } from './contract/effects.ts'
import { Change, changeKinds } from './domain/change.ts'
import { fields } from './domain/describe.ts'
import { becomes } from './domain/receiving.ts'
import { problems } from './domain/problems.ts'
import { states, steps } from './domain/state.ts'

export * from './contract/effects.ts'
export { Change, changeKinds }
export type { ChangeKind } from './domain/change.ts'
export type { Field } from './domain/describe.ts'
export type { State, Step } from './domain/state.ts'

const RequestId = z.uuid()
const Note = z.string().trim().min(1).max(500)
/** The paper a request rests on; without one nobody can judge it. */
const Paper = Evidence.extend({ document: z.string().trim().min(3).max(200) })

/** A request as a line of the work-list. */
export const RequestRow = z.object({
  id: z.uuid(),
  kind: z.enum(changeKinds),
  person: Who,
  /** How many of the household go along. */
  others: z.int(),
  area: z.string(),
  otherArea: z.string().nullable(),
  effectiveOn: CivilDate.nullable(),
  state: z.enum(states),
  source: z.enum(['officer', 'population', 'review']),
  because: z.string().nullable(),
  openedAt: Instant,
  submittedName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decidedName: z.string().nullable(),
})
export type RequestRow = z.infer<typeof RequestRow>

/** A line of the one work-list: a change request, or a request for another way to be paid, which has its own page. */
export const WorkRow = RequestRow.extend({ kind: z.enum(['way', ...changeKinds]) })
export type WorkRow = z.infer<typeof WorkRow>

export const listRequests = endpoint({
  method: 'GET',
  path: '/change-requests',
  summary:
    'Requests of the unit for changes and for ways to be paid: found, waiting, decided, or about one person',
  permission: 'changes.read',
  audit: 'changes.list_read',
  input: z.object({
    view: z.enum(['found', 'submitted', 'mine', 'decided']).default('submitted'),
    personId: PersonId.optional(),
    after: z.uuid().optional(),
  }),
  output: z.object({
    rows: z.array(WorkRow),
    hasMore: z.boolean(),
    counts: z.object({ found: z.int(), submitted: z.int() }),
  }),
})

export const Difference = z.object({
  field: z.enum(fields),
  about: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Difference = z.infer<typeof Difference>

/** What recording it would come to, or the code of what the register would refuse it for. */
export const Preview = z.object({
  differences: z.array(Difference),
  effects: z.array(Effect),
  settlement: z.array(Settlement),
  /** The months that were looked at; null where nothing was computed. */
  looked: Looked.nullable(),
  refusal: z.string().nullable(),
  /** Of a move with an allowance: until when the old unit pays whom, were it decided this month. */
  handOver: z.object({ lastMonthHere: Month, firstMonthThere: Month, people: z.array(Who) }).nullable(),
  /** Of another guardian or carer, or a parent who is none any more: who receives the money of each award, and what becomes of that. */
  receiving: z.array(
    z.object({
      benefit: z.enum(benefits),
      payee: Who.extend({ isSelf: z.boolean() }),
      receiver: z.string().nullable(),
      becomes: z.enum(becomes),
    }),
  ),
})
export type Preview = z.infer<typeof Preview>

export const RequestView = RequestRow.extend({
  change: Change,
  evidence: Evidence.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  contests: z.uuid().nullable(),
  submittedAt: Instant.nullable(),
  /** What it alters: as it was submitted where it is decided, as it is now where it is open. */
  preview: Preview,
  conflicts: z.array(RequestRow.pick({ id: true, kind: true, state: true, openedAt: true })),
  events: z.array(
    z.object({
      id: z.uuid(),
      step: z.enum(['open', ...steps]),
      at: Instant,
      byName: z.string(),
      note: z.string().nullable(),
    }),
  ),
  /** What the reader may do, with the problem they would meet; what is out of the question is left out. */
  steps: z.array(z.object({ step: z.enum(steps), refusal: z.string().nullable() })),
})
export type RequestView = z.infer<typeof RequestView>

export const getRequest = endpoint({
  method: 'GET',
  path: '/change-requests/{id}',
  summary: 'A change request with what it alters, what it comes to, and what stands in its way',
  permission: 'changes.read',
  audit: 'changes.request_read',
  input: z.object({ id: z.uuid() }),
  output: RequestView,
  problems: problems.of('request_not_found'),
})

const Asked = { personId: PersonId, change: Change, evidence: Paper, reason: Note.nullable().default(null) }

const refusals = {
  ...problems.of(
    'person_not_found',
    'nothing_changes',
    'not_in_household',
    'no_other_household',
    'area_not_found',
    'next_head_not_staying',
    'guardian_not_able',
    'carer_not_able',
    'not_parent',
    'reason_needed',
    'request_reused',
  ),
  'entitlement.award_not_taken_over': { status: 409 as const },
  'entitlement.paid_months_outside': { status: 422 as const },
}

export const previewChange = endpoint({
  method: 'POST',
  path: '/change-previews',
  summary: 'What a change would alter and come to; nothing is kept',
  permission: 'changes.record',
  audit: 'changes.previewed',
  input: z.object({ personId: PersonId, change: Change }),
  output: Preview,
  problems: refusals,
})

export const openRequest = endpoint({
  method: 'POST',
  path: '/change-requests',
  summary: 'Ask for a change with its paper; a second person decides',
  permission: 'changes.record',
  audit: 'changes.request_opened',
  input: z.object({ ...Asked, contestsId: z.uuid().optional(), requestId: RequestId }),
  output: z.object({ id: z.uuid() }),
  problems: { ...refusals, ...problems.of('person_merged', 'asked_already', 'request_not_found') },
})

export const submitRequest = endpoint({
  method: 'POST',
  path: '/change-requests/{id}/submission',
  summary: 'Put what was found before whoever decides, looked at and with its paper',
  permission: 'changes.record',
  audit: 'changes.request_submitted',
  input: z.object({
    id: z.uuid(),
    change: Change,
    evidence: Paper,
    reason: Note.nullable().default(null),
    requestId: RequestId,
  }),
  output: z.object({ id: z.uuid() }),
  problems: { ...refusals, ...problems.of('request_not_found', 'request_moved_on') },
})

const stepInput = z.object({ id: z.uuid(), note: Note.optional(), requestId: RequestId })

export const decideRequest = endpoint({
  method: 'POST',
  path: '/change-requests/{id}/decision',
  summary: 'Approve a change, which the register then records, refuse it, or send it back',
  permission: 'changes.approve',
  audit: 'changes.request_decided',
  tells: ['step'],
  input: stepInput.extend({ step: z.enum(['approve', 'reject', 'send_back']) }),
  output: z.object({ id: z.uuid() }),
  problems: {
    ...refusals,
    ...problems.of(
      'request_not_found',
      'request_moved_on',
      'approver_submitted',
      'note_needed',
      'changed_meanwhile',
      'conflicting_request',
      'decided_before',
      'not_married',
    ),
  },
})

export const withdrawRequest = endpoint({
  method: 'POST',
  path: '/change-requests/{id}/withdrawal',
  summary: 'Take back a change that was asked for',
  permission: 'changes.record',
  audit: 'changes.request_withdrawn',
  input: stepInput,
  output: z.object({ id: z.uuid() }),
  problems: problems.of('request_not_found', 'request_moved_on', 'note_needed', 'request_reused'),
})
