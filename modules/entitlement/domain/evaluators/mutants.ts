import { addDays, addMonths, type Month } from '#kernel/civil-date'
import { dong, tenths } from '#kernel/dong'
import type { Law } from '../law-in-force.ts'
import type { Procedure } from '../procedure.ts'
import type { Combination, Dated, Group, Known, Parameters, RegimeId, RuleSet, Source } from '../rule-set.ts'
import { childrenOf, variantsOf, type Variant } from './mutants-conditions.ts'

/** The law with one small mistake in it. */
export type Mutant = {
  readonly regime: RegimeId
  readonly article: string
  /** The group, clause, parameter or date that was changed. */
  readonly where: string
  readonly what: string
  /** How far the mistake reaches: who has a right, what a month makes of rights, figures, dates, or first months. */
  readonly reach: 'rights' | 'month' | 'parameters' | 'dates' | 'starts'
  readonly law: Law
}

type Mistake<Value> = Variant<Value> & { readonly where: string; readonly cite: Source } & Pick<
    Mutant,
    'reach'
  >

/** Every small mistake one could make in writing the law down, one at a time: in each regime by itself. */
export function* mutantsOf(law: Law): Generator<Mutant> {
  for (const [index, regime] of law.regimes.entries()) {
    const { rules } = regime
    const into = (changed: Partial<typeof regime>): Law => ({
      ...law,
      regimes: replaced(law.regimes, index, { ...regime, ...changed }),
    })
    for (const { cite, value, ...mistake } of mistakesIn(rules))
      yield { ...mistake, regime: rules.id, article: articleOf(cite), law: into({ rules: value }) }
    const article = articleOf(regime.cite)
    for (const { what, value } of mistakenDates(regime))
      yield { regime: rules.id, article, where: 'regime', what, reach: 'dates', law: into(value) }
    for (const step of [-1, 1])
      yield {
        regime: rules.id,
        article,
        where: 'regime',
        reach: 'dates',
        what: `from ${addMonths(regime.from, step)} instead of ${regime.from}`,
        law: into({ from: addMonths(regime.from, step) }),
      }
    const { converts, ...forEverybody } = regime
    if (converts)
      yield {
        regime: rules.id,
        article: articleOf(converts.cite),
        where: 'converts',
        reach: 'starts',
        what: 'reaches back for people not on the rolls',
        law: { ...law, regimes: replaced(law.regimes, index, forEverybody) },
      }
  }
  for (const [index, procedure] of law.procedures.entries())
    for (const { what, value, reach } of mistakesInProcedure(procedure))
      yield {
        regime: procedure.id,
        article: articleOf(procedure.cite),
        where: 'procedure',
        what,
        reach,
        law: { ...law, procedures: replaced(law.procedures, index, { ...procedure, ...value }) },
      }
}

/** The article that is read to see whether a mistake is one: «khoản 6 Điều 5, 20/2021/NĐ-CP». */
function articleOf({ place, document }: Source): string {
  return `${place}, ${document}`
}

function* mistakesIn(rules: RuleSet): Generator<Mistake<RuleSet>> {
  for (const [index, group] of rules.groups.entries()) {
    for (const { value, ...mistake } of mistakesInGroup(group))
      yield { ...mistake, reach: 'rights', value: { ...rules, groups: rules.groups.with(index, value) } }
    yield* shrinking(rules, index, group)
    yield* growing(rules, index, group)
  }
  for (const { value, ...mistake } of mistakesInCombination(rules.combination, rules.groups))
    yield { ...mistake, value: { ...rules, combination: value } }
  for (const { value, ...mistake } of mistakesInParameters(rules.parameters))
    yield { ...mistake, reach: 'parameters', value: { ...rules, parameters: value } }
}

