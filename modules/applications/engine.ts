/** What somebody carries from their phone to a desk, for whoever has no server: values and pure functions only. */
export { carriedFacts, digitsOf, type Carried } from './domain/carried.ts'
