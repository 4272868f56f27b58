import type { Subscribers } from '#platform/server/outbox'
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
    run: (ctx) => askForRefresh(ctx),
  },
}
