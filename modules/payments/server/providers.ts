import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import type { NewProvider, ProviderId } from '../contract.ts'
import { countUnended } from '../db/envelope-states.ts'
import {
  insertProvider,
  listProviderRows,
  lockProvider,
  setDelivery,
  setOpen,
  setProtection,
} from '../db/providers.ts'
import { problems } from '../domain/problems.ts'
import type { Delivery, Protection } from '../domain/provider.ts'
import { exchangeKeys } from './protection.ts'
import { masked } from './show-envelopes.ts'

export async function listProviders(ctx: Ctx) {
  const rows = await listProviderRows(ctx)
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return rows.map(({ id, areaId, delivery, debtorAccount, ...row }) => ({
    id: id as ProviderId, // Rows of providers are named by their ids.
    ...row,
    area: { id: areaId, name: names.get(areaId) ?? '' },
    delivery: delivery.by,
    debtorAccount: masked(debtorAccount)!, // It has one.
    mayChange: ctx.actor.permissions.has('payments.approve') && isWithinArea(ctx.actor, areaId),
  }))
}

/** Closes a provider once all of its orders have ended, so that no answer is waited for in vain; or opens it again. */
export async function setProviderOpen(ctx: Ctx, { id, isOpen }: { id: ProviderId; isOpen: boolean }) {
  await lockProvider(ctx, id)
  if (!isOpen) {
    const orders = await countUnended(ctx, id)
    if (orders > 0) throw problems('provider_has_orders', { orders })
  }
  await setOpen(ctx, id, isOpen)
}

/** Names a provider; its files travel by hand until whoever runs the server says otherwise. */
export async function openProvider(ctx: Ctx, provider: NewProvider) {
  if (!isWithinArea(ctx.actor, provider.areaId)) throw problems('area_not_yours', { areaId: provider.areaId })
  const id = await insertProvider(ctx, { ...provider, delivery: { by: 'hand' } })
  return { id: id as ProviderId } // Just inserted.
}

/** Says how files travel to a provider and back; only from the command line of the server. */
export async function connectProvider(ctx: Ctx, { code, delivery }: { code: string; delivery: Delivery }) {
  ctx.audit({ action: 'payments.provider_connected', details: { code, by: delivery.by } })
  return { id: await setDelivery(ctx, code, delivery) }
}

/** Says how files are protected; refused where the keys for it do not lie beside the server. */
export async function protectProvider(
  ctx: Ctx,
  { code, protection }: { code: string; protection: Protection },
) {
  if (protection !== 'none') await exchangeKeys(code)
  ctx.audit({ action: 'payments.provider_protected', details: { code, protection } })
  return { id: await setProtection(ctx, code, protection) }
}
