import {
  ageOn,
  lastDayOf,
  monthOf,
  type BirthPrecision,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import { knownTerritories } from '../law/territories.ts'
import type { RefusalCode } from './refusal.ts'
import type { Standing } from './standing.ts'

type Facts = Partial<Omit<Standing, 'children' | 'born' | 'bornPrecision'>> & {
  readonly children?: readonly { readonly born: CivilDate }[] | undefined
}

/** As much of a member of a household as what is told of the others may contradict. */
type Told = {
  readonly key: string
  readonly born: { readonly born: CivilDate; readonly bornPrecision: BirthPrecision }
  readonly diedOn?: CivilDate | undefined
  readonly facts: { readonly [Fact in keyof Facts]: Facts[Fact] | undefined }
  readonly changes: readonly ({ readonly from: CivilDate } & {
    readonly [Fact in keyof Facts]: Facts[Fact] | undefined
  })[]
  readonly childOf: readonly string[]
  readonly spouseOf?: string | undefined
}

/** Where something cannot be, within what is told of a member. */
export type Contradiction = {
  readonly code: RefusalCode
  readonly path: readonly (string | number)[]
  readonly told?: string
}

/** What is told of a member at first and later, each with its place in the file. */
function tellings({ facts, changes }: Told) {
  return [
    { facts, from: undefined, path: ['facts'] as (string | number)[] },
    ...changes.map((one, index) => ({
      facts: one,
      from: one.from,
      path: ['changes', index] as (string | number)[],
    })),
  ]
}

/** What is told of one member and cannot be beside what is told of the others. */
export function contradictionsOf(member: Told, members: readonly Told[]): Contradiction[] {
  return [
    ...unknownTerritories(member),
    ...childrenToldTwice(member, members),
    ...spouseOfSingleParent(member, members),
    ...otherHousehold(member, members),
    ...takenInFromFacility(member),
  ]
}

/** A slip in the name of a territory would be paid by the central standard without a word. */
function unknownTerritories(member: Told): Contradiction[] {
  return tellings(member).flatMap(({ facts: { territory }, path }) =>
    territory === undefined || knownTerritories.includes(territory)
      ? []
      : [{ code: 'not_one_of', path: [...path, 'territory'], told: knownTerritories.join(', ') }],
  )
}

/** A child who is a member is no second child of the facts; twins are both members. */
function childrenToldTwice(member: Told, members: readonly Told[]): Contradiction[] {
  const own = members.filter(({ childOf }) => childOf.includes(member.key))
  const isSameBirth = (born: CivilDate, { born: known }: Told) => {
    const length = { year: 4, month: 7, day: 10 }[known.bornPrecision]
    return born.slice(0, length) === known.born.slice(0, length)
  }
  return tellings(member).flatMap(({ facts: { children = [] }, path }) =>
    children.flatMap(({ born }, index) =>
      own.some((child) => isSameBirth(born, child))
        ? [{ code: 'child_told_twice' as const, path: [...path, 'children', index, 'born'] }]
        : [],
    ),
  )
}

/** Whoever has a living spouse in the household, or ever had one and never married, is told of wrongly. */
function spouseOfSingleParent(member: Told, members: readonly Told[]): Contradiction[] {
  const spouse = spouseOf(member, members)
  if (!spouse) return []
  const { diedOn } = spouse
  return tellings(member).flatMap(({ facts: { singleParent }, from, path }): Contradiction[] => {
    const isNever = singleParent === 'never_married' || (singleParent === 'spouse_dead' && !diedOn)
    if (isNever) return [{ code: 'has_a_spouse', path: [...path, 'singleParent'] }]
    return singleParent === 'spouse_dead' && from !== undefined && from < diedOn!
      ? [{ code: 'spouse_alive', path: [...path, 'from'], told: diedOn! }]
      : []
  })
}

/** What holds from the beginning is asked about by the month: a widow of later was none while her husband lived. */
export function widowedTooSoon(member: Told, members: readonly Told[], month: Month): Contradiction[] {
  const diedOn = spouseOf(member, members)?.diedOn
  return member.facts.singleParent === 'spouse_dead' && diedOn && monthOf(diedOn) >= month
    ? [{ code: 'spouse_alive', path: ['facts', 'singleParent'], told: diedOn }]
    : []
}

function spouseOf(member: Told, members: readonly Told[]): Told | undefined {
  return members.find(
    ({ key, spouseOf: other }) => key !== member.key && (key === member.spouseOf || other === member.key),
  )
}

/** Nobody lives in a facility and with the household that took them in at once. */
function takenInFromFacility(member: Told): Contradiction[] {
  let [facility, care] = ['none', 'none'] as [Standing['facility'], Standing['care']]
  return tellings(member).flatMap(({ facts, path }) => {
    facility = facts.facility ?? facility
    care = facts.care ?? care
    const isBoth = facility !== 'none' && care === 'taken_in'
    return isBoth ? [{ code: 'in_facility', path: [...path, facts.care ? 'care' : 'facility'] }] : []
  })
}

/** The poverty list is the household’s: whoever is told to stand on another one at a time is told of wrongly. */
function otherHousehold(member: Told, members: readonly Told[]): Contradiction[] {
  const [first] = members
  if (!first || first === member) return []
  return tellings(member).flatMap(({ facts: { household }, from, path }) => {
    const said = household && standsOn(first, from)
    return said === undefined || said === household
      ? []
      : [{ code: 'household_differs', path: [...path, 'household'] }]
  })
}

/** What is told of the household of a member by a day; the first where no day is given. */
function standsOn(member: Told, day: CivilDate | undefined): Standing['household'] | undefined {
  return tellings(member).findLast(
    ({ facts: { household }, from }) =>
      household !== undefined && (from === undefined || (day !== undefined && from <= day)),
  )?.facts.household
}

/** What nobody is outside these ages; told of somebody else it is a slip of the keyboard. */
const possible: readonly {
  readonly fact: 'isPregnant' | 'singleParent' | 'hasWage' | 'pension'
  readonly code: RefusalCode
  readonly from: number
  readonly below?: number
  readonly isTold: (facts: Told['facts']) => boolean
}[] = [
  {
    fact: 'isPregnant',
    code: 'pregnant_at_that_age',
    from: 12,
    below: 60,
    isTold: ({ isPregnant }) => isPregnant === true,
  },
  {
    fact: 'singleParent',
    code: 'single_parent_at_that_age',
    from: 12,
    isTold: ({ singleParent = 'no' }) => singleParent !== 'no',
  },
  { fact: 'hasWage', code: 'wage_at_that_age', from: 13, isTold: ({ hasWage }) => hasWage === true },
  { fact: 'pension', code: 'pension_at_that_age', from: 18, isTold: ({ pension = 0 }) => pension > 0 },
]

/** What is told of somebody in a month in which nobody of that age is so. */
export function impossibleAtThatAge(member: Told, month: Month): Contradiction[] {
  const last = lastDayOf(month)
  const { born, bornPrecision } = member.born
  if (born > last) return []
  const age = ageOn(born, last)
  // Of whom the year alone is known may be a year younger.
  const youngest = bornPrecision === 'year' ? age - 1 : age
  return possible.flatMap(({ fact, code, from, below = Infinity, isTold }): Contradiction[] => {
    const told = tellings(member).findLast(
      (one) => one.facts[fact] !== undefined && (one.from === undefined || one.from <= last),
    )
    if (!told || !isTold(told.facts) || (age >= from && youngest < below)) return []
    return [{ code, path: [...told.path, fact], told: String(age) }]
  })
}
