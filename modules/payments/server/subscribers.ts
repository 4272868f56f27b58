import type { PaymentRunId } from '#modules/payroll/contract'
import type { Subscribers } from '#platform/server/outbox'
import { listEnvelopesOfRun } from '../db/envelopes.ts'
import { followEnding } from './follow-ending.ts'
import { recallForDeath } from './recall.ts'
import { proposeFromMerge, withdrawFromMerge } from './recover-paid-twice.ts'
import { proposeFromRun } from './recoveries.ts'
import { withdraw } from './take-step.ts'
import { restoreDue } from './restore-due.ts'
import { unsettleDeath } from './unsettle.ts'
import { endReceiverWhoDied } from './ways/apply.ts'
import { getEnvelopeForUpdate } from '../db/envelopes.ts'

/** What payments does when it hears of something. */
export const paymentsSubscribers: Subscribers = {
  // A list that is taken back takes the envelopes along that were made of it; none of them can have been approved.
  'payments.follow_run': {
    on: ['payroll.run_returned', 'payroll.run_closed'],
    run: async (ctx, event) => {
      for (const { id } of await listEnvelopesOfRun(ctx, String(event['runId']))) {
        const envelope = await getEnvelopeForUpdate(ctx, id)
        if (envelope.state === 'draft' || envelope.state === 'checked') await withdraw(ctx, envelope)
      }
    },
  },
  'payments.recall_the_dead': {
    on: ['people.died'],
    run: (ctx, event) => recallForDeath(ctx, { personId: String(event['personId']) }),
  },
  'payments.follow_ending': { on: ['entitlement.award_closed'], run: followEnding },
  'payments.restore_due': {
    on: ['entitlement.award_granted', 'entitlement.award_resumed'],
    run: async (ctx, event) => {
      for (const cause of ['died', 'decision'] as const)
        await restoreDue(ctx, { personId: String(event['personId']), cause })
    },
  },
  'payments.unsettle_death': { on: ['people.death_undone'], run: unsettleDeath },
  'payments.end_receiver': {
    on: ['people.died'],
    run: (ctx, event) => endReceiverWhoDied(ctx, String(event['personId'])),
  },
  'payments.check_double_payment': { on: ['duplicates.merged'], run: proposeFromMerge },
  'payments.forget_double_payment': { on: ['duplicates.parted'], run: withdrawFromMerge },
  'payments.propose_recoveries': {
    on: ['payroll.run_approved'],
    run: (ctx, event) => proposeFromRun(ctx, event['runId'] as PaymentRunId), // Payroll names its own runs.
  },
}
