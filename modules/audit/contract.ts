import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from './domain/problems.ts'

const AuditEntryView = z.object({
  sequence: z.int(),
  at: Instant,
  /** Entries of one request have the same. */
  traceId: z.string(),
  userId: z.uuid().nullable(),
  areaId: z.int(),
  action: z.string(),
  personId: z.uuid().nullable(),
  subject: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditEntryView = z.infer<typeof AuditEntryView>

export const searchAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'Who did or saw what, newest first; about everybody for a month at most',
  permission: 'audit.read',
  audit: 'audit.searched',
  input: z.object({
    from: CivilDate,
    /** The last day. */
    through: CivilDate,
    userId: z.uuid().optional(),
    personId: z.uuid().optional(),
    action: z.string().max(100).optional(),
    /** Entries before this one, for the next page. */
    before: z.coerce.number().int().optional(),
  }),
  output: z.object({ entries: z.array(AuditEntryView), hasMore: z.boolean() }),
  problems: problems.of('period_too_long', 'period_reversed'),
})

export const Verification = z.object({
  isWhole: z.boolean(),
  /** How many the trail has, up to the one written last; looked at one by one until the first that does not fit. */
  entries: z.int(),
  /** The last hash; kept elsewhere, it shows later that nobody wrote the whole chain anew. */
  head: z.string(),
  /** The first entry that does not fit, if one does not. */
  flaw: z
    .object({ sequence: z.int(), why: z.enum(['missing', 'changed', 'reordered', 'cut_off']) })
    .nullable(),
})
export type Verification = z.infer<typeof Verification>

export const verifyAudit = endpoint({
  method: 'GET',
  path: '/audit/verification',
  summary: 'Follow the whole chain and say whether an entry was changed, removed or moved',
  permission: 'audit.read',
  audit: 'audit.verified',
  input: z.object({}),
  output: Verification,
})
