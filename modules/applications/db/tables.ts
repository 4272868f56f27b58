import type { ColumnType, Generated } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Period } from '#kernel/period'
import type { SigningTroubleKind } from '#modules/documents'
import type { Benefit } from '#modules/entitlement'
import type { Applicant, Payment, Subject } from '../domain/application.ts'
import type { Channel } from '../domain/procedure.ts'
import type { Basis, DecisionKind, Terms } from '../domain/proposal.ts'
import type { DocumentKind } from '../domain/document.ts'
import type { FacilityKind } from '../domain/facility.ts'
import type { PaperState } from '../domain/paper.ts'

/** Written as text, read as what it was. */
type Json<Value> = ColumnType<Value, string, string>

export type ApplicationRow = {
  id: Generated<string>
  code: string
  procedure: string
  edition: string
  /** The unit that has the file in hand now. */
  areaId: number
  otherAreaId: number | null
  isAway: Generated<boolean>
  /** The facility it was sent to, where one has a part in it. */
  facilityId: ColumnType<string | null, string | null | undefined, string | null>
  channel: Channel
  personId: string | null
  subject: Json<Subject>
  born: CivilDate
  applicant: ColumnType<Applicant | null, string | null, string | null>
  asked: Json<Record<string, unknown>>
  payment: ColumnType<Payment | null, string | null, string | null>
  step: string
  receivedAt: Instant
  completeOn: CivilDate | null
  missing: ColumnType<Missing, string | undefined, string>
  stepSince: Instant
  dueAt: Instant | null
  actBy: Instant | null
  pausedAt: Instant | null
  assigneeId: string | null
  assigneeName: string | null
  isConfidential: Generated<boolean>
  flags: Generated<string[]>
  decidedOn: CivilDate | null
  outcome: string | null
  closedAt: Instant | null
  version: Generated<number>
  changedAt: Instant
  changedBy: string
}

export type ProposalRow = {
  id: Generated<string>
  applicationId: string | null
  areaId: number
  personId: string
  kind: DecisionKind
  benefit: Benefit | null
  payeeId: string | null
  terms: Json<Terms>
  basis: Json<Basis>
  fingerprint: string
  deviation: string | null
  state: 'drafted' | 'signed' | 'returned' | 'withdrawn'
  isConfidential: Generated<boolean>
  draftedAt: Instant
  draftedBy: string
  draftedName: string
  settledAt: Instant | null
  settledBy: string | null
  settledName: string | null
  returnReason: string | null
  dueAt: Instant | null
}

export type DocumentRow = {
  id: Generated<string>
  applicationId: string | null
  proposalId: string | null
  personId: string | null
  areaId: number
  kind: DocumentKind
  series: string | null
  year: number
  sequence: number | null
  number: string | null
  issuedOn: CivilDate
  /** The frozen words («paper»), and the facts they were made of. */
  content: Json<{ readonly paper?: unknown }>
  state: Generated<'pending' | 'made'>
  pdfFileId: string | null
  sha256: string | null
  verification: string
  decisionId: string | null
  batchId: string | null
  /** Whose certificate signed the PDF. */
  certificate: string | null
  isConfidential: Generated<boolean>
  issuedAt: Instant
  issuedBy: string | null
  issuedName: string
  madeAt: Instant | null
  /** Why it could not be signed, and when it is tried again by itself. */
  signingTrouble: ColumnType<SigningTroubleKind | null, never, SigningTroubleKind | null>
  tries: Generated<number>
  tryAgainAt: ColumnType<Instant | null, never, Instant | null>
}

/** By which paper a deputy signs for the chair. */
export type DelegationRow = {
  id: Generated<string>
  areaId: number
  deputyId: string
  deputyName: string
  document: string
  documentOn: CivilDate
  during: ColumnType<Period, string, string>
  recordedAt: Instant
  recordedBy: string
}

