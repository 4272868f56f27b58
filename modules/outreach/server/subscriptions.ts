import { monthOf } from '#kernel/civil-date'
import type { Subscribers } from '#platform/server/outbox'
import { lookAgainIn } from '../db/prospects.ts'
import { askForRefresh } from './refresh.ts'

/** Whatever changes a right: the lists are brought up to date, once for many changes. */
export const outreachSubscribers: Subscribers = {
  'outreach.refresh': {
    on: [
      'people.registered',
      'people.identity_corrected',
      'people.moved',
      'people.household_changed',
      'people.relations_changed',
      'people.circumstances_changed',
      'people.died',
      'entitlement.award_granted',
      'entitlement.award_closed',
    ],
    run: async (ctx, event) => {
      // A new certificate of the same degree leaves the standing as it was, and is what its list waits for.
      if (event.type === 'people.circumstances_changed')
        await lookAgainIn(ctx, monthOf(ctx.today), [String(event['personId'])])
      await askForRefresh(ctx)
    },
  },
}
