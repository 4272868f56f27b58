import type { Ctx } from '#platform/server/context'
import { findOwnEnvelopeToldOf, getEnvelopeRow } from '../db/envelopes.ts'
import { findOwnRefundToldOf } from '../db/refunds.ts'
import { problems } from '../domain/problems.ts'

/** Whoever prepared or sent an envelope does not end its orders alone, by what they alone have seen. */
export async function assertEndedByAnother(ctx: Ctx, envelopeId: string) {
  const { code, preparedBy, sentBy } = await getEnvelopeRow(ctx, envelopeId)
  if (ctx.actor.userId === preparedBy || ctx.actor.userId === sentBy)
    throw problems('answer_by_second_person', { code })
}

/** The same for all a file tells that somebody brings, of refunds they asked for too. */
export async function assertToldByAnother(ctx: Ctx, responseId: string) {
  const code = (await findOwnEnvelopeToldOf(ctx, responseId)) ?? (await findOwnRefundToldOf(ctx, responseId))
  if (code !== undefined) throw problems('answer_by_second_person', { code })
}
