import type { Insertable } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { Delivery, Protection } from '../domain/provider.ts'
import type { PaymentsTables } from './tables.ts'

const columns = [
  'id',
  'code',
  'name',
  'kind',
  'areaId',
  'channels',
  'format',
  'bic',
  'debtorName',
  'debtorAccount',
  'isPlain',
  'isByArea',
  'delivery',
  'protection',
  'isOpen',
] as const

export type Provider = Awaited<ReturnType<typeof getProvider>>

/** Providers serve many units: whoever is paid by one may know that it exists, so these are not filtered by area. */
export function listProviderRows(ctx: Ctx) {
  return ctx.db<PaymentsTables>().selectFrom('payments.provider').select(columns).orderBy('code').execute()
}

export function getProvider(ctx: Ctx, id: string) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.provider')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => problems('provider_not_found', { id }))
}

/** The provider, if the actor answers for the area it serves; its row stays locked, so that its files come one by one. */
export function lockProvider(ctx: Ctx, id: string): Promise<Provider> {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.provider')
    .select(columns)
    .where('id', '=', id)
    .where(withinArea(ctx, 'areaId'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('provider_not_found', { id }))
}

/** The same for a clerk of one of the units it serves, who tells what happened there. */
export function lockProviderServing(ctx: Ctx, id: string): Promise<Provider> {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.provider')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('provider_not_found', { id }))
}

export async function insertProvider(
  ctx: Ctx,
  {
    delivery,
    ...values
  }: Omit<Insertable<PaymentsTables['payments.provider']>, 'delivery'> & { delivery: Delivery },
): Promise<string> {
  const row = await ctx
    .db<PaymentsTables>()
    .insertInto('payments.provider')
    .values({ ...values, delivery: JSON.stringify(delivery) })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw problems('provider_code_taken', { code: values.code })
  return row.id
}

export async function setDelivery(ctx: Ctx, code: string, delivery: Delivery) {
  const row = await ctx
    .db<PaymentsTables>()
    .updateTable('payments.provider')
    .set({ delivery: JSON.stringify(delivery) })
    .where('code', '=', code)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw problems('provider_not_found', { code })
  return row.id
}

export async function setProtection(ctx: Ctx, code: string, protection: Protection) {
  const row = await ctx
    .db<PaymentsTables>()
    .updateTable('payments.provider')
    .set({ protection })
    .where('code', '=', code)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw problems('provider_not_found', { code })
  return row.id
}

export async function setOpen(ctx: Ctx, id: string, isOpen: boolean) {
  await ctx
    .db<PaymentsTables>()
    .updateTable('payments.provider')
    .set({ isOpen })
    .where('id', '=', id)
    .execute()
}
