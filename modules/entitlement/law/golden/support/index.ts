import { emergencyCases } from './emergency.ts'
import { funeralCases } from './funeral.ts'
import { rightsCases } from './rights.ts'
import type { SupportCase } from './support-case.ts'

/** Every case of the rights that are no monthly amount, by its id. */
export const supportCases: readonly SupportCase[] = [...funeralCases, ...emergencyCases, ...rightsCases]
