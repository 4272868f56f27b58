import { month } from '#kernel/civil-date'
import type { Law } from '../domain/law-in-force.ts'
import { procedures } from './procedures.ts'
import { regimes } from './regimes.ts'

/** The law of the country as this system knows it. */
export const law: Law = { regimes, procedures }

/** The last month anything is said of: the lists of poverty and of difficult areas are made until then (open question HORIZON). */
export const horizon = month('2030-12')
