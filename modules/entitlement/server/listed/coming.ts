import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { countOwed } from '#platform/server/outbox'
import { isWithinArea } from '#platform/server/scope'
import type { ListSummary } from '../../db/listed-awards.ts'
import { grantListed } from './propose.ts'

/** A list with how many of its rows were taken in and are still on their way here. */
export type Coming = ListSummary & { readonly coming: number }

/** Adds what was taken in and is still on its way here, lists of which nothing has come among them. */
export async function withComing(
  ctx: Ctx,
  lists: readonly ListSummary[],
  importId: string | undefined,
): Promise<Coming[]> {
  const owed = (await countOwed(ctx, grantListed, whereFrom)).filter(
    (one) =>
      (importId === undefined || one.importId === importId) && isWithinArea(ctx.actor, Number(one.areaId)),
  )
  const keyOf = (one: { importId: string; areaId: number | string }) => `${one.importId} ${one.areaId}`
  const coming = new Map(owed.map((one) => [keyOf(one), one.owed]))
  const there = new Set(lists.map(keyOf))
  const { userId } = ctx.actor
  return [
    ...lists.map((list) => ({ ...list, coming: coming.get(keyOf(list)) ?? 0 })),
    ...owed
      .filter((one) => !there.has(keyOf(one)))
      .map((one) => ({
        importId: one.importId,
        areaId: Number(one.areaId),
        fileName: one.fileName,
        appliedName: one.appliedName,
        listedAt: one.since,
        ...nothingYet,
        isOwn: one.broughtBy === userId || one.appliedBy === userId,
        coming: one.owed,
      })),
  ]
}

const nothingYet = {
  proposed: 0,
  confirmed: 0,
  held: 0,
  sentBack: 0,
  monthly: dong(0),
  earliest: null,
} as const

/** Where what a list told says which list that is, and who brought it. */
const whereFrom = {
  importId: ['list', 'importId'],
  areaId: ['areaId'],
  fileName: ['list', 'fileName'],
  appliedName: ['list', 'appliedName'],
  broughtBy: ['list', 'broughtBy'],
  appliedBy: ['list', 'appliedBy'],
} as const
