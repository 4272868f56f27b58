import type { Law } from '../domain/law-in-force.ts'
import { knownMonths } from './known-months.ts'
import { procedures } from './procedures.ts'
import { regimes } from './regimes.ts'

/** The law of the country as this system knows it. */
export const law: Law = { regimes, procedures }

/** The last month anything is said of. */
export const horizon = knownMonths.through
