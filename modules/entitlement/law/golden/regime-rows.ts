import { addMonths, month } from '#kernel/civil-date'
import type { CaseInput } from '../../domain/case-file.ts'
import type { Benefit, Component } from '../../domain/determination.ts'
import type { Expected, GoldenCase } from './golden-case.ts'

type Due = Partial<Record<Component, number>>
/** An allowance in đồng, nothing for 0, or amounts by component; `null` where the regime has no such rule to ask. */
type Given = number | Due | null

/** Who, and what a month of each regime gives. */
export type SteadyRow = readonly [
  id: string,
  title: string,
  article: string,
  person: CaseInput,
  given: readonly [r13: Given, r21: Given, r25: Given, r26: Given],
]

/** What happens on a birthday: a right begins, its amount becomes another, or it ends. */
type Turn = 'starts' | 'adjusts' | 'stops'

export type TurningRow = readonly [
  id: string,
  title: string,
  article: string,
  years: number,
  turn: Turn,
  facts: NonNullable<CaseInput['facts']>,
  given: readonly [r13: Pair, r21: Pair, r25: Pair, r26: Pair],
]
type Pair = readonly [before: Given, after: Given] | null

const regimes = ['R13', 'R21', 'R25', 'R26'] as const
/** A month in which each regime speaks, with 270.000, 360.000, 500.000 and 540.000 đ. */
const months = ['2019-05', '2023-05', '2025-12', '2026-12'] as const
/** The 20th of these is the birthday of whoever turns an age. */
const birthdays = ['2019-05', '2023-05', '2025-10', '2026-12'] as const

/** One person in a month of each regime. */
export function steady(awarded: readonly Benefit[], rows: readonly SteadyRow[]): GoldenCase[] {
  return rows.map(([id, title, article, person, given]) => ({
    id,
    title,
    article,
    person: { ...person, awarded: [...awarded] },
    expected: given.flatMap((due, index) => expectedIn(months[index]!, due)),
  }))
}

/**
 * Somebody for each regime who reaches the age on the 20th, in the last month before anything is another and in the first
 * after: a right starts with the month, an amount changes with the month or (R25) the month after, a right stops the month
 * after.
 */
export function turning(awarded: readonly Benefit[], rows: readonly TurningRow[]): GoldenCase[] {
  return rows.flatMap(([id, title, article, years, turn, facts, given]) =>
    given.flatMap((pair, index) => {
      if (!pair) return []
      const birthday = month(birthdays[index]!)
      const isLate = turn === 'stops' || (turn === 'adjusts' && regimes[index] === 'R25')
      const after = isLate ? addMonths(birthday, 1) : birthday
      const born = `${Number(birthday.slice(0, 4)) - years}${birthday.slice(4)}-20`
      return {
        id: `${id}-${regimes[index]}`,
        title: `${title}, ${regimes[index]}`,
        article,
        person: { born, facts, awarded: [...awarded] },
        expected: [...expectedIn(addMonths(after, -1), pair[0]), ...expectedIn(after, pair[1])],
      }
    }),
  )
}

function expectedIn(month: string, given: Given): Expected[] {
  if (given === null) return []
  return [{ month, due: typeof given === 'object' ? given : given === 0 ? {} : { allowance: given } }]
}
