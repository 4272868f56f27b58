import type { CivilDate } from '#kernel/civil-date'
import type { Area, AreaChange } from '../area.ts'
import type { ReformFinding } from './reform-row.ts'

/** One of the ways out of a unit, with the villages that go it where the unit is divided. */
export type ReformChange = AreaChange & { readonly villages: readonly string[] | null }

/** Everything that happens to units on one day: what ends, what begins, what becomes what. */
export type ReformStep = {
  readonly on: CivilDate
  readonly rows: readonly number[]
  /** Units that end; their successors are in the changes. */
  readonly closes: readonly number[]
  readonly opens: readonly Area[]
  readonly changes: readonly ReformChange[]
}

export type ReformPlan = {
  readonly steps: readonly ReformStep[]
  /** What was found in each line. */
  readonly findings: ReadonlyMap<number, readonly ReformFinding[]>
}

/** What else is known of a unit: its villages, and how many live in each; under null those without one. */
export type ResidentsOf = (area: Area) => ReadonlyMap<string | null, number>

export type Surroundings = {
  readonly residentsOf: ResidentsOf
  /** What a unit may not be changed for on a day, such as a payment list that was already drawn up for it. */
  readonly hindrance: (area: Area, on: CivilDate) => ReformFinding | undefined
  /** What becomes of a unit above the communes by a day. */
  readonly becameOn: (areaId: number, on: CivilDate) => number
}
