import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong, Tenths } from '#kernel/dong'
import type { Citation } from '#kernel/law'
import { benefits, type Benefit, type Component } from './determination.ts'
import type { AmountFact, ChildFact, ChoiceFact, FlagFact } from './facts.ts'

/** How sure we are of a figure: read in the text, well known, or to be confirmed («Cần xác nhận»). */
export type Certainty = 'verified' | 'knowledge' | 'uncertain'

/** A citation that says how sure it is; required on every group, band, dated value and clause. */
export type Source = Citation & { readonly certainty: Certainty }

/**
 * Where the conventions of this system stand, cited where the law is silent. They explain how something was reckoned, but no
 * decision may rest on one: rules and their amounts cite an article.
 */
export const conventionsFile = 'docs/open-questions.md'
export const isConvention = ({ document }: Citation) => document === conventionsFile

/** Words of the law for people; both languages always. */
export type Label = { readonly vi: string; readonly en: string }

/** What a child must be to count: an age in whole months, and what else. */
export type ChildTest = {
  readonly fromMonths?: number
  readonly belowMonths?: number
  readonly is?: readonly ChildFact[]
}

/** Living children the person raises who meet one of the tests. */
export type ChildCount = { readonly label: Label; readonly anyOf: readonly ChildTest[] }

/**
 * A closed language: what cannot be written here cannot be explained, compiled, hashed or compared. `inGroup` means
 * that the condition of that group holds, whatever is paid.
 */
export type Condition =
  | { readonly kind: 'is'; readonly fact: ChoiceFact; readonly among: readonly string[] }
  | { readonly kind: 'flag'; readonly fact: FlagFact }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'ageFrom'; readonly months: number }
  | { readonly kind: 'ageBelow'; readonly months: number }
  /** Lives where a province has set something of its own; `label` says whose law it is. */
  | { readonly kind: 'livesIn'; readonly territories: readonly string[]; readonly label: Label }
  | { readonly kind: 'countAtLeast'; readonly children: ChildCount; readonly count: number }
  | { readonly kind: 'inGroup'; readonly group: string }
  | {
      readonly kind: 'amountBelow'
      readonly facts: readonly AmountFact[]
      readonly limit: Dong | 'social_pension'
    }

/** A coefficient and when it applies; the last of a group has no condition. */
export type Band = {
  /** The rule id a payroll line carries («MSA-6-3»). */
  readonly id: string
  readonly label: Label
  readonly when?: Condition
  readonly coefficient: Tenths
  readonly cite: Source
}

/** Who is given one amount («nhóm đối tượng»). */
export type Group = {
  readonly id: string
  readonly benefit: Benefit
  readonly component: Component
  readonly base: BaseParameter
  readonly label: Label
  readonly cite: Source
  readonly when: Condition
  readonly bands: readonly Band[]
  /** What the coefficient is multiplied by; nothing counts where it is absent. */
  readonly per?: ChildCount
  /** C7, C20: an amount that shrinks does so from the month after, in every regime. */
  readonly shrinksNextMonth?: { readonly cite: Source }
  /** C6: an amount that grows in a month before `until` does so from that month, whatever the procedure. */
  readonly growsAtOnce?: { readonly until: Month; readonly cite: Source }
}

export const baseParameters = ['standard', 'social_pension'] as const
export type BaseParameter = (typeof baseParameters)[number]

/** A value for the benefit months from `from` through the month before `until`. */
export type Dated<Value> = {
  readonly from: Month
  readonly until?: Month
  readonly value: Value
  readonly cite: Source
}

export type Parameters = {
  /** Đồng by territory; the centre is a floor under every province. */
  readonly standard: readonly (Dated<Dong> & { readonly territory: string })[]
  readonly social_pension: readonly Dated<Dong>[]
  /** SP-03: a small pension leaves the whole social pension, or what is missing to it. */
  readonly small_pension: readonly Dated<'full' | 'difference'>[]
  /** 2.4 point 7: the allowance beside a monthly allowance for meritorious service. */
  readonly meritorious_overlap: readonly Dated<'highest' | 'both'>[]
}

/** Where nobody receives a benefit, whatever group they are in. */
export type Exclusion = {
  readonly id: string
  readonly benefits: readonly Benefit[]
  readonly when: Condition
  readonly label: Label
  readonly cite: Source
}

