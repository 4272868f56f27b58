import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Citation } from '#kernel/law'
import { knownMonths } from '../law/known-months.ts'
import { payeeOf, type Benefit, type Component } from './determination.ts'
import type { Duration } from './duration.ts'
import type {
  Arithmetic,
  CombinationStep,
  ConditionNode,
  ConventionId,
  Explanation,
  GroupExplanation,
  GroupOutcome,
  Named,
} from './explanation.ts'
import { eventChoices, type EventChoice } from './event-facts.ts'
import type { EventPhrases } from './event-words.ts'
import { lackingOf, toLift, type Lack } from './lacking.ts'
import { choices, type AmountFact, type ChoiceFact, type FlagFact } from './facts.ts'
import { isAboutBothParents, lostParentsIn, type LostParents } from './lost-parents.ts'
import { labelOfRule } from './rule-names.ts'
import type { Certainty, Label, Source } from './rule-set.ts'

/** The phrases of one language; how they are put together is the same in every one. */
export type Phrases = {
  readonly locale: string
  readonly pick: (label: Label) => string
  readonly day: (day: CivilDate) => string
  readonly month: (month: Month) => string
  readonly benefit: Readonly<Record<Benefit, string>>
  readonly component: Readonly<Record<Component, string>>
  readonly outcome: Readonly<Record<GroupOutcome, string>>
  readonly certainty: Readonly<Record<Certainty, string>>
  readonly convention: Readonly<Record<ConventionId, string>>
  readonly fact: {
    readonly [Fact in ChoiceFact]: {
      readonly name: string
      readonly values: Readonly<Record<(typeof choices)[Fact][number], string>>
    }
  }
  readonly flag: Readonly<Record<FlagFact, { readonly yes: string; readonly no: string }>>
  readonly amount: Readonly<Record<AmountFact, string>>
  readonly or: string
  readonly and: string
  readonly not: (what: string) => string
  /** Khoản 1 Điều 5: one of its points, each about both parents. */
  readonly lostParents: {
    readonly requirement: string
    readonly point: (point: string, how: string) => string
    readonly father: (is: string) => string
    readonly mother: (is: string) => string
    readonly is: Readonly<Record<LostParents['father'], string>>
    readonly both: (are: string) => string
    readonly oneAndOther: (one: string, other: string) => string
    /** Where neither parent is known, no point speaks of the child. */
    readonly bothUnknown: string
  }
  readonly anyOf: (what: string) => string
  /** Over a list of them. */
  readonly oneOf: string
  readonly noneOf: string
  readonly ageFrom: (years: number, months: number) => string
  readonly ageBelow: (years: number, months: number) => string
  readonly age: (years: number, months: number, needed: string | undefined) => string
  readonly event: EventPhrases
  readonly livesIn: (label: string) => string
  readonly livesElsewhere: string
  readonly atLeast: (count: number, children: string) => string
  readonly counted: (found: number, born: readonly string[]) => string
  readonly inGroup: (label: string) => string
  readonly noAmount: (names: string) => string
  readonly amountBelow: (names: string, limit: string, isSocialPension: boolean) => string
  readonly hasAmount: (names: string) => string
  readonly amountFrom: (names: string, limit: string) => string
  readonly amountIs: (value: string) => string
  readonly private: string
  readonly units: (coefficient: string, units: number, standard: string, amount: string) => string
  readonly refused: (requirement: string, found: string | undefined, month: string | undefined) => string
  readonly lapsed: (month: string) => string
  readonly suspended: (month: string) => string
  readonly highest: (kept: string, over: string) => string
  readonly together: (kept: string) => string
  readonly higherBenefit: (kept: string, keptAmount: string, lost: string, lostAmount: string) => string
  readonly oneAMonth: (kept: string, waits: string) => string
  readonly belowMeritorious: (amount: string) => string
  readonly added: (benefits: string) => string
  readonly timing: Readonly<
    Record<Extract<CombinationStep, { kind: 'timing' }>['why'], (benefit: string) => string>
  >
  readonly regime: (label: string, month: string, from: string) => string
  readonly retroactive: (inForce: string, from: string) => string
  readonly noRegime: (month: string) => string
  readonly standard: (used: string, central: string, provincial: string | undefined) => string
  readonly since: (month: string) => string
  readonly paidSince: (month: string) => string
  readonly inMonth: (month: string) => string
  readonly before: (month: string) => string
  readonly starts: Readonly<Record<Duration['starts'], string>>
  readonly until: (month: string | undefined) => string
  readonly endsWith: (condition: string) => string
  readonly endsBy: Readonly<Record<'death' | 'law', string>>
  readonly source: (place: string, document: string) => string
  readonly entitled: (total: string, sum: string | undefined) => string
  readonly notEntitled: string
  readonly headings: {
    readonly law: string
    readonly granted: string
    readonly combined: string
    readonly others: string
    readonly conventions: string
  }
}

/** What is said of a condition: what the law asks, and what was found. */
export type Said = { readonly requirement: string; readonly found?: string }

