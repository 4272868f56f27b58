import { z } from 'zod'

/** Who hands the money out («đơn vị chi trả»). */
export const ProviderKind = z.enum(['bank', 'wallet', 'post_office'])
export type ProviderKind = z.infer<typeof ProviderKind>

/** How the money reaches a payee: an account, a wallet, a counter, or the door of who cannot move. */
export const PaymentChannel = z.enum(['account', 'wallet', 'cash_point', 'cash_home'])
export type PaymentChannel = z.infer<typeof PaymentChannel>

/** The layout of the orders a provider takes; the second is the one to prefer. */
export const ProviderFormat = z.enum(['pain.001.001.03', 'pain.001.001.09', 'csv'])
export type ProviderFormat = z.infer<typeof ProviderFormat>

/** How files travel. Only whoever runs the server says where to: a page that could, could write anywhere. */
export const Delivery = z.discriminatedUnion('by', [
  z.object({ by: z.literal('hand') }),
  z.object({ by: z.literal('folder'), outbox: z.string().min(1), inbox: z.string().min(1) }),
  z.object({ by: z.literal('http'), url: z.url({ protocol: /^https?$/ }) }),
])
export type Delivery = z.infer<typeof Delivery>

/** How files are protected in both directions: not at all, signed, or signed and in an envelope only the other opens. */
export const Protection = z.enum(['none', 'signed', 'sealed'])
export type Protection = z.infer<typeof Protection>

type Serving = {
  readonly id: string
  readonly channels: readonly PaymentChannel[]
  readonly areaIds: ReadonlySet<number>
}

/** The provider that serves a channel in a unit: the one with the narrowest area, and the first of those in their order. */
export function providerFor<Provider extends Serving>(
  providers: readonly Provider[],
  channel: PaymentChannel,
  areaId: number,
): Provider | undefined {
  return providers
    .filter(({ channels, areaIds }) => channels.includes(channel) && areaIds.has(areaId))
    .reduce<Provider | undefined>(
      (best, one) => (best === undefined || one.areaIds.size < best.areaIds.size ? one : best),
      undefined,
    )
}
