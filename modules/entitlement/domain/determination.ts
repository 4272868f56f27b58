import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong, Tenths } from '#kernel/dong'
import type { Standing } from './standing.ts'

/** What a decision can grant («chế độ»); one award of each at a time. */
export const benefits = [
  'monthly_allowance',
  'social_pension',
  'care_support',
  'parenting_support',
  'facility_care',
] as const
export type Benefit = (typeof benefits)[number]

/**
 * What a line of money is for, stable while rules and regimes change: `allowance` is the highest group of the monthly
 * allowance, `single_parent` the amount per child of khoản 4 that may stand beside it, `care` what a carer receives for
 * a person, `parenting` what a disabled parent of small children receives, `nursing` what a facility receives for a
 * resident.
 */
export const components = [
  'allowance',
  'single_parent',
  'social_pension',
  'care',
  'parenting',
  'nursing',
] as const
export type Component = (typeof components)[number]

export const benefitOf: Readonly<Record<Component, Benefit>> = {
  allowance: 'monthly_allowance',
  single_parent: 'monthly_allowance',
  social_pension: 'social_pension',
  care: 'care_support',
  parenting: 'parenting_support',
  nursing: 'facility_care',
}

/** Whom the law gives the money of a component: the person, whoever cares for them, or the facility they live in. */
export const payeeOf: Readonly<Record<Component, Payee>> = {
  allowance: 'person',
  single_parent: 'person',
  social_pension: 'person',
  care: 'carer',
  parenting: 'person',
  nursing: 'facility',
}
/** `organiser` is who arranged a burial («người tổ chức mai táng»). */
export type Payee = 'person' | 'carer' | 'facility' | 'household' | 'organiser'

/** A person in a benefit month: how they stood at the end of the month before, and at the end of the month itself or of their life in it. */
export type PersonMonth = {
  readonly month: Month
  /** What was in force by this day is applied: the day of the payroll, or of the look back. */
  readonly knownOn: CivilDate
  /** Undefined where the person was not alive or not in the register. */
  readonly earlier: Standing | undefined
  readonly later: Standing | undefined
  /** The last day of a life that ended within the month: `later` is how they stood on it, and ages count to it. */
  readonly livedThrough?: CivilDate | undefined
  /** On the day before the procedure changed within the month (C5); as the month began, where it is not said. */
  readonly atTurn?: Standing | undefined
  /** How they stood in between, at neither of these days, one after the other. */
  readonly within?: readonly StoodWithin[] | undefined
  /** Benefits with an open award in the month; `all` asks what the law would give. */
  readonly awarded: ReadonlySet<Benefit> | 'all'
  /** Benefits whose award has lapsed, and since when: held again, they need a new decision (`lapsesOf`). */
  readonly lapsed?: ReadonlyMap<Benefit, Month> | undefined
  /** Benefits whose award a decision suspends in the month, and since when; for the explanation only. */
  readonly suspended?: ReadonlyMap<Benefit, Month> | undefined
}

/** How somebody stood for some days within a month, and through which of them. */
export type StoodWithin = { readonly standing: Standing; readonly through: CivilDate }

/** One amount the law gives for one month. */
export type Due = {
  readonly component: Component
  /** The rule («MSA-6-3»), and the version of the rule set it stands in (sha256). */
  readonly rule: string
  readonly ruleSet: string
  readonly coefficient: Tenths
  /** Children or shares the coefficient is paid for; 1 where the rule counts nothing. */
  readonly units: number
  readonly standard: Dong
  readonly amount: Dong
}