function* mistakesInGroup(group: Group): Generator<Omit<Mistake<Group>, 'reach'>> {
  const { id, bands, cite } = group
  for (const { what, value } of variantsOf(group.when))
    yield { where: id, cite, what, value: { ...group, when: value } }
  for (const [index, band] of bands.entries()) {
    const within = { where: band.id, cite: band.cite }
    const into = (changed: Partial<typeof band>) => ({
      ...group,
      bands: bands.with(index, { ...band, ...changed }),
    })
    for (const step of [-5, 5])
      yield {
        ...within,
        what: `coefficient ${(band.coefficient + step) / 10} instead of ${band.coefficient / 10}`,
        value: into({ coefficient: tenths(band.coefficient + step) }),
      }
    if (band.when) {
      yield { ...within, what: 'no such band', value: { ...group, bands: bands.toSpliced(index, 1) } }
      for (const { what, value } of variantsOf(band.when))
        yield { ...within, what, value: into({ when: value }) }
    }
  }
  if (group.per) {
    const { per, ...once } = group
    yield { where: id, cite, what: 'once, however many children', value: once }
    for (const { what, value } of childrenOf(per))
      yield { where: id, cite, what: `paid for ${what}`, value: { ...group, per: value } }
  }
}

/** C7 and C20, taken out where they stand and written where they do not. */
function* shrinking(rules: RuleSet, index: number, group: Group): Generator<Mistake<RuleSet>> {
  const { shrinksNextMonth, ...without } = group
  const cite = shrinksNextMonth?.cite ?? group.cite
  yield {
    where: group.id,
    cite,
    reach: 'month',
    what: shrinksNextMonth ? 'shrinks at once' : 'shrinks only from the month after',
    value: {
      ...rules,
      groups: rules.groups.with(index, shrinksNextMonth ? without : { ...group, shrinksNextMonth: { cite } }),
    },
  }
}

/** C6, taken out where it stands, ended a month early and a month late. */
function* growing(rules: RuleSet, index: number, group: Group): Generator<Mistake<RuleSet>> {
  const { growsAtOnce, ...without } = group
  if (!growsAtOnce) return
  const { until, cite } = growsAtOnce
  const at = { where: group.id, cite, reach: 'month' } as const
  const inPlace = (one: Group) => ({ ...rules, groups: rules.groups.with(index, one) })
  yield { ...at, what: 'grows by the procedure', value: inPlace(without) }
  for (const months of [-1, 1]) {
    const moved = { ...group, growsAtOnce: { until: addMonths(until, months), cite } }
    yield { ...at, what: `grows at once until ${moved.growsAtOnce.until}`, value: inPlace(moved) }
  }
}

function* mistakesInCombination(
  combination: Combination,
  groups: readonly Group[],
): Generator<Mistake<Combination>> {
  const { together, higherOf, oneAMonth, exclusions } = combination
  const others = groups.filter(({ benefit, id }) => benefit === 'monthly_allowance' && id !== together.group)
  for (const { id } of others) {
    const isNamed = together.with.includes(id)
    yield {
      where: 'together',
      cite: together.cite,
      reach: 'rights',
      what: isNamed ? `not beside ${id}` : `also beside ${id}`,
      value: {
        ...combination,
        together: {
          ...together,
          with: isNamed ? together.with.filter((one) => one !== id) : [...together.with, id],
        },
      },
    }
  }
  if (higherOf) {
    const { higherOf: _, ...both } = combination
    const { cite, benefits } = higherOf
    yield { where: 'higherOf', cite, reach: 'month', what: 'both are paid', value: both }
    const keeps = benefits.find((benefit) => benefit !== higherOf.keeps)!
    yield {
      where: 'higherOf',
      cite,
      reach: 'month',
      what: `of two equal ones ${keeps}`,
      value: { ...combination, higherOf: { ...higherOf, keeps } },
    }
  }
  if (oneAMonth) {
    const { oneAMonth: _, ...both } = combination
    yield { where: 'oneAMonth', cite: oneAMonth.cite, reach: 'month', what: 'both are paid', value: both }
    for (const benefit of oneAMonth.against)
      yield {
        where: 'oneAMonth',
        cite: oneAMonth.cite,
        reach: 'month',
        what: `${benefit} does not wait`,
        value: {
          ...combination,
          oneAMonth: { ...oneAMonth, against: oneAMonth.against.filter((one) => one !== benefit) },
        },
      }
  }
  for (const [index, exclusion] of exclusions.entries()) {
    const within = { where: exclusion.id, cite: exclusion.cite, reach: 'rights' } as const
    for (const benefit of exclusion.benefits)
      yield {
        ...within,
        what: `does not shut out of ${benefit}`,
        value: {
          ...combination,
          exclusions: exclusions.with(index, {
            ...exclusion,
            benefits: exclusion.benefits.filter((one) => one !== benefit),
          }),
        },
      }
    for (const { what, value } of variantsOf(exclusion.when))
      yield {
        ...within,
        what,
        value: { ...combination, exclusions: exclusions.with(index, { ...exclusion, when: value }) },
      }
  }
}

