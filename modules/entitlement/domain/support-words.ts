import type { ConditionNode } from './explanation.ts'
import { lackingOf } from './lacking.ts'
import type { Award, SupportExplanation, SupportRights } from './support-explanation.ts'
import type { Phrases } from './phrases.ts'
import type { Words } from './words.ts'

/** Where several rights stop at where the person lives, each says of all the places what it would say of its own. */
function namingEveryPlace(alike: readonly SupportExplanation[]): readonly SupportExplanation[] {
  const places = alike.flatMap(({ firstFailing }) => (firstFailing?.kind === 'livesIn' ? [firstFailing] : []))
  const [place] = places
  if (!place || places.length < 2) return alike
  const anyOf = (language: 'vi' | 'en') =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(places.map(({ label }) => label[language]))
  const everywhere = { ...place, label: { vi: anyOf('vi'), en: anyOf('en') } }
  const widened = (node: ConditionNode): ConditionNode =>
    node.kind === 'livesIn' ? everywhere : node.kind === 'all' ? { ...node, of: node.of.map(widened) } : node
  return alike.map((one) => ({ ...one, firstFailing: everywhere, condition: widened(one.condition) }))
}

/** Sentences about rights that are no monthly amount, for the screen and the terminal alike. */
export function supportWordsFrom(phrases: Phrases, words: Words) {
  const said = phrases.event
  const { money } = words
  const numbers = new Intl.NumberFormat(phrases.locale)

  /** What a right comes to, with its arithmetic. */
  function award(one: Award, isFloor = false): string {
    switch (one.kind) {
      case 'money': {
        const { amount, times, spent, upTo } = one
        if (spent !== undefined) return said.spent(money(amount))
        if (upTo !== undefined) return said.upTo(money(amount), money(upTo))
        const shown = isFloor ? said.atLeastAmount(money(amount)) : money(amount)
        return times ? `${shown} = ${words.tenths(times.coefficient)} × ${money(times.standard)}` : shown
      }
      case 'rice':
        return said.rice({ ...one, kilograms: numbers.format(one.kilograms) })
      case 'days': {
        const parts = one.parts.map(({ days, rate }) => said.days(days, money(rate))).join(' + ')
        const beyond = one.daysBeyond > 0 ? [said.beyond(one.daysBeyond, phrases.day(one.limit))] : []
        return [`${money(one.amount)} = ${parts}`, ...beyond].join(phrases.and)
      }
      case 'ceiling': {
        const { spent, over } = one
        const shown = said.ceiling(money(one.ceiling), one.per)
        if (spent === undefined) return shown
        return [shown, over ? said.over(money(spent), money(over)) : said.within(money(spent))].join(
          phrases.and,
        )
      }
      case 'card':
        return said.card(one.letters, one.level, one.percent)
      case 'inKind':
        return [phrases.pick(one.what), ...(one.before ? [said.before(phrases.day(one.before))] : [])].join(
          phrases.and,
        )
    }
  }

  /** Why a right is not given; undefined where it is. */
  function refusal({ outcome, firstFailing }: SupportExplanation): string | undefined {
    if (outcome === 'granted' || outcome === 'recorded') return undefined
    if (!firstFailing) return said.outcome[outcome]
    const { requirement, found } = words.condition(firstFailing)
    return phrases.refused(requirement, found, undefined)
  }

  /** What would have to change for a right that is refused. */
  function lacking({ outcome, condition }: SupportExplanation): string | undefined {
    return outcome === 'refused' ? words.lacks(lackingOf(condition)) : undefined
  }

  /** To whom, until when, by whom and how soon. */
  function terms({ payee, award: one, until, procedure }: SupportExplanation): string {
    const isThing = one?.kind === 'card' || one?.kind === 'inKind'
    return [
      said[isThing ? 'meantFor' : 'paidTo'](said.payee[payee]),
      ...(until ? [said.until(phrases.day(until))] : []),
      ...(procedure
        ? [said.procedure(phrases.pick(procedure.authority), procedure.form, procedure.within)]
        : []),
      ...(procedure?.note ? [phrases.pick(procedure.note)] : []),
    ].join(phrases.and)
  }

  /** Rights of one kind that stop at the same condition are told together. */
  function refusedTogether(all: readonly SupportExplanation[]): readonly (readonly SupportExplanation[])[] {
    const alike = ({ family, rule, outcome, firstFailing }: SupportExplanation) => {
      if (outcome !== 'refused' || !firstFailing) return rule
      // Where one lives is asked by every province: of those elsewhere one sentence says where it would be otherwise.
      const { kind } = firstFailing
      return `${family} ${kind === 'livesIn' ? kind : JSON.stringify(firstFailing)}`
    }
    return [...Map.groupBy(all, alike).values()].map(namingEveryPlace)
  }

  function refusedLines(together: readonly SupportExplanation[]): string[] {
    const [one] = together
    if (!one) return []
    const source = words.cited(one.choice && one.award ? one.choice.cite : one.cite)
    if (together.length > 1)
      return [`✗ ${said.several(said.family[one.family], together.length)}: ${refusal(one)} — ${source}`]
    const change = lacking(one)
    return [`✗ ${phrases.pick(one.label)}: ${refusal(one)} — ${source}`, ...(change ? [`    ${change}`] : [])]
  }

  /** A line for each right: what is given, then what is held but not given, then what is refused and why. */
  function lines({ rights, conventions }: SupportRights): string[] {
    const given = rights.filter(({ outcome }) => outcome === 'granted' || outcome === 'recorded')
    const others = rights.filter(({ outcome }) => outcome !== 'granted' && outcome !== 'recorded')
    return [
      ...(given.length === 0 ? [said.nothing] : []),
      ...given.flatMap((one) => [
        `✓ ${phrases.pick(one.label)}${one.award ? `: ${award(one.award, one.isFloor)}` : ''} — ${words.cited(one.cite)}`,
        `    ${terms(one)}`,
        ...words.conditionLines(one.condition).map((line) => `    ${line}`),
      ]),
      ...refusedTogether(others).flatMap(refusedLines),
      ...conventions.map((id) => `? ${id}: ${words.convention(id)} [${words.certainty('uncertain')}]`),
    ]
  }

  return {
    several: (family: SupportExplanation['family'], count: number) =>
      said.several(said.family[family], count),
    award,
    refusal,
    lacking,
    terms,
    refusedTogether,
    lines,
  }
}