/** What becomes of several rights of one person in one month. */
export type Combination = {
  /** One amount within each benefit, the highest. */
  readonly highest: { readonly cite: Source }
  /** The exception: `group` and the highest of `with` are both paid. */
  readonly together: { readonly group: string; readonly with: readonly string[]; readonly cite: Source }
  /** Of two benefits the higher; `keeps` where they are equal. */
  readonly higherOf?: {
    readonly benefits: readonly [Benefit, Benefit]
    readonly keeps: Benefit
    readonly cite: Source
  }
  /** C20: where people pass from one benefit to others, a month pays what was held when it began; where nothing was, the one. */
  readonly oneAMonth?: {
    readonly benefit: Benefit
    readonly against: readonly Benefit[]
    readonly cite: Source
  }
  /** Paid for another purpose: added, never compared. */
  readonly added: { readonly benefits: readonly Benefit[]; readonly cite: Source }
  readonly exclusions: readonly Exclusion[]
}

/** The law of a regime as data: it is serialised, hashed, listed and explained as it stands. */
export type RuleSet = {
  readonly id: RegimeId
  readonly label: Label
  readonly parameters: Parameters
  readonly groups: readonly Group[]
  readonly combination: Combination
}

export const regimeIds = ['R13', 'R21', 'R25', 'R26'] as const
export type RegimeId = (typeof regimeIds)[number]

/** When a law was made public, and when it came into force; before the first day nobody can apply it. */
export type Known = { readonly issued: CivilDate; readonly inForce: CivilDate }

/** A rule set and the benefit months it speaks for, which may begin before it came into force. */
export type Regime = Known & {
  readonly from: Month
  readonly rules: RuleSet
  readonly cite: Source
  readonly converts?: Conversion
}

/**
 * TRN-01, TRN-05: in the months before it came into force a law only moves whoever received by the law before to its own
 * amounts; what it opened for others begins with it.
 */
export type Conversion = {
  readonly label: Label
  readonly cite: Source
  /** Whose new rights are meant, where the rule set is another one that was made of it. */
  readonly of?: RuleSet
}

/** A regime as an amendment of the one before: groups replaced by id or added, taken out, the rest kept. */
export type Amendment = {
  readonly id: RegimeId
  readonly label: Label
  readonly without?: readonly string[]
  readonly groups?: readonly Group[]
  readonly parameters?: Partial<Parameters>
  readonly combination?: Partial<Combination>
}

/** Applies an amendment. Groups stand in the order of benefits and of their ids, which is that of the articles. */
export function amend(before: RuleSet, amendment: Amendment): RuleSet {
  const amended = new Map(amendment.groups?.map((group) => [group.id, group]))
  const kept = before.groups
    .filter((group) => !amendment.without?.includes(group.id))
    .map((group) => amended.get(group.id) ?? group)
  const added = [...amended.values()].filter((group) => !before.groups.some(({ id }) => id === group.id))
  return {
    id: amendment.id,
    label: amendment.label,
    parameters: { ...before.parameters, ...amendment.parameters },
    groups: [...kept, ...added].toSorted(
      (one, other) =>
        benefits.indexOf(one.benefit) - benefits.indexOf(other.benefit) || (one.id < other.id ? -1 : 1),
    ),
    combination: { ...before.combination, ...amendment.combination },
  }
}

export const is = (fact: ChoiceFact, ...among: string[]): Condition => ({ kind: 'is', fact, among })
export const flag = (fact: FlagFact): Condition => ({ kind: 'flag', fact })
export const not = (of: Condition): Condition => ({ kind: 'not', of })
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
export const ageFrom = (years: number): Condition => ({ kind: 'ageFrom', months: years * 12 })
export const ageBelow = (years: number): Condition => ({ kind: 'ageBelow', months: years * 12 })
export const livesIn = (label: Label, ...territories: string[]): Condition => ({
  kind: 'livesIn',
  territories,
  label,
})
export const countAtLeast = (children: ChildCount, count: number): Condition => ({
  kind: 'countAtLeast',
  children,
  count,
})
export const inGroup = (group: string): Condition => ({ kind: 'inGroup', group })
export const amountBelow = (limit: Dong | 'social_pension', ...facts: AmountFact[]): Condition => ({
  kind: 'amountBelow',
  facts,
  limit,
})
