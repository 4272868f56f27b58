import { Problem } from '#kernel/problem'
import { loadHistories, summariesOf, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'

/** Refuses a person outside the actor's unit exactly as one who does not exist. */
export async function assertVisible(ctx: Ctx, personId: string) {
  const summaries = await summariesOf(ctx, [personId])
  if (summaries.size === 0) throw new Problem('people.person_not_found', 404, { personId })
}

/** Everything the register holds about a person the actor may see. */
export async function getPersonHistory(ctx: Ctx, personId: string): Promise<PersonHistory> {
  await assertVisible(ctx, personId)
  const [history] = await forWholeCountry(ctx, (ctx) => loadHistories(ctx, [personId]))
  if (!history) throw new Problem('people.person_not_found', 404, { personId })
  return history
}
