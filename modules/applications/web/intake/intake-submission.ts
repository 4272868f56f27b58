import type { PersonId, PersonPage } from '#modules/people/contract'
import { receivedAtOf, type Channel, type Draft } from './intake-draft.ts'

/** Whom a file is about: as the register has them, or as they were written down; where they live, the form says. */
export function subjectOf(draft: Draft, found: PersonPage | undefined) {
  const { subject } = draft
  const phone = draft.phone.trim()
  if (found)
    return {
      fullName: found.fullName,
      sex: found.sex,
      born: found.born,
      bornPrecision: found.bornPrecision,
      number: found.identifiers.find(({ kind }) => kind === 'personal_id')?.number ?? null,
      village: (draft.village ?? found.village ?? '').trim() || null,
      phone: phone || found.phone,
    }
  return {
    fullName: subject.fullName.trim(),
    sex: subject.sex!, // Complained about before where it or the birth is not there.
    born: subject.birth!.date,
    bornPrecision: subject.birth!.precision,
    number: subject.number.trim() || null,
    village: subject.village.trim() || null,
    phone: phone || null,
  }
}

type Given = {
  readonly subject: ReturnType<typeof subjectOf>
  /** Nobody of the register yet: another unit, which has them, says who it is. */
  readonly personId: PersonId | null
  readonly areaId: number
  readonly channel: Channel
  readonly isComplete: boolean
  readonly requestId: string
}

/** A draft as the operation takes it. */
export function submissionOf(draft: Draft, given: Given) {
  const { procedure, applicant, method, standing, answers, event = {} } = draft
  return {
    ...given,
    ...receivedAtOf(draft),
    procedure,
    applicant: applicant && {
      fullName: applicant.fullName.trim(),
      relation: applicant.relation,
      phone: applicant.phone.trim() || null,
    },
    asked: { standing, answers, event: { ...event } },
    payment: method && {
      method,
      bank: method === 'account' ? draft.bank.trim() || null : null,
      account: method === 'account' ? draft.account.trim() : null,
    },
    papers: Object.entries(draft.papers).map(([kind, state]) => ({ kind, state })),
  }
}
