import type { Database } from '#platform/server/database'
import { reportIncident, type Log } from '#platform/server/log'
import { forgetOldWork } from '#platform/server/jobs'
import { deliverNext } from '#platform/server/outbox'
import { request, systemActor } from '#platform/server/request'
import { runNextJob, startLoop, type Loop } from '#platform/server/worker'
import { aftermath, everyHour, jobKinds, subscribers } from './composition.ts'

export type WorkerSettings = {
  readonly db: Database
  readonly programUrl: string
  readonly log: Log
  readonly jobsAtOnce: number
}

const pause = 250
const anHour = 3_600_000

/** Does what requests left to be done: jobs, so many at once, and the delivery of events. */
export function startWorkers({ db, programUrl, log, jobsAtOnce }: WorkerSettings): Loop {
  const onError = (error: unknown) => void reportIncident(log, error, { where: 'worker' })
  const working = {
    db,
    programUrl,
    kinds: jobKinds,
    aftermath,
    onError: (error: unknown, { id, kind }: { id: string; kind: string }) =>
      reportIncident(log, error, { job: id, kind }),
  }
  const delivering = {
    db,
    subscribers,
    aftermath,
    onError: (error: unknown, { subscriber, eventId }: { subscriber: string; eventId: number }) =>
      void reportIncident(log, error, { subscriber, event: eventId }),
  }
  const tidy = async () => {
    await forgetOldWork(db)
    await request(db, { actor: systemActor() }, aftermath, everyHour)
    return false
  }
  const loops = [
    startLoop(() => deliverNext(delivering), { pause, onError }),
    startLoop(tidy, { pause: anHour, onError }),
    ...Array.from({ length: jobsAtOnce }, () =>
      startLoop((stopping) => runNextJob(working, stopping), { pause, onError }),
    ),
  ]
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
