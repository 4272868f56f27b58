/**
 * The engine over seeded people of November 2026: the kernel on one thread and two, beside the interpreter, beside closures,
 * and beside other rule engines on rules generated from our own. Every figure stands on equal amounts (sha256 over all).
 * Processor time is that of the whole process; on a machine with other work it says more than the clock.
 * Usage: node bench/engine.ts [kernel | threads | changes | evaluators | explanations | rivals]…
 */
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { Worker } from 'node:worker_threads'
import { civilDate, month } from '#kernel/civil-date'
import {
  allAwarded,
  compileMonth,
  dueColumns,
  engine,
  explain,
  standingAt,
  type Benefit,
  type DueColumns,
  type KernelOptions,
  type MonthColumns,
  type StandingColumns,
} from '#modules/entitlement'
import { places, seededPeople } from './engine-people.ts'
import { factsFor, installRivals, jsonRules, publicodes, zen } from './engine-rivals.ts'
import { machine, round } from './measure.ts'

/** People worked out before anything is measured, so that the loop is compiled. */
const warming = 1_000_000
const asked = { month: month('2026-11'), knownOn: civilDate('2026-11-23') }
const ml = engine.lawIn(asked.month, asked.knownOn)!
const allowance: readonly Benefit[] = ['monthly_allowance']

say(
  `${machine()}; load ${loadavg()
    .map((load) => round(load))
    .join(' ')}`,
)
const parts: Readonly<Record<string, () => Promise<void>>> = {
  async kernel() {
    for (const count of [43_000, 1_000_000, 4_000_000]) {
      const input = monthOf(seededPeople(count))
      await kernelOf('monthly allowance', input, { benefits: allowance })
      await kernelOf('whole law', input, {})
      if (count === 4_000_000) await screened(input)
    }
  },
  threads: () => threads(monthOf(seededPeople(4_000_000))),
  changes: () => withChanges(1_000_000),
  evaluators: () => evaluators(100_000),
  explanations: () => explanations(5_000),
  rivals: () => rivals(10_000),
}
const some = process.argv.slice(2)
for (const [name, part] of Object.entries(parts)) if (some.length === 0 || some.includes(name)) await part()
say(
  `load at the end ${loadavg()
    .map((load) => round(load))
    .join(' ')}`,
)

function monthOf(later: StandingColumns): MonthColumns {
  return { earlier: later, later, awarded: new Uint8Array(later.length).fill(allAwarded) }
}

async function kernelOf(name: string, input: MonthColumns, options: KernelOptions) {
  const output = dueColumns(input.later.length)
  const kernel = compileMonth(ml, places.names, options)
  for (let turn = 0; turn < warming / input.later.length; turn++) kernel.run(input, output)
  const time = await timed(() => kernel.run(input, output), 9)
  say(`kernel, ${name}: ${speed(input.later.length, time)}; ${amountsOf(output)}`)
}

/** A hundred million: the same columns again and again, because what they are read from costs nobody less. */
async function screened(input: MonthColumns) {
  const output = dueColumns(input.later.length)
  const kernel = compileMonth(ml, places.names)
  const passes = Math.round(100_000_000 / input.later.length)
  const time = await timed(() => {
    for (let pass = 0; pass < passes; pass++) kernel.run(input, output)
  }, 1)
  say(`100 M screened, whole law, in ${passes} passes: ${speed(input.later.length * passes, time)}`)
}

async function threads(input: MonthColumns) {
  const { length } = input.later
  const shared = sharedMonth(input)
  const one = dueColumns(length)
  compileMonth(ml, places.names).run(input, one)
  for (const count of [1, 2]) {
    const output = dueColumns(length, { shared: true })
    const workers = Array.from({ length: count }, (_, index) => {
      const [from, to] = [index, index + 1].map((part) => Math.floor((length * part) / count)) as [
        number,
        number,
      ]
      const workerData = { ...asked, territories: places.names, input: shared, output, from, to }
      return new Worker(new URL('./engine-worker.ts', import.meta.url), { workerData })
    })
    const time = await timed(() => Promise.all(workers.map((worker) => answered(worker))), 7)
    await Promise.all(workers.map((worker) => worker.terminate()))
    if (amountsOf(output) !== amountsOf(one)) throw new Error('Threads do not agree')
    say(`${count} worker(s), whole law: ${speed(length, time)}`)
  }
}

function answered(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.postMessage('go')
  })
}

/** A month of payroll: both ends in columns of their own, and for one in thirty something changed between them. */
async function withChanges(count: number) {
  const later = seededPeople(count)
  const facts = later.facts.map((packed, index) => (index % 30 === 0 ? packed ^ 1 : packed))
  const input = { ...monthOf(later), earlier: { ...later, facts } }
  await kernelOf('whole law, one in thirty changed', input, {})
}

