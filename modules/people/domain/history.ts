import type { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import type { Period } from '#kernel/period'
import type { CircumstanceKind, Evidence } from './circumstance.ts'

export const relationKinds = [
  'parent_of',
  'spouse_of',
  'cares_for',
  'collects_for',
  'guardian_of',
  'related_to',
] as const
/** How one person stands to another; the one is the parent, carer, collector or guardian, the other the child, cared-for or paid. */
export type RelationKind = (typeof relationKinds)[number]

/** Since when something was known, and until when it was believed. */
export type Recorded = {
  readonly recordedAt: Instant
  readonly retractedAt: Instant | null
  readonly source: string
}

/** Whether this was what we knew at a moment. Instants have as many decimals as they need, so the Z must not compare. */
export function isKnownAt(
  { recordedAt, retractedAt }: Pick<Recorded, 'recordedAt' | 'retractedAt'>,
  moment: Instant,
): boolean {
  const at = moment.slice(0, -1)
  return recordedAt.slice(0, -1) <= at && (retractedAt === null || at < retractedAt.slice(0, -1))
}

export type IdentityFact = Recorded & {
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly diedOn: CivilDate | null
}
export type ResidenceFact = Recorded & {
  readonly areaId: number
  readonly village: string | null
  readonly during: Period
}
export type CircumstanceFact = Recorded & {
  readonly id: string
  readonly kind: CircumstanceKind
  readonly detail: Readonly<Record<string, unknown>>
  readonly evidence: Evidence | null
  readonly during: Period
}
export type RelationFact = Recorded & {
  readonly kind: RelationKind
  /** Whether the person is the parent, carer, collector … (from), or the child, cared-for, paid (to). */
  readonly side: 'from' | 'to'
  readonly otherId: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly during: Period
  /** The other’s birth and death as known at times, and when they studied: what the law asks about a child. */
  readonly other: {
    readonly lives: readonly (Recorded & Pick<IdentityFact, 'born' | 'diedOn'>)[]
    readonly study: readonly (Recorded & { readonly during: Period })[]
    readonly disability: readonly (Recorded & { readonly level: string; readonly during: Period })[]
  }
}

/** That the record was merged into another («gộp hồ sơ»), and from which day on it has no rights of its own. */
export type MergeFact = Recorded & { readonly standsUntil: CivilDate }

/**
 * Everything the register has ever held about a person that the law may ask for, former knowledge included.
 * Filter with `isKnownAt` before reading it.
 */
export type PersonHistory = {
  readonly personId: string
  readonly identity: readonly IdentityFact[]
  readonly residences: readonly ResidenceFact[]
  /** The person’s own, and those of the households they belonged to, already cut to the membership. */
  readonly circumstances: readonly CircumstanceFact[]
  readonly relations: readonly RelationFact[]
  /** None where it never was; who is merged away stands only until then. */
  readonly merges?: readonly MergeFact[] | undefined
}
