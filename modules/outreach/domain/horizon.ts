import { addMonths, monthsThrough, type CivilDate, type Month } from '#kernel/civil-date'
import type { MonthLaw } from '#modules/entitlement'
import { agesOfRules, type Ages } from './ages.ts'
import type { IsListed } from './yearly-lists.ts'

/** How many months after the present one are looked at. */
export const monthsAhead = 12

export type LawIn = (month: Month, knownOn: CivilDate) => MonthLaw | undefined

/** Everything about the months to come that is the same for everybody, worked out once. */
export type Horizon = {
  readonly month: Month
  readonly through: Month
  readonly knownOn: CivilDate
  readonly lawOf: (month: Month) => MonthLaw | undefined
  readonly ages: Ages
  /** Months of the window after the present one in which the law is another than in the month before. */
  readonly lawTurns: readonly Month[]
  /** The month before the present one, the present one, and those after it. */
  readonly months: readonly Month[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly years: readonly number[]
  readonly isListed: IsListed
}

export function openHorizon(
  lawIn: LawIn,
  { month, knownOn, isListed }: Pick<Horizon, 'month' | 'knownOn' | 'isListed'>,
): Horizon {
  const laws = new Map<Month, MonthLaw | undefined>()
  const lawOf = (one: Month) => {
    if (!laws.has(one)) laws.set(one, lawIn(one, knownOn))
    return laws.get(one)
  }
  const through = addMonths(month, monthsAhead)
  const months = monthsThrough(addMonths(month, -1), through)
  const rules = lawOf(through)?.regime.rules
  return {
    month,
    through,
    knownOn,
    lawOf,
    months,
    isListed,
    ages: rules ? agesOfRules(rules) : { own: [], children: [] },
    lawTurns: months.filter((one) => one > month && differs(lawOf(addMonths(one, -1)), lawOf(one))),
    placeOf: new Map(months.map((one, place) => [one, place])),
    years: [...new Set([month, through].map((one) => Number(one.slice(0, 4))))],
  }
}

function differs(one: MonthLaw | undefined, other: MonthLaw | undefined): boolean {
  return JSON.stringify(mattersOf(one)) !== JSON.stringify(mattersOf(other))
}

function mattersOf(law: MonthLaw | undefined) {
  if (!law) return undefined
  const { version, procedure, smallPension, meritoriousOverlap, base, regime } = law
  const territories = new Set(regime.rules.parameters.standard.map(({ territory }) => territory))
  return {
    version,
    procedure: procedure.id,
    smallPension,
    meritoriousOverlap,
    socialPension: base('social_pension', 'central'),
    standards: [...territories].map((territory) => base('standard', territory)),
  }
}
