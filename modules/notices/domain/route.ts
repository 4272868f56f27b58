import type { Correspondent } from '#modules/applications'
import { needsAnswer, type NewsKind, type Reason, type Wire } from './kinds.ts'
import { readMobile } from './phone.ts'

/** One way by which somebody is told, and why not by a better one. */
export type Route =
  | { readonly channel: Wire; readonly address: string; readonly reason: null }
  | { readonly channel: 'letter'; readonly address: string | null; readonly reason: Reason }

type Means = {
  /** Whether this installation can send by it. */
  readonly isOn: (wire: Wire) => boolean
  /** Why nothing more goes to an address, if so. */
  readonly barTo: (wire: Wire, address: string) => 'refused' | 'too_many' | undefined
}

/**
 * By which ways somebody is told: by every wire that reaches them; by hand where none does and they have something to do.
 * Of a confidential file nothing goes out that needs no answer.
 */
export function routesTo(
  kind: NewsKind,
  { phone, email, isDead }: Correspondent,
  { isConfidential }: { readonly isConfidential: boolean },
  { isOn, barTo }: Means,
): readonly Route[] {
  if (isDead || (isConfidential && !needsAnswer.has(kind))) return []
  const addresses: readonly (readonly [Wire, string | undefined])[] = [
    ['sms', readMobile(phone)],
    ['email', email ?? undefined],
  ]
  const known = addresses.flatMap(([channel, address]) => (address ? [{ channel, address }] : []))
  const ways = known.map((way) => ({
    ...way,
    bar: isOn(way.channel) ? barTo(way.channel, way.address) : ('channel_off' as const),
  }))
  const open = ways.filter(({ bar }) => bar === undefined)
  if (open.length > 0) return open.map(({ channel, address }) => ({ channel, address, reason: null }))
  if (!needsAnswer.has(kind)) return []
  return [{ channel: 'letter', address: phone, reason: ways[0]?.bar ?? 'no_address' }]
}
