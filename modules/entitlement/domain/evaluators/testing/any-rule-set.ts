import fc from 'fast-check'
import { addMonths, civilDate, firstDayOf, month, type Month } from '#kernel/civil-date'
import { dong, tenths } from '#kernel/dong'
import { benefitOf, benefits, components } from '../../determination.ts'
import { amounts, childFacts, choices, flags, type ChoiceFact } from '../../facts.ts'
import type { Law } from '../../law-in-force.ts'
import type { Procedure } from '../../procedure.ts'
import type {
  Band,
  ChildCount,
  Combination,
  Condition,
  Group,
  Label,
  RuleSet,
  Source,
} from '../../rule-set.ts'
import { anyAmount, anyAge } from './any-person.ts'

const label: Label = { vi: 'bất kỳ', en: 'any' }
const cite: Source = { document: '0/0000/NĐ-CP', place: 'Điều 1', certainty: 'uncertain' }
const territories = ['central', 'vinh-phuc', 'another'] as const

const anyChoice = fc
  .constantFrom(...(Object.keys(choices) as ChoiceFact[])) // Object.keys forgets the type of the keys.
  .chain((fact) =>
    fc
      .subarray([...choices[fact]], { minLength: 1 })
      .map((among): Condition => ({ kind: 'is', fact, among })),
  )

const anyCount: fc.Arbitrary<ChildCount> = fc
  .array(
    fc
      .record({
        ages: fc.option(fc.uniqueArray(anyAge, { minLength: 2, maxLength: 2 })),
        is: fc.subarray([...childFacts]),
      })
      .map(({ ages, is }) => {
        const [fromMonths, belowMonths] = ages?.toSorted((one, other) => one - other) ?? []
        return {
          ...(fromMonths !== undefined && { fromMonths }),
          ...(belowMonths !== undefined && { belowMonths }),
          is,
        }
      }),
    { minLength: 1, maxLength: 2 },
  )
  .map((anyOf) => ({ label, anyOf }))

/** What a rule may ask that asks nothing of another. */
const anyQuestion: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: anyChoice },
  { weight: 3, arbitrary: fc.constantFrom(...flags).map((fact): Condition => ({ kind: 'flag', fact })) },
  { weight: 2, arbitrary: anyAge.map((months): Condition => ({ kind: 'ageFrom', months })) },
  { weight: 2, arbitrary: anyAge.map((months): Condition => ({ kind: 'ageBelow', months })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ children: anyCount, count: fc.integer({ min: 1, max: 3 }) })
      .map((of): Condition => ({ kind: 'countAtLeast', ...of })),
  },
  {
    weight: 1,
    arbitrary: fc
      .subarray([...territories], { minLength: 1, maxLength: 2 })
      .map((some): Condition => ({ kind: 'livesIn', territories: some, label })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        facts: fc.subarray([...amounts], { minLength: 1 }),
        limit: fc.oneof(fc.constant('social_pension' as const), anyAmount),
      })
      .map((of): Condition => ({ kind: 'amountBelow', ...of })),
  },
)

/** A condition that may refer to these groups, and no others. */
function anyCondition(groups: readonly string[]): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
    const several = fc.array(tie('condition'), { minLength: 1, maxLength: 3 })
    const question =
      groups.length === 0
        ? anyQuestion
        : fc.oneof(
            { weight: 9, arbitrary: anyQuestion },
            {
              weight: 1,
              arbitrary: fc.constantFrom(...groups).map((group): Condition => ({ kind: 'inGroup', group })),
            },
          )
    return {
      condition: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 4, arbitrary: question },
        { weight: 2, arbitrary: several.map((of): Condition => ({ kind: 'all', of })) },
        { weight: 2, arbitrary: several.map((of): Condition => ({ kind: 'any', of })) },
        { weight: 1, arbitrary: tie('condition').map((of): Condition => ({ kind: 'not', of })) },
      ),
    }
  })
  return condition
}

function anyBands(id: string, earlierGroups: readonly string[]): fc.Arbitrary<readonly Band[]> {
  const band = (index: number, isLast: boolean) =>
    fc
      .record({ when: anyCondition(earlierGroups), coefficient: fc.integer({ min: 1, max: 40 }).map(tenths) })
      .map(({ when, coefficient }): Band => ({
        id: `${id}-${index}`,
        label,
        coefficient,
        cite,
        ...(!isLast && { when }),
      }))
  return fc
    .integer({ min: 1, max: 3 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => band(index, index === count - 1))),
    )
}

