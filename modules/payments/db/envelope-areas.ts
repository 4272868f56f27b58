import type { Ctx } from '#platform/server/context'
import { plannedOnce } from '#platform/server/planned-once'
import { withinArea } from '#platform/server/scope'
import type { PaymentsTables } from './tables.ts'

/** The control totals of an envelope by unit, in the actor’s units. */
export function listEnvelopeAreas(ctx: Ctx, envelopeId: string) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.envelopeArea')
    .select(['areaId', 'instructions', 'amount'])
    .where('envelopeId', '=', envelopeId)
    .where(withinArea(ctx, 'areaId'))
    .orderBy('areaId')
    .modifyEnd(plannedOnce)
    .execute()
}
