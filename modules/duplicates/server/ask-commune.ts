import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import type { Answer, PairId, PairState } from '../contract.ts'
import { answerQuestion, getPairForUpdate, insertQuestion, listQuestions, updatePair } from '../db/pairs.ts'
import { problems } from '../domain/problems.ts'
import { decideOnce } from './command.ts'
import { openSides } from './sides.ts'

type Asked = { readonly id: PairId; readonly message: string; readonly requestId: string }

/** Asks the commune of the other record («giao xã xác minh»), by what both may know of it. */
export function askCommune(ctx: Ctx, input: Asked): Promise<{ state: PairState }> {
  return decideOnce(ctx, 'ask_commune', input, async () => {
    const { id, message } = input
    const { oneId, otherId } = await getPairForUpdate(ctx, id, ['open', 'asked', 'agreed'])
    if ((await listQuestions(ctx, [id])).some(({ answer }) => answer === null))
      throw problems('already_asked')
    const sides = await openSides(ctx, [oneId, otherId])
    // Whoever sees both asks for the first; whoever sees one asks the commune of the other.
    const [own, theirs] = sides.isSeen(oneId) ? [oneId, otherId] : [otherId, oneId]
    const [from, to] = [sides.areaNow(own), sides.areaNow(theirs)]
    if (from.id === to.id) throw problems('same_commune', { areaId: from.id })
    await insertQuestion(ctx, { pairId: id, fromAreaId: from.id, toAreaId: to.id, message })
    await updatePair(ctx, id, { state: 'asked' })
    return { state: 'asked' as const }
  })
}

type Answered = {
  readonly id: PairId
  readonly answer: Answer
  readonly note: string
  readonly requestId: string
}

/** The commune that was asked answers: two people stay two for ever, one person waits to be merged, unknown is open again. */
export function answerCommune(ctx: Ctx, input: Answered): Promise<{ state: PairState }> {
  return decideOnce(ctx, 'answer_commune', input, async () => {
    const { id, answer, note } = input
    await getPairForUpdate(ctx, id)
    const question = (await listQuestions(ctx, [id])).find((one) => one.answer === null)
    if (!question) throw problems('nobody_asked')
    if (!isWithinArea(ctx.actor, question.toAreaId)) throw problems('not_asked_here')
    await answerQuestion(ctx, question.id, { answer, note })
    const state = ({ same: 'agreed', different: 'apart', unsure: 'open' } as const)[answer]
    await updatePair(ctx, id, { state, reason: answer === 'different' ? note : null })
    return { state }
  })
}
