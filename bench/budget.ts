import { Client } from 'pg'
import { addMonths, month, monthsThrough } from '#kernel/civil-date'
import { engine, readRegisterMonth, territoriesOf } from '#modules/entitlement'
import { readConfiguration } from '#platform/server/configuration'
import { findPostgres } from '#platform/server/postgres'
import { lifeTable2019 } from '../modules/budget/domain/life-table.ts'
import { openLines } from '../modules/budget/domain/lines.ts'
import { placeOfProgramme, monthlyProgrammes } from '../modules/budget/domain/programme-of-line.ts'
import { project, type KnownPeople } from '../modules/budget/domain/projection.ts'
import { spreadOf } from '../modules/budget/domain/spread.ts'
import { trendOf, type Observed } from '../modules/budget/domain/trend.ts'
import { figuresOf } from '../modules/budget/domain/year.ts'
import { machine, round } from './measure.ts'

/**
 * How long the parts of an estimate take on the province of the demonstration: reading the register of a month, a month to
 * come, the figures of a year, its range. `ANSINH_HOME=… node bench/budget.ts [month]`.
 */
const base = month(process.argv[2] ?? '2026-11')
const seenMonths = 12
const postgres = await findPostgres(readConfiguration().database)
const client = new Client({ connectionString: postgres.programUrl })
await client.connect()
await client.query(`select set_config('ansinh.area', '0', false)`)
const lines = openLines()
const ways = {
  lines,
  lawOf: (one: typeof base) => engine.lawIn(one, `${base}-28` as never)!, // Known by the end of that month.
  lifeTable: lifeTable2019,
  mortalityPercent: 100,
  takeUpPercent: 100,
}
const told = [machine()]
const timed = async <Found>(name: string, work: () => Found | Promise<Found>): Promise<Found> => {
  const started = performance.now()
  const found = await work()
  told.push(`${name}: ${round(performance.now() - started, 0)} ms`)
  return found
}

const units = new Map<number, number>()
const observed: Observed[] = []
let known: KnownPeople | undefined
let expected: Observed['expected'] | undefined
for (const at of monthsThrough(addMonths(base, -seenMonths), base)) {
  const territories = territoriesOf()
  const { columns, areaId } = await timed(`register of ${at}`, () =>
    readRegisterMonth(client, { month: at, territories }),
  )
  const area = Int32Array.from(areaId, (id) => {
    if (!units.has(id)) units.set(id, units.size)
    return units.get(id)!
  })
  known = { month: at, columns, territories: territories.names, area, areas: 400 }
  const projection = project(known, ways)
  const now = projection.now()
  if (expected) observed.push({ month: at, now, expected, isLawTurn: false })
  expected = projection.in(addMonths(at, 1))
}
const projection = project(known!, ways) // There was a month at least.
const months = await timed('twelve months to come', () =>
  Array.from({ length: 12 }, (_, place) => ({
    month: addMonths(base, place + 1),
    cells: projection.in(addMonths(base, place + 1)),
    monthsAhead: place + 1,
  })),
)
const trend = await timed('trend', () => trendOf(observed, projection.now()))
const figures = await timed('figures', () => figuresOf(months, lines.all, { trend, trendPercent: 100 }))
await timed('range', () =>
  spreadOf(months, trend, {
    programmes: monthlyProgrammes.length,
    programmeOfLine: lines.all.map(placeOfProgramme),
    percent: 100,
    interval: 80,
    seed: 1,
  }),
)
told.push(`${known!.columns.later.length} people, ${units.size} units, ${figures.length} figures`)
process.stdout.write(`${told.join('\n')}\n`)
await client.end()
postgres.release()
