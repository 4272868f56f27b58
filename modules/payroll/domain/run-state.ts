import { z } from 'zod'

/** Where a run stands («trạng thái kỳ chi trả»); the last three belong to the money that leaves the house. */
export const RunState = z.enum([
  'generating',
  'checking',
  'submitted',
  'approved',
  'returned',
  'cancelled',
  'sent',
  'reconciled',
  'closed',
])
export type RunState = z.infer<typeof RunState>

/** What somebody may do with a run. */
export const RunStep = z.enum(['regenerate', 'submit', 'approve', 'return', 'cancel', 'close'])
export type RunStep = z.infer<typeof RunStep>

export type Transition = {
  readonly from: readonly RunState[]
  readonly to: RunState
  readonly permission: 'payroll.prepare' | 'payroll.approve'
  /** Whoever prepared or submitted the run may not take this step. */
  readonly bySomebodyElse: boolean
  /** A later month already rests on what this run decided, so the step would pull the ground from under it. */
  readonly onlyWhileLatest: boolean
}

/** Every step from one state to another, and what it takes. */
export const transitions: Readonly<Record<RunStep, Transition>> = {
  regenerate: {
    from: ['generating', 'checking', 'returned'],
    to: 'generating',
    permission: 'payroll.prepare',
    bySomebodyElse: false,
    onlyWhileLatest: true,
  },
  submit: {
    from: ['checking'],
    to: 'submitted',
    permission: 'payroll.prepare',
    bySomebodyElse: false,
    onlyWhileLatest: false,
  },
  approve: {
    from: ['submitted'],
    to: 'approved',
    permission: 'payroll.approve',
    bySomebodyElse: true,
    onlyWhileLatest: false,
  },
  return: {
    from: ['submitted', 'approved'],
    to: 'returned',
    permission: 'payroll.approve',
    bySomebodyElse: true,
    onlyWhileLatest: true,
  },
  cancel: {
    from: ['generating', 'checking', 'submitted', 'returned'],
    to: 'cancelled',
    permission: 'payroll.prepare',
    bySomebodyElse: false,
    onlyWhileLatest: true,
  },
  close: {
    from: ['approved', 'reconciled'],
    to: 'closed',
    permission: 'payroll.approve',
    bySomebodyElse: false,
    onlyWhileLatest: false,
  },
}

/** The way a run goes («các bước của kỳ»), and the states in which each part of it is the one going on. */
export const stages = ['generate', 'check', 'approve', 'pay', 'reconcile', 'close'] as const
export type Stage = (typeof stages)[number]

const stageOf: Readonly<Record<RunState, Stage>> = {
  generating: 'generate',
  checking: 'check',
  returned: 'check',
  submitted: 'approve',
  cancelled: 'generate',
  approved: 'pay',
  sent: 'reconcile',
  reconciled: 'close',
  closed: 'close',
}

/** Each part of the way: done, going on, or still to come. */
export function stagesOf(state: RunState): { stage: Stage; progress: 'done' | 'current' | 'to_come' }[] {
  const at = stages.indexOf(stageOf[state])
  return stages.map((stage, index) => ({
    stage,
    progress: index < at || state === 'closed' ? 'done' : index === at ? 'current' : 'to_come',
  }))
}
