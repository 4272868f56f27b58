import { contains } from '#kernel/period'
import { loadHistories, summariesOf, type RelationKind } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'
import type { SharedAccount } from '../../contract.ts'
import { listCalledWrong } from '../../db/called-wrong.ts'
import { listPaidOn, listSharedAccounts as findShared, type PaidOn } from '../../db/shared-accounts.ts'
import { accountKey } from '../../domain/way-rules.ts'
import { masked } from '../show-envelopes.ts'

/** At most so many accounts at once: those that most people are paid on come first. */
const most = 200

/**
 * Accounts on which people are paid of whom the register knows no tie between them («dùng chung tài khoản»), and before them those that
 * were called wrong for somebody: others are paid there still, and somebody has to ask them.
 */
export async function listSharedAccounts(ctx: Ctx): Promise<SharedAccount[]> {
  // The other payee of an account may live in another province; only that there is one is told then.
  const { groups, ties, people } = await forWholeCountry(ctx, async (ctx) => {
    const called = await listCalledWrong(ctx)
    const shared = await findShared(ctx, most)
    const paid = await listPaidOn(ctx, [...new Set([...shared, ...called.map(({ account }) => account)])])
    const calls = new Map(called.toReversed().map((one) => [accountKey(one), one.since])) // The latest is set last.
    const groups = [...Map.groupBy(paid, accountKey)]
      .map(([key, payees]) => ({ payees, calledWrong: calls.get(key) ?? null }))
      .filter(({ payees, calledWrong }) => calledWrong !== null || payees.length > 1)
    const ids = groups.flatMap(({ payees }) => payees.map(({ personId }) => personId))
    return { groups, ties: await tiesOf(ctx, ids), people: await summariesOf(ctx, ids) }
  })
  const isMine = ({ personId }: PaidOn) => isWithinArea(ctx.actor, people.get(personId)?.homeAreaId ?? 0)
  return groups
    .filter(
      ({ payees, calledWrong }) =>
        payees.some(isMine) && (calledWrong !== null || !isOneFamily(payees, ties)),
    )
    .toSorted((one, other) => Number(other.calledWrong !== null) - Number(one.calledWrong !== null))
    .map(({ payees, calledWrong }) => ({
      bank: payees[0]!.bank,
      account: masked(payees[0]!.account)!, // It has one.
      payees: payees
        .filter(isMine)
        .map(({ personId }) => ({ id: personId, name: people.get(personId)?.fullName ?? '' })),
      elsewhere: payees.filter((one) => !isMine(one)).length,
      calledWrong,
    }))
}

/** Who else is paid on an account and has no tie to a payee that the register knows. */
export function strangersOn(
  ctx: Ctx,
  personId: string,
  account: { readonly bank: string; readonly account: string },
): Promise<{ readonly personId: string; readonly name: string; readonly isElsewhere: boolean }[]> {
  const mine = ctx.actor
  return forWholeCountry(ctx, async (ctx) => {
    const paid = await listPaidOn(ctx, [account.account])
    const others = paid.filter((one) => one.personId !== personId && accountKey(one) === accountKey(account))
    if (others.length === 0) return []
    const ties = await tiesOf(ctx, [personId])
    const strangers = others.filter((one) => !ties.get(personId)?.has(one.personId))
    const people = await summariesOf(
      ctx,
      strangers.map((one) => one.personId),
    )
    return strangers.map((one) => {
      const isElsewhere = !isWithinArea(mine, people.get(one.personId)?.homeAreaId ?? 0)
      const name = isElsewhere ? '' : (people.get(one.personId)?.fullName ?? '')
      return { personId: one.personId, name, isElsewhere }
    })
  })
}

const family: readonly RelationKind[] = [
  'parent_of',
  'spouse_of',
  'cares_for',
  'collects_for',
  'guardian_of',
  'related_to',
]

/** Whom each of these people is tied to today. */
async function tiesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const histories = await loadHistories(ctx, [...new Set(ids)])
  return new Map(
    histories.map(({ personId, relations }) => [
      personId,
      new Set(
        relations
          .filter(
            ({ kind, during, retractedAt }) =>
              retractedAt === null && family.includes(kind) && contains(during, ctx.today),
          )
          .map(({ otherId }) => otherId),
      ),
    ]),
  )
}

/** Whether everybody of a group is tied to everybody else, be it through others of it. */
function isOneFamily(group: readonly PaidOn[], ties: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const left = new Set(group.map(({ personId }) => personId))
  const reached = [group[0]!.personId]
  left.delete(reached[0]!)
  for (const one of reached)
    for (const other of left)
      if (ties.get(one)?.has(other) || ties.get(other)?.has(one)) {
        left.delete(other)
        reached.push(other)
      }
  return left.size === 0
}
