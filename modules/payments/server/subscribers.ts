import type { Subscribers } from '#platform/server/outbox'
import { listEnvelopesOfRun } from '../db/envelopes.ts'
import { withdraw } from './take-step.ts'
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
}
