export * from './contract/decisions.ts'
export * from './contract/pairs.ts'
export { Answer, Choice, Choices, PairState } from './domain/pair-state.ts'
