import { z } from 'zod'

/** Where an order to pay stands («trạng thái lệnh chi»). Every one that was sent ends in one of the last five but «đã rút». */
export const InstructionState = z.enum([
  'ready',
  'sent',
  'paid',
  'returned',
  'rejected',
  'recalled',
  'unclaimed',
  'withdrawn',
])
export type InstructionState = z.infer<typeof InstructionState>

/** Every step there is; the database holds to the same list, and a test to both. */
export const steps: Readonly<Record<InstructionState, readonly InstructionState[]>> = {
  ready: ['sent', 'withdrawn'],
  sent: ['paid', 'returned', 'rejected', 'recalled', 'unclaimed'],
  /** A bank that has credited an account may still give the money back. */
  paid: ['returned'],
  returned: [],
  rejected: [],
  recalled: [],
  unclaimed: [],
  /** What it was withdrawn for is no longer so, and nobody has approved its list yet. */
  withdrawn: ['ready'],
}

/** Steps that only a person takes, by a line that tells of it: what was rejected, or nobody came for, was paid after all. */
export const stepsByHand: Readonly<Partial<Record<InstructionState, readonly InstructionState[]>>> = {
  rejected: ['paid'],
  unclaimed: ['paid'],
}

/** What a provider says about an instruction, or about its own books. */
export const Outcome = z.enum([
  'paid',
  'returned',
  'rejected',
  'recalled',
  'unclaimed',
  'accepted',
  'transferred',
  'refunded',
  'other',
])
export type Outcome = z.infer<typeof Outcome>

/** How a line of an answer was taken. */
export const Verdict = z.enum([
  'matched',
  'repeated',
  'noted',
  'unknown',
  'ambiguous',
  'amount_differs',
  'contradicts',
  'matched_by_hand',
  'set_aside',
])
export type Verdict = z.infer<typeof Verdict>

/** Lines a person has to look at («cần khớp tay»). */
export const openVerdicts = ['unknown', 'ambiguous', 'amount_differs', 'contradicts'] as const

/** What a person said of a line, with a reason. */
export const handVerdicts = ['matched_by_hand', 'set_aside'] as const

/** Whether a person may say that a line tells of an order in this state. */
export function mayMatchByHand(state: InstructionState, outcome: Outcome): boolean {
  return judge(state, outcome) === 'step' || (stepsByHand[state]?.some((next) => next === outcome) ?? false)
}

/** What a provider’s word does to an instruction: a step, nothing new, or something that cannot be. */
export function judge(
  state: InstructionState,
  outcome: Outcome,
): 'step' | 'repeated' | 'noted' | 'contradicts' {
  switch (outcome) {
    case 'accepted':
    case 'transferred':
    case 'refunded':
    case 'other':
      return 'noted'
    case 'paid':
    case 'returned':
    case 'rejected':
    case 'recalled':
    case 'unclaimed':
      if (state === outcome) return 'repeated'
      // Money that came back had gone out: the note of its going may arrive after that of its return.
      if (state === 'returned' && outcome === 'paid') return 'noted'
      return steps[state].includes(outcome) ? 'step' : 'contradicts'
  }
}
