/**
 * The law for whoever works it out where there is no server, such as a citizen’s phone: values and pure functions only,
 * so that nothing of the server comes along.
 */
export { benefits, payeeOf, type Benefit, type Payee } from './domain/determination.ts'
export { engine } from './domain/determine.ts'
export { determineSupport } from './domain/determine-support.ts'
export { plainEvent, type EventFacts, type EventKind } from './domain/event-facts.ts'
export { explain } from './domain/explain.ts'
export type { ConditionNode, GroupExplanation } from './domain/explanation.ts'
export { type AmountFact, type ChoiceFact, type FlagFact } from './domain/facts.ts'
export { lackingOf } from './domain/lacking.ts'
export type { Instant, MonthLaw } from './domain/law-in-force.ts'
export type { Group, Label } from './domain/rule-set.ts'
export { plainStanding, type Standing } from './domain/standing.ts'
export { subjectOf } from './domain/subject.ts'
export { supportOn, type SupportCondition, type SupportRule } from './domain/support.ts'
export type { Award, SupportExplanation } from './domain/support-explanation.ts'
export { supportLaw } from './law/support/index.ts'
