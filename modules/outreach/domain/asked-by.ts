import type { Benefit } from '#modules/entitlement'
import type { Event } from './prospect.ts'

/** The procedure a right is asked for by, as the module of files names it («thủ tục»). */
export const procedureOf: Readonly<Record<Benefit, string>> = {
  monthly_allowance: 'monthly_allowance',
  social_pension: 'social_pension',
  care_support: 'care_support',
  parenting_support: 'care_support',
  facility_care: 'facility_admission',
}

/** The procedure by which a disability is assessed («xác định mức độ khuyết tật»), for the first time or anew. */
export const assessment = 'disability_degree'

const benefits = Object.keys(procedureOf) as Benefit[] // The keys of the record just written.

/** The files by which something is being done about a prospect already. */
export const filesFor: readonly {
  readonly event: Event
  readonly benefit: Benefit
  readonly procedure: string
}[] = benefits.flatMap((benefit) => [
  { event: 'grant', benefit, procedure: procedureOf[benefit] },
  { event: 'grant', benefit, procedure: 'resumption' },
  { event: 'stop', benefit, procedure: 'termination' },
  { event: 'certify', benefit, procedure: assessment },
])
