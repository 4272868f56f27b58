import { z } from 'zod'
import type { Ctx, Event } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'
import { noteDue } from '../db/due.ts'
import { askForLook } from './look.ts'

/** Whom an event is about, under any of the names events give them. */
const About = z.object({
  personId: z.uuid().optional(),
  personIds: z.array(z.uuid()).optional(),
  keptId: z.uuid().optional(),
  mergedId: z.uuid().optional(),
})

/** Whoever something happened to is looked at again, so that a list says what is so and not what was so this morning. */
export const qualitySubscribers: Subscribers = {
  'quality.look': {
    on: [
      'people.registered',
      'people.identity_corrected',
      'people.number_recorded',
      'people.moved',
      'people.household_changed',
      'people.relations_changed',
      'people.circumstances_changed',
      'people.died',
      'duplicates.merged',
      'duplicates.parted',
      'entitlement.award_granted',
      'entitlement.award_closed',
      'payments.way_in_force',
      'payments.way_fallen_back',
    ],
    run: lookAgain,
  },
}

async function lookAgain(ctx: Ctx, event: Event) {
  const { personId, personIds = [], keptId, mergedId } = About.parse(event)
  const ids = [personId, keptId, mergedId, ...personIds].filter((id) => id !== undefined)
  if (ids.length === 0) throw new Error(`The event ${event.type} names nobody`)
  await noteDue(ctx, ids)
  await askForLook(ctx)
}
