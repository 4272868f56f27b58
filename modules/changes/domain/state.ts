/** Where a change request stands («trạng thái yêu cầu thay đổi»). */
export const states = ['found', 'submitted', 'approved', 'rejected', 'withdrawn'] as const
export type State = (typeof states)[number]

/** What somebody may do with a request. */
export const steps = ['submit', 'send_back', 'approve', 'reject', 'withdraw'] as const
export type Step = (typeof steps)[number]

type Transition = {
  readonly from: readonly State[]
  readonly to: State
  readonly permission: 'changes.record' | 'changes.approve'
  /** Whoever submitted it may not take this step. */
  readonly bySomebodyElse: boolean
  readonly needsNote: boolean
}

/** Every step from one state to another, and what it takes. */
export const transitions: Readonly<Record<Step, Transition>> = {
  submit: {
    from: ['found'],
    to: 'submitted',
    permission: 'changes.record',
    bySomebodyElse: false,
    needsNote: false,
  },
  send_back: {
    from: ['submitted'],
    to: 'found',
    permission: 'changes.approve',
    bySomebodyElse: true,
    needsNote: true,
  },
  approve: {
    from: ['submitted'],
    to: 'approved',
    permission: 'changes.approve',
    bySomebodyElse: true,
    needsNote: false,
  },
  reject: {
    from: ['found', 'submitted'],
    to: 'rejected',
    permission: 'changes.approve',
    bySomebodyElse: true,
    needsNote: true,
  },
  withdraw: {
    from: ['submitted'],
    to: 'withdrawn',
    permission: 'changes.record',
    bySomebodyElse: false,
    needsNote: true,
  },
}
