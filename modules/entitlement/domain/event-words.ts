import type { EventChoice, EventFlag, EventKind, EventNumber, eventChoices } from './event-facts.ts'
import type { Payee } from './determination.ts'
import type { Family, SupportProcedure } from './support.ts'
import type { SupportOutcome } from './support-explanation.ts'

/** The phrases of one language for what is no monthly amount. */
export type EventPhrases = {
  readonly kind: Readonly<Record<EventKind, string>>
  readonly choice: {
    readonly [Fact in EventChoice]: {
      readonly name: string
      readonly values: Readonly<Record<(typeof eventChoices)[Fact][number], string>>
    }
  }
  readonly flag: Readonly<Record<EventFlag, { readonly yes: string; readonly no: string }>>
  readonly atLeast: Readonly<Record<EventNumber, (count: number) => string>>
  readonly counted: (count: number) => string
  readonly receives: (benefits: string) => string
  readonly receivesNot: string
  readonly entitledTo: (benefit: string) => string
  readonly entitledToNot: string
  readonly family: Readonly<Record<Family, string>>
  readonly outcome: Readonly<Record<SupportOutcome, string>>
  readonly payee: Readonly<Record<Payee, string>>
  readonly atLeastAmount: (amount: string) => string
  readonly spent: (amount: string) => string
  readonly upTo: (amount: string, level: string) => string
  readonly rice: (told: {
    readonly kilograms: string
    readonly each: number
    readonly persons: number
    readonly months: number
    readonly asked: number
  }) => string
  readonly days: (days: number, rate: string) => string
  readonly beyond: (days: number, limit: string) => string
  readonly ceiling: (amount: string, per: 'month' | 'year') => string
  readonly over: (spent: string, over: string) => string
  readonly within: (spent: string) => string
  readonly card: (letters: string | undefined, level: number, percent: number) => string
  readonly before: (day: string) => string
  readonly until: (day: string) => string
  readonly paidTo: (payee: string) => string
  readonly meantFor: (payee: string) => string
  readonly several: (family: string, count: number) => string
  readonly procedure: (
    authority: string,
    form: string | undefined,
    within: SupportProcedure['within'],
  ) => string
  readonly lacking: (what: string) => string
  readonly lackOn: (what: string, day: string) => string
  readonly lackNever: (what: string) => string
  readonly event: (kind: string, day: string, who: string | undefined) => string
  readonly month: (month: string) => string
  readonly nothing: string
}
