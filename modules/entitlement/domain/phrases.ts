import type { CivilDate, Month } from '#kernel/civil-date'
import type { Benefit, Component } from './determination.ts'
import type { Duration } from './duration.ts'
import type { EventPhrases } from './event-words.ts'
import type { CombinationStep, ConventionId, GroupOutcome } from './explanation.ts'
import type { AmountFact, ChoiceFact, choices, FlagFact } from './facts.ts'
import type { LostParents } from './lost-parents.ts'
import type { Certainty, Label } from './rule-set.ts'

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
  readonly oneAMonth: (kept: string, waits: string, isNew: boolean) => string
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
