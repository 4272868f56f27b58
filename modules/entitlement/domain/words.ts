import type { Citation } from '#kernel/law'
import { knownMonths } from '../law/known-months.ts'
import { conditionWordsFrom } from './condition-words.ts'
import { payeeOf, type Benefit, type Component } from './determination.ts'
import type { Duration } from './duration.ts'
import type {
  Arithmetic,
  CombinationStep,
  ConventionId,
  Explanation,
  GroupExplanation,
  GroupOutcome,
  Named,
} from './explanation.ts'
import { lackWordsFrom } from './lack-words.ts'
import type { Phrases } from './phrases.ts'
import { labelOfRule } from './rule-names.ts'
import type { Certainty, Source } from './rule-set.ts'

/** Sentences from an explanation, for the screen and the terminal alike. */
export function wordsFrom(phrases: Phrases) {
  const numbers = new Intl.NumberFormat(phrases.locale)
  const tenthsFormat = new Intl.NumberFormat(phrases.locale, { minimumFractionDigits: 1 })
  const conditions = conditionWordsFrom(phrases)
  const { condition, conditionLines, listIn, money } = conditions
  const { lacking, lacks, lackingLines } = lackWordsFrom(phrases, conditions)
  const source = ({ place, document }: Citation) => phrases.source(place, document)
  const named = ({ rule, label }: Named) => phrases.pick(labelOfRule(rule) ?? label)

  function arithmetic({ coefficient, units, standard, amount }: Arithmetic): string {
    return phrases.units(tenthsFormat.format(coefficient / 10), units, money(standard), money(amount))
  }

  function group(explained: GroupExplanation): string {
    return phrases.pick((explained.band && labelOfRule(explained.band.id)) ?? explained.label)
  }

  /** Why a group gives nothing; undefined where it is paid. Where a list of what failed follows, only what is said over it. */
  function refusal(
    { outcome, firstFailing, reachedIn, lapsedIn, suspendedFrom, exclusion }: GroupExplanation,
    { isListed = false } = {},
  ): string | undefined {
    if (outcome === 'paid') return undefined
    if (exclusion) return phrases.pick(exclusion.label)
    if (lapsedIn) return phrases.lapsed(phrases.month(lapsedIn))
    if (suspendedFrom) return phrases.suspended(phrases.month(suspendedFrom))
    if (!firstFailing) return phrases.outcome[outcome]
    const list = isListed && listIn(firstFailing)
    if (list) return phrases.refused(list.head, undefined, reachedIn && phrases.month(reachedIn))
    const { requirement, found } = condition(firstFailing)
    return phrases.refused(requirement, found, reachedIn && phrases.month(reachedIn))
  }

  function step(one: CombinationStep): string {
    switch (one.kind) {
      case 'highest':
        return phrases.highest(
          named(one.kept),
          one.over.map((over) => `${named(over)} (${money(over.amount)})`).join('; '),
        )
      case 'together':
        return phrases.together(one.kept.map(named).join(phrases.and))
      case 'higher_benefit':
        return phrases.higherBenefit(
          phrases.benefit[one.kept],
          money(one.keptAmount),
          phrases.benefit[one.lost],
          money(one.lostAmount),
        )
      case 'one_a_month':
        return phrases.oneAMonth(phrases.benefit[one.kept], phrases.benefit[one.waits], one.isNew ?? false)
      case 'below_meritorious':
        return phrases.belowMeritorious(money(one.meritorious))
      case 'added':
        return phrases.added(one.benefits.map((benefit) => phrases.benefit[benefit]).join(', '))
      case 'timing':
        return phrases.timing[one.why](phrases.benefit[one.benefit])
    }
  }

  /** Which law was asked, and why a law that came later speaks for the month. */
  function regime({ regime: one, month }: Explanation): string {
    if (!one) return phrases.noRegime(phrases.month(month))
    const said = phrases.regime(phrases.pick(one.label), phrases.month(month), phrases.month(one.from))
    return one.isRetroactive
      ? `${said} ${phrases.retroactive(phrases.day(one.inForce), phrases.month(one.from))}`
      : said
  }

  function standard({ standard: one }: Explanation): string | undefined {
    return (
      one &&
      phrases.standard(
        money(one.used),
        money(one.central.value),
        one.provincial && money(one.provincial.value),
      )
    )
  }

  /** Since when somebody has a right, from which month a decision lets it be paid, and how long. */
  function duration({ from, until, starts, ends }: Duration, isDecided = false): readonly string[] {
    const first = from
      ? phrases.inMonth(phrases.month(from))
      : phrases.before(phrases.month(knownMonths.from))
    return [
      isDecided ? phrases.paidSince(first) : [phrases.since(first), phrases.starts[starts]].join(phrases.and),
      [phrases.until(until ? phrases.month(until) : undefined), ...(ends ? [ending(ends)] : [])].join(': '),
    ]
  }

  function ending(ends: NonNullable<Duration['ends']>): string {
    switch (ends.kind) {
      case 'condition':
        return phrases.endsWith(condition(ends.condition).requirement)
      case 'exclusion':
        return phrases.pick(ends.label)
      case 'outcome':
        return phrases.outcome[ends.outcome]
      case 'death':
      case 'law':
        return phrases.endsBy[ends.kind]
    }
  }

  function summary({ due, total }: Explanation): string {
    if (due.length === 0) return phrases.notEntitled
    const sum = due.length > 1 ? due.map(({ amount }) => numbers.format(amount)).join(' + ') : undefined
    return phrases.entitled(money(total), sum)
  }

  /** The whole explanation, a line for each thing said, indented under what it explains. */
  function lines(explanation: Explanation, durations: readonly Duration[] = []): string[] {
    const { headings } = phrases
    const paid = explanation.groups.filter(({ outcome }) => outcome === 'paid')
    const others = explanation.groups.filter(({ outcome }) => outcome !== 'paid')
    const standardLine = standard(explanation)
    const section = (heading: string, inner: string[]) =>
      inner.length > 0 ? [heading, ...inner.map((line) => `  ${line}`)] : []
    return [
      summary(explanation),
      ...section(headings.law, [regime(explanation), ...(standardLine ? [standardLine] : [])]),
      ...section(
        headings.granted,
        paid.flatMap((one) => [
          `✓ ${group(one)}${one.arithmetic ? `: ${arithmetic(one.arithmetic)}` : ''} — ${cited(one.cite)}`,
          `  ${paidTo(one.component)}`,
          ...durations
            .filter(({ group }) => group === one.group)
            .flatMap((found) => duration(found).map((line) => `  ${line}`)),
          ...conditionLines(one.condition).map((line) => `  ${line}`),
        ]),
      ),
      ...section(
        headings.combined,
        explanation.combination.map((one) => `${step(one)} — ${cited(one.cite)}`),
      ),
      ...section(
        headings.others,
        others.flatMap((one) => {
          const { firstFailing } = one
          return [
            `✗ ${group(one)}: ${refusal(one, { isListed: true })} — ${cited(one.exclusion?.cite ?? one.cite)}`,
            ...(firstFailing && listIn(firstFailing)
              ? conditionLines(firstFailing).map((line) => `    ${line}`)
              : []),
            ...lackingLines(one).map((line) => `    ${line}`),
          ]
        }),
      ),
      ...section(
        headings.conventions,
        explanation.conventions.map((id) => `${id}: ${phrases.convention[id]}`),
      ),
    ]
  }

  /** Whom the money goes to. */
  function paidTo(component: Component): string {
    return phrases.event.paidTo(phrases.event.payee[payeeOf[component]])
  }

  function cited(cite: Source): string {
    return cite.certainty === 'uncertain' ? `${source(cite)} [${phrases.certainty.uncertain}]` : source(cite)
  }

  return {
    benefit: (benefit: Benefit) => phrases.benefit[benefit],
    component: (component: Component) => phrases.component[component],
    outcome: (outcome: GroupOutcome) => phrases.outcome[outcome],
    certainty: (certainty: Certainty) => phrases.certainty[certainty],
    convention: (id: ConventionId) => phrases.convention[id],
    label: phrases.pick,
    condition,
    conditionLines,
    listIn,
    lackingLines,
    arithmetic,
    group,
    refusal,
    lacking,
    lacks,
    money,
    cited,
    tenths: (coefficient: number) => tenthsFormat.format(coefficient / 10),
    step,
    regime,
    standard,
    source,
    summary,
    duration,
    paidTo,
    lines,
  }
}
export type Words = ReturnType<typeof wordsFrom>
