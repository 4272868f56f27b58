import { Worker } from 'node:worker_threads'
import type { Database } from '#platform/server/database'
import { reportIncident, type Log } from '#platform/server/log'
import { askForForgottenDocuments } from '#modules/applications'
import { hearReports, openSending, sendNext } from '#modules/notices'
import { forgetCallers } from '#platform/server/callers'
import { readConfiguration } from '#platform/server/configuration'
import { forgetOldWork } from '#platform/server/jobs'
import { deliverNext } from '#platform/server/outbox'
import { request, systemActor } from '#platform/server/request'
import { isJobDue, runNextJob, startLoop, type Loop, type Working } from '#platform/server/worker'
import { aftermath, everyHour, jobKinds, subscribers } from './composition.ts'

export type WorkerSettings = {
  readonly db: Database
  readonly programUrl: string
  readonly log: Log
  readonly jobsAtOnce: number
  /** Another process does what is due until this ends, however it ends. */
  readonly elsewhere?: Promise<unknown> | undefined
}

export type JobThreadSettings = {
  readonly programUrl: string
  readonly logLevel: string
  readonly jobsAtOnce: number
  /** How long it waits for another job before it ends, in milliseconds. */
  readonly idleFor: number
}

const pause = 250
const anHour = 3_600_000
const aMinute = 60_000
/** Messages and what became of them may take a moment longer than what somebody waits for. */
const aSecond = 1_000
const aQuarter = 15_000
/** What passes through a job passes through quickly; room for more of it is never given back. In MiB. */
const mostYoung = 12

/** A job tells how far it is on one connection while it works on another; two more look for what is due. */
export const connectionsFor = (jobsAtOnce: number) => 2 * jobsAtOnce + 2

/** Does what requests left to be done: jobs, so many at once, and the delivery of events. */
export function startWorkers(settings: WorkerSettings): Loop {
  const working = workingWith(settings)
  const onError = incidentsOf(settings.log)
  return together([
    ...tend(settings),
    ...Array.from({ length: settings.jobsAtOnce }, () =>
      startLoop((stopping) => runNextJob(working, stopping), { pause, onError }),
    ),
  ])
}

function workingWith({ db, programUrl, log }: Pick<WorkerSettings, 'db' | 'programUrl' | 'log'>): Working {
  return {
    db,
    programUrl,
    kinds: jobKinds,
    aftermath,
    onError: (error, { id, kind }) => reportIncident(log, error, { job: id, kind }),
  }
}

/** The same beside a server: jobs are done in a thread of their own, which is there while there are any. */
export function startWorkersBeside(settings: WorkerSettings): Loop {
  const { db, jobsAtOnce, log } = settings
  if (jobsAtOnce === 0) return together(tend(settings))
  const work = async (stopping: AbortSignal) => {
    if (!(await isJobDue(db, Object.keys(jobKinds)))) return false
    await workInThread(settings, stopping)
    return true
  }
  const begin = () => startLoop(work, { pause, onError: incidentsOf(log) })
  return together([...tend(settings), settings.elsewhere ? afterwards(settings.elsewhere, begin) : begin()])
}

/** A loop that begins when something has ended; not at all where it is to stop before. */
function afterwards(ended: Promise<unknown>, begin: () => Loop): Loop {
  let loop: Loop | undefined
  let isStopped = false
  const beginOnce = () => {
    if (!isStopped) loop = begin()
  }
  ended.then(beginOnce, beginOnce)
  return {
    stop: async () => {
      isStopped = true
      await loop?.stop()
    },
  }
}

/** Does what is due, and what time has brought about, one thing after the other until nothing is left. */
export async function workOff(settings: Omit<WorkerSettings, 'jobsAtOnce'>): Promise<void> {
  await request(settings.db, { actor: systemActor() }, aftermath, everyHour)
  while (await runNextJob(workingWith(settings)));
}

/** Fails as the thread does; its jobs are taken up by the next one, once their leases have run out. */
function workInThread({ programUrl, log, jobsAtOnce }: WorkerSettings, stopping: AbortSignal) {
  const settings: JobThreadSettings = { programUrl, logLevel: log.level, jobsAtOnce, idleFor: aMinute }
  return new Promise<void>((resolve, reject) => {
    const thread = new Worker(new URL('./job-thread.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: mostYoung },
    })
    const stop = () => thread.postMessage('stop')
    stopping.addEventListener('abort', stop)
    thread.on('error', reject).on('exit', () => {
      stopping.removeEventListener('abort', stop)
      resolve()
    })
  })
}

/** What takes a moment each time. */
function tend({ db, log }: WorkerSettings): Loop[] {
  const delivering = {
    db,
    subscribers,
    aftermath,
    onError: (error: unknown, { subscriber, eventId }: { subscriber: string; eventId: number }) =>
      void reportIncident(log, error, { subscriber, event: eventId }),
  }
  const tidy = async () => {
    await forgetOldWork(db)
    await forgetCallers(db)
    await request(db, { actor: systemActor() }, aftermath, everyHour)
    return false
  }
  const onError = incidentsOf(log)
  return [
    startLoop(() => deliverNext(delivering), { pause, onError }),
    startLoop(tidy, { pause: anHour, onError }),
    ...sendNotices(db, onError),
    ...signLater(db, onError),
  ]
}

/** Nothing looks for messages where none goes out. */
function sendNotices(db: Database, onError: (error: unknown) => void): Loop[] {
  const { wires } = readConfiguration()
  const sending = openSending({ db, aftermath, wires })
  return [
    ...(wires.sms || wires.email ? [startLoop(() => sendNext(sending), { pause: aSecond, onError })] : []),
    ...(wires.sms ? [startLoop(() => hearReports(sending), { pause: aQuarter, onError })] : []),
  ]
}

/** What could not be signed for want of an answer is tried again within minutes of its time, not of the hour. */
function signLater(db: Database, onError: (error: unknown) => void): Loop[] {
  const { signing, timestamps } = readConfiguration().wires
  if (!signing && !timestamps) return []
  const ask = async () => {
    await request(db, { actor: systemActor() }, aftermath, askForForgottenDocuments)
    return false
  }
  return [startLoop(ask, { pause: aMinute, onError })]
}

const incidentsOf = (log: Log) => (error: unknown) => void reportIncident(log, error, { where: 'worker' })

function together(loops: readonly Loop[]): Loop {
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
