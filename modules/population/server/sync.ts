import { setTimeout as sleep } from 'node:timers/promises'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { markDown, readSync } from '../db/sync.ts'
import { longestWait, mostTries, rests } from '../domain/retry.ts'
import type { Trouble } from '../domain/trouble.ts'
import type { PopulationRegister } from './adapters/adapter.ts'
import { findRegister, getRegister } from './adapters/connected.ts'
import { asTheRegister } from './as-the-register.ts'
import { takePage } from './take-page.ts'

export const syncKind = 'population.sync'

export type Synced = {
  readonly taken: number
  readonly lastNumber: number
  /** Why it left off before the end; the next run goes on where this one was. */
  readonly trouble: Trouble | null
}

/** Reads what changed in the population register since the last time, page by page, each in a transaction of its own. */
export function sync(job: Job): Promise<Synced> {
  return syncWith(getRegister(), job)
}

type Working = Pick<Job, 'request' | 'progress' | 'signal'>
type Wait = (seconds: number, signal: AbortSignal) => Promise<unknown>
const wait: Wait = (seconds, signal) => sleep(seconds * 1000, undefined, { signal })

export async function syncWith(
  register: PopulationRegister,
  job: Working,
  waitFor: Wait = wait,
): Promise<Synced> {
  let taken = 0
  let tries = 0
  for (;;) {
    const { lastNumber, newestNumber } = await job.request(readSync)
    await job.progress(taken, taken + Math.max(0, newestNumber - lastNumber), 'reading')
    const page = await register.readChanges(lastNumber, register.most.changes)
    if (page.kind === 'unreachable') {
      tries++
      const { trouble, seconds = rests(tries) } = page
      await job.request((ctx) => markDown(ctx, { trouble, seconds }))
      if (tries >= mostTries || seconds > longestWait) return { taken, lastNumber, trouble }
      await waitFor(seconds, job.signal)
      continue
    }
    tries = 0
    const { taken: more } = await job.request((ctx) => takePage(asTheRegister(ctx), page))
    taken += more
    if (page.hasMore && more > 0) continue
    // Another run has taken it in meanwhile: this one goes on from where that has come to.
    if (page.hasMore && (await job.request(readSync)).lastNumber > lastNumber) continue
    // It says that there is more, and tells none of it: asking again at once would never end.
    if (page.hasMore) {
      const trouble = 'not_understood'
      await job.request((ctx) => markDown(ctx, { trouble, seconds: rests(mostTries) }))
      return { taken, lastNumber, trouble }
    }
    const { lastNumber: reached } = await job.request(readSync)
    await job.progress(taken, taken)
    return { taken, lastNumber: reached, trouble: null }
  }
}

/** Has the changes read soon, where this installation is connected; asked again while it is going on, that is the same. */
export async function askForChanges(ctx: Ctx): Promise<{ jobId: string } | undefined> {
  return findRegister() && enqueue(ctx, { kind: syncKind, input: null, once: syncKind })
}
