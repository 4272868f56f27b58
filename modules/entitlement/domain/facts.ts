import type { Standing } from './standing.ts'

/** Facts that are one of a few words, and the words each can be. */
export const choices = {
  sex: ['female', 'male'],
  household: ['poor', 'near_poor', 'other'],
  disability: ['exceptionally_severe', 'severe', 'mild', 'none'],
  father: ['alive_available', 'dead', 'unidentified', 'missing_declared', 'in_facility', 'detained'],
  mother: ['alive_available', 'dead', 'unidentified', 'missing_declared', 'in_facility', 'detained'],
  singleParent: ['no', 'never_married', 'spouse_dead', 'spouse_missing'],
  obligor: ['present', 'none', 'on_allowance'],
  facility: ['none', 'A', 'B', 'C', 'D'],
  care: ['none', 'own_household', 'taken_in'],
} as const satisfies { [Fact in keyof Standing]?: readonly Standing[Fact][] }
export type ChoiceFact = keyof typeof choices

/** Facts that are true or not. */
export const flags = [
  'inDifficultArea',
  'abandoned',
  'hiv',
  'isStudying',
  'wasChildWithoutSupport',
  'isPregnant',
  'facilityEligibleInCommunity',
  'hasWage',
  'spouseHasParentingSupport',
  'servesSentence',
] as const satisfies readonly (keyof Standing)[]
export type FlagFact = (typeof flags)[number]

/** Facts that are monthly sums of money. */
export const amounts = [
  'pension',
  'socialInsurance',
  'meritorious',
] as const satisfies readonly (keyof Standing)[]
export type AmountFact = (typeof amounts)[number]

/** What a child of the person may be, besides young. */
export const childFacts = [
  'isStudying',
  'continued',
] as const satisfies readonly (keyof Standing['children'][number])[]
export type ChildFact = (typeof childFacts)[number]

/** Facts shown only to those with the right; a viewer without it is told that a private condition is confirmed. */
export const confidentialFacts: ReadonlySet<string> = new Set(['hiv', 'servesSentence'])
