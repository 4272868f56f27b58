import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong, EnteredDong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { ProposalState } from '../domain/proposal.ts'
import { RecoveryCause, RecoveryDecisionKind, RecoveryPlan, RecoveryState } from '../domain/recovery.ts'
import { AreaRef, Label, Named, Page, Signed } from './shared.ts'

/** Something paid above the right that is to come back («khoản thu hồi»). */
export const RecoveryView = z.object({
  id: z.uuid(),
  person: Named,
  area: AreaRef,
  cause: RecoveryCause,
  state: RecoveryState,
  plan: RecoveryPlan.nullable(),
  instalment: Dong.nullable(),
  amount: Dong,
  /** What the person still owes, as the ledger has it; nothing while it is a proposal. */
  open: Dong,
  /** What a month is for says why people are paid: null for whoever pays money out and is not told. */
  months: z.array(z.object({ component: z.string().nullable(), benefitMonth: Month, amount: Dong })),
  /** Why nothing is withheld for now. */
  heldBecause: z.string().nullable(),
  decision: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Whether a decision about it waits for a second person. */
  isAsked: z.boolean(),
  openedAt: Instant,
})
export type RecoveryView = z.infer<typeof RecoveryView>

/** A decision about a recovery, as it was asked for and as it was answered. */
export const RecoveryDecisionView = z.object({
  id: z.uuid(),
  kind: RecoveryDecisionKind,
  plan: RecoveryPlan.nullable(),
  instalment: Dong.nullable(),
  /** The number and day of the decision, or why nothing is withheld for now. */
  paper: z.string(),
  state: ProposalState,
  /** Null where it was decided before two people were needed. */
  asked: Signed.nullable(),
  decided: Signed.nullable(),
  note: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type RecoveryDecisionView = z.infer<typeof RecoveryDecisionView>

const inRecovery = z.object({ id: z.uuid() })
const Decision = z.string().trim().min(1).max(200)

export const listRecoveries = endpoint({
  method: 'GET',
  path: '/payment-recoveries',
  summary: 'What was paid above the right and is to come back',
  permission: 'payments.read',
  audit: 'payments.recoveries_read',
  input: z.object({ state: RecoveryState.optional(), personId: z.uuid().optional(), ...Page.shape }),
  output: z.object({ rows: z.array(RecoveryView), total: z.int() }),
})

/** What is wished for a recovery: that it comes back, and how, or that it does not. */
export const RecoveryWish = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan'),
    plan: RecoveryPlan,
    instalment: EnteredDong.optional(),
    decision: Decision,
  }),
  z.object({ kind: z.literal('give_up'), decision: Decision }),
])
export type RecoveryWish = z.infer<typeof RecoveryWish>

export const askRecoveryDecision = endpoint({
  method: 'POST',
  path: '/payment-recoveries/{id}/decisions',
  summary: 'Ask how something overpaid is to come back, or that it is given up; another person decides',
  permission: 'payments.check',
  audit: 'payments.recovery_decision_asked',
  input: inRecovery.extend({ wish: RecoveryWish, requestId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'recovery_not_found',
    'recovery_moved_on',
    'recovery_decision_waits',
    'more_than_is_open',
  ),
})

export const approveRecoveryDecision = endpoint({
  method: 'POST',
  path: '/payment-recovery-decisions/{id}/approval',
  summary: 'Approve a decision about a recovery as a second person; from now on it is owed, or given up',
  permission: 'payments.approve',
  audit: 'payments.recovery_decided',
  input: inRecovery,
  output: z.void(),
  problems: problems.of(
    'recovery_decision_not_found',
    'recovery_decision_settled',
    'recovery_by_second_person',
    'recovery_not_found',
    'recovery_moved_on',
  ),
})

export const refuseRecoveryDecision = endpoint({
  method: 'POST',
  path: '/payment-recovery-decisions/{id}/refusal',
  summary: 'Refuse a decision about a recovery, with a reason',
  permission: 'payments.approve',
  audit: 'payments.recovery_decision_refused',
  input: inRecovery.extend({ reason: Decision }),
  output: z.void(),
  problems: problems.of(
    'recovery_decision_not_found',
    'recovery_decision_settled',
    'recovery_by_second_person',
    'recovery_not_found',
  ),
})

export const holdRecovery = endpoint({
  method: 'PUT',
  path: '/payment-recoveries/{id}/hold',
  summary: 'Withhold nothing for now, such as while a complaint is open; or go on',
  permission: 'payments.approve',
  audit: 'payments.recovery_held',
  input: inRecovery.extend({ because: Decision.nullable() }),
  output: z.void(),
  problems: problems.of('recovery_not_found', 'recovery_moved_on'),
})

/** What a month owed somebody, and what became of it: a row of their account («sổ chi tiết»). */
export const AccountMonth = z.object({
  month: Month,
  /** What was given once because of this person, and who is owed it; null for the monthly rights. */
  once: z
    .object({
      id: z.uuid(),
      /** Null for whoever pays money out and is not told why. */
      right: Label.nullable(),
      payee: z.string(),
      isOwn: z.boolean(),
    })
    .nullable(),
  due: Dong,
  paid: Dong,
  setOff: Dong,
  /** Due and not paid yet. */
  waiting: Dong,
})
export type AccountMonth = z.infer<typeof AccountMonth>

export const getRecovery = endpoint({
  method: 'GET',
  path: '/payment-recoveries/{id}',
  summary: 'A recovery with the account of its person, month by month',
  permission: 'payments.read',
  audit: 'payments.recovery_read',
  input: inRecovery,
  output: RecoveryView.extend({
    repaid: Dong,
    setOff: Dong,
    writtenOff: Dong,
    /** Of each hundred đồng of a month, at most so many may be withheld. */
    offsetShare: z.int(),
    account: z.array(AccountMonth),
    /** Every decision about it, newest first. */
    decisions: z.array(RecoveryDecisionView),
  }),
  problems: problems.of('recovery_not_found'),
})

export const downloadRecoveryLetter = endpoint({
  method: 'GET',
  path: '/payment-recoveries/{id}/letter',
  summary: 'The letter that tells a person what was paid too much, why, and how it comes back',
  permission: 'payments.approve',
  audit: 'payments.recovery_letter_made',
  input: inRecovery,
  output: z.file(),
  problems: problems.of('recovery_not_found', 'recovery_moved_on'),
})

export const repayRecovery = endpoint({
  method: 'POST',
  path: '/payment-recoveries/{id}/repayments',
  summary: 'Book money paid back, by the number of its receipt',
  permission: 'payments.reconcile',
  audit: 'payments.recovery_repaid',
  input: inRecovery.extend({
    amount: EnteredDong,
    receipt: z.string().trim().min(1).max(100),
    /** The day on the receipt: desks number theirs by the year. */
    paidOn: CivilDate,
  }),
  output: z.object({ isNew: z.boolean() }),
  problems: problems.of(
    'recovery_not_found',
    'recovery_moved_on',
    'more_than_is_open',
    'receipt_known',
    'receipt_day_wrong',
  ),
})