function* mistakesInParameters(parameters: Parameters): Generator<Omit<Mistake<Parameters>, 'reach'>> {
  const { standard, social_pension, small_pension, meritorious_overlap } = parameters
  for (const territory of new Set(standard.map((dated) => dated.territory))) {
    const [own, others] = [
      standard.filter((dated) => dated.territory === territory),
      standard.filter((dated) => dated.territory !== territory),
    ]
    for (const { value, ...mistake } of mistakenList(`standard of ${territory}`, own, (amount) => [
      dong(amount - 10_000),
      dong(amount + 10_000),
    ]))
      yield { ...mistake, value: { ...parameters, standard: [...others, ...value] } }
  }
  for (const { value, ...mistake } of mistakenList('social_pension', social_pension, (amount) => [
    dong(amount - 10_000),
    dong(amount + 10_000),
  ]))
    yield { ...mistake, value: { ...parameters, social_pension: value } }
  for (const { value, ...mistake } of mistakenList('small_pension', small_pension, (mode) => [
    mode === 'full' ? 'difference' : 'full',
  ]))
    yield { ...mistake, value: { ...parameters, small_pension: value } }
  for (const { value, ...mistake } of mistakenList('meritorious_overlap', meritorious_overlap, (mode) => [
    mode === 'both' ? 'highest' : 'both',
  ]))
    yield { ...mistake, value: { ...parameters, meritorious_overlap: value } }
}

/** Another value, or the same a month sooner or later; what ends there moves along. */
function* mistakenList<Entry extends Dated<number | string>>(
  where: string,
  list: readonly Entry[],
  otherwise: (value: Entry['value']) => readonly Entry['value'][],
): Generator<Omit<Mistake<readonly Entry[]>, 'reach'>> {
  for (const [index, dated] of list.entries()) {
    const within = { where, cite: dated.cite }
    for (const value of otherwise(dated.value))
      yield {
        ...within,
        what: `${String(value)} instead of ${String(dated.value)} from ${dated.from}`,
        value: list.with(index, { ...dated, value }),
      }
    for (const step of [-1, 1]) {
      const from: Month = addMonths(dated.from, step)
      yield {
        ...within,
        what: `${String(dated.value)} from ${from} instead of ${dated.from}`,
        value: list.map((one, at) =>
          at === index ? { ...dated, from } : one.until === dated.from ? { ...one, until: from } : one,
        ),
      }
    }
  }
}

function* mistakenDates({ issued, inForce }: Known): Generator<Variant<Partial<Known>>> {
  for (const step of [-1, 1]) {
    yield {
      what: `in force on ${addDays(inForce, step)} instead of ${inForce}`,
      value: { inForce: addDays(inForce, step) },
    }
    yield {
      what: `public on ${addDays(issued, step)} instead of ${issued}`,
      value: { issued: addDays(issued, step) },
    }
  }
}

function* mistakesInProcedure(
  procedure: Procedure,
): Generator<Variant<Partial<Procedure>> & Pick<Mutant, 'reach'>> {
  const { adjust, start } = procedure
  const other = adjust === 'month_after' ? 'month_of_change' : 'month_after'
  yield { what: `adjusts ${other}`, reach: 'month', value: { adjust: other } }
  for (const dates of mistakenDates(procedure)) yield { ...dates, reach: 'dates' }
  for (const [index, rule] of start.entries()) {
    yield {
      what: `${rule.group} starts with the decision`,
      reach: 'starts',
      value: { start: start.toSpliced(index, 1) },
    }
    if (rule.from === 'month_of_age')
      for (const years of [rule.years - 1, rule.years + 1])
        yield {
          what: `${rule.group} starts at ${years}`,
          reach: 'starts',
          value: { start: start.with(index, { ...rule, years }) },
        }
  }
}

function replaced<Value>(
  list: readonly [Value, ...Value[]],
  index: number,
  value: Value,
): [Value, ...Value[]] {
  return list.with(index, value) as [Value, ...Value[]] // As long as before.
}
