import { z } from 'zod'
import type { Subscribers } from '#platform/server/outbox'
import { forWholeCountry } from '#platform/server/whole-country'
import { forgetPayee, noteWays } from '../db/payees.ts'
import { askForCounting } from './refresh.ts'

const OfPerson = z.object({ personId: z.uuid() })

/** What the figures and lists hear of: another list, orders and answers, another way, a death. */
export const cashlessSubscribers: Subscribers = {
  'cashless.count': {
    on: [
      'payroll.run_approved',
      'payments.envelope_sent',
      'payments.envelope_reconciled',
      'payments.response_read',
    ],
    run: (ctx) => askForCounting(ctx),
  },
  'cashless.note_way': {
    on: ['payments.way_in_force', 'payments.way_fallen_back'],
    run: (ctx, event) => forWholeCountry(ctx, (ctx) => noteWays(ctx, [OfPerson.parse(event).personId])),
  },
  'cashless.forget_payee': {
    on: ['people.died'],
    run: (ctx, event) => forWholeCountry(ctx, (ctx) => forgetPayee(ctx, OfPerson.parse(event).personId)),
  },
}
