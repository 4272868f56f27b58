import type { StagedPerson } from './staged-person.ts'

/**
 * How many people of one commune may share a full day of birth before somebody has to look. In the largest lists there are,
 * 3,000 old people of a ward born within twenty years, two days in three have nobody and six on one day are met in one list of
 * thirty by chance; in a usual one, of some hundreds, never. Twins, and the three and four born together, stay below.
 */
const mostByChance = 5

type Listed = Pick<StagedPerson, 'born' | 'bornPrecision' | 'areaId'>

/**
 * How many of a list share the day of birth and the commune of each, where that is more than chance gives: a column filled
 * downwards, or a day put for want of one. Only the first of January is left alone: papers say it of whoever knows their year
 * alone.
 */
export function sharedBirths<Person extends Listed>(people: readonly Person[]): Map<Person, number> {
  const days = people.filter(({ born, bornPrecision }) => bornPrecision === 'day' && !born.endsWith('-01-01'))
  const groups = [...Map.groupBy(days, ({ born, areaId }) => `${born} ${areaId}`).values()]
  return new Map(
    groups
      .filter(({ length }) => length > mostByChance)
      .flatMap((group) => group.map((person) => [person, group.length] as const)),
  )
}
