import { monthNumber } from './months.ts'
import type { Place } from './places.ts'
import type { Household, Person } from './register.ts'
import type { Group } from './targets.ts'

/** Everybody is as they stood at the end of November 2022, when the run of December was made. */
export const start = monthNumber('2022-11')

/** A person of a group, and what later months need to know of them. */
export type Member = {
  readonly person: Person
  readonly place: Place
  readonly group: Exclude<Group, 'care'>
  readonly household: Household | null
  readonly children: readonly Person[]
  poverty: 'poor' | 'near_poor' | null
}
