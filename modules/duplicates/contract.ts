export * from './contract/decisions.ts'
export * from './contract/pairs.ts'
export { Answer, Choice, Choices, nobody, PairState } from './domain/pair-state.ts'