/** Sentences from an explanation, for the screen and the terminal alike. */
export function wordsFrom(phrases: Phrases) {
  const numbers = new Intl.NumberFormat(phrases.locale)
  const tenthsFormat = new Intl.NumberFormat(phrases.locale, { minimumFractionDigits: 1 })
  const money = (amount: Dong) => `${numbers.format(amount)} đ`
  const source = ({ place, document }: Citation) => phrases.source(place, document)
  const named = ({ rule, label }: Named) => phrases.pick(labelOfRule(rule) ?? label)

  function condition(node: ConditionNode): Said {
    switch (node.kind) {
      case 'is':
        return choice(node.fact, node.among, node.value)
      case 'flag':
        return {
          requirement: phrases.flag[node.fact].yes,
          found: phrases.flag[node.fact][node.holds ? 'yes' : 'no'],
        }
      case 'not':
        return negated(node.of)
      case 'all':
        return { requirement: node.of.map((inner) => condition(inner).requirement).join(phrases.and) }
      case 'any': {
        const lost = lostParentsIn(node)
        if (lost) return { requirement: phrases.lostParents.requirement, found: lostParents(lost) }
        const said = node.of.map(condition)
        const found = said.flatMap((inner) => inner.found ?? []).join(phrases.and)
        return {
          requirement: phrases.anyOf(said.map(({ requirement }) => requirement).join(phrases.or)),
          ...(found && { found }),
        }
      }
      case 'ageFrom':
      case 'ageBelow':
        return {
          requirement: phrases[node.kind](Math.floor(node.months / 12), node.months % 12),
          found: phrases.age(
            Math.floor(node.ageInMonths / 12),
            node.ageInMonths % 12,
            node.kind === 'ageFrom' && !node.holds ? phrases.day(node.reachedOn) : undefined,
          ),
        }
      case 'eventIs':
        return eventChoice(node.fact, node.among, node.value)
      case 'eventFlag':
        return {
          requirement: phrases.event.flag[node.fact].yes,
          found: phrases.event.flag[node.fact][node.holds ? 'yes' : 'no'],
        }
      case 'eventAtLeast':
        return {
          requirement: phrases.event.atLeast[node.fact](node.least),
          found: phrases.event.counted(node.found),
        }
      case 'receives':
        return {
          requirement: phrases.event.receives(list(node.benefits.map((one) => phrases.benefit[one]))),
          ...(!node.holds && { found: phrases.event.receivesNot }),
        }
      case 'entitledTo':
        return {
          requirement: phrases.event.entitledTo(phrases.benefit[node.benefit]),
          ...(!node.holds && { found: phrases.event.entitledToNot }),
        }
      case 'livesIn':
        return {
          requirement: phrases.livesIn(phrases.pick(node.label)),
          ...(!node.holds && { found: phrases.livesElsewhere }),
        }
      case 'countAtLeast':
        return {
          requirement: phrases.atLeast(node.count, phrases.pick(node.children)),
          found: phrases.counted(node.found, node.counted.map(phrases.day)),
        }
      case 'inGroup':
        return { requirement: phrases.inGroup(phrases.pick(node.label)) }
      case 'amountBelow': {
        const names = node.facts.map((fact) => phrases.amount[fact]).join(phrases.or)
        return {
          requirement:
            node.limit <= 1
              ? phrases.noAmount(names)
              : phrases.amountBelow(names, money(node.limit), node.against === 'social_pension'),
          ...(node.value > 0 && { found: phrases.amountIs(money(node.value)) }),
        }
      }
      case 'private':
        return { requirement: phrases.private }
    }
  }

  /** Which point of khoản 1 is met, and how; of whoever meets none, how the parents are. */
  function lostParents({ point, abandoned, father, mother }: LostParents): string {
    const said = phrases.lostParents
    const parents = [said.father(parentIs(father)), said.mother(parentIs(mother))].join(', ')
    return point === undefined ? parents : said.point(point, abandoned ? phrases.flag.abandoned.yes : parents)
  }
  const parentIs = (state: LostParents['father']) => phrases.lostParents.is[state]

  const list = (all: readonly string[]) =>
    all.length > 1 ? `${all.slice(0, -1).join(', ')}${phrases.or}${all.at(-1)}` : (all[0] ?? '')

  function choice(fact: ChoiceFact, among: readonly string[], value: string): Said {
    const { name, values } = phrases.fact[fact]
    // A rule names only values its fact can have; the rule sets are checked for it.
    const say = (one: string) => (values as Readonly<Record<string, string>>)[one] ?? one
    return { requirement: `${name}: ${list(among.map(say))}`, found: say(value) }
  }

  function eventChoice(fact: EventChoice, among: readonly string[], value: string): Said {
    const { name, values } = phrases.event.choice[fact]
    const say = (one: string) => (values as Readonly<Record<string, string>>)[one] ?? one // As above.
    return { requirement: `${name}: ${list(among.map(say))}`, found: say(value) }
  }

  function negated(node: ConditionNode): Said {
    if (node.kind === 'is')
      return choice(
        node.fact,
        choices[node.fact].filter((one) => !node.among.includes(one)),
        node.value,
      )
    if (node.kind === 'eventIs')
      return eventChoice(
        node.fact,
        eventChoices[node.fact].filter((one) => !node.among.includes(one)),
        node.value,
      )
    if (node.kind === 'eventFlag')
      return {
        requirement: phrases.event.flag[node.fact].no,
        found: phrases.event.flag[node.fact][node.holds ? 'yes' : 'no'],
      }
    if (node.kind === 'flag')
      return {
        requirement: phrases.flag[node.fact].no,
        found: phrases.flag[node.fact][node.holds ? 'yes' : 'no'],
      }
    if (node.kind === 'ageFrom' || node.kind === 'ageBelow')
      return condition({ ...node, kind: node.kind === 'ageFrom' ? 'ageBelow' : 'ageFrom' })
    if (node.kind === 'amountBelow') {
      const { found } = condition(node)
      const names = node.facts.map((fact) => phrases.amount[fact]).join(phrases.or)
      const requirement =
        node.limit <= 1 ? phrases.hasAmount(names) : phrases.amountFrom(names, money(node.limit))
      return { requirement, found: found ?? phrases.noAmount(names) }
    }
    if (node.kind === 'private') return condition(node)
    if (isAboutBothParents(node)) return { requirement: phrases.lostParents.bothUnknown }
    return { requirement: phrases.not(condition(node).requirement) }
  }

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

  /** What would have to change for a group that gives nothing; undefined where no fact would help. */
  function lacking({ outcome, condition: node, exclusion }: GroupExplanation): string | undefined {
    if (outcome === 'refused') return lacks(lackingOf(node))
    return exclusion && lacks(toLift(exclusion.condition))
  }

  /** What is private is not said to be lacking either. */
  function lacks(every: readonly Lack[]): string | undefined {
    const found = eachLacking(every)
    return found && found.say(found.each.join(phrases.and))
  }

  function eachLacking(every: readonly Lack[]) {
    const all = every.filter(({ node }) => node.kind !== 'private')
    if (all.length === 0) return undefined
    const never = all.filter((one) => one.never)
    return never.length > 0
      ? { say: phrases.event.lackNever, each: never.map(({ node }) => condition(node).requirement) }
      : { say: phrases.event.lacking, each: [...new Set(all.map(lack))] }
  }

  /** What is lacking, one idea a line where there are several. */
  function lackingLines({ outcome, condition: node, exclusion }: GroupExplanation): readonly string[] {
    const found =
      outcome === 'refused'
        ? eachLacking(lackingOf(node))
        : exclusion && eachLacking(toLift(exclusion.condition))
    if (!found) return []
    return found.each.length === 1
      ? [found.say(found.each[0]!)]
      : [found.say('').trimEnd(), ...found.each.map((one) => `– ${one}`)]
  }

  function lack({ node, mustHold, on }: Lack): string {
    // Nobody is told to be abandoned: of the points of khoản 1, any will do.
    if (node.kind === 'flag' && node.fact === 'abandoned' && mustHold) return phrases.lostParents.requirement
    const { requirement } = mustHold ? condition(node) : negated(node)
    return on ? phrases.event.lackOn(requirement, phrases.day(on)) : requirement
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
        return phrases.oneAMonth(phrases.benefit[one.kept], phrases.benefit[one.waits])
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

  function conditionLines(node: ConditionNode): string[] {
    if (node.kind === 'all') return node.of.flatMap(conditionLines)
    const list = listIn(node)
    if (list)
      return [
        `${node.holds ? '✓' : '✗'} ${list.head}`,
        ...list.of.map((inner) => `    ${conditionLine(inner)}`),
      ]
    const { requirement, found } = condition(node)
    if (lostParentsIn(node)) return [`${node.holds ? '✓' : '✗'} ${requirement}`, `    ${found}`]
    return [conditionLine(node)]
  }

  function conditionLine(node: ConditionNode): string {
    const { requirement, found } = condition(node)
    // Of what is so or is not, the mark says as much.
    const isSaid = !found || found === requirement || node.kind === 'flag' || node.kind === 'all'
    return `${node.holds ? '✓' : '✗'} ${requirement}${isSaid ? '' : ` (${found})`}`
  }

  /** Several conditions that nobody could read in one sentence, and what is said over their list. */
  function listIn(node: ConditionNode): { head: string; of: readonly ConditionNode[] } | undefined {
    if (node.kind === 'not' && node.of.kind === 'any') return { head: phrases.noneOf, of: node.of.of }
    if (node.kind !== 'any' || lostParentsIn(node)) return undefined
    const isLong = node.of.length > 2 || node.of.some(({ kind }) => kind === 'all' || kind === 'any')
    return isLong ? { head: phrases.oneOf, of: node.of } : undefined
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
