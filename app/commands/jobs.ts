import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '#kernel/problem'
import type { JobView } from '#platform/contract/jobs'
import { reportIncident, createLog } from '#platform/server/log'
import { findJob } from '#platform/server/job-routes'
import { runNextJob, startLoop } from '#platform/server/worker'
import { aftermath, jobKinds } from '../composition.ts'
import type { Local } from './program.ts'
import { showProgress } from './progress.ts'

/**
 * Sees a job through to its end, here or in whatever worker takes it first; gives its output, or throws its problem. What it
 * is at is said in the words given for its stages.
 */
export async function finishJob(
  { db, programUrl, request }: Local,
  jobId: string,
  label: string,
  stages: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const log = createLog('error')
  const worker = startLoop(
    (stopping) =>
      runNextJob(
        {
          db,
          programUrl,
          kinds: jobKinds,
          aftermath,
          onError: (error, { id, kind }) => reportIncident(log, error, { job: id, kind }),
        },
        stopping,
      ),
    { pause: 100, onError: (error) => void reportIncident(log, error, { job: jobId }) },
  )
  const progress = showProgress(label)
  try {
    for (;;) {
      const job = await request((ctx) => findJob(ctx, jobId))
      if (job.endedAt !== null) return outputOf(job)
      progress.update(job.done, job.total, stages[job.stage ?? ''])
      await sleep(100)
    }
  } finally {
    progress.end()
    await worker.stop()
  }
}

function outputOf({ id, state, output, problem }: JobView): unknown {
  if (state === 'done') return output
  if (problem) throw new Problem(problem.code, 409, problem.details)
  throw new Problem('platform.job_cancelled', 409, { id })
}
