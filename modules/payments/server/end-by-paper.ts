import { createHash } from 'node:crypto'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { InstructionId, PaperOutcome } from '../contract.ts'
import { lockInstructionToEnd } from '../db/instructions.ts'
import { findResponse, insertLines } from '../db/responses.ts'
import { problems } from '../domain/problems.ts'
import { headOf } from './hand-outs.ts'
import { assertEndedByAnother } from './second-person.ts'
import { takeAnswer } from './take-answer.ts'

type Told = {
  readonly id: InstructionId
  readonly outcome: PaperOutcome
  readonly day: CivilDate
  readonly paper: string
  readonly requestId: string
}

/**
 * A provider has written what became of an order its files say nothing of, or something else («theo công văn»): it is taken like a
 * line of an answer. Whoever prepared or sent the envelope does not end its orders alone.
 */
export async function endByPaper(ctx: Ctx, { id, outcome, day, paper, requestId }: Told): Promise<void> {
  const order = await lockInstructionToEnd(ctx, id)
  const { providerId, areaId, envelopeId, endToEndId, amount, state, payeeName } = order
  const sha256 = createHash('sha256').update(`paper ${requestId}`).digest('hex')
  if (await findResponse(ctx, providerId, sha256)) return
  if (day > ctx.today) throw problems('paper_day_ahead', { day, today: ctx.today })
  if (state !== 'sent') throw problems('instruction_does_not_fit', { state, amount })
  await assertEndedByAnother(ctx, envelopeId)
  const line = {
    endToEndId,
    providerRef: null,
    outcome,
    amount,
    currency: 'VND',
    reason: null,
    account: null,
    name: payeeName,
    bookedOn: day,
  }
  await insertLines(ctx, { responseId: requestId, providerId, areaId, from: 0 }, [line])
  const answer = { id: requestId, providerId, areaId, sha256, name: paper }
  await takeAnswer(ctx, answer, headOf(requestId, 'closing'))
}
