import { isConfidentialRule } from '#modules/entitlement'
import { counters, type Counter, type Counts } from './tally.ts'
import type { Change } from './scenario.ts'

/** Fewer people than this in a commune could be recognised. */
const fewest = 5

/** A row of which some counts are not told. */
export type DiscreetCounts = Readonly<Record<Counter, number | null>>

const movements = ['gained', 'lost', 'raised', 'lowered', 'fresh'] as const
const tellTale = ['peopleAfter', 'after', ...movements, 'switched', 'freshAmount'] as const

/**
 * Leaves out of rows by commune what would tell of fewer than five people: a small commune as a whole, what changes where
 * few are touched, and single small counts. Where one cell alone is left out, the total would give it away; then the next
 * smallest goes too.
 */
export function discreet(rows: readonly Counts[]): DiscreetCounts[] {
  const told = rows.map((row) => {
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
  for (const name of counters) {
    if (told.filter((row) => row[name] === null).length !== 1) continue
    const next = told
      .map((row, place) => ({ place, value: row[name] }))
      .filter(({ value }) => value !== null && value > 0)
      .toSorted((one, other) => one.value! - other.value!)[0]
    if (next) told[next.place] = { ...told[next.place]!, [name]: null }
  }
  return told
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
