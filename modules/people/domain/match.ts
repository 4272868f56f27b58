import type { CivilDate } from '#kernel/civil-date'
import type { MatchReason } from '../contract.ts'
import { personKeys } from './name.ts'
import type { SearchQuery } from './search-query.ts'

export type Candidate = {
  readonly nameKey: string
  readonly plainKey: string
  readonly sortKey: string
  readonly born: CivilDate
  readonly homeAreaId: number
  readonly numberMatch: 'number' | 'number_end' | 'number_start' | 'old_number' | 'phone' | undefined
}

export type Match = { readonly reasons: readonly MatchReason[]; readonly distance: number }

/** Says of people why each is found, and how far they are from what was asked: the smaller the closer. */
export function matcherOf(
  { words, birth }: Pick<SearchQuery, 'words' | 'birth'>,
  areaIds: ReadonlySet<number> | undefined,
): (person: Candidate) => Match {
  const distanceOf = nameDistances(words)
  return (person) => {
    const reasons: MatchReason[] = []
    let distance = 0
    if (person.numberMatch) reasons.push(person.numberMatch)
    if (words.length > 0) {
      const name = distanceOf(person)
      reasons.push(name < 10 ? 'name' : 'near_name')
      distance += name
    }
    if (birth) {
      const year = Number(birth.born.slice(0, 4)) - Number(person.born.slice(0, 4))
      if (birth.bornPrecision === 'day' && birth.born === person.born) reasons.push('birth_date')
      else if (year === 0) reasons.push('birth_year')
      else reasons.push('near_birth_year')
      const isAsExact = birth.born === person.born || birth.bornPrecision !== 'day'
      distance += year !== 0 ? 20 : isAsExact ? 0 : 1
    }
    if (areaIds?.has(person.homeAreaId)) reasons.push('area')
    else if (areaIds) distance += 15
    return { reasons, distance }
  }
}

/** 0 the very name; below 10 nothing typed differs; from 10 on a mark was lost or a word is only begun. */
function nameDistances(words: readonly string[]): (person: Candidate) => number {
  const asked = personKeys(words.join(' '))
  const typed = asked.nameKey.split(' ')
  const bare = asked.plainKey.trim().split(' ')
  return ({ nameKey, plainKey }) => {
    if (nameKey === asked.nameKey) return 0
    const marked = nameKey.split(' ')
    const plain = plainKey.trim().split(' ')
    // A word typed without marks says nothing of the marks; one typed with them does.
    const differs = typed.filter(
      (word, index) => !marked.includes(word) && (word !== bare[index] || !plain.includes(word)),
    )
    const isWhole = plainKey === asked.plainKey
    if (differs.length === 0) return isWhole ? 1 : 2 + Math.abs(plain.length - words.length)
    return 10 + differs.length + (isWhole ? 0 : 3)
  }
}

/** Closest first, then by given name as a register sorts. */
export function byCloseness<
  Row extends { readonly match: Match; readonly sortKey: string; readonly born: string },
>(one: Row, other: Row): number {
  if (one.match.distance !== other.match.distance) return one.match.distance - other.match.distance
  if (one.sortKey !== other.sortKey) return one.sortKey < other.sortKey ? -1 : 1
  return one.born < other.born ? -1 : one.born > other.born ? 1 : 0
}
