/** Audit (nhật ký): who did and saw what, in a chain nobody can mend. */
export const auditRoutes = {}
export { record } from './server/record.ts'
