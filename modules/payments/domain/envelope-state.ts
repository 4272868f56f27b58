import { z } from 'zod'

/** Where an envelope stands («trạng thái đợt chi»). */
export const EnvelopeState = z.enum([
  'draft',
  'checked',
  'approved',
  'sending',
  'sent',
  'reconciled',
  'cancelled',
])
export type EnvelopeState = z.infer<typeof EnvelopeState>

/** What an envelope is made of: an approved run, what did not arrive, money given once, or orders of another system. */
export const EnvelopePurpose = z.enum(['run', 'reissue', 'one_off', 'source'])
export type EnvelopePurpose = z.infer<typeof EnvelopePurpose>

export const EnvelopeStep = z.enum(['check', 'approve', 'send', 'reconcile', 'cancel'])
export type EnvelopeStep = z.infer<typeof EnvelopeStep>

export type Transition = {
  readonly from: readonly EnvelopeState[]
  readonly to: EnvelopeState
  readonly permission: 'payments.prepare' | 'payments.check' | 'payments.approve' | 'payments.reconcile'
  /** Those who took these parts may not take this step. */
  readonly notBy: readonly ('prepared' | 'checked')[]
}

/** Every step («bước») and what it takes: three people («người lập, người kiểm tra, người phê duyệt») before money moves. */
export const transitions: Readonly<Record<EnvelopeStep, Transition>> = {
  check: { from: ['draft'], to: 'checked', permission: 'payments.check', notBy: ['prepared'] },
  approve: {
    from: ['checked'],
    to: 'approved',
    permission: 'payments.approve',
    notBy: ['prepared', 'checked'],
  },
  send: { from: ['approved', 'sending'], to: 'sending', permission: 'payments.prepare', notBy: [] },
  reconcile: { from: ['sent'], to: 'reconciled', permission: 'payments.reconcile', notBy: [] },
  cancel: {
    from: ['draft', 'checked', 'approved'],
    to: 'cancelled',
    permission: 'payments.prepare',
    notBy: [],
  },
}

type Signed = {
  readonly state: EnvelopeState
  readonly preparedBy: string
  readonly checkedBy: string | null
}

/** Why a step is refused to somebody; undefined where nothing stands in the way. */
export function refusalOf(
  envelope: Signed,
  step: EnvelopeStep,
  userId: string,
): 'envelope_moved_on' | 'second_person_needed' | undefined {
  const { from, notBy } = transitions[step]
  if (!from.includes(envelope.state)) return 'envelope_moved_on'
  const barred = notBy.map((part) => (part === 'prepared' ? envelope.preparedBy : envelope.checkedBy))
  return barred.includes(userId) ? 'second_person_needed' : undefined
}
