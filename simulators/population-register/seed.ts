import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Resident, Store } from './store.ts'

const columns = [
  'number',
  'former_number',
  'full_name',
  'sex',
  'born',
  'born_precision',
  'died_on',
  'area',
  'village',
  'address',
  'household',
] as const
type Column = (typeof columns)[number]

const atOnce = 10_000

/** Takes people in from a CSV as `ansinh population export` writes it; says how many it holds then. */
export async function seed(store: Store, path: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })
  let places: ReadonlyMap<Column, number> | undefined
  let waiting: Resident[] = []
  const flush = () => {
    store.atOnce(() => waiting.forEach(store.keep))
    waiting = []
  }
  for await (const line of lines) {
    const cells = cellsOf(line)
    if (!places) {
      places = readHead(cells)
      continue
    }
    waiting.push(residentOf(cells, places))
    if (waiting.length === atOnce) flush()
  }
  flush()
  return store.count()
}

function readHead(cells: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map(columns.map((column) => [column, cells.indexOf(column)] as const))
  for (const [column, at] of places) if (at < 0) throw new TypeError(`The file has no column ${column}`)
  return places
}

function residentOf(cells: readonly string[], places: ReadonlyMap<Column, number>): Resident {
  const text = (column: Column) => cells[places.get(column)!] ?? ''
  const orNull = (column: Column) => text(column) || null
  return {
    number: text('number') || numberFor(text('born'), text('sex'), text('former_number')),
    formerNumber: orNull('former_number'),
    fullName: text('full_name'),
    sex: text('sex') === 'male' ? 'male' : 'female',
    born: text('born'),
    bornPrecision:
      text('born_precision') === 'year' ? 'year' : text('born_precision') === 'month' ? 'month' : 'day',
    diedOn: orNull('died_on'),
    area: text('area'),
    village: orNull('village'),
    address: orNull('address'),
    household: orNull('household'),
    spouse: null,
  }
}

/** Whoever is known by an old number of nine digits only has one of twelve here, as everybody has. */
function numberFor(born: string, sex: string, former: string): string {
  const century = (born >= '2000' ? 2 : 0) + (sex === 'female' ? 1 : 0)
  return `026${century}${born.slice(2, 4)}${former.slice(-6).padStart(6, '9')}`
}

/** One line of CSV; a cell with commas or quotes stands in quotes, and none holds a line end. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  )
}
