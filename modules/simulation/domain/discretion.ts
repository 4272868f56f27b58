import { isConfidentialRule } from '#modules/entitlement'
import { counters, type Counter, type Counts } from './tally.ts'
import type { Change } from './scenario.ts'

/** Fewer people than this in a group, a commune or any other part could be recognised. */
export const fewest = 5

/** A row of which some counts are not told. */
export type DiscreetCounts = Readonly<Record<Counter, number | null>>

const movements = ['gained', 'lost', 'raised', 'lowered', 'fresh'] as const
const tellTale = ['peopleAfter', 'after', ...movements, 'switched', 'freshAmount'] as const

/**
 * Leaves out of the parts of a whole what would tell of fewer than five people: a small part as a whole, what changes where
 * few are touched, and single small counts, with what they could be worked out from. The total gives away the sum of the
 * cells left out: until that sum leaves each of them room, the next smallest goes too.
 */
export function discreet(rows: readonly Counts[]): DiscreetCounts[] {
  const told: DiscreetCounts[] = rows.map((row) => {
    const hidden: Partial<Record<Counter, null>> = {}
    const hide = (...names: readonly Counter[]) => {
      for (const name of names) hidden[name] = null
    }
    if (isFew(row.peopleBefore) || isFew(row.peopleAfter)) hide(...counters)
    if (isFew(touchedIn(row))) hide(...tellTale)
    for (const name of [...movements, 'switched'] as const) if (isFew(row[name])) hide(name)
    if ('fresh' in hidden) hide('freshAmount')
    return { ...row, ...hidden }
  })
  const left = () => told.reduce((sum, row) => sum + counters.filter((name) => row[name] !== null).length, 0)
  // What is left out of a column may be worked out along its row, and the other way round.
  for (let before = Infinity; left() < before;) {
    before = left()
    told.forEach((row, place) => (told[place] = withoutSums(row)))
    for (const name of counters) suppress(name, told, rows)
  }
  return told
}

/** People after are those before, with the gained and without the lost: one of these left out alone would follow. */
function withoutSums(row: DiscreetCounts): DiscreetCounts {
  if (row.gained === null || row.lost === null) return { ...row, peopleAfter: null, after: null }
  if ((row.peopleBefore === null) === (row.peopleAfter === null)) return row
  return row.peopleAfter === null ? { ...row, gained: null } : { ...row, peopleAfter: null, after: null }
}

/** Leaves out the next smallest cells of a column until who knows the total cannot tell the others from it. */
function suppress(name: Counter, told: DiscreetCounts[], rows: readonly Counts[]) {
  const isHidden = (place: number) => told[place]![name] === null
  const places = [...rows.keys()].toSorted((one, other) => rows[one]![name] - rows[other]![name])
  const first = places.filter(isHidden)
  let [hidden, sum] = [first.length, first.reduce((total, place) => total + rows[place]![name], 0)]
  if (sum === 0) return
  for (const place of places) {
    if (hidden > 1 && sum >= hidden + fewest) return
    if (isHidden(place) || rows[place]![name] === 0) continue
    told[place] = { ...told[place]!, [name]: null }
    hidden++
    sum += rows[place]![name]
  }
}

/** Nothing of what changes is told by commune. */
export function undisclosed(rows: readonly Counts[]): DiscreetCounts[] {
  const hidden = Object.fromEntries(tellTale.map((name) => [name, null])) as Record<
    (typeof tellTale)[number],
    null
  > // Every name.
  return discreet(rows).map((row) => ({ ...row, ...hidden }))
}

const touchedIn = (row: Counts) => movements.reduce((sum, name) => sum + row[name], 0)
const isFew = (people: number) => people > 0 && people < fewest

/** Whether what a change does to a commune would tell how many live there with a diagnosis. */
export function tellsOfDiagnosis(changes: readonly Change[]): boolean {
  return changes.some((change) => {
    const about = 'group' in change ? change.group : 'rule' in change ? change.rule : ''
    return isConfidentialRule(about)
  })
}
