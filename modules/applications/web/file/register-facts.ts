import type { CivilDate } from '#kernel/civil-date'

/** The kinds of circumstances of the register that a fact of the law rests on. */
const kindOf = {
  disability: 'disability',
  household: 'poverty',
  singleParent: 'single_parent',
  obligor: 'maintenance_obligor',
  pension: 'pension',
  socialInsurance: 'social_insurance_allowance',
  hasWage: 'wage',
  father: 'parents',
  mother: 'parents',
  abandoned: 'parents',
  isStudying: 'study',
  wasChildWithoutSupport: 'former_child_without_support',
  isPregnant: 'pregnancy',
  facilityEligibleInCommunity: 'facility_eligible_in_community',
  hiv: 'hiv',
  meritorious: 'meritorious_allowance',
} as const

export type RegisterKind = (typeof kindOf)[keyof typeof kindOf]

/** Answers that say nothing particular: the register has no row for them. */
const plain: ReadonlySet<unknown> = new Set([false, 0, 'none', 'no', 'other', 'present', 'alive_available'])

export type Said = { readonly fact: string; readonly value: unknown; readonly kind: RegisterKind | undefined }

/** What was said at the counter, with the kind of row the register would have of it; none where nothing is to be recorded. */
export function saidIn(asked: Readonly<Record<string, unknown>>): Said[] {
  const standing = (asked['standing'] ?? {}) as Readonly<Record<string, unknown>> // Checked when the file was received.
  return Object.entries(standing)
    .filter(([fact]) => fact !== 'born')
    .map(([fact, value]) => ({
      fact,
      value,
      kind: plain.has(value) || !(fact in kindOf) ? undefined : kindOf[fact as keyof typeof kindOf],
    }))
}

export type FactDraft = {
  readonly types: readonly string[]
  readonly number: string
  readonly study: 'general' | 'continuing' | 'vocational' | 'first_degree'
  readonly from: CivilDate | null
  readonly monthly: number | null
}

/** The detail of the row to be recorded; undefined while something it needs is missing. */
export function detailOf(
  kind: RegisterKind,
  standing: Readonly<Record<string, unknown>>,
  { types, number, study, from, monthly }: FactDraft,
): Record<string, unknown> | undefined {
  switch (kind) {
    case 'disability':
      return types.length > 0 && from
        ? { level: standing['disability'], types, issuedOn: from, ...(number && { certificate: number }) }
        : undefined
    case 'poverty':
      return from
        ? {
            level: standing['household'],
            year: Number(from.slice(0, 4)),
            ...(number && { decision: number }),
          }
        : undefined
    case 'single_parent':
      return { basis: standing['singleParent'] }
    case 'maintenance_obligor':
      return { state: standing['obligor'] }
    case 'pension':
    case 'meritorious_allowance':
      return monthly === null ? undefined : { monthly }
    case 'social_insurance_allowance':
      return monthly === null ? undefined : { monthly, survivors: false }
    case 'parents':
      return {
        father: standing['father'] ?? 'alive_available',
        mother: standing['mother'] ?? 'alive_available',
        abandoned: standing['abandoned'] === true,
      }
    case 'study':
      return { level: study }
    case 'wage':
    case 'former_child_without_support':
    case 'pregnancy':
    case 'facility_eligible_in_community':
    case 'hiv':
      return {}
  }
}
