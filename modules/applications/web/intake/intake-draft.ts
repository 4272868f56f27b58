import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { PersonId } from '#modules/people/contract'
import type { Applicant, PaperState, SubmitApplication } from '../../contract.ts'

type Procedure = SubmitApplication['procedure']
type Channel = SubmitApplication['channel']

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
  readonly personId: PersonId | null
  readonly isNew: boolean
  readonly subject: NewSubject
  readonly phone: string
  readonly standing: Readonly<Record<string, string | number | boolean>>
  readonly answers: Readonly<Record<string, string>>
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
    personId: personId ?? null,
    isNew: false,
    subject: { fullName: '', sex: null, birth: null, number: '', village: '' },
    phone: '',
    standing: {},
    answers: {},
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
    asked: { standing: draft.standing, answers: draft.answers },
    papers: Object.entries(draft.papers).map(([kind, state]) => ({ kind, state })),
  }
}

export type Complaint = {
  readonly field: string
  readonly kind: 'person' | 'name' | 'birth' | 'sex' | 'account' | 'applicant'
}

/** What still has to be written before a file can be received. */
export function complaintsOf(draft: Draft): Complaint[] {
  const { subject, personId, isNew, method, account, applicant } = draft
  return [
    ...(!personId && !isNew ? [{ field: 'person', kind: 'person' } as const] : []),
    ...(!personId && isNew && subject.fullName.trim().length < 2
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
