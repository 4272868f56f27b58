import { dayOf, type CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { listEvents, type Application } from '../db/applications.ts'
import type { Document } from '../db/documents.ts'

/**
 * The day somebody received a decision: that of the first handing over after it was signed. A file that ended without one was
 * decided in their presence; null while the paper still lies at the desk.
 */
export async function receivedOnOf(
  ctx: Ctx,
  { id, closedAt }: Pick<Application, 'id' | 'closedAt'>,
  { issuedAt, issuedOn }: Pick<Document, 'issuedAt' | 'issuedOn'>,
): Promise<CivilDate | null> {
  const handedOver = (await listEvents(ctx, id)).find(
    ({ kind, at }) => kind === 'hand_over' && at >= issuedAt,
  )
  if (handedOver) return dayOf(handedOver.at)
  return closedAt ? issuedOn : null
}
