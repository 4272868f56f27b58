/** People (người, hộ): who is in the register, and every fact about them with its time and evidence. */
export const peopleRoutes = {}
export type { PersonHistory } from './domain/history.ts'
