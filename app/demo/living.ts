import type { Setting } from './maker.ts'
import type { Member } from './member.ts'
import type { momentOn } from './months.ts'
import type { Place } from './places.ts'
import type { Person } from './register.ts'

/** The province going through its months. */
export type Life = Setting & {
  readonly members: Member[]
  readonly all: readonly Place[]
  /** How large the province is beside the real one. */
  readonly scale: number
  /** The last month in which anything is recorded. */
  readonly last: number
}

export function hasOpenAward(person: Person): boolean {
  return person.awards.some(({ lastMonth }) => lastMonth === null)
}

/** How many months a paper is late: mostly none, now and then up to four. */
export function lateness(life: Life): number {
  return life.random.chance(0.06) ? life.random.between(1, 4) : 0
}

/** The end of a working day, when what was signed is entered; facts come in the morning or at noon. */
export function laterOn(day: string, random: Setting['random']) {
  const minutes = String(random.between(10, 59))
  return `${day}T09:${minutes}:30Z` as ReturnType<typeof momentOn>
}
