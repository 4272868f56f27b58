/** What pages of other modules show of people: a module lends its parts here. */
export { useCircumstanceWords } from './web/circumstance-words.ts'
