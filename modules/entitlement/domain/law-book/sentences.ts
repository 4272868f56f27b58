import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { formatDate } from '#kernel/written'
import type { CaseInput } from '../case-file.ts'
import type { ConditionNode } from '../explanation.ts'
import { pointOfAbandoned } from '../../law/msa-1-points.ts'
import { isAboutBothParents, pointsStatedIn } from '../lost-parents.ts'
import { choices, flags, amounts, type ChoiceFact } from '../facts.ts'
import type { Source } from '../rule-set.ts'
import { families, type Family } from '../support.ts'
import type { Phrases } from '../phrases.ts'
import { wordsFrom } from '../words.ts'
import type { RegimeOnDay } from './book.ts'
import type { BookPhrases } from './book-phrases.ts'
import type { ProvisionChange, StatementChange } from './difference.ts'
import type { AmountIn, Chapter, Provision, Statement } from './provision.ts'
import { conjuncts, type ConditionChange } from './stated.ts'

const isFamily = (chapter: string): chapter is Family => families.some((family) => family === chapter)

type Choice = Extract<ConditionNode, { kind: 'is' }>

/** One thing that changed: about what, what was said before, what is said now; values come and go, they do not turn. */
export type Part = {
  readonly about?: string
  readonly before?: string
  readonly after?: string
  readonly isValues?: boolean
}

/** A condition in words, and what stands under it. */
export type Point = { readonly text: string; readonly of: readonly Point[] }

