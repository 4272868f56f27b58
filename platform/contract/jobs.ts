import { z } from 'zod'
import { Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from './endpoint.ts'
import { problems } from './problems.ts'

export const JobId = id<'JobId'>()
export type JobId = z.infer<typeof JobId>

export const JobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** Work that outlives the request that asked for it, as the person who waits for it sees it. */
export const JobView = z.object({
  id: JobId,
  kind: z.string(),
  state: JobState,
  /** How much is done, in whatever the job counts; total is null until it knows. */
  done: z.number(),
  total: z.number().nullable(),
  /** Which part of the work is going on: a code, the words are the module's. */
  stage: z.string().nullable(),
  isCancelAsked: z.boolean(),
  /** What the work gave, once it is done: the shape is that of its kind. */
  output: z.unknown(),
  problem: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
})
export type JobView = z.infer<typeof JobView>

export const getJob = endpoint({
  method: 'GET',
  path: '/jobs/{id}',
  summary: 'How far a job is, and what came of it',
  permission: 'identity.self',
  input: z.object({ id: JobId }),
  output: JobView,
  problems: problems.of('job_not_found'),
})

export const listMyJobs = endpoint({
  method: 'GET',
  path: '/jobs',
  summary: 'The jobs one has asked for lately, newest first',
  permission: 'identity.self',
  input: z.object({ isOpen: z.boolean().optional() }),
  output: z.array(JobView),
})

export const cancelJob = endpoint({
  method: 'POST',
  path: '/jobs/{id}/cancellation',
  summary: 'Ask a job to stop; what it had not finished leaves no trace',
  permission: 'identity.self',
  audit: 'platform.job_cancelled',
  input: z.object({ id: JobId }),
  output: z.void(),
  problems: problems.of('job_not_found', 'job_already_ended'),
})
