import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import { areaAt, areaIdsWithin, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { Count, Overview } from '../contract.ts'
import { countLeftAlone, countPayeesBy, type Counted } from '../db/counts.ts'
import { findCount } from '../db/payees.ts'
import { listShares, type MonthShare } from '../db/results.ts'
import { listWaveRows, type WaveRow } from '../db/waves.ts'
import { targetIn } from '../domain/wave.ts'
import { findCountedAt } from './refresh.ts'

/** How far back the curve goes. */
const monthsShown = 12

/** How payees are paid, who is ready, and how far each commune is from its target. */
export async function getOverview(ctx: Ctx, { areaId }: { areaId?: number | undefined }): Promise<Overview> {
  const areaIds = areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId)
  const counts = await countPayeesBy(ctx, areaIds)
  const waves = (await listWaveRows(ctx)).filter(({ cancelledAt }) => cancelledAt === null)
  const now = monthOf(ctx.today)
  const shares = await listShares(ctx, { since: addMonths(now, -monthsShown), areaIds })
  return {
    countedAt: await findCountedAt(ctx),
    month: (await findCount(ctx))?.month ?? null,
    total: countOf(counts.find((count) => isOfAll(count))),
    ways: counts.flatMap(({ way, payees }) => (way === null ? [] : [{ way, payees }])),
    byAge: partsBy(counts, 'age'),
    bySex: partsBy(counts, 'sex'),
    byDisability: partsBy(counts, 'disability'),
    byReceiver: partsBy(counts, 'receiver'),
    communes: await communesOf(ctx, counts, waves),
    months: await monthsOf(ctx, shares, waves),
  }
}

const keys = ['areaId', 'age', 'sex', 'disability', 'receiver', 'way'] as const
const isOfAll = (count: Counted) => keys.every((key) => count[key] === null)

function partsBy<Key extends (typeof keys)[number]>(counts: readonly Counted[], key: Key) {
  return counts.flatMap((count) => {
    const value = count[key]
    return value === null ? [] : [{ ...countOf(count), key: value as NonNullable<Counted[Key]> }] // Just looked at.
  })
}

function countOf(count: Counted | undefined): Count {
  const { payees = 0, cashless = 0, checked = 0, doubtful = 0, atHome = 0 } = count ?? {}
  return { payees, cashless, checked, doubtful, atHome }
}

/** Those furthest behind their target come first, then the others by how many still get cash. */
async function communesOf(ctx: Ctx, counts: readonly Counted[], waves: readonly WaveRow[]) {
  const month = monthOf(ctx.today)
  const own = counts.filter((count) => count.areaId !== null)
  const names = await areaNames(
    ctx,
    own.map(({ areaId }) => areaId!),
  )
  const leftAlone = await countLeftAlone(ctx)
  return own
    .map((count) => {
      const areaId = count.areaId! // Looked for just before.
      const wave = waves.find(
        ({ areaIds, lastMonth }) => areaIds.includes(areaId) && (lastMonth ?? month) >= month,
      )
      const target = wave ? targetIn(wave.targets, month) : undefined
      return {
        ...countOf(count),
        area: { id: areaId, name: names.get(areaId) ?? '' },
        leftAlone: leftAlone.get(areaId) ?? 0,
        wave: wave
          ? { id: wave.id, name: wave.name, firstMonth: wave.firstMonth, target: target ?? null }
          : null,
        lacking:
          target === undefined
            ? null
            : Math.max(0, Math.ceil((count.payees * target) / 100) - count.cashless),
      }
    })
    .toSorted(
      (one, other) =>
        (other.lacking ?? -1) - (one.lacking ?? -1) ||
        other.payees - other.cashless - (one.payees - one.cashless) ||
        one.area.id - other.area.id,
    )
}

/** Each month’s share, and what it should have been: of the communes with a target, by how many orders each has. */
async function monthsOf(ctx: Ctx, shares: readonly MonthShare[], waves: readonly WaveRow[]) {
  const today = await areaAt(
    ctx,
    shares.map(({ areaId }) => areaId),
    ctx.today,
  )
  const months = [...new Set(shares.map(({ month }) => month))].toSorted()
  return months.map((month) => {
    const own = shares.filter((share) => share.month === month)
    return {
      month,
      orders: sumOf(own, 'orders'),
      cashless: sumOf(own, 'cashless'),
      aimed: aimedOf(own, { month, waves, today }),
    }
  })
}

function aimedOf(
  shares: readonly MonthShare[],
  { month, waves, today }: { month: Month; waves: readonly WaveRow[]; today: ReadonlyMap<number, number> },
) {
  const aimed = shares.flatMap((share) => {
    const unit = today.get(share.areaId) ?? share.areaId
    const wave = waves.find(
      ({ areaIds, firstMonth, lastMonth }) =>
        areaIds.includes(unit) && firstMonth <= month && (lastMonth ?? month) >= month,
    )
    const target = wave && targetIn(wave.targets, month)
    return target === undefined ? [] : [{ ...share, target }]
  })
  const orders = sumOf(aimed, 'orders')
  if (orders === 0) return null
  const target = aimed.reduce((sum, one) => sum + one.orders * one.target, 0) / orders
  return { orders, cashless: sumOf(aimed, 'cashless'), target }
}

function sumOf(shares: readonly MonthShare[], what: 'orders' | 'cashless') {
  return shares.reduce((sum, share) => sum + share[what], 0)
}
