import type { Draft } from './draft.ts'

/** Procedures one asks for after somebody has died: nobody does it for themselves, and the money is of who buries. */
export const isOfTheDead = (procedure: string) => procedure === 'funeral_support'

/** What nobody is asked there, because it cannot be otherwise. */
export function givenBy(procedure: string): Draft['values'] {
  return isOfTheDead(procedure) ? { forWhom: 'other', receiver: 'applicant' } : {}
}