export type FacilityRow = {
  id: Generated<string>
  areaId: number
  name: string
  superior: string | null
  abbreviation: string
  headTitle: string
  /** How many it can take in; null while nobody has said. */
  places: number | null
  serves: string | null
  address: string | null
  phone: string | null
  /** Whether the portal names it; a shelter it does not. */
  isListed: boolean
  kind: FacilityKind | null
  isPublic: boolean | null
  headId: string
  /** Null of one recorded before names were kept beside. */
  headName: string | null
  /** What it was called before: the stays of its residents name it as it was when they came. */
  formerNames: Generated<string[]>
  /** The day it took nobody in any more. */
  closedOn: Generated<CivilDate | null>
  recordedAt: Instant
}

/** Whom a list does not name though the unit pays them: they live where another chair decides. */
export type LeftOut = { readonly personId: string; readonly why: 'moved_away' }

/** A decision for a list. */
export type BatchRow = {
  id: Generated<string>
  areaId: number
  benefit: Benefit
  fromMonth: Month
  reason: string
  citation: string
  ruleSet: string
  unchanged: number
  leftOut: Json<readonly LeftOut[]>
  fingerprint: string
  state: Generated<'drafted' | 'signed' | 'returned'>
  draftedAt: Instant
  draftedBy: string
  draftedName: string
  settledAt: Instant | null
  settledBy: string | null
  settledName: string | null
  returnReason: string | null
}

/** How somebody who spoke to the office can be reached. */
export type Contact = {
  readonly fullName: string
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}

export type FeedbackRow = {
  id: Generated<string>
  kind: 'feedback' | 'complaint' | 'appeal'
  codeDigest: string
  areaId: number
  applicationId: string | null
  documentId: string | null
  contact: ColumnType<Contact | null, string | null, never>
  state: Generated<'received' | 'accepted' | 'answered'>
  receivedAt: Instant
  acceptedOn: CivilDate | null
  dueOn: CivilDate | null
  outcome: 'upheld' | 'partly_upheld' | 'rejected' | null
  answeredAt: Instant | null
  version: Generated<number>
}

/** The tables of files; jsonb goes in as text. */
export type ApplicationsTables = {
  'applications.application': ApplicationRow
  'applications.searchTerm': { term: string; areaId: number; applicationId: string }
  'applications.event': {
    id: Generated<number>
    applicationId: string
    kind: string
    at: Instant
    byId: string | null
    byName: string
    fromStep: string | null
    toStep: string | null
    version: number
    detail: Json<Record<string, unknown>>
  }
  'applications.paper': {
    id: Generated<string>
    applicationId: string
    kind: string
    state: PaperState
    fileId: string | null
    /** Of a paper the law’s list does not have. */
    name: string | null
    note: string | null
    recordedAt: Instant
    recordedBy: string
    replacedAt: Instant | null
  }
  'applications.pause': {
    id: Generated<string>
    applicationId: string
    beganAt: Instant
    endedAt: Instant | null
    requestedBy: string
  }
  'applications.proposal': ProposalRow
  'applications.numberSeries': { areaId: number; year: number; series: string; last: number }
  'applications.document': DocumentRow
  'applications.upload': {
    id: Generated<string>
    fileId: string
    at: Instant
    keptUntil: Instant
    applicationId: string | null
  }
  'applications.delegation': DelegationRow
  'applications.facility': FacilityRow
  'applications.batch': BatchRow
  'applications.batchRow': {
    batchId: string
    position: number
    awardId: string
    personId: string
    before: Dong
    after: Dong | null
    arrears: Dong
  }
  'applications.draft': {
    codeDigest: string
    content: Json<Record<string, unknown>>
    savedAt: Instant
    expiresAt: ColumnType<Instant, string, string>
  }
  'applications.feedback': FeedbackRow
  'applications.feedbackMessage': {
    id: Generated<string>
    feedbackId: string
    isAnswer: boolean
    byName: string | null
    text: string
    at: Instant
  }
}

/** Everything a citizen is asked to bring, said at once. */
export type Missing = readonly { readonly kind: string; readonly why: string }[]
