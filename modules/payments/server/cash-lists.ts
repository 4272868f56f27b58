import { randomBytes } from 'node:crypto'
import { addSeconds } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import type { Ctx } from '#platform/server/context'
import type { CashListId, CashListOnDevice, CashPlace, CashRow, ProviderId } from '../contract.ts'
import {
  findListOfRequest,
  getListForUpdate,
  insertList,
  updateList,
  type CashList,
} from '../db/cash-lists.ts'
import { getProvider } from '../db/providers.ts'
import { listDays } from '../domain/hand-out.ts'
import { problems } from '../domain/problems.ts'
import { listCashRows } from './cash-rows.ts'
import { nameOfPlace } from './cash-places.ts'

/** Gives a clerk the list of a place to carry along; asked again by the same request it is the same list. */
export async function takeCashList(
  ctx: Ctx,
  { place, requestId, device }: { place: CashPlace; requestId: string; device: string },
): Promise<CashListOnDevice> {
  if (!isWithinArea(ctx.actor, place.areaId)) throw problems('area_not_yours', { areaId: place.areaId })
  // Pressed twice, the second waits for what the first makes.
  await lock(ctx, `payments.cash_list ${requestId}`)
  const known = await findListOfRequest(ctx, requestId)
  if (known) return carry(ctx, await getOwnList(ctx, known.id), await listCashRows(ctx, placeOfList(known)))
  const rows = await listCashRows(ctx, place)
  const waiting = rows.filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) throw problems('cash_place_empty', { month: place.month })
  const list = await insertList(ctx, {
    requestId,
    month: place.month,
    providerId: place.providerId,
    areaId: place.areaId,
    payPointId: place.payPointId ?? null,
    payees: waiting.length,
    amount: dong(waiting.reduce((sum, { amount }) => sum + amount, 0)),
    device,
    secret: randomBytes(32).toString('base64'),
    takenBy: ctx.actor.userId,
    takenName: ctx.actor.name,
    takenAt: ctx.now,
    expiresAt: addSeconds(ctx.now, listDays * 86_400),
  })
  return carry(ctx, list, rows)
}

async function carry(ctx: Ctx, list: CashList, rows: CashRow[]): Promise<CashListOnDevice> {
  const place = placeOfList(list)
  const provider = await getProvider(ctx, list.providerId)
  return {
    id: list.id as CashListId, // Rows of lists are named by their ids.
    place,
    name: (await nameOfPlace(ctx, place)).name,
    provider: { id: provider.id, name: provider.name },
    secret: list.secret,
    takenAt: list.takenAt,
    expiresAt: list.expiresAt,
    rows,
  }
}

export function placeOfList({ month, providerId, areaId, payPointId }: CashList): CashPlace {
  return {
    month,
    providerId: providerId as ProviderId, // Rows of providers are named by their ids.
    areaId,
    ...(payPointId !== null && { payPointId }),
  }
}

/** The list, if it is the actor who carries it: nobody answers for the hands of another. */
export async function getOwnList(ctx: Ctx, id: string): Promise<CashList> {
  const list = await getListForUpdate(ctx, id)
  if (list.takenBy !== ctx.actor.userId) throw problems('cash_list_of_another', { by: list.takenName })
  return list
}

/** What opens a list on its device, for the one who took it and forgot the code they chose. */
export async function unlockCashList(ctx: Ctx, { id }: { id: string }): Promise<{ secret: string }> {
  const { secret } = await getOwnList(ctx, id)
  return { secret }
}

export async function handInCashList(ctx: Ctx, { id }: { id: string }) {
  const list = await getOwnList(ctx, id)
  if (list.handedInAt === null) await updateList(ctx, id, { handedInAt: ctx.now })
}

/** Calls a list back, as when a phone is lost; what was handed out by it before is still taken in. */
export async function recallCashList(ctx: Ctx, { id }: { id: string }) {
  const list = await getListForUpdate(ctx, id)
  if (list.recalledAt !== null || list.handedInAt !== null) return
  await updateList(ctx, id, {
    recalledAt: ctx.now,
    recalledBy: ctx.actor.userId,
    recalledName: ctx.actor.name,
  })
}
