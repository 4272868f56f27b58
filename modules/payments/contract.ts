export * from './contract/cash.ts'
export * from './contract/envelopes.ts'
export * from './contract/figures.ts'
export * from './contract/funds.ts'
export * from './contract/heirs.ts'
export * from './contract/heirs-of-the-living.ts'
export * from './contract/layouts.ts'
export * from './contract/ledger.ts'
export * from './contract/one-offs.ts'
export * from './contract/providers.ts'
export * from './contract/recalls.ts'
export * from './contract/recoveries.ts'
export * from './contract/refunds.ts'
export * from './contract/responses.ts'
export * from './contract/settlements.ts'
export * from './contract/shared.ts'
export * from './contract/source.ts'
export * from './contract/ways.ts'
export { Account, EntryKind } from './domain/accounts.ts'
export { EnvelopePurpose, EnvelopeState, EnvelopeStep } from './domain/envelope-state.ts'
export { Figure, type FigureLadder } from './domain/figures.ts'
export { AbsenceReason, HandOutOutcome, HandOutVerdict } from './domain/hand-out.ts'
export { InstructionState, Outcome, Verdict } from './domain/instruction-state.ts'
export { Heir } from './domain/heir.ts'
export { LineAdvice } from './domain/line-advice.ts'
export {
  AnswerField,
  AnswerLayout,
  DayFormat,
  Encoding,
  MoneyFormat,
  OrderField,
  OrderLayout,
  RowFault,
  Separator,
  type OrderColumn,
} from './domain/layout/layout.ts'
export { FundSource, Programme } from './domain/programme.ts'
export { ProposalState } from './domain/proposal.ts'
export { RecallGround } from './domain/recall.ts'
export { RecoveryCause, RecoveryDecisionKind, RecoveryPlan, RecoveryState } from './domain/recovery.ts'
export { RefundReason, RefundState } from './domain/refund.ts'
export { monthsOfSpan, Span } from './domain/span.ts'
export { PaymentChannel, ProviderFormat, ProviderKind } from './domain/provider.ts'
export {
  AwardRef,
  type FallBack,
  isFallBack,
  NameCheck,
  Way,
  WayOrigin,
  WayRequestState,
} from './domain/way.ts'
