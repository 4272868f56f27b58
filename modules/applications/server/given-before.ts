import { membersNow } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { listSupportsSigned } from '../db/proposals.ts'
import type { Terms } from '../domain/proposal.ts'
import { problems } from '../domain/problems.ts'

/**
 * What is given in kind goes out by hand and is on no list of payments: that it was given for the same event before, to the
 * person or to somebody of the household where it is the household’s, only the decisions that were signed tell.
 */
export async function assertNotGivenInKind(
  ctx: Ctx,
  {
    personId,
    terms,
    applicationId,
    deviation,
  }: {
    readonly personId: string
    readonly terms: Terms
    /** The file it is decided in: taken up again, it may give more than it gave, and says so. */
    readonly applicationId: string | null
    readonly deviation: string | null | undefined
  },
): Promise<void> {
  const gifts = giftsIn(terms)
  if (gifts.length === 0) return
  const household = gifts.some(({ isHousehold }) => isHousehold)
    ? (await membersNow(ctx, { personIds: [personId] })).map((member) => member.personId)
    : []
  const ids = [...new Set([personId, ...household])].toSorted()
  // Whoever signs for the same household waits here, and then finds this one signed.
  for (const id of ids) await lock(ctx, `applications.gift ${id}`)
  const before = (await listSupportsSigned(ctx, ids)).find(
    (one) =>
      isOfOneEvent(one.terms, terms) &&
      giftsIn(one.terms).some(({ rule, isHousehold }) =>
        gifts.some((gift) => gift.rule === rule && (isHousehold || one.personId === personId)),
      ),
  )
  if (!before) return
  if (before.applicationId !== applicationId) throw problems('given_before', { on: eventOf(terms)?.['on'] })
  if (!deviation) throw problems('deviation_needs_reason', { kind: 'support', difference: 'given_in_kind' })
}

const giftsIn = ({ given = [] }: Terms) => given.filter(({ amount }) => amount === null)

const eventOf = ({ detail }: Terms) => (detail?.kind === 'support' ? detail.event : undefined)

function isOfOneEvent(one: Terms, other: Terms): boolean {
  const [event, again] = [eventOf(one), eventOf(other)]
  return event !== undefined && event['kind'] === again?.['kind'] && event['on'] === again?.['on']
}
