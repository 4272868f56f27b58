/** Audit (nhật ký): who did and saw what, in a chain nobody can mend. */
export { auditRoutes } from './server/routes.ts'
export { record } from './server/record.ts'
export { verifyChain } from './server/verify.ts'
