import type { CivilDate } from '#kernel/civil-date'
import { intersection, overlaps, without, type Period } from '#kernel/period'
import { contradict, type Tie } from './contradictions.ts'

/** A tie whose days are others than one of two records had it, once they are one. */
export type JoinedTie = Pick<Tie, 'kind' | 'side' | 'otherId'> & {
  /** Both records told of it, each of other days; or a guardianship was told of days in which the other record says the contrary. */
  readonly how: 'longer' | 'shorter'
  /** What was told: by both, or by the record that is merged away. */
  readonly told: readonly Period[]
  /** What stands of it. */
  readonly now: readonly Period[]
}

export type TiesOfOne<Of extends Tie> = {
  /** Those of the kept record, some of them longer than it had them. */
  readonly standing: readonly Of[]
  /** Those that only the merged record tells of. */
  readonly fresh: readonly Of[]
  readonly joined: readonly JoinedTie[]
}

/**
 * Puts the ties of two records that are one person together. What both tell of overlapping days is one tie of all of them; an end or a
 * beginning the kept record knows, and the other does not, is believed. Of days gone by in which one record has somebody as a guardian
 * and the other as a ward only one can be true, and nobody can correct it any more: the kept one is believed for them. What reaches
 * today and cannot be is left for whoever judges it.
 */
export function tiesOfOne<Of extends Tie>(
  held: readonly Of[],
  told: readonly Of[],
  today: CivilDate,
): TiesOfOne<Of> {
  let standing = held
  const joined: JoinedTie[] = []
  const alone: Of[] = []
  for (const tie of told) {
    const same = standing.filter((one) => saysTheSame(one, tie))
    const [first] = same
    if (!first) {
      alone.push(tie)
      continue
    }
    const whole = { ...first, during: same.reduce((during, one) => span(one.during, during), tie.during) }
    const others = standing.filter((one) => !same.includes(one))
    if (same.some(({ during }) => isSame(during, whole.during))) continue
    if (others.some((one) => contradict(one, whole))) continue
    standing = [...others, whole]
    joined.push(said('longer', whole, [...same.map(({ during }) => during), tie.during], [whole.during]))
  }
  const fresh = alone.flatMap((tie) => {
    const taken = standing.filter((one) => isPastContrary(one, tie, today))
    if (taken.length === 0) return [tie]
    const now = taken.reduce(
      (left, one) => left.flatMap((during) => without(during, one.during)),
      [tie.during],
    )
    joined.push(said('shorter', tie, [tie.during], now))
    return now.map((during) => ({ ...tie, during }))
  })
  return { standing, fresh, joined }
}

function said(
  how: JoinedTie['how'],
  { kind, side, otherId }: Tie,
  told: readonly Period[],
  now: readonly Period[],
): JoinedTie {
  return { how, kind, side, otherId, told, now }
}

function saysTheSame(one: Tie, other: Tie): boolean {
  const isMutual = one.kind === 'spouse_of' || one.kind === 'related_to'
  return (
    one.kind === other.kind &&
    one.otherId === other.otherId &&
    (isMutual || one.side === other.side) &&
    overlaps(one.during, other.during)
  )
}

/** A guardian of days gone by who was a ward then. */
function isPastContrary(one: Tie, other: Tie, today: CivilDate): boolean {
  if (one.kind !== 'guardian_of' || other.kind !== 'guardian_of' || one.side === other.side) return false
  const both = intersection(one.during, other.during)
  return both !== undefined && both.until !== null && both.until <= today
}

/** All days of both, within what the first one knows. */
function span(known: Period, told: Period): Period {
  const from = known.from !== null && told.from !== null && told.from < known.from ? told.from : known.from
  const until =
    known.until !== null && told.until !== null && told.until > known.until ? told.until : known.until
  return { from, until }
}

const isSame = (one: Period, other: Period) => one.from === other.from && one.until === other.until
