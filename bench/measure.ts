import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

/** The machine a figure was measured on, for RESULTS.md. */
export function machine(): string {
  const [first] = cpus()
  const gibibytes = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${first?.model.trim()}, ${gibibytes} GiB, Node ${process.version}, ${process.platform} ${process.arch}`
}

/** How busy the machine was in the last minute, ourselves included. */
export const load = () => `load ${round(loadavg()[0] ?? NaN)}`

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
    return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  }, 0)
}

const ticksPerSecond = 100

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number)
}
