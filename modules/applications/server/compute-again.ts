import { Problem } from '#kernel/problem'
import type { Ctx } from '#platform/server/context'
import type { Proposal } from '../db/proposals.ts'
import type { Computed } from './compute-monthly.ts'
import type { Asked } from './compute-asked.ts'
import { computeDecisions } from './compute.ts'
import type { OpenFile } from './open-file.ts'

/** What the law is asked once more of a decision that was drafted, in the same words. */
export function askedAgain(
  {
    personId,
    benefit,
    kind,
    terms,
    payeeId,
  }: Pick<Proposal, 'personId' | 'benefit' | 'kind' | 'terms' | 'payeeId'>,
  file: OpenFile | undefined,
): Asked {
  return {
    personId,
    benefit,
    kind,
    reasons: terms.reasons,
    lastMonth: terms.lastMonth ?? undefined,
    detail: terms.detail,
    payeeId,
    file,
  }
}

/**
 * Asks of each and keeps what is refused with whom it concerns: those of a benefit together, as long as nobody of them is
 * out of sight, and every other by itself.
 */
export async function computeEach(
  ctx: Ctx,
  asked: readonly Asked[],
  signedOn: Ctx['today'],
): Promise<(() => Computed)[]> {
  const together = await orProblem(() =>
    computeDecisions(
      ctx,
      asked.filter(({ benefit }) => benefit !== null),
      signedOn,
    ),
  )
  const known = together instanceof Problem ? undefined : together.values()
  const answers: (() => Computed)[] = []
  for (const one of asked) {
    const answer =
      one.benefit !== null && known
        ? known.next().value! // As many as were asked.
        : await orProblem(async () => (await computeDecisions(ctx, [one], signedOn))[0]!) // One asked, one answered.
    answers.push(() => {
      if (answer instanceof Problem) throw answer
      return answer
    })
  }
  return answers
}

async function orProblem<Result>(work: () => Promise<Result>): Promise<Result | Problem> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error
  }
}
