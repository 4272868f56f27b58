export * from './contract/identity.ts'
export * from './contract/duplicates.ts'
export * from './contract/facts.ts'
export * from './contract/family.ts'
export * from './contract/person.ts'
export * from './contract/search.ts'
export { AreaView, PeriodView, PersonId, PersonMention, Sex } from './contract/shared.ts'
export { relationKinds } from './domain/history.ts'
export {
  circumstanceKinds,
  DisabilityLevel,
  DisabilityType,
  Evidence,
  type CircumstanceKind,
} from './domain/circumstance.ts'
export { messages as likenessWordsEn } from './domain/matching/messages.en.ts'
export { messages as likenessWordsVi } from './domain/matching/messages.vi.ts'
export { tiesInEnglish, tiesInVietnamese } from './domain/tie-words.ts'