/** The same people through the interpreter and through closures, with equal amounts. */
async function evaluators(count: number) {
  const input = monthOf(seededPeople(count))
  const wanted = dueColumns(count)
  compileMonth(ml, places.names).run(input, wanted)

  const closed = dueColumns(count)
  const closures = compileMonth(ml, places.names, { evaluator: 'closures' })
  const byClosures = await timed(() => closures.run(input, closed), 3)
  if (amountsOf(closed) !== amountsOf(wanted)) throw new Error('Closures do not agree')
  say(`closures, whole law: ${speed(count, byClosures)}`)

  const persons = standingsOf(input.later).map((standing) => ({
    ...asked,
    earlier: standing,
    later: standing,
    awarded: 'all' as const,
  }))
  const interpreted = dueColumns(count)
  const byInterpreter = await timed(() => {
    persons.forEach((person, index) => {
      for (const { component, amount } of engine.dueIn(person)) interpreted.amount[component][index] = amount
    })
  }, 1)
  if (amountsOf(interpreted) !== amountsOf(wanted)) throw new Error('The interpreter does not agree')
  say(`interpreter, whole law: ${speed(count, byInterpreter)}`)
}

async function explanations(count: number) {
  const persons = standingsOf(seededPeople(count)).map((standing) => ({
    ...asked,
    earlier: standing,
    later: standing,
    awarded: 'all' as const,
  }))
  const time = await timed(() => persons.forEach((person) => explain(person)), 5)
  say(
    `explanation: ${round((time.processor / count) * 1e6)} µs of processor, ${round((time.clock / count) * 1e6)} µs by the clock`,
  )
}

/** The monthly allowance alone, one person after the other, beside engines others have made. */
async function rivals(count: number) {
  installRivals()
  const input = monthOf(seededPeople(count))
  const output = dueColumns(count)
  // They are asked how people stand at the end of the month, no more.
  const kernel = compileMonth(asAtTheEnd(ml), places.names, { benefits: allowance })
  const many = 200
  const own = await timed(() => {
    for (let turn = 0; turn < many; turn++) kernel.run(input, output)
  }, 5)
  const ownSpeed = (count * many) / own.processor
  const wanted = hashOf([
    output.amount.allowance.map((amount, index) => amount + output.amount.single_parent[index]!),
  ])
  say(`kernel beside rivals, monthly allowance: ${speed(count * many, own)}; ${wanted}`)
  const facts = standingsOf(input.later).map(factsFor(ml))
  for (const make of [zen, jsonRules, publicodes]) {
    const rival = await make(ml)
    const some = make === publicodes ? facts.slice(0, 1_000) : facts
    await rival.evaluate(some.slice(0, 200))
    let amounts = new Int32Array()
    const time = await timed(async () => {
      amounts = await rival.evaluate(some)
    }, 1)
    const expected = output.amount.allowance
      .subarray(0, some.length)
      .map((amount, index) => amount + output.amount.single_parent[index]!)
    if (hashOf([amounts]) !== hashOf([expected])) throw new Error(`${rival.name} does not agree`)
    say(
      `${rival.name}: ${speed(some.length, time)}; ${hashOf([amounts])}; the kernel is ${Math.round(ownSpeed / (some.length / time.processor))} times as fast by processor time`,
    )
  }
}

/** Both ends of the month in one: what the law gives whoever goes on as they are. */
function asAtTheEnd(whole: typeof ml): typeof ml {
  return { ...whole, earlier: whole.later, turn: undefined }
}

function standingsOf(columns: StandingColumns) {
  return Array.from({ length: columns.length }, (_, index) => standingAt(columns, index, places.names)!)
}

function sharedMonth({ later, awarded }: MonthColumns): MonthColumns {
  const share = <Column extends Int32Array | Uint16Array | Uint8Array>(column: Column): Column => {
    const Kind = column.constructor as new (room: SharedArrayBuffer) => Column // The kind of the column it is given.
    const into = new Kind(new SharedArrayBuffer(column.byteLength))
    into.set(column)
    return into
  }
  const { length, ...columns } = later
  const shared = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, share(column)]),
  ) as Omit<StandingColumns, 'length'> // Each column, shared.
  const one = { length, ...shared }
  return { earlier: one, later: one, awarded: share(awarded) }
}

type Time = { readonly clock: number; readonly processor: number }

/** Seconds: the middle one by the clock, the least of processor, for other work only ever adds to it. */
async function timed(work: () => unknown, rounds: number): Promise<Time> {
  const clocks: number[] = []
  const processors: number[] = []
  for (let turn = 0; turn < rounds; turn++) {
    const [started, used] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(used)
    clocks.push((performance.now() - started) / 1000)
    processors.push((user + system) / 1e6)
  }
  const middle = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
  return { clock: middle(clocks), processor: middle(processors) }
}

function speed(count: number, { clock, processor }: Time): string {
  const each = (seconds: number) => {
    const persons = count / seconds
    return persons > 1e6 ? `${round(persons / 1e6, 1)} M/s` : `${round(persons / 1e3, 1)} k/s`
  }
  return `${count} persons, ${each(clock)} by the clock, ${each(processor)} by processor time`
}

function amountsOf(output: DueColumns): string {
  return hashOf(Object.values(output.amount))
}

function hashOf(columns: readonly Int32Array[]): string {
  const hash = createHash('sha256')
  for (const column of columns)
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  return hash.digest('hex').slice(0, 16)
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
