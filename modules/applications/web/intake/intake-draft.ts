import {
  addSeconds,
  beginningOf,
  todayInVietnam,
  type BirthPrecision,
  type CivilDate,
  type Instant,
} from '#kernel/civil-date'
import type { PersonId } from '#modules/people/contract'
import type { Applicant, PaperState, SubmitApplication } from '../../contract.ts'
import { isPersonalName } from '../../domain/personal-name.ts'
import { toldByAnswers, type EventTold } from '../../domain/support-of-procedure.ts'

type Procedure = SubmitApplication['procedure']
export type Channel = SubmitApplication['channel']

/** Somebody who is not in the register yet, as they are written down at the counter. */
export type NewSubject = {
  readonly fullName: string
  readonly sex: 'female' | 'male' | null
  readonly birth: { readonly date: CivilDate; readonly precision: BirthPrecision } | null
  readonly number: string
  /** Why it is kept though it says another sex or birth year; drafts kept before this was asked have none. */
  readonly numberKept?: string
  readonly village: string
}

/** Everything typed or chosen at the counter so far. */
export type Draft = {
  readonly procedure: Procedure
  readonly channel: Channel
  /** The day it came, where it is entered later; drafts kept before this was asked have none. */
  readonly receivedOn?: CivilDate | null
  readonly personId: PersonId | null
  readonly isNew: boolean
  readonly subject: NewSubject
  /** The village by what somebody of the register declares, where an officer has written it down. */
  readonly village?: string | undefined
  readonly phone: string
  readonly standing: Readonly<Record<string, string | number | boolean>>
  readonly answers: Readonly<Record<string, string>>
  /** What happened, as far as somebody has told; drafts kept before this was asked have none. */
  readonly event?: EventTold
  readonly papers: Readonly<Record<string, PaperState>>
  readonly applicant: {
    readonly fullName: string
    readonly relation: Applicant['relation']
    readonly phone: string
  } | null
  readonly method: 'cash' | 'account' | null
  readonly bank: string
  readonly account: string
}

export function newDraft(procedure: Procedure, personId: PersonId | undefined): Draft {
  return {
    procedure,
    channel: 'counter',
    receivedOn: null,
    personId: personId ?? null,
    isNew: false,
    subject: { fullName: '', sex: null, birth: null, number: '', village: '' },
    phone: '',
    standing: {},
    answers: {},
    event: {},
    papers: {},
    applicant: null,
    method: null,
    bank: '',
    account: '',
  }
}

/** What a preview is asked for; the person is named once they are known or their name and birth are written. */
export function previewOf(draft: Draft) {
  const { fullName, birth } = draft.subject
  return {
    procedure: draft.procedure,
    personId: draft.personId,
    subject: !draft.personId && draft.isNew && birth ? { fullName: fullName.trim(), born: birth.date } : null,
    asked: { standing: draft.standing, answers: draft.answers, event: { ...draft.event } },
    papers: Object.entries(draft.papers).map(([kind, state]) => ({ kind, state })),
    ...(isEarlier(draft) && { receivedOn: draft.receivedOn }),
  }
}

/** What was told of the event, under other answers: where they make it one of another kind, its day alone stays. */
export function eventUnder({ procedure, answers, event = {} }: Draft, changed: Draft['answers']): EventTold {
  const isSameKind = toldByAnswers(procedure, answers).kind === toldByAnswers(procedure, changed).kind
  if (isSameKind) return event
  return event['on'] === undefined ? {} : { on: event['on'] }
}

const isEarlier = (draft: Draft): draft is Draft & { receivedOn: CivilDate } =>
  Boolean(draft.receivedOn) && draft.receivedOn! < todayInVietnam()

/** When a file came that is entered later: of the day the middle; of one that comes today the server knows. */
export function receivedAtOf(draft: Draft): { receivedAt?: Instant } {
  return isEarlier(draft) ? { receivedAt: addSeconds(beginningOf(draft.receivedOn), 12 * 3600) } : {}
}

export type Complaint = {
  readonly field: string
  readonly kind: 'person' | 'name' | 'birth' | 'sex' | 'account' | 'applicant' | 'received'
}

/** What a part of the form is given. */
export type PartProps = {
  readonly draft: Draft
  readonly complaints: readonly Complaint[]
  readonly onChange: (differing: Partial<Draft>) => void
}

/** What still has to be written before a file can be received. */
export function complaintsOf(draft: Draft): Complaint[] {
  const { subject, personId, isNew, method, account, applicant, receivedOn } = draft
  return [
    ...(receivedOn && receivedOn > todayInVietnam()
      ? [{ field: 'received', kind: 'received' } as const]
      : []),
    ...(!personId && !isNew ? [{ field: 'person', kind: 'person' } as const] : []),
    ...(!personId && isNew && !isPersonalName(subject.fullName)
      ? [{ field: 'name', kind: 'name' } as const]
      : []),
    ...(!personId && isNew && !subject.birth ? [{ field: 'birth', kind: 'birth' } as const] : []),
    ...(!personId && isNew && !subject.sex ? [{ field: 'sex', kind: 'sex' } as const] : []),
    ...(method === 'account' && account.trim() === ''
      ? [{ field: 'account', kind: 'account' } as const]
      : []),
    ...(applicant && applicant.fullName.trim() === ''
      ? [{ field: 'applicant', kind: 'applicant' } as const]
      : []),
  ]
}
