import { bareName, foldName } from '#modules/geography/engine'

/** A commune of today or of before, as somebody may name it. */
export type Place = {
  readonly id: number
  /** The name on papers, and where it lies. */
  readonly name: string
  readonly within: string
  /** What it is today, where it is that no more. */
  readonly now?: string
  readonly territory: string
  /** Whether all of it is on the list of extreme difficulty, or villages of it; `unknown` where there is no list. */
  readonly difficult: 'yes' | 'no' | 'some' | 'unknown'
  readonly villages?: readonly string[]
}

/** Places whose name begins with the words, today’s before former ones; marks and the word for the kind may be left out. */
export function findPlaces(places: readonly Place[], text: string, limit = 6): readonly Place[] {
  const words = foldName(text)
  const bare = bareName(text)
  if (bare.length < 2) return []
  const ranked = places.flatMap((place) => {
    const rank = rankOf(place.name, words, bare)
    return rank === undefined ? [] : [{ place, rank: rank + (place.now ? 0.5 : 0) }]
  })
  return ranked
    .toSorted((one, other) => one.rank - other.rank || (one.place.name < other.place.name ? -1 : 1))
    .slice(0, limit)
    .map(({ place }) => place)
}

function rankOf(name: string, words: string, bare: string): number | undefined {
  const own = bareName(name)
  if (own === bare) return 0
  if (own.startsWith(bare)) return 1
  if (` ${own}`.includes(` ${bare}`) || foldName(name).includes(words)) return 2
  return undefined
}

/** The answer a place gives: its name, its number, whose standard holds there, and whether it is an area of difficulty. */
export function answerOf(place: Place): readonly string[] {
  return [place.now ?? place.name, String(place.id), place.territory, place.difficult]
}

/** Whether a village is on the list of its commune, as far as anybody can say. */
export function whetherDifficult(place: Place | undefined, village: string): 'yes' | 'no' | 'unknown' {
  if (!place || place.difficult === 'unknown') return 'unknown'
  if (place.difficult !== 'some') return place.difficult
  return place.villages?.some((one) => villageName(one) === villageName(village)) ? 'yes' : 'no'
}

/** People say «Bến» of what the list calls «Thôn Bến». */
function villageName(name: string): string {
  return foldName(name).replace(/^(thon|ban|buon|xom|lang|khu|to dan pho) /, '')
}
