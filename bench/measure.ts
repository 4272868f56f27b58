import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { stateDirectory } from '#platform/server/state-directory'

/** The machine a figure was measured on, for RESULTS.md. */
export function machine(): string {
  const [first] = cpus()
  const gibibytes = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${first?.model.trim()}, ${gibibytes} GiB, Node ${process.version}, ${process.platform} ${process.arch}`
}

/** How busy the machine was in the last minute, ourselves included. */
export const load = () => `load ${round(loadavg()[0] ?? NaN)}`

/**
 * How much of the processors went to other work than ours between two calls: the load tells of a minute, most of it gone.
 * On Linux; ours is what `processorsOfOurs` says, in seconds.
 */
export function othersAtWork(processorsOfOurs: () => number): () => string {
  const began = performance.now()
  const [all, ours] = [busySeconds(), processorsOfOurs()]
  return () => {
    const seconds = (performance.now() - began) / 1000
    const others = busySeconds() - all - (processorsOfOurs() - ours)
    return `other work ${round(Math.max(0, others) / seconds, 2)} of ${cpus().length} processors`
  }
}

function busySeconds(): number {
  const [user, nice, system, , , irq, soft] = readFileSync('/proc/stat', 'latin1')
    .split('\n')[0]!
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user! + nice! + system! + irq! + soft!) / ticksPerSecond
}

export type Spread = {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** The middle, the slow end and the slowest of some durations in milliseconds. */
export function spreadOf(durations: readonly number[]): Spread {
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? NaN }
}

/** Works through the items with so many workers at once, and times each. */
export async function timeEach<Item>(
  items: readonly Item[],
  workers: number,
  work: (item: Item) => Promise<void>,
): Promise<number[]> {
  const durations: number[] = []
  let next = 0
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const started = performance.now()
      await work(item)
      durations.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
  return durations
}

/** Resident memory of a process and its children in MiB, as the system counts it. */
export function residentMebibytes(pid: number): number {
  const pages = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])
    .toString()
    .trim()
  return Number(pages) / 1024
}

export const round = (value: number, digits = 1) => Number(value.toFixed(digits))

/** Seconds of processor a process and those it has started have used so far, as Linux counts them. */
export function processorSeconds(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => {
    // The name of the command, in parentheses, may hold blanks; what follows may not.
    const fields = readFileSync(`/proc/${one}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    // What children used that have ended is counted with the one that started them all.
    const counted = one === pid ? fields.slice(11, 15) : fields.slice(11, 13)
    return sum + counted.reduce((ticks, field) => ticks + Number(field), 0) / ticksPerSecond
  }, 0)
}

const ticksPerSecond = 100

/** What the embedded database of ANSINH_HOME has used, and this process itself. */
export function databaseSeconds(): number {
  const pid = readFileSync(join(stateDirectory(), 'data/data/postmaster.pid'), 'latin1').split('\n')[0]
  return processorSeconds(Number(pid))
}

export function ownSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number)
}
