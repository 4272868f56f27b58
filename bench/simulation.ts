import { loadavg } from 'node:os'
import { addDays, civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import {
  compileMonth,
  engineFor,
  law,
  packAwarded,
  packChildFacts,
  packDay,
  packFacts,
  plainStanding,
  territoriesOf,
  buildColumns,
  type Benefit,
  type Standing,
} from '#modules/entitlement'
import { readConfiguration } from '#platform/server/configuration'
import { findPostgres } from '#platform/server/postgres'
import { Client } from 'pg'
import { baselineOf } from '../modules/simulation/domain/baseline.ts'
import { reckon } from '../modules/simulation/domain/reckon.ts'
import { reformOf } from '../modules/simulation/domain/reform.ts'
import type { Register } from '../modules/simulation/domain/register.ts'
import { Scenario } from '../modules/simulation/contract.ts'
import { readRegister } from '../modules/simulation/server/read-register.ts'
import { machine, round, spreadOf } from './measure.ts'

/**
 * How long a structural reform takes, from the law to the sums, once the register is in memory: over the province of the
 * demonstration, and over so many synthetic persons. `node bench/simulation.ts [persons] [turns]`.
 */
const [persons = 4_000_000, turns = 5] = process.argv.slice(2).map(Number)
const today = civilDate('2026-11-23')
const base = month('2026-10')
const reform = Scenario.parse({
  month: base,
  areaId: 0,
  from: '2027-01',
  changes: [
    { kind: 'standard', value: dong(600_000) },
    { kind: 'age', group: 'SP-A', whose: 'person', from: 75 * 12, to: 72 * 12 },
    { kind: 'poverty', group: 'MSA-5A', to: 'poor_or_near_poor' },
    { kind: 'coefficient', rule: 'MSA-6-3', value: 20 },
  ],
})

const lines = [
  `${machine()}, load ${loadavg()
    .map((load) => round(load))
    .join(', ')}`,
]

const postgres = await findPostgres(readConfiguration().database)
const client = new Client({ connectionString: postgres.programUrl })
await client.connect()
await client.query(`select set_config('ansinh.area', '0', false)`)
const started = performance.now()
const province = await readRegister(client, { month: base })
lines.push(`register of the province read in ${round(performance.now() - started, 0)} ms`)
await client.end()
postgres.release()
measure('province', province)
measure('synthetic', synthetic(persons))
process.stdout.write(`${lines.join('\n')}\n`)

function measure(name: string, register: Register) {
  const planned = reformOf(law, reform, today)
  if (!planned.isSound) throw new Error(JSON.stringify(planned.refusals))
  const before = kernelOf(law, register)
  const baselineStarted = performance.now()
  const baseline = drain(baselineOf(register, before))
  const baselineTook = performance.now() - baselineStarted
  const isInArea = register.areas.map(() => true)
  let found = ''
  const durations: number[] = []
  const computing: number[] = []
  for (let turn = 0; turn < turns + 1; turn++) {
    const from = performance.now()
    const worked = process.cpuUsage()
    const again = reformOf(law, reform, today)
    if (!again.isSound) throw new Error('It was sound a moment ago')
    const reckoning = drain(
      reckon({
        register,
        isInArea,
        before: kernelOf(law, register),
        baseline,
        after: kernelOf(again.law, register),
      }),
    )
    // The first turn compiles what the others run.
    if (turn > 0) {
      durations.push(performance.now() - from)
      const { user, system } = process.cpuUsage(worked)
      computing.push((user + system) / 1000)
    }
    found = `${reckoning.all.raised} raised, ${reckoning.all.fresh} newly eligible, ${reckoning.all.after - reckoning.all.before} đ`
  }
  const { p50, max } = spreadOf(durations)
  const processor = spreadOf(computing).p50
  lines.push(
    `${name}: ${register.length} persons, baseline ${round(baselineTook, 0)} ms once, reform ${round(p50, 0)} ms (max ${round(max, 0)}), of the processor ${round(processor, 0)} ms, ${round(register.length / processor / 1000, 1)} M persons/s; ${found}`,
  )
}

function kernelOf(one: typeof law, register: Register) {
  const ml = engineFor(one).lawIn(base, today)
  if (!ml) throw new Error('There is no law for the month')
  return compileMonth(ml, register.territories)
}

function drain<Found>(work: Generator<void, Found>): Found {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Persons of all kinds, the same every time: one in twelve has an award, one in forty stood otherwise a month ago. */
function synthetic(length: number): Register {
  const territories = territoriesOf(['central', 'vinh-phuc'])
  const [earlier, later] = [buildColumns(territories, length), buildColumns(territories, length)]
  const random = randomFrom(2239)
  const awarded = new Uint8Array(length)
  const area = new Uint16Array(length)
  // Two in five are married, to their neighbour in the register.
  const spouse = Int32Array.from({ length }, (_, index) =>
    index % 5 < 2 && index - (index % 5) + 1 < length ? index + (index % 5 === 0 ? 1 : -1) : -1,
  )
  for (let index = 0; index < length; index++) {
    const standing = somebody(random)
    add(later, standing)
    add(earlier, random() < 0.025 ? { ...standing, household: 'other' } : standing)
    area[index] = Math.floor(random() * 3_321)
    const benefits = new Set<Benefit>()
    if (random() < 0.083) benefits.add(random() < 0.5 ? 'monthly_allowance' : 'social_pension')
    if (random() < 0.003) benefits.add('care_support')
    awarded[index] = packAwarded(benefits)
  }
  return {
    length,
    columns: { earlier: earlier.columns(), later: later.columns(), awarded },
    territories: territories.names,
    area,
    areas: Array.from({ length: 3_321 }, (_, id) => id),
    spouse,
  }

  function add(columns: typeof later, standing: Standing) {
    columns.addPacked({
      born: packDay(standing.born),
      facts: packFacts(standing),
      territory: territories.indexOf(standing.territory),
      pension: standing.pension,
      socialInsurance: standing.socialInsurance,
      meritorious: standing.meritorious,
    })
    for (const child of standing.children) columns.addChild(packDay(child.born), packChildFacts(child))
  }
}

function somebody(random: () => number): Standing {
  const one = <Value>(values: readonly Value[], share: number, otherwise: Value) =>
    random() < share ? values[Math.floor(random() * values.length)]! : otherwise
  return {
    ...plainStanding,
    born: addDays(civilDate('1930-01-01'), Math.floor(random() * 96 * 365)),
    sex: random() < 0.5 ? 'female' : 'male',
    territory: random() < 0.02 ? 'vinh-phuc' : 'central',
    household: one(['poor', 'near_poor'] as const, 0.1, 'other'),
    disability: one(['severe', 'exceptionally_severe', 'mild'] as const, 0.03, 'none'),
    singleParent: one(['never_married', 'spouse_dead'] as const, 0.02, 'no'),
    obligor: one(['none', 'on_allowance'] as const, 0.02, 'present'),
    inDifficultArea: random() < 0.05,
    pension: dong(random() < 0.1 ? Math.floor(random() * 6_000_000) : 0),
    care: one(['own_household', 'taken_in'] as const, 0.01, 'none'),
    children: random() < 0.1 ? [{ born: civilDate('2018-05-01'), isStudying: true, continued: false }] : [],
  }
}

/** Mulberry32: the same persons every time. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
