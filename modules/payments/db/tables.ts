import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Receiver } from '#modules/payroll/contract'
import type { Account, EntryKind } from '../domain/accounts.ts'
import type { EnvelopePurpose, EnvelopeState } from '../domain/envelope-state.ts'
import type { InstructionState, Outcome, Verdict } from '../domain/instruction-state.ts'
import type { RecoveryCause, RecoveryPlan, RecoveryState } from '../domain/recovery.ts'
import type { FundSource, Programme } from '../domain/programme.ts'
import type { AbsenceReason, HandOutOutcome } from '../domain/hand-out.ts'
import type {
  Delivery,
  PaymentChannel,
  Protection,
  ProviderFormat,
  ProviderKind,
} from '../domain/provider.ts'
import type { AwardRef, NameCheck, Way, WayOrigin, WayRequestState } from '../domain/way.ts'
import type { RowFault } from '../domain/layout/layout.ts'
import type { ResponseHead } from '../domain/response.ts'

export type EnvelopeRow = {
  id: Generated<string>
  code: GeneratedAlways<string>
  state: EnvelopeState
  purpose: EnvelopePurpose
  month: Month
  runId: string | null
  providerId: string
  areaId: number
  requestId: string
  instructions: number
  amount: Dong
  carried: Dong
  fingerprint: string
  preparedBy: string
  preparedName: string
  preparedAt: Instant
  checkedBy: string | null
  checkedName: string | null
  checkedAt: Instant | null
  approvedBy: string | null
  approvedName: string | null
  approvedAt: Instant | null
  sendingAt: Instant | null
  executeOn: CivilDate | null
  layoutId: string | null
  fileName: string | null
  fileSha256: string | null
  jobId: string | null
  attempts: Generated<number>
  sentBy: string | null
  sentName: string | null
  sentAt: Instant | null
  reconciledBy: string | null
  reconciledName: string | null
  reconciledAt: Instant | null
}