/** The sentences of the law book, made of the data of the law. */
export function bookWordsFrom(phrases: Phrases, book: BookPhrases) {
  const words = wordsFrom(phrases)
  const numbers = new Intl.NumberFormat(phrases.locale)
  const tenths = new Intl.NumberFormat(phrases.locale, { minimumFractionDigits: 1 })
  const money = (amount: Dong | number) => `${numbers.format(amount)} đ`
  const list = (all: readonly string[]) => all.join('; ')

  function chapter(id: Chapter): string {
    if (id === 'amounts' || id === 'combination' || id === 'exclusions' || id === 'procedure')
      return book.chapter[id]
    return isFamily(id) ? phrases.event.family[id] : capital(words.benefit(id))
  }

  /** What one is called in a list of the whole book. */
  function title({ label, territory }: Provision): string {
    return territory ? `${phrases.pick(label)}: ${book.territory(territory)}` : phrases.pick(label)
  }

  /** What has to be met, a point for each condition; alternatives stand under the point they belong to. */
  function outline(condition: ConditionNode): Point[] {
    return conjuncts(condition).map(point)
  }

  function point(condition: ConditionNode): Point {
    const points = (of: readonly ConditionNode[]) => of.map(point)
    const ofParents = pointsStatedIn(condition)
    if (ofParents) return { text: phrases.lostParents.requirement, of: pointsOfKhoan1(ofParents) }
    if (condition.kind === 'any') return { text: book.oneOf, of: points(condition.of) }
    if (condition.kind === 'all') return { text: book.allOf, of: points(condition.of) }
    if (condition.kind === 'not' && condition.of.kind === 'any')
      return { text: book.noneOf, of: points(condition.of.of) }
    if (condition.kind === 'not' && isAboutBothParents(condition.of))
      return { text: phrases.lostParents.bothUnknown, of: [] }
    if (condition.kind === 'not' && condition.of.kind === 'all')
      return { text: book.notAllOf, of: points(condition.of.of) }
    if (condition.kind === 'not' && condition.of.kind === 'inGroup')
      return { text: book.notInGroup(phrases.pick(condition.of.label)), of: [] }
    return { text: words.condition(condition).requirement, of: [] }
  }

  /** The points of khoản 1 one by one, as the article has them. */
  function pointsOfKhoan1(all: NonNullable<ReturnType<typeof pointsStatedIn>>): Point[] {
    const said = phrases.lostParents
    const are = (states: (typeof all)[number]['one']) =>
      states.map((state) => said.is[state]).join(phrases.or)
    const abandoned = said.point(pointOfAbandoned, phrases.flag.abandoned.yes)
    return [
      abandoned,
      ...all.map(({ point, one, other }) =>
        said.point(
          point,
          are(one) === are(other) ? said.both(are(one)) : said.oneAndOther(are(one), are(other)),
        ),
      ),
    ].map((text) => ({ text, of: [] }))
  }

  /** An outline in one line, for where there is no room for points. */
  function inLine(all: readonly Point[]): string {
    return all
      .map(({ text, of }) =>
        of.length > 0 ? `${text} (${of.map((one) => inLine([one])).join('; ')})` : text,
      )
      .join('; ')
  }

  function statement(one: Statement): string {
    switch (one.kind) {
      case 'who':
        return inLine(outline(one.condition))
      case 'band':
        return `${phrases.pick(one.label)}: ${book.coefficient(tenths.format(one.coefficient / 10))}`
      case 'gives':
        return one.isFloor && one.gives.kind !== 'realCost' ? book.floor(given(one)) : given(one)
      case 'payee':
        return phrases.event.paidTo(phrases.event.payee[one.payee])
      case 'choice':
        return phrases.pick(one.label)
      case 'decided': {
        const { authority, form, within, note } = one
        const said = book.decided(phrases.event.procedure(phrases.pick(authority), form, within))
        return note ? `${said}${phrases.and}${phrases.pick(note)}` : said
      }
      case 'counted':
        return book.counted(phrases.pick(one.what))
      case 'shrinks':
        return book.shrinks
      case 'grows':
        return book.grows
      case 'amount':
        return `${money(one.value)}${one.overtaken === undefined ? '' : ` – ${book.overtaken(money(one.overtaken))}`}`
      case 'small_pension':
        return book.smallPension[one.value]
      case 'meritorious_overlap':
        return book.meritoriousOverlap[one.value]
      case 'highest':
        return book.highest
      case 'together':
        return book.together(phrases.pick(one.group))
      case 'together_with':
        return book.togetherWith(phrases.pick(one.group))
      case 'higher_of':
        return book.higherOf(
          phrases.benefit[one.benefits[0]],
          phrases.benefit[one.benefits[1]],
          phrases.benefit[one.keeps],
        )
      case 'one_a_month':
        return book.oneAMonth(phrases.benefit[one.benefit], phrases.benefit[one.against])
      case 'added':
        return book.added(one.benefits.map((benefit) => phrases.benefit[benefit]).join(', '))
      case 'converts':
        return book.converts
      case 'shut_out':
        return book.shutOut(phrases.benefit[one.benefit])
      case 'start':
        return book.start
      case 'start_of_age':
        return book.startOfAge(phrases.pick(one.group), one.years)
      case 'start_of_certificate':
        return book.startOfCertificate(phrases.pick(one.group))
      case 'adjust':
        return book.adjust[one.value]
      case 'stop':
        return book.stop
      case 'working_days':
        return book.workingDays(one.days)
    }
  }

  /** What a rule for an event gives, before it is known to whom. */
  function given({ gives }: Extract<Statement, { kind: 'gives' }>): string {
    const times = (coefficient: number, base: string) =>
      book.times(tenths.format(coefficient / 10), base === 'social_pension')
    switch (gives.kind) {
      case 'multiple':
        return times(gives.coefficient, gives.base)
      case 'realCost':
        return book.realCost(times(gives.atLeast, gives.base))
      case 'fixed':
        return money(gives.amount)
      case 'rice':
        return book.riceEach(numbers.format(gives.kilograms), gives.months)
      case 'daily':
        return book.daily(money(gives.rate), gives.months)
      case 'upTo': {
        const { ceiling } = gives
        const most = typeof ceiling === 'number' ? money(ceiling) : times(ceiling.coefficient, ceiling.base)
        return phrases.event.ceiling(most, gives.per)
      }
      case 'topUp':
        return book.topUp(money(gives.to))
      case 'card':
        return phrases.event.card(gives.letters, gives.level, gives.percent)
      case 'inKind':
        return gives.months === undefined
          ? phrases.pick(gives.what)
          : book.forMonths(phrases.pick(gives.what), gives.months)
      case 'record':
        return book.recorded(phrases.pick(gives.what))
    }
  }

  /** «270.000 đ × 1,5 = 405.000 đ», or without a place where there is but the centre. */
  function amountsOf({
    amounts: all,
  }: {
    readonly amounts: readonly AmountIn[]
  }): readonly (readonly [place: string | undefined, amount: string])[] {
    return all.map(({ territory, amount }) => [
      territory === 'central' ? undefined : book.territory(territory),
      money(amount),
    ])
  }

  function period(from: Month, until: Month | undefined, through: (until: Month) => Month): string {
    return until
      ? book.monthThrough(phrases.month(from), phrases.month(through(until)))
      : book.sinceMonth(phrases.month(from))
  }

  /** What is otherwise in a condition: what it asked, and what it asks. */
  function conditionPart(change: ConditionChange): Part {
    const say = (condition: ConditionNode) => inLine([point(condition)])
    if (change.kind !== 'replaced')
      return { [change.kind === 'added' ? 'after' : 'before']: say(change.condition) }
    return change.before.kind === 'is' && change.after.kind === 'is'
      ? valuePart(change.before, change.after)
      : { before: say(change.before), after: say(change.after) }
  }

  /** Which values of a fact count now, and which do so no longer. */
  function valuePart(before: Choice, after: Choice): Part {
    const { name, values } = phrases.fact[after.fact]
    // A rule names only values its fact can have; the rule sets are checked for it.
    const say = (all: readonly string[]) =>
      all.map((one) => (values as Readonly<Record<string, string>>)[one] ?? one).join(', ')
    const came = after.among.filter((one) => !before.among.includes(one))
    const went = before.among.filter((one) => !after.among.includes(one))
    return {
      about: name,
      isValues: true,
      ...(went.length > 0 && { before: say(went) }),
      ...(came.length > 0 && { after: say(came) }),
    }
  }

  /** What is otherwise, one part for each thing. */
  function parts(one: StatementChange): Part[] {
    if (one.kind === 'condition') {
      const about = one.band && book.inBand(phrases.pick(one.band))
      return one.changes.map((change) => ({ ...(about && { about }), ...conditionPart(change) }))
    }
    return [
      {
        ...(one.before && { before: statement(one.before) }),
        ...(one.after && { after: statement(one.after) }),
      },
    ]
  }

  /** The same as sentences. */
  function change(one: StatementChange): string[] {
    return parts(one).map(({ about, before, after, isValues }) => {
      const said =
        before !== undefined && after !== undefined && !isValues
          ? [book.replaced(before, after)]
          : [
              ...(after === undefined ? [] : [book.came(after)]),
              ...(before === undefined ? [] : [book.went(before)]),
            ]
      return `${about ? `${about} – ` : ''}${said.join('; ')}`
    })
  }

  /** A person of a case in plain words: only what is not as usual. */
  function person({ born, diedOn, facts, changes = [], awarded }: CaseInput): string[] {
    return [
      book.born(formatDate(born)),
      ...factsOf(facts ?? {}),
      ...changes.map(({ from, ...rest }) => book.changed(dayText(from), list(factsOf(rest)))),
      ...(diedOn ? [book.died(dayText(diedOn))] : []),
      ...(awarded && awarded !== 'all'
        ? [
            awarded.length > 0
              ? book.awardedOnly(awarded.map((benefit) => phrases.benefit[benefit]).join(', '))
              : book.notAwarded,
          ]
        : []),
    ]
  }

  function factsOf(facts: NonNullable<CaseInput['facts']>): string[] {
    return [
      ...(Object.keys(choices) as ChoiceFact[]).flatMap((fact) => {
        const value = facts[fact]
        if (value === undefined) return []
        const { name, values } = phrases.fact[fact]
        return [`${name}: ${(values as Readonly<Record<string, string>>)[value] ?? value}`] // Values of the fact just named.
      }),
      ...flags.flatMap((fact) => {
        const value = facts[fact]
        return value === undefined ? [] : [phrases.flag[fact][value ? 'yes' : 'no']]
      }),
      ...amounts.flatMap((fact) => {
        const value = facts[fact]
        return value === undefined ? [] : [book.monthly(phrases.amount[fact], money(value))]
      }),
      ...(facts.children?.length
        ? [
            book.children(
              facts.children.length,
              facts.children
                .map(({ born, isStudying, continued }) =>
                  book.child(dayText(born), isStudying ?? false, continued ?? false),
                )
                .join('; '),
            ),
          ]
        : []),
      ...(facts.territory && facts.territory !== 'central'
        ? [book.lives(book.territory(facts.territory))]
        : []),
    ]
  }

  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(phrases.locale) + text.slice(1)
  const dayText = (day: string) => phrases.day(day as CivilDate) // The days of a case were read as days.

  /** A source, marked where the law itself is unsettled. */
  function cited(cite: Source): string {
    return cite.certainty === 'verified'
      ? words.source(cite)
      : `${words.source(cite)} [${phrases.certainty[cite.certainty]}]`
  }

  /** Which law a day had: where one only reaches back to it, the law in force comes first. */
  function lawOfDay({ label, inForceThen, from }: RegimeOnDay): string {
    const law = words.label(label)
    return inForceThen ? book.reachingBack(words.label(inForceThen), law, phrases.month(from)) : law
  }

  return {
    ...words,
    cited,
    lawOfDay,
    day: phrases.day,
    month: phrases.month,
    changeKind: (kind: ProvisionChange['kind']) => book.changeKind[kind],
    nothingChanged: book.nothingChanged,
    noLaw: book.noLaw,
    overtaken: (used: Dong) => book.overtaken(money(used)),
    onDay: book.onDay,
    retroactive: book.retroactive,
    money,
    chapter,
    title,
    outline,
    statement,
    amountsOf,
    period,
    parts,
    change,
    person,
    territory: book.territory,
  }
}
export type BookWords = ReturnType<typeof bookWordsFrom>
