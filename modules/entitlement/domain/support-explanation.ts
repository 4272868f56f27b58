import type { CivilDate } from '#kernel/civil-date'
import type { Dong, Tenths } from '#kernel/dong'
import type { Payee } from './determination.ts'
import type { ConditionNode, ConventionId } from './explanation.ts'
import { hideNode, withCompany } from './folded.ts'
import type { BaseParameter, Label, RegimeId, Source } from './rule-set.ts'
import type { Family, SupportProcedure } from './support.ts'
import { firstFailing } from './trace.ts'

/** Some days of a stay at one rate, first and last included. */
export type Days = {
  readonly from: CivilDate
  readonly through: CivilDate
  readonly days: number
  readonly rate: Dong
}

/** What a right comes to. */
export type Award =
  | {
      readonly kind: 'money'
      readonly amount: Dong
      /** How it was worked out; nothing where the law names the sum. */
      readonly times?: {
        readonly coefficient: Tenths
        readonly base: BaseParameter
        readonly standard: Dong
      }
      /** What was really spent, where that is paid. */
      readonly spent?: Dong
      /** A supplement up to this level. */
      readonly upTo?: Dong
    }
  | {
      readonly kind: 'rice'
      readonly kilograms: number
      readonly each: number
      readonly persons: number
      readonly months: number
      readonly asked: number
    }
  | {
      readonly kind: 'days'
      readonly amount: Dong
      readonly parts: readonly Days[]
      /** The stay ends before this day, and days of it beyond are not paid. */
      readonly limit: CivilDate
      readonly daysBeyond: number
    }
  | {
      readonly kind: 'ceiling'
      readonly ceiling: Dong
      readonly per: 'month' | 'year'
      readonly spent?: Dong
      readonly over?: Dong
    }
  | {
      readonly kind: 'card'
      readonly letters?: string
      readonly level: 1 | 2 | 3 | 4 | 5
      readonly percent: number
    }
  | { readonly kind: 'inKind'; readonly what: Label; readonly before?: CivilDate }

/** Given, held but less than another, or paid by another law, or nothing beside the centre, only recorded, or refused. */
export type SupportOutcome = 'granted' | 'not_best' | 'paid_elsewhere' | 'covered' | 'recorded' | 'refused'

/** Why a person has a right that is no monthly amount, or has it not. */
export type SupportExplanation = {
  readonly rule: string
  readonly family: Family
  readonly label: Label
  readonly cite: Source
  readonly payee: Payee
  readonly isFloor: boolean
  readonly outcome: SupportOutcome
  readonly condition: ConditionNode
  readonly firstFailing?: ConditionNode
  readonly award?: Award
  /** The right ends with an age. */
  readonly until?: CivilDate
  readonly procedure?: SupportProcedure
  /** Among which rights this one was compared. */
  readonly choice?: { readonly label: Label; readonly cite: Source }
}

/** The rights of one event, or of one month, in the order of the law. */
export type SupportRights = {
  readonly regime: RegimeId
  readonly on: CivilDate
  readonly rights: readonly SupportExplanation[]
  /** Conventions they rest on, shown as «Cần xác nhận». */
  readonly conventions: readonly ConventionId[]
}

/** The same for a viewer who may not see confidential facts, nor, beside a rule without a name, what its company asks for. */
export function foldSupport({ rights, ...told }: SupportRights, isUnnamed: boolean): SupportRights {
  return {
    ...told,
    rights: rights.map(({ condition, firstFailing: failing, ...right }) => {
      const folded = hideNode(isUnnamed ? withCompany(condition) : condition)
      return { ...right, condition: folded, ...(failing && { firstFailing: firstFailing(folded) }) }
    }),
  }
}