export type PaymentsTables = {
  'payments.provider': {
    id: Generated<string>
    code: string
    name: string
    kind: ProviderKind
    areaId: number
    channels: PaymentChannel[]
    format: ProviderFormat
    bic: string | null
    debtorName: string
    debtorAccount: string
    isPlain: boolean
    isByArea: boolean
    delivery: JSONColumnType<Delivery>
    protection: Generated<Protection>
    isOpen: Generated<boolean>
  }
  'payments.fund': {
    id: Generated<string>
    areaId: number
    year: number
    programme: Programme
    source: FundSource
    share: number
    code: string
  }
  'payments.entry': {
    id: Generated<number>
    kind: EntryKind
    cause: string
    bookedOn: CivilDate
    recordedAt: Instant
    byUser: string
    byName: string
    note: string | null
  }
  'payments.posting': {
    id: Generated<number>
    entryId: number
    account: Account
    amount: Dong
    areaId: number
    providerId: string | null
    fundId: string | null
    programme: Programme | null
    envelopeId: string | null
    instructionId: string | null
    personId: string | null
    recoveryId: string | null
    month: Month | null
  }
  'payments.envelope': EnvelopeRow
  'payments.envelopeArea': { envelopeId: string; areaId: number; instructions: number; amount: Dong }
  'payments.instruction': {
    id: Generated<string>
    envelopeId: string
    providerId: string
    number: number
    endToEndId: string
    runId: string | null
    month: Month
    payeeId: string
    payeeName: string
    areaId: number
    amount: Dong
    channel: PaymentChannel
    bank: string | null
    bic: string | null
    account: string | null
    payPointId: number | null
    state: InstructionState
    reason: string | null
    replacesId: string | null
    isCarried: Generated<boolean>
    endedOn: CivilDate | null
    recallAskedAt: Instant | null
    oneOffId: string | null
    holder: string | null
    receiver: JSONColumnType<Receiver> | null
    wayOf: Generated<string | null>
  }
  'payments.wayRequest': WayRequestRow
  'payments.item': {
    instructionId: string
    personId: string
    component: string
    benefitMonth: Month
    programme: Programme
    amount: Dong
    areaId: number
  }
  'payments.recall': {
    instructionId: string
    personId: string
    fromMonth: Month
    cause: 'died' | 'decision'
    areaId: number
    askedAt: Instant
    askedBy: string
    askedName: string
  }
  'payments.dueAgain': {
    instructionId: string
    personId: string
    component: string
    benefitMonth: Month
    isOwed: boolean
    withheld: Dong
    areaId: number
    madeAt: Instant
    madeBy: string
  }
  'payments.cashList': CashListRow
  'payments.handOut': {
    id: string
    listId: string
    payeeId: string
    areaId: number
    outcome: HandOutOutcome
    amount: Dong
    reason: AbsenceReason | null
    happenedAt: Instant
    receivedAt: Instant
    responseId: string | null
  }
  'payments.withholding': {
    instructionId: string
    personId: string
    component: string
    benefitMonth: Month
    recoveryId: string
    amount: Dong
    programme: Programme
    areaId: number
  }
  'payments.recovery': RecoveryRow
  'payments.recoveryMonth': {
    recoveryId: string
    personId: string
    component: string
    benefitMonth: Month
    amount: Dong
    programme: Programme
    nth: Generated<number>
  }
  'payments.response': {
    id: Generated<string>
    providerId: string
    areaId: number
    sha256: string
    name: string
    kind: ResponseKind
    messageId: string
    about: string | null
    state: 'read' | 'refused'
    because: string | null
    faults: ColumnType<RowFault[] | null, string | null | undefined, string | null>
    lines: number
    amount: Dong
    opening: Dong | null
    closing: Dong | null
    through: CivilDate | null
    receivedBy: string
    receivedName: string
    receivedAt: Instant
  }
  'payments.responseLine': {
    responseId: string
    number: number
    areaId: number
    endToEndId: string | null
    providerRef: string | null
    outcome: Outcome
    amount: Dong | null
    currency: string | null
    reason: string | null
    account: string | null
    name: string | null
    bookedOn: CivilDate | null
    verdict: Verdict
    instructionId: string | null
    settledBy: string | null
    settledName: string | null
    settledAt: Instant | null
    settledNote: string | null
  }
}

export type WayRequestRow = {
  id: Generated<string>
  personId: string
  areaId: number
  requestId: string
  awardPersonId: Generated<string | null>
  awardBenefit: Generated<AwardRef['benefit'] | null>
  origin: WayOrigin
  applicationId: string | null
  before: ColumnType<Way | null, string | null, never>
  after: ColumnType<Way, string, never>
  evidence: string
  state: Generated<WayRequestState>
  askedBy: string
  askedName: string
  askedAt: Instant
  decidedBy: string | null
  decidedName: string | null
  decidedAt: Instant | null
  note: string | null
  effectiveOn: CivilDate | null
  inForceAt: Instant | null
  nameCheck: Generated<NameCheck>
  nameFound: string | null
  checkedAt: Instant | null
  checkedBy: string | null
}

export type RecoveryRow = {
  id: Generated<string>
  personId: string
  personName: string
  cause: RecoveryCause
  areaId: number
  state: RecoveryState
  plan: RecoveryPlan | null
  instalment: Dong | null
  heldBecause: string | null
  openedAt: Instant
  decidedBy: string | null
  decidedName: string | null
  decidedAt: Instant | null
  decision: string | null
}

export type ResponseKind = ResponseHead['kind'] | 'unknown'

export type CashListRow = {
  id: Generated<string>
  requestId: string
  month: Month
  providerId: string
  areaId: number
  payPointId: number | null
  payees: number
  amount: Dong
  device: string
  secret: string
  takenBy: string
  takenName: string
  takenAt: Instant
  expiresAt: Instant
  handedInAt: Instant | null
  recalledAt: Instant | null
  recalledBy: string | null
  recalledName: string | null
}
