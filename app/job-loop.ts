import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#platform/server/database'
import { createLog, reportIncident } from '#platform/server/log'
import { runNextJob, startLoop } from '#platform/server/worker'
import { aftermath, jobKinds } from './composition.ts'
import { connectionsFor, type JobThreadSettings } from './workers.ts'

/**
 * The thread in which a server does its jobs, so that whoever asks for a page meanwhile does not wait for a payroll. It
 * ends when there has been nothing to do for a while; what it held of the memory goes with it.
 */
const { programUrl, logLevel, jobsAtOnce, idleFor } = workerData as JobThreadSettings
const pause = 250
const log = createLog(logLevel)
const db = openDatabase(programUrl, connectionsFor(jobsAtOnce))
const stopping = new AbortController()
parentPort!.on('message', () => stopping.abort())

const working = {
  db,
  programUrl,
  kinds: jobKinds,
  aftermath,
  onError: (error: unknown, { id, kind }: { id: string; kind: string }) =>
    reportIncident(log, error, { job: id, kind }),
}
let atWork = 0
let idleSince = performance.now()

async function workOnce(halt: AbortSignal) {
  atWork++
  try {
    const hasWorked = await runNextJob(working, halt)
    if (hasWorked) idleSince = performance.now()
    return hasWorked
  } finally {
    atWork--
  }
}

const loops = Array.from({ length: jobsAtOnce }, () =>
  startLoop(workOnce, { pause, onError: (error) => void reportIncident(log, error, { where: 'worker' }) }),
)
const watch = setInterval(() => {
  if (atWork === 0 && performance.now() - idleSince > idleFor) stopping.abort()
}, pause)
stopping.signal.addEventListener('abort', () => void end())

async function end() {
  clearInterval(watch)
  await Promise.all(loops.map((loop) => loop.stop()))
  await db.destroy()
  // Threads of its own, for sheets and documents, end with it.
  process.exit()
}
