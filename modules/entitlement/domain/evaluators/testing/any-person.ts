import fc from 'fast-check'
import { addMonths, civilDate, lastDayOf, month, type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { benefits, type PersonMonth } from '../../determination.ts'
import { amounts, choices, flags, type ChoiceFact } from '../../facts.ts'
import type { Standing } from '../../standing.ts'

/** Any day somebody was born on, the 29th of February and the ends of months more often than chance has it. */
export const anyDay: fc.Arbitrary<CivilDate> = fc
  .tuple(
    fc.integer({ min: 1915, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constantFrom(1, 29, 30, 31)),
  )
  .map(([year, monthOfYear, day]) => {
    const within = month(`${year}-${String(monthOfYear).padStart(2, '0')}`)
    const asked = `${within}-${String(day).padStart(2, '0')}`
    const last = lastDayOf(within)
    return asked > last ? last : civilDate(asked)
  })

/** A monthly sum: often none, often right at a limit. */
export const anyAmount = fc
  .constantFrom(0, 0, 0, 0, 300_000, 499_990, 500_000, 540_000, 750_000, 2_500_000)
  .map(dong)

/** An age a rule may name, in months; whole years as a rule. */
export const anyAge: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 3, 4, 16, 22, 60, 70, 75, 80).map((years) => years * 12),
  fc.constantFrom(30, 100),
)

const anyChild = fc.record({ born: anyDay, isStudying: fc.boolean(), continued: fc.boolean() })

/** Anybody the law can see; whoever has no right because of a facility or prison is rarer than half. */
export const anyStanding: fc.Arbitrary<Standing> = fc.record({
  born: anyDay,
  bornPrecision: fc.constantFrom('day' as const, 'month' as const, 'year' as const),
  sex: fc.constantFrom(...choices.sex),
  territory: fc.constantFrom('central', 'vinh-phuc', 'another'),
  inDifficultArea: fc.boolean(),
  household: fc.constantFrom(...choices.household),
  disability: fc.constantFrom(...choices.disability),
  father: fc.constantFrom(...choices.father),
  mother: fc.constantFrom(...choices.mother),
  abandoned: fc.boolean(),
  hiv: fc.boolean(),
  isStudying: fc.boolean(),
  wasChildWithoutSupport: fc.boolean(),
  singleParent: fc.constantFrom(...choices.singleParent),
  children: fc.array(anyChild, { maxLength: 4 }),
  isPregnant: fc.boolean(),
  obligor: fc.constantFrom(...choices.obligor),
  facilityEligibleInCommunity: fc.boolean(),
  pension: anyAmount,
  socialInsurance: anyAmount,
  hasWage: fc.boolean(),
  meritorious: anyAmount,
  facility: fc.constantFrom('none' as const, 'none' as const, 'none' as const, ...choices.facility),
  care: fc.constantFrom(...choices.care),
  spouseHasParentingSupport: fc.boolean(),
  servesSentence: fc.constantFrom(false, false, false, true),
})

const differing = [...(Object.keys(choices) as ChoiceFact[]), ...flags, ...amounts, 'children'] as const // Object.keys forgets the type.

/** Somebody in a month since 2015: as a rule the same at both ends, or with a fact or two that changed within it. */
export const anyPersonMonth: fc.Arbitrary<PersonMonth> = fc
  .record({
    one: anyStanding,
    other: anyStanding,
    how: fc.constantFrom(
      'same' as const,
      'same' as const,
      'some facts' as const,
      'some facts' as const,
      'all facts' as const,
      'came' as const,
      'left' as const,
      'died' as const,
      'absent' as const,
    ),
    changed: fc.subarray([...differing], { maxLength: 3 }),
    // Now and then the month in which the procedure changed.
    months: fc.oneof(fc.integer({ min: 0, max: 155 }), fc.integer({ min: 0, max: 155 }), fc.constant(141)),
    turned: fc.option(fc.subarray([...differing], { maxLength: 3 }), { freq: 1 }),
    livedThrough: fc.constantFrom('01', '04', '15', '27'),
    /** In between, now and then: with other facts, through a day. */
    between: fc.array(
      fc.tuple(fc.subarray([...differing], { maxLength: 3 }), fc.constantFrom('02', '09', '20')),
      { maxLength: 2 },
    ),
    /** So that an age is reached within the month: by the person, by the first child. */
    birthday: fc.option(anyAge, { freq: 2 }),
    childBirthday: fc.option(anyAge, { freq: 2 }),
    day: fc.constantFrom('01', '05', '28', '29', '30', '31'),
    knownOn: fc
      .constantFrom('2021-06-30', '2025-07-01', '2026-09-24', '2026-10-05', '2028-01-01')
      .map(civilDate),
    awarded: fc.oneof(
      fc.constant('all' as const),
      fc.subarray([...benefits]).map((some) => new Set(some)),
    ),
  })
  .map(
    ({
      one,
      other,
      how,
      changed,
      turned,
      livedThrough,
      between,
      months,
      birthday,
      childBirthday,
      day,
      knownOn,
      awarded,
    }) => {
      const within = addMonths(month('2015-01'), months)
      const born = birthday === null ? one.born : bornFor(within, birthday, day)
      const [firstChild, ...children] = one.children
      const later = {
        ...one,
        born,
        children:
          childBirthday === null || !firstChild
            ? one.children
            : [{ ...firstChild, born: bornFor(within, childBirthday, day) }, ...children],
      }
      const facts =
        how === 'all facts' ? other : Object.fromEntries(changed.map((fact) => [fact, other[fact]]))
      const earlier = { ...later, ...facts, ...(how === 'same' ? {} : { territory: other.territory }), born }
      return {
        month: within,
        knownOn,
        earlier: how === 'came' || how === 'absent' ? undefined : how === 'same' ? later : earlier,
        later: how === 'left' || how === 'absent' ? undefined : later,
        ...(how === 'died' && { livedThrough: civilDate(`${within}-${livedThrough}`) }),
        ...(turned &&
          how === 'some facts' && {
            atTurn: { ...earlier, ...Object.fromEntries(turned.map((fact) => [fact, other[fact]])) },
          }),
        ...(between.length > 0 &&
          (how === 'same' || how === 'some facts' || how === 'came') && {
            within: between.map(([differ, day]) => ({
              standing: { ...later, ...Object.fromEntries(differ.map((fact) => [fact, other[fact]])) },
              through: civilDate(`${within}-${day}`),
            })),
          }),
        awarded,
      }
    },
  )

/** The day of somebody who is so many months old in that month. */
function bornFor(within: Month, age: number, day: string): CivilDate {
  const of = addMonths(within, -age)
  return `${of}-${day}` > lastDayOf(of) ? lastDayOf(of) : civilDate(`${of}-${day}`)
}

/** The same people in the month of the first, as it is known on one day. */
export function inOneMonth(persons: readonly PersonMonth[]): PersonMonth[] {
  const { month, knownOn } = persons[0]!
  return persons.map((person) => inMonth(person, month, knownOn))
}

/** Somebody in another month; a life that ends ends in that one. */
export function inMonth(person: PersonMonth, month: Month, knownOn = person.knownOn): PersonMonth {
  const { livedThrough, within } = person
  const moved = (day: CivilDate) => civilDate(`${month}${day.slice(7)}`)
  return {
    ...person,
    month,
    knownOn,
    ...(within && { within: within.map((stood) => ({ ...stood, through: moved(stood.through) })) }),
    ...(livedThrough && { livedThrough: moved(livedThrough) }),
  }
}
