import type { BatchView } from '../../contract.ts'

export type Benefit = BatchView['benefit']

/** What is paid monthly and may move, the commonest first. */
export const benefits = [
  'monthly_allowance',
  'social_pension',
  'care_support',
  'parenting_support',
  'facility_care',
] as const satisfies readonly Benefit[]

export const readBenefit = (told: unknown): Benefit =>
  benefits.find((benefit) => benefit === told) ?? 'monthly_allowance'
