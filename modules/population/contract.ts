import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { PersonId } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import { changeKinds } from './domain/change.ts'
import { outcomes, reasons } from './domain/outcome.ts'
import { problems } from './domain/problems.ts'
import { troubles, verifiedFields } from './domain/trouble.ts'

export type { ChangeKind } from './domain/change.ts'
export type { Outcome, Reason } from './domain/outcome.ts'
export type { Trouble, VerifiedField } from './domain/trouble.ts'

const LogEntry = z.object({
  number: z.int(),
  kind: z.enum(changeKinds).nullable(),
  happenedOn: CivilDate.nullable(),
  takenAt: Instant,
  outcome: z.enum(outcomes),
  reason: z.enum(reasons).nullable(),
})
export type LogEntry = z.infer<typeof LogEntry>

export const SyncView = z.object({
  isConnected: z.boolean(),
  lastNumber: z.int(),
  newestNumber: z.int(),
  trouble: z.enum(troubles).nullable(),
  downSince: Instant.nullable(),
  nextTryAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  /** A run that waits or goes on. */
  jobId: z.uuid().nullable(),
  /** Of the last 30 days. */
  counts: z.array(z.object({ outcome: z.enum(outcomes), count: z.int() })),
})
export type SyncView = z.infer<typeof SyncView>

export const showSync = endpoint({
  method: 'GET',
  path: '/population/sync',
  summary: 'How far the population register has been read, and what became of what it told; no names',
  permission: 'population.administer',
  input: z.object({}),
  output: SyncView,
})

export const listLog = endpoint({
  method: 'GET',
  path: '/population/log',
  summary: 'What became of each change that was told, the latest first; no names',
  permission: 'population.administer',
  input: z.object({
    view: z.enum(['all', 'asked', 'refused']).default('all'),
    before: z.coerce.number().int().optional(),
  }),
  output: z.object({ entries: z.array(LogEntry), hasMore: z.boolean() }),
})

export const startSync = endpoint({
  method: 'POST',
  path: '/population/sync',
  summary: 'Read what changed in the population register now',
  permission: 'population.administer',
  audit: 'population.sync_started',
  input: z.object({}),
  output: z.object({ jobId: z.uuid() }),
  problems: problems.of('not_connected'),
})

export const getVerification = endpoint({
  method: 'GET',
  path: '/people/{personId}/verification',
  summary: 'How a person last compared with the population register',
  permission: 'people.read',
  audit: 'population.verification_read',
  input: z.object({ personId: PersonId }),
  output: z.object({
    isConnected: z.boolean(),
    last: z
      .object({
        outcome: z.enum(['match', 'mismatch', 'not_found']),
        differs: z.array(z.enum(verifiedFields)),
        verifiedAt: Instant,
      })
      .nullable(),
    /** Each comparison that is kept, the newest first. */
    history: z.array(
      z.object({
        outcome: z.enum(['match', 'mismatch', 'not_found']),
        differs: z.array(z.enum(verifiedFields)),
        comparedAt: Instant,
        askedName: z.string(),
      }),
    ),
  }),
  problems: { 'people.person_not_found': { status: 404 as const } },
})

export const verifyPerson = endpoint({
  method: 'POST',
  path: '/people/{personId}/verification',
  summary: 'Compare a person with the population register now',
  permission: 'people.record',
  audit: 'population.person_verified',
  input: z.object({ personId: PersonId }),
  output: z.object({ jobId: z.uuid() }),
  problems: { ...problems.of('not_connected'), 'people.person_not_found': { status: 404 as const } },
})