/** The group of that number, which may refer to those before it. */
function anyGroup(number: number): fc.Arbitrary<Group> {
  const id = `G${number}`
  const before = Array.from({ length: number }, (_, other) => `G${other}`)
  return fc
    .record({
      component: fc.constantFrom(
        'allowance' as const,
        'allowance' as const,
        'single_parent' as const,
        ...components,
      ),
      base: fc.constantFrom('standard' as const, 'standard' as const, 'social_pension' as const),
      when: anyCondition(before),
      bands: anyBands(id, before),
      per: fc.option(anyCount, { freq: 2 }),
      shrinks: fc.boolean(),
      grows: fc.option(fc.constantFrom(month('2022-03'), month('2026-10'), month('2100-01'))),
    })
    .map(({ per, shrinks, grows, component, ...group }) => ({
      id,
      label,
      cite,
      component,
      benefit: benefitOf[component],
      ...group,
      ...(per && { per }),
      ...(shrinks && { shrinksNextMonth: { cite } }),
      ...(grows && { growsAtOnce: { until: grows, cite } }),
    }))
}

function anyCombination(groups: readonly Group[]): fc.Arbitrary<Combination> {
  const pairs = fc.shuffledSubarray([...benefits], { minLength: 2, maxLength: 2 })
  return fc
    .record({
      parent: fc.constantFrom(...groups),
      with: fc.subarray([...groups]),
      higherOf: fc.option(fc.tuple(pairs, fc.boolean())),
      oneAMonth: fc.option(fc.shuffledSubarray([...benefits], { minLength: 2 })),
      exclusions: fc.array(
        fc.record({
          of: fc.subarray([...benefits], { minLength: 1 }),
          when: anyCondition(groups.map(({ id }) => id)),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ parent, with: beside, higherOf, oneAMonth, exclusions }) => ({
      highest: { cite },
      together: {
        group: parent.id,
        with: beside.filter(({ component }) => component !== parent.component).map(({ id }) => id),
        cite,
      },
      ...(higherOf && {
        higherOf: {
          benefits: higherOf[0] as [(typeof benefits)[number], (typeof benefits)[number]], // Two were asked for.
          keeps: higherOf[0][higherOf[1] ? 0 : 1]!,
          cite,
        },
      }),
      ...(oneAMonth && { oneAMonth: { benefit: oneAMonth[0]!, against: oneAMonth.slice(1), cite } }),
      added: { benefits: [], cite },
      exclusions: exclusions.map(({ of, when }, index) => ({
        id: `E${index}`,
        benefits: of,
        when,
        label,
        cite,
      })),
    }))
}

/** A sound rule set of a few groups, in which anything the language can say may stand. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, number) => anyGroup(number))))
  .chain((groups) => {
    const dated = <Value>(value: Value) => ({ from: month('2015-01'), value, cite })
    return fc
      .record({
        combination: anyCombination(groups),
        isReversed: fc.boolean(),
        standards: fc.tuple(anyBase, anyBase),
        pension: anyBase,
        small: fc.constantFrom('full' as const, 'difference' as const),
        meritorious: fc.constantFrom('highest' as const, 'both' as const),
      })
      .map(({ combination, isReversed, standards: [central, provincial], pension, small, meritorious }) => ({
        id: 'R26' as const,
        label,
        groups: isReversed ? groups.toReversed() : groups,
        combination,
        parameters: {
          standard: [
            { ...dated(central), territory: 'central' },
            { ...dated(provincial), territory: 'vinh-phuc' },
          ],
          social_pension: [dated(pension)],
          small_pension: [dated(small)],
          meritorious_overlap: [dated(meritorious)],
        },
      }))
  })

const anyBase = fc.integer({ min: 1, max: 60 }).map((tens) => dong(tens * 10_000))

/**
 * A law of one such rule set, whose procedure may change on a day within the month, and which a second one may reach back to
 * the month from: known once it is in force, it converts what the first gave.
 */
export function anyLaw(within: Month): fc.Arbitrary<Law> {
  const procedure = (inForce: string, adjust: Procedure['adjust']): Procedure => ({
    id: 'R26',
    issued: civilDate('2014-01-01'),
    inForce: civilDate(inForce),
    start: [],
    adjust,
    stop: 'month_after',
    workingDays: 1,
    cite,
  })
  const adjust = fc.constantFrom('month_of_change' as const, 'month_after' as const)
  return fc
    .record({
      rules: anyRuleSet,
      later: fc.option(anyRuleSet, { freq: 2 }),
      first: adjust,
      second: fc.option(adjust),
      day: fc.constantFrom('02', '15', '28'),
    })
    .map(({ rules, later, first, second, day }) => ({
      regimes: [
        {
          from: month('2015-01'),
          issued: civilDate('2014-01-01'),
          inForce: civilDate('2015-01-01'),
          rules,
          cite,
        },
        ...(later && within > '2015-01'
          ? [
              {
                from: within,
                issued: firstDayOf(within),
                inForce: firstDayOf(addMonths(within, 2)),
                rules: later,
                cite,
                converts: { label, cite },
              },
            ]
          : []),
      ],
      procedures: [
        procedure('2015-01-01', first),
        ...(second ? [procedure(`${within}-${day}`, second)] : []),
      ],
    }))
}
