import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { RecoveryCause, RecoveryPlan, RecoveryState } from '../domain/recovery.ts'
import { AreaRef, Named, Page } from './shared.ts'

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
  months: z.array(z.object({ component: z.string(), benefitMonth: Month, amount: Dong })),
  /** Why nothing is withheld for now. */
  heldBecause: z.string().nullable(),
  decision: z.string().nullable(),
  decidedBy: z.string().nullable(),
  openedAt: Instant,
})
export type RecoveryView = z.infer<typeof RecoveryView>

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

export const planRecovery = endpoint({
  method: 'POST',
  path: '/payment-recoveries/{id}/plan',
  summary: 'Decide that a proposal is to be recovered, and how',
  permission: 'payments.approve',
  audit: 'payments.recovery_planned',
  input: inRecovery.extend({
    plan: RecoveryPlan,
    instalment: Dong.refine((amount) => amount > 0).optional(),
    decision: Decision,
  }),
  output: z.void(),
  problems: problems.of('recovery_not_found', 'recovery_moved_on'),
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
    amount: Dong.refine((amount) => amount > 0),
    receipt: z.string().trim().min(1).max(100),
  }),
  output: z.object({ isNew: z.boolean() }),
  problems: problems.of('recovery_not_found', 'recovery_moved_on', 'more_than_is_open'),
})

export const writeOffRecovery = endpoint({
  method: 'POST',
  path: '/payment-recoveries/{id}/writing-off',
  summary: 'Give up what is still open, by a decision',
  permission: 'payments.approve',
  audit: 'payments.recovery_written_off',
  input: inRecovery.extend({ decision: Decision }),
  output: z.void(),
  problems: problems.of('recovery_not_found', 'recovery_moved_on'),
})
