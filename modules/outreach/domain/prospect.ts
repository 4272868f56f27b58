import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Benefit } from '#modules/entitlement'

/** What is to be done about a prospect; with the person and the benefit it is the key an application will be made from. */
export const events = ['grant', 'adjust', 'stop', 'renew', 'certify'] as const
export type Event = (typeof events)[number]

/**
 * Why a person is on the list: `gain` will have a right nobody has decided on, `unused` has one today,
 * `resume` has one again whose award has lapsed; `raise` and
 * `lower` change by themselves; `lose` will end, `ended` has ended without a closing decision; `renewal` rests on a
 * yearly list that is not in yet; `certificate` on a paper that has to be made anew at an age, and pays as before until
 * somebody decides otherwise.
 */
export const kinds = [
  'gain',
  'unused',
  'resume',
  'raise',
  'lower',
  'lose',
  'ended',
  'renewal',
  'certificate',
] as const
export type Kind = (typeof kinds)[number]

export const eventOf: Readonly<Record<Kind, Event>> = {
  gain: 'grant',
  unused: 'grant',
  resume: 'grant',
  raise: 'adjust',
  lower: 'adjust',
  lose: 'stop',
  ended: 'stop',
  renewal: 'renew',
  certificate: 'certify',
}

/**
 * What brings a change about: an age, a recorded fact that begins or ends, the law, a death, a list that runs out, or the
 * day on which a certificate has to be made anew.
 */
export type Cause =
  | { readonly kind: 'age' | 'child_age'; readonly months: number; readonly on: CivilDate }
  | { readonly kind: 'fact'; readonly fact: string; readonly ends?: true | undefined }
  | { readonly kind: 'law'; readonly month: Month }
  | { readonly kind: 'death'; readonly on: CivilDate }
  | { readonly kind: 'list'; readonly year: number }
  | { readonly kind: 'certificate'; readonly on: CivilDate }

/**
 * What, if it were recorded in time, would keep the right or the amount: the person goes on studying, or a child does, or
 * the disability is certified again.
 */
export const keepers = ['study', 'child_study', 'certificate'] as const
export type Keeper = (typeof keepers)[number]

/** Somebody whose rights will change, or who has one that is not used, by the law alone. */
export type Prospect = {
  readonly personId: string
  readonly benefit: Benefit
  readonly kind: Kind
  /** The first month it holds: of the right, of the new amount, or without money. */
  readonly month: Month
  /** The monthly money it is about, and the rules it comes from; money that stays as it is is left out of both. */
  readonly before: Dong
  readonly after: Dong
  readonly rulesBefore: readonly string[]
  readonly rulesAfter: readonly string[]
  readonly causes: readonly Cause[]
  /** What a month without a decision costs the person; 0 where the law pays it back. */
  readonly delayCost: Dong
  /** What would keep the right if it were recorded; null where nothing would. */
  readonly keptBy: Keeper | null
  /** Would give away what only some may know. */
  readonly isConfidential: boolean
  /** Where the person lives, as the register recorded the unit. */
  readonly areaId: number
}
