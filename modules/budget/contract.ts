export * from './contract/estimates.ts'
export * from './contract/use.ts'
export { Assumptions } from './domain/assumptions.ts'
