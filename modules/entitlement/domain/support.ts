import type { CivilDate } from '#kernel/civil-date'
import type { Dong, Tenths } from '#kernel/dong'
import type { Benefit, Payee } from './determination.ts'
import type { EventChoice, EventFlag, EventKind, EventNumber } from './event-facts.ts'
import type { BaseParameter, Condition, Known, Label, RegimeId, Source } from './rule-set.ts'

/** What a support rule may ask of an event, or of the benefits a person has on its day. */
export type EventLeaf =
  | { readonly kind: 'eventIs'; readonly fact: EventChoice; readonly among: readonly string[] }
  | { readonly kind: 'eventFlag'; readonly fact: EventFlag }
  | { readonly kind: 'eventAtLeast'; readonly fact: EventNumber; readonly least: number }
  /** Has one of these by decision, and the law gives it that month. */
  | { readonly kind: 'receives'; readonly benefits: readonly Benefit[] }
  /** The law would give it, whatever has been decided. */
  | { readonly kind: 'entitledTo'; readonly benefit: Benefit }

/** The language of the monthly groups, and beside it what an event is asked. */
export type SupportCondition =
  | Exclude<Condition, { readonly kind: 'not' | 'all' | 'any' }>
  | EventLeaf
  | { readonly kind: 'not'; readonly of: SupportCondition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly SupportCondition[] }

/** What a rule gives: money by the standard, by the day, of a fixed sum, up to a ceiling; rice; a card; or a thing. */
export type Gives =
  | { readonly kind: 'multiple'; readonly coefficient: Tenths; readonly base: BaseParameter }
  | { readonly kind: 'fixed'; readonly amount: Dong }
  /** What was really spent, and never less than the multiple. */
  | { readonly kind: 'realCost'; readonly atLeast: Tenths; readonly base: BaseParameter }
  | { readonly kind: 'rice'; readonly kilograms: number; readonly months: number }
  | { readonly kind: 'daily'; readonly rate: Dong; readonly months: number }
  | {
      readonly kind: 'upTo'
      readonly ceiling: Dong | { readonly coefficient: Tenths; readonly base: BaseParameter }
      readonly per: 'month' | 'year'
    }
  | { readonly kind: 'topUp'; readonly to: Dong; readonly over: BaseParameter }
  /** A health-insurance card: its group letters, and the digit of its benefit level. */
  | { readonly kind: 'card'; readonly letters?: string; readonly level: 1 | 2 | 3 | 4 | 5 }
  | { readonly kind: 'inKind'; readonly what: Label; readonly months?: number }
  /** Helped by another law: it is only recorded here. */
  | { readonly kind: 'record'; readonly what: Label }

/** Who decides, by which form, and how soon. */
export type SupportProcedure = {
  readonly authority: Label
  readonly form?: string
  readonly within?: { readonly count: number; readonly unit: 'days' | 'working_days' }
  readonly note?: Label
  readonly cite: Source
}

export const families = [
  'funeral',
  'emergency',
  'temporary_care',
  'facility',
  'health_insurance',
  'education',
  'training',
  'province',
] as const
export type Family = (typeof families)[number]

/** A right that is no monthly amount of a group («hỗ trợ»): of an event, or following from the facts of a month. */
export type SupportRule = {
  readonly id: string
  readonly family: Family
  readonly of: readonly (EventKind | 'month')[]
  readonly label: Label
  readonly cite: Source
  readonly when: SupportCondition
  readonly gives: Gives
  readonly payee: Payee
  /** «Thấp nhất», «tối thiểu»: a province or a decision may give more. */
  readonly isFloor?: true
  readonly procedure?: SupportProcedure
  /** The choice among several rights, by its id. */
  readonly oneOf?: string
}

/** Of several rights to one thing the best is given («chỉ hưởng một mức cao nhất»). */
export type Choice = {
  readonly id: string
  readonly label: Label
  readonly cite: Source
  /** What another law pays for the same is compared too. */
  readonly against?: 'otherFuneral'
}

/** The support rules in force from a day until the next set is; an event follows the law of its own day. */
export type SupportRegime = Known & {
  readonly id: RegimeId
  readonly rules: readonly SupportRule[]
  readonly choices: readonly Choice[]
}
export type SupportLaw = readonly [SupportRegime, ...SupportRegime[]]

/** The rules in force on a day; undefined before the first. */
export function supportOn(law: SupportLaw, day: CivilDate): SupportRegime | undefined {
  return law.findLast(({ inForce }) => inForce <= day)
}

/** The rules of a regime as an amendment of those before: replaced by id or added, taken out, the rest kept. */
export function amendSupport(
  before: readonly SupportRule[],
  { without = [], rules }: { readonly without?: readonly string[]; readonly rules: readonly SupportRule[] },
): readonly SupportRule[] {
  const amended = new Map(rules.map((rule) => [rule.id, rule]))
  const kept = before.filter(({ id }) => !without.includes(id)).map((rule) => amended.get(rule.id) ?? rule)
  return [...kept, ...rules.filter(({ id }) => !before.some((rule) => rule.id === id))]
}

export const allOf = (...of: SupportCondition[]): SupportCondition => ({ kind: 'all', of })
export const anyOf = (...of: SupportCondition[]): SupportCondition => ({ kind: 'any', of })
export const notOf = (of: SupportCondition): SupportCondition => ({ kind: 'not', of })
export const eventIs = (fact: EventChoice, ...among: string[]): SupportCondition => ({
  kind: 'eventIs',
  fact,
  among,
})
export const eventFlag = (fact: EventFlag): SupportCondition => ({ kind: 'eventFlag', fact })
export const eventAtLeast = (fact: EventNumber, least: number): SupportCondition => ({
  kind: 'eventAtLeast',
  fact,
  least,
})
export const receives = (...benefits: Benefit[]): SupportCondition => ({ kind: 'receives', benefits })
export const entitledTo = (benefit: Benefit): SupportCondition => ({ kind: 'entitledTo', benefit })
