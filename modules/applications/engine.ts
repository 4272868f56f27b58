/** What a phone or a page needs of files, for whoever has no server: values and pure functions only. */
export { carriedFacts, digitsOf, type Carried } from './domain/carried.ts'
export type { FileCondition } from './domain/file-condition.ts'
export { isPersonalName } from './domain/personal-name.ts'
