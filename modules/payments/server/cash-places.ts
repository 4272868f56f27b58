import type { Month } from '#kernel/civil-date'
import { areaAt, areaNames } from '#modules/geography'
import { payPointsById } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { CarriedList, CashListId, CashPlace, CashPlaceView, ProviderId } from '../contract.ts'
import { countSaidDead, listListsOf, type CashList } from '../db/cash-lists.ts'
import { listCashMonths, sumPlaces } from '../db/cash-places.ts'
import { listProviderRows } from '../db/providers.ts'

/**
 * Where cash of a month is handed out, the latest month with any where none is named; or where of whatever month somebody still
 * waits, for last month is paid out as well once this month’s list is sent.
 */
export async function listCashPlaces(
  ctx: Ctx,
  { month: wished, isWaiting }: { month?: Month | undefined; isWaiting?: boolean | undefined },
) {
  const months = await listCashMonths(ctx, { isWaiting: isWaiting ?? false })
  const month = wished ?? months[0] ?? null
  if (isWaiting) {
    const places: CashPlaceView[] = []
    for (const one of months) places.push(...(await viewPlaces(ctx, one)))
    return { month, months, places: places.filter(({ waiting }) => waiting > 0) }
  }
  return { month, months, places: month === null ? [] : await viewPlaces(ctx, month) }
}

async function viewPlaces(ctx: Ctx, month: Month): Promise<CashPlaceView[]> {
  const sums = await sumPlaces(ctx, month)
  const points = await payPointsById(ctx)
  const providers = new Map((await listProviderRows(ctx)).map(({ id, name }) => [id, name]))
  const lists = Map.groupBy(await listListsOf(ctx, month), keyOf)
  const dead = await countSaidDead(ctx, month)
  const areaOf = ({ areaId, payPointId }: (typeof sums)[number]) =>
    payPointId === null ? areaId! : (points.get(payPointId)?.areaId ?? 0)
  const names = await presentNames(ctx, sums.map(areaOf))
  return sums.map((row) => {
    const areaId = areaOf(row)
    const point = row.payPointId === null ? undefined : points.get(row.payPointId)
    const key = keyOf({ ...row, areaId })
    return {
      place: {
        month,
        providerId: row.providerId as ProviderId, // Rows of providers are named by their ids.
        areaId,
        ...(row.payPointId !== null && { payPointId: row.payPointId }),
      },
      name: point?.name ?? names.get(areaId) ?? '',
      kind: point?.kind ?? 'commune',
      area: { id: areaId, name: names.get(areaId) ?? '' },
      provider: { id: row.providerId, name: providers.get(row.providerId) ?? '' },
      payees: row.payees,
      amount: row.amount,
      paid: row.paid,
      paidAmount: row.paidAmount,
      waiting: row.waiting,
      waitingAmount: row.waitingAmount,
      held: row.held,
      heldAmount: row.heldAmount,
      saidDead: dead.get(key) ?? 0,
      lists: (lists.get(key) ?? []).map((list) => viewList(ctx, list)),
    }
  })
}

function viewList({ now }: Ctx, list: CashList & { paid: number }): CarriedList {
  return {
    id: list.id as CashListId, // Rows of lists are named by their ids.
    takenBy: list.takenName,
    device: list.device,
    takenAt: list.takenAt,
    expiresAt: list.expiresAt,
    state:
      list.handedInAt !== null
        ? 'handed_in'
        : list.recalledAt !== null
          ? 'recalled'
          : list.expiresAt <= now
            ? 'expired'
            : 'out',
    paid: list.paid,
  }
}

/** What tells one place of a month from another; pay points and units are counted apart. */
function keyOf({
  providerId,
  payPointId,
  areaId,
}: {
  providerId: string
  payPointId: number | null
  areaId: number | null
}) {
  return payPointId === null ? `${providerId} area ${areaId}` : `${providerId} point ${payPointId}`
}

/** What a place is called, for its lists. */
export async function nameOfPlace(
  ctx: Ctx,
  { areaId, payPointId }: CashPlace,
): Promise<{ name: string; area: string }> {
  const area = (await presentNames(ctx, [areaId])).get(areaId) ?? ''
  const point = payPointId === undefined ? undefined : (await payPointsById(ctx)).get(payPointId)
  return { name: point?.name ?? area, area }
}

/** What the units are called by now: a pay point outlives the commune it was opened in. */
async function presentNames(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
  const present = await areaAt(ctx, ids, ctx.today)
  const names = await areaNames(ctx, new Set(present.values()))
  return new Map(ids.map((id) => [id, names.get(present.get(id) ?? id) ?? '']))
}
