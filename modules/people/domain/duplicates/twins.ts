import type { Part } from '../matching/score.ts'

/**
 * Two born on one day into one family of one commune under different given names are brothers or sisters («sinh đôi»): that
 * is what all agrees that twins have in common, and the given name is all they differ by.
 */
export function areTwins(parts: readonly Pick<Part, 'comparison' | 'level'>[]): boolean {
  const levelOf = (wanted: string) => parts.find(({ comparison }) => comparison === wanted)?.level
  return (
    levelOf('name.given') === 'different' &&
    levelOf('born') === 'same' &&
    ['same', 'successor'].includes(levelOf('commune') ?? '')
  )
}
