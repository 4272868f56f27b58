import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong, Tenths } from '#kernel/dong'
import type { Benefit, Component, Due } from './determination.ts'
import type { EventChoice, EventFlag, EventNumber } from './event-facts.ts'
import type { AmountFact, ChoiceFact, FlagFact } from './facts.ts'
import type { Label, RegimeId, Source } from './rule-set.ts'
import type { Standing } from './standing.ts'

/** A condition with the facts it looked at and its truth; `confidential` where the fact is for few eyes. */
export type ConditionNode = { readonly holds: boolean; readonly confidential: boolean } & (
  | {
      readonly kind: 'is'
      readonly fact: ChoiceFact
      readonly among: readonly string[]
      readonly value: string
    }
  | {
      readonly kind: 'flag'
      readonly fact: FlagFact
      /** It is not so of this person, and never will be. */
      readonly isImpossible?: true
    }
  | { readonly kind: 'not'; readonly of: ConditionNode }
  | { readonly kind: 'all' | 'any'; readonly of: readonly ConditionNode[] }
  | {
      readonly kind: 'ageFrom' | 'ageBelow'
      readonly months: number
      readonly ageInMonths: number
      /** The day the age is reached. */
      readonly reachedOn: CivilDate
    }
  | {
      readonly kind: 'eventIs'
      readonly fact: EventChoice
      readonly among: readonly string[]
      readonly value: string
    }
  | { readonly kind: 'eventFlag'; readonly fact: EventFlag }
  | {
      readonly kind: 'eventAtLeast'
      readonly fact: EventNumber
      readonly least: number
      readonly found: number
    }
  | { readonly kind: 'receives'; readonly benefits: readonly Benefit[] }
  | { readonly kind: 'entitledTo'; readonly benefit: Benefit }
  | { readonly kind: 'livesIn'; readonly label: Label; readonly territory: string }
  | {
      readonly kind: 'countAtLeast'
      readonly children: Label
      readonly count: number
      readonly found: number
      /** When each of those was born. */
      readonly counted: readonly CivilDate[]
    }
  | { readonly kind: 'inGroup'; readonly group: string; readonly label: Label; readonly of: ConditionNode }
  | {
      readonly kind: 'amountBelow'
      readonly facts: readonly AmountFact[]
      readonly value: Dong
      readonly limit: Dong
      readonly against: 'amount' | 'social_pension'
    }
  | { readonly kind: 'private' }
)

export type Arithmetic = {
  readonly coefficient: Tenths
  readonly units: number
  readonly standard: Dong
  readonly amount: Dong
}

/**
 * What became of a group: paid, held but giving way or waiting for the next month, held but never decided, suspended by
 * decision or held again after the decision had lapsed, shut out, or refused by its condition.
 */
export type GroupOutcome =
  | 'paid'
  | 'not_highest'
  | 'gave_way'
  | 'waits'
  | 'below_meritorious'
  | 'not_awarded'
  | 'lapsed'
  | 'suspended'
  | 'excluded'
  | 'refused'

export type GroupExplanation = {
  readonly group: string
  readonly benefit: Benefit
  readonly component: Component
  readonly label: Label
  readonly cite: Source
  readonly outcome: GroupOutcome
  /** The end of the month before, or of the month: which day’s facts are shown. */
  readonly day: CivilDate
  readonly condition: ConditionNode
  /** Of a group that holds. */
  readonly band?: {
    readonly id: string
    readonly label: Label
    readonly condition?: ConditionNode
    readonly cite: Source
  }
  readonly arithmetic?: Arithmetic
  /** Of a group that is refused: the first condition that fails. */
  readonly firstFailing?: ConditionNode
  /** Where only age is lacking: the month it will be met, all else unchanged. */
  readonly reachedIn?: Month
  /** Of a group held again: since when the award has lapsed. */
  readonly lapsedIn?: Month
  /** Of a group whose award is suspended: the first month not paid. */
  readonly suspendedFrom?: Month
  readonly exclusion?: {
    readonly id: string
    readonly label: Label
    readonly cite: Source
    readonly condition: ConditionNode
    /** The month from which it shuts out no more, whatever the person does. */
    readonly until?: Month
  }
  readonly confidential: boolean
}

export type CombinationStep =
  | {
      readonly kind: 'highest'
      readonly benefit: Benefit
      readonly kept: Named
      readonly over: readonly Named[]
      readonly cite: Source
    }
  | {
      readonly kind: 'together'
      readonly benefit: Benefit
      readonly kept: readonly Named[]
      readonly cite: Source
    }
  | {
      readonly kind: 'higher_benefit'
      readonly kept: Benefit
      readonly lost: Benefit
      readonly keptAmount: Dong
      readonly lostAmount: Dong
      readonly cite: Source
    }
  | {
      readonly kind: 'one_a_month'
      readonly kept: Benefit
      readonly waits: Benefit
      /** Neither was held when the month began: the one that is paid is what it would be alone. */
      readonly isNew?: true
      readonly cite: Source
    }
  | { readonly kind: 'below_meritorious'; readonly meritorious: Dong; readonly cite: Source }
  | { readonly kind: 'added'; readonly benefits: readonly Benefit[]; readonly cite: Source }
  | {
      readonly kind: 'timing'
      readonly benefit: Benefit
      readonly why:
        | 'level_of_start'
        | 'stops_next_month'
        | 'shrinks_next_month'
        | 'grows_at_once'
        | 'starts'
        | 'begins_and_ends'
      readonly cite: Source
    }
export type Named = {
  readonly rule: string
  readonly label: Label
  readonly amount: Dong
  readonly confidential: boolean
}

/** A convention the determination rests on, by its number in docs/open-questions.md; shown as «Cần xác nhận». */
export const conventionIds = [
  'C1',
  'C2',
  'C5',
  'C6',
  'C5-C6',
  'C7',
  'C9',
  'C10',
  'C12',
  'C13',
  'C14',
  'C20',
  'WITHIN',
  'SP-03',
  'NCC',
  '12',
] as const
export type ConventionId = (typeof conventionIds)[number]

/** C9, C10: a birth date known by its year or month, or on 29 February, reaches every age by convention. */
export function conventionsOfBirth({ born, bornPrecision }: Pick<Standing, 'born' | 'bornPrecision'>) {
  const isOn29th = born.endsWith('-02-29')
  return (['C9', 'C10'] as const).filter((id) => (id === 'C9' ? bornPrecision !== 'day' : isOn29th))
}

/** Why a person is due what they are due in a month: the whole tree, in a format that has a version. */
export type Explanation = {
  readonly format: 'explanation.v1'
  readonly month: Month
  readonly knownOn: CivilDate
  readonly regime?: {
    readonly id: RegimeId
    readonly label: Label
    readonly ruleSet: string
    readonly from: Month
    readonly inForce: CivilDate
    /** The month lies before the law came into force. */
    readonly isRetroactive: boolean
    readonly cite: Source
    readonly procedure: {
      readonly id: RegimeId
      readonly adjust: 'month_of_change' | 'month_after'
      readonly cite: Source
    }
  }
  readonly standard?: {
    readonly territory: string
    readonly central: { readonly value: Dong; readonly cite: Source }
    readonly provincial?: { readonly value: Dong; readonly cite: Source }
    readonly used: Dong
  }
  readonly groups: readonly GroupExplanation[]
  readonly combination: readonly CombinationStep[]
  readonly conventions: readonly ConventionId[]
  readonly due: readonly Due[]
  readonly total: Dong
}
