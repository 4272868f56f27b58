export {
  benefitOf,
  benefits,
  components,
  type Benefit,
  type Component,
  type Due,
  type PersonMonth,
} from './determination.ts'
export { amounts, choices, flags } from './facts.ts'
export { Standing, plainStanding } from './standing.ts'
export { endsOf } from './stood.ts'
export { determine, dueIn, engine, engineFor, monthsRevised, type Determined } from './determine.ts'
export { rightToPlace } from './admission.ts'
export { lackingOf } from './lacking.ts'
export { lostParentsIn } from './lost-parents.ts'
export { sourceOfEnding, sourceOfSuspension, type EndingGround } from './clocks.ts'
export { reachedOn } from './trace.ts'
export { confidentialFacts } from './facts.ts'
export { isConfidentialRule, isSummedTogether, isUnnamedRule, unnamedRules } from './discretion.ts'
export { awaitedBy } from './lapse.ts'
export { fingerprint } from './fingerprint.ts'
export {
  instantOn,
  provincialIn,
  regimeFor,
  standardIn,
  valueIn,
  versionOf,
  type Law,
  type MonthLaw,
} from './law-in-force.ts'
export { faultsOf } from './soundness.ts'
export { adjustMonth, procedureOn, startMonth, stopMonth, type Procedure, type Start } from './procedure.ts'
export {
  allAwarded,
  bitOf,
  buildColumns,
  columnsOf,
  fieldOf,
  layoutVersion,
  monthColumnsOf,
  nobody,
  packAwarded,
  packChildFacts,
  packDay,
  packFacts,
  standingAt,
  territoriesOf,
  unpackDay,
  unpackFacts,
  type ColumnsBuilder,
  type MonthColumns,
  type PackedStanding,
  type StandingColumns,
  type Territories,
} from './evaluators/columns.ts'
export {
  compileMonth,
  dueColumns,
  type DueColumns,
  type Kernel,
  type KernelOptions,
} from './evaluators/kernel.ts'
export { CaseEvent } from './case-events.ts'
export type { SupportExplanation, SupportRights } from './support-explanation.ts'
export {
  eventChoices,
  eventFlags,
  eventNumbers,
  type EventChoice,
  type EventFacts,
  type EventFlag,
  type EventKind,
  type EventNumber,
} from './event-facts.ts'
export { fieldsOf as eventFieldsOf, valuesAsked, type EventField } from './event-fields.ts'
export type { EventLeaf, SupportCondition } from './support.ts'
export {
  amend,
  type Amendment,
  type Certainty,
  type Condition,
  type Group,
  type Label,
  type Regime,
  type RegimeId,
  type RuleSet,
  type Source,
} from './rule-set.ts'
export { evaluate, evaluators, type Evaluator } from './evaluators/evaluate.ts'
export { checkCases, coverageOf, type CheckedCase } from './evaluators/check-cases.ts'
export { checkSupportCases } from './evaluators/check-support-cases.ts'
export { law } from '../law/index.ts'
export { openQuestions } from '../law/open-questions/index.ts'
export { assessedAnew, disabilityClock, suspensions } from '../law/clocks.ts'
export { convention, nd147, nd176, nd176as335, nd20, nd28, nd335, source, tt02 } from '../law/sources.ts'
export { assertLawKnown, outsideLaw } from './known-law.ts'
export { nameOfRule } from './rule-names.ts'
export { explain } from './explain.ts'
export type { ConditionNode, Explanation } from './explanation.ts'
export { CaseFile, explainCase, personMonthOf, type CaseInput } from './case-file.ts'
export { readCase, parseCase, type Case } from './household-case.ts'
export { determineAll, knownByNow, type Determination } from './determine-all.ts'
export { determinationLinesEn, determinationLinesVi } from './determination-words.ts'
export { supportCases } from '../law/golden/support/index.ts'
export { goldenCases, type GoldenCase } from '../law/golden/index.ts'
export type { Words } from './words.ts'
export { phrasesEn, wordsEn } from './words.en.ts'
export { phrasesVi, wordsVi } from './words.vi.ts'
export * from './law-book/index.ts'
