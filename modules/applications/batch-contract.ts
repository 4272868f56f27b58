import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { id } from '#kernel/id'
import { Paper } from '#modules/documents/contract'
import { benefits } from '#modules/entitlement/contract'
import { endpoint } from '#platform/contract/endpoint'
import { Area, DocumentId, RequestId, Text } from './contract-parts.ts'
import { problems } from './domain/problems.ts'

/** One decision for a list («quyết định kèm danh sách»): those on the rolls move to another amount by a new law (TRN-01). */

export const BatchId = id<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>

const BatchRowView = z.object({
  personId: z.uuid(),
  fullName: z.string(),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  before: Dong,
  /** Null where the award had ended, and only arrears are left. */
  after: Dong.nullable(),
  arrears: Dong,
})
export type BatchRowView = z.infer<typeof BatchRowView>

/** Who is paid by the unit and not on the list, and why: they live elsewhere now, and the chair there decides. */
const LeftOutView = z.object({
  personId: z.uuid(),
  fullName: z.string(),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  why: z.enum(['moved_away']),
  /** Where they live now. */
  home: z.string(),
})
export type LeftOutView = z.infer<typeof LeftOutView>

const Totals = z.object({
  people: z.int(),
  /** Awards that come to the same under both laws. */
  unchanged: z.int(),
  before: Dong,
  after: Dong,
  arrears: Dong,
})

export const BatchView = z.object({
  id: BatchId,
  area: Area,
  benefit: z.enum(benefits),
  /** The month the new law reaches back to. */
  from: Month,
  reason: z.string(),
  citation: z.string(),
  totals: Totals,
  state: z.enum(['drafted', 'signed', 'returned']),
  draftedAt: Instant,
  draftedName: z.string(),
  settledAt: Instant.nullable(),
  settledName: z.string().nullable(),
  returnReason: z.string().nullable(),
  document: z.object({ id: DocumentId, number: z.string() }).nullable(),
})
export type BatchView = z.infer<typeof BatchView>

const Asked = { areaId: z.int(), benefit: z.enum(benefits) }

export const previewBatch = endpoint({
  method: 'POST',
  path: '/decision-batch-previews',
  summary: 'Whom a law in force moves to another amount in a commune, and what it comes to: nothing is kept',
  permission: 'applications.handle',
  audit: 'applications.batch_previewed',
  input: z.object({ ...Asked, page: z.int().min(1).default(1) }),
  output: z.object({
    from: Month,
    citation: z.string(),
    totals: Totals,
    leftOut: z.array(LeftOutView),
    rows: z.array(BatchRowView),
    page: z.int(),
    pages: z.int(),
  }),
  problems: problems.of('area_not_in_reach'),
})

export const draftBatch = endpoint({
  method: 'POST',
  path: '/decision-batches',
  summary: 'Put the list before the competent person, as the law computes it today',
  permission: 'applications.handle',
  audit: 'applications.batch_drafted',
  input: z.object({ ...Asked, reason: Text.max(1000), requestId: RequestId }),
  output: z.object({ id: BatchId }),
  problems: problems.of('area_not_in_reach', 'batch_empty', 'request_reused'),
})

export const listBatches = endpoint({
  method: 'GET',
  path: '/decision-batches',
  summary: 'Lists that wait for a signature or were settled, the latest first',
  permission: 'applications.read',
  audit: 'applications.batches_read',
  input: z.object({ state: z.enum(['drafted', 'signed', 'returned']).optional() }),
  output: z.object({ batches: z.array(BatchView) }),
})

export const getBatch = endpoint({
  method: 'GET',
  path: '/decision-batches/{id}',
  summary: 'A list, page by page',
  permission: 'applications.read',
  audit: 'applications.batch_read',
  input: z.object({ id: BatchId, page: z.int().min(1).default(1) }),
  output: z.object({
    batch: BatchView,
    leftOut: z.array(LeftOutView),
    rows: z.array(BatchRowView),
    page: z.int(),
    pages: z.int(),
  }),
  problems: problems.of('batch_not_found'),
})

export const showBatchPaper = endpoint({
  method: 'GET',
  path: '/decision-batches/{id}/paper',
  summary: 'The decision and its list as they would go out, word by word',
  permission: 'applications.read',
  audit: 'applications.draft_read',
  input: z.object({ id: BatchId }),
  output: z.object({ paper: Paper }),
  problems: problems.of('batch_not_found', 'batch_settled'),
})

const settled = problems.of(
  'batch_not_found',
  'batch_settled',
  'not_competent',
  'not_delegated',
  'request_reused',
)

export const signBatch = endpoint({
  method: 'POST',
  path: '/decision-batches/{id}/signature',
  summary: 'Sign the list: one number, one paper with its annex',
  permission: 'applications.sign',
  audit: 'applications.batch_signed',
  input: z.object({ id: BatchId, requestId: RequestId }),
  output: z.object({ documentId: DocumentId, number: z.string() }),
  problems: { ...settled, ...problems.of('signer_drafted', 'facts_changed') },
})

export const returnBatch = endpoint({
  method: 'POST',
  path: '/decision-batches/{id}/return',
  summary: 'Send a list back with the reason',
  permission: 'applications.sign',
  audit: 'applications.batch_returned',
  input: z.object({ id: BatchId, reason: Text.max(2000), requestId: RequestId }),
  output: z.object({ id: BatchId }),
  problems: settled,
})
