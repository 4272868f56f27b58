import { month } from '#kernel/civil-date'

/** The months this system knows law for: from the first regime on, and as long as the lists of poverty and of difficult areas are made (open question HORIZON). */
export const knownMonths = { from: month('2015-01'), through: month('2030-12') } as const
