import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Trouble, VerifiedField } from '../../domain/trouble.ts'

/** It cannot be asked now; after `seconds`, where it says so itself. */
export type Unreachable = {
  readonly kind: 'unreachable'
  readonly trouble: Trouble
  readonly seconds?: number | undefined
}

/** Some of what changed, in the order of the numbers; each change as it came, for it may make no sense. */
export type Page = {
  readonly kind: 'page'
  readonly changes: readonly { readonly number: number; readonly given: unknown }[]
  /** The number of the newest change there is. */
  readonly last: number
  readonly hasMore: boolean
}

export type ToVerify = {
  readonly reference: string
  readonly personalId: string
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
}

export type Verified = {
  readonly reference: string
  readonly outcome: 'match' | 'mismatch' | 'not_found'
  readonly differs: readonly VerifiedField[]
}

/** A population register, whatever it speaks: one file beside this for each protocol. */
export type PopulationRegister = {
  /** How many changes a page has at most, and how many people are verified at once. */
  readonly most: { readonly changes: number; readonly verified: number }
  readonly readChanges: (after: number, most: number) => Promise<Page | Unreachable>
  readonly verify: (
    people: readonly ToVerify[],
  ) => Promise<{ readonly kind: 'verified'; readonly answers: readonly Verified[] } | Unreachable>
}
