import type { FileNews } from '#modules/applications'
import type { InboxKind, NewsKind } from './kinds.ts'

type Change = Pick<FileNews, 'action' | 'step' | 'channel' | 'dueOn'>

/**
 * What the person is told of a change, if anything: by what the procedure gives out, so that a procedure that is added needs
 * nothing here. Who hands papers in at the counter has the receipt in their hand.
 */
export function newsForPerson({ action, step, channel, dueOn }: Change): NewsKind | undefined {
  if (!action) return channel === 'counter' || channel === 'home_visit' ? undefined : 'received'
  if (action.decides && (step.by === null || step.by === 'one_stop')) return 'answer_ready'
  if (action.id === 'withdraw') return 'withdrawn'
  if (action.clock === 'resumes') return dueOn ? 'resumed' : undefined
  switch (action.gives) {
    case 'receipt':
      return dueOn ? 'accepted' : undefined
    case 'supplement_request':
      return 'papers_asked'
    case 'refusal_to_receive':
      return 'declined'
    case 'invitation':
      return 'invited'
    case 'apology':
    case 'posting_notice':
    case 'submission_note':
    case 'control_slip':
    case undefined:
      return undefined
  }
}

/** What whoever wrote to the office is told when it answers: an appeal is taken up («thụ lý»), answered, and decided. */
export function newsOfStep(step: AnswerStep, { isAppeal }: { readonly isAppeal: boolean }): NewsKind {
  if (!isAppeal || step === 'answer') return 'feedback_answered'
  return step === 'accept' ? 'appeal_accepted' : 'appeal_decided'
}

export const answerSteps = ['accept', 'answer', 'settle'] as const
type AnswerStep = (typeof answerSteps)[number]

/** Who decides in the name of an office. */
const signers: ReadonlySet<string> = new Set(['competent', 'commune_chair', 'district_chair'])

/** What the office is told of it: whose turn it is now, if it is anybody’s here. */
export function newsForStaff({ action, step }: Pick<Change, 'action' | 'step'>): InboxKind | undefined {
  if (step.by === null || step.by === 'applicant') return undefined
  if (!action) return 'received'
  if (action.id === 'supply') return 'papers_in'
  if (action.id === 'send_back') return 'returned'
  if (signers.has(step.by)) return 'to_sign'
  return action.decides ? 'to_hand_over' : 'to_handle'
}

/** Whose inbox it goes to: what one needs to be allowed to act on it. */
export function needsFor(kind: InboxKind, isConfidential: boolean): readonly string[] {
  const needs: Readonly<Record<InboxKind, string>> = {
    received: 'applications.handle',
    papers_in: 'applications.handle',
    returned: 'applications.handle',
    to_handle: 'applications.handle',
    to_sign: 'applications.sign',
    to_hand_over: 'applications.handle',
    assigned: 'applications.handle',
    appealed: 'applications.answer_feedback',
    to_tell: 'notices.tell',
    list_returned: 'payroll.prepare',
  }
  return [needs[kind], ...(isConfidential ? ['people.read_confidential'] : [])]
}
