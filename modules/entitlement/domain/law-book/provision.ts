import type { Month } from '#kernel/civil-date'
import type { Dong, Tenths } from '#kernel/dong'
import { benefits, type Benefit, type Component, type Payee } from '../determination.ts'
import type { ConditionNode } from '../explanation.ts'
import type { Label, Source } from '../rule-set.ts'
import { families, type Gives, type SupportProcedure } from '../support.ts'

/** The parts of the book, in its order; a benefit is one of them. */
export const chapters = [
  'amounts',
  ...benefits,
  ...families,
  'combination',
  'exclusions',
  'procedure',
] as const
export type Chapter = (typeof chapters)[number]

/** What an amount comes to in a territory; `central` where no province has set more. */
export type AmountIn = { readonly territory: string; readonly amount: Dong }

/** What is given, and of a card how much of the costs it pays. */
export type Given =
  | Exclude<Gives, { readonly kind: 'card' }>
  | (Extract<Gives, { readonly kind: 'card' }> & { readonly percent: number })

/**
 * One thing the law says, with its source. `key` finds the same thing in another version, so that two can be compared.
 */
export type Statement = { readonly key: string; readonly cite: Source } & (
  | { readonly kind: 'who'; readonly condition: ConditionNode }
  | {
      readonly kind: 'band'
      readonly label: Label
      readonly when?: ConditionNode
      readonly coefficient: Tenths
      readonly amounts: readonly AmountIn[]
    }
  /** What is counted, where a coefficient is paid for each. */
  | { readonly kind: 'counted'; readonly what: Label }
  | {
      readonly kind: 'gives'
      readonly gives: Given
      /** A province or a decision may give more. */
      readonly isFloor: boolean
      readonly amounts: readonly AmountIn[]
    }
  | { readonly kind: 'payee'; readonly payee: Payee }
  | { readonly kind: 'choice'; readonly label: Label }
  | {
      readonly kind: 'decided'
      readonly authority: Label
      readonly form: string | undefined
      readonly within: SupportProcedure['within']
      readonly note: Label | undefined
    }
  | { readonly kind: 'shrinks' }
  | { readonly kind: 'grows' }
  | {
      readonly kind: 'amount'
      readonly value: Dong
      readonly from: Month
      readonly until?: Month
      /** What is paid where the centre’s amount is higher than a province’s. */
      readonly overtaken?: Dong
    }
  | { readonly kind: 'small_pension'; readonly value: 'full' | 'difference' }
  | { readonly kind: 'meritorious_overlap'; readonly value: 'highest' | 'both' }
  | { readonly kind: 'highest' }
  | { readonly kind: 'together'; readonly group: Label }
  | { readonly kind: 'together_with'; readonly group: Label }
  | { readonly kind: 'higher_of'; readonly benefits: readonly [Benefit, Benefit]; readonly keeps: Benefit }
  | { readonly kind: 'one_a_month'; readonly benefit: Benefit; readonly against: Benefit }
  | { readonly kind: 'added'; readonly benefits: readonly Benefit[] }
  /** A law that reaches back: whoever had no right by the law before. */
  | { readonly kind: 'converts' }
  | { readonly kind: 'shut_out'; readonly benefit: Benefit }
  | { readonly kind: 'start' }
  | { readonly kind: 'start_of_age'; readonly group: Label; readonly years: number }
  | { readonly kind: 'start_of_certificate'; readonly group: Label }
  | { readonly kind: 'adjust'; readonly value: 'month_of_change' | 'month_after' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'working_days'; readonly days: number }
)

/** A rule of the book («quy tắc»): something with a name one can link to, and all the law says of it at one time. */
export type Provision = {
  readonly id: string
  readonly chapter: Chapter
  readonly label: Label
  /** The province an amount was set by, where it is not the centre’s. */
  readonly territory?: string
  readonly component?: Component
  readonly cite: Source
  readonly statements: readonly Statement[]
}
