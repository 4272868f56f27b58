import { z } from 'zod'
import { benefits } from '#modules/entitlement/contract'
import { Receiver } from '#modules/payroll/contract'

const text = (longest: number) => z.string().trim().normalize('NFC').min(1).max(longest)

/** How a payee wants to be paid («cách nhận»), and who receives it for them («người nhận thay»). */
export const Way = z.object({
  receiver: Receiver.nullable(),
  by: z.discriminatedUnion('channel', [
    z.object({
      channel: z.enum(['account', 'wallet']),
      bank: text(100),
      account: text(40).transform((said) => said.replaceAll(/[\s.-]/g, '')),
      holder: text(100),
      /** Whether the account is the receiver’s and not the payee’s own. */
      isReceivers: z.boolean(),
    }),
    z.object({ channel: z.literal('cash_point'), payPointId: z.int().nullable() }),
    z.object({ channel: z.literal('cash_home') }),
  ]),
})
export type Way = z.infer<typeof Way>

/** One award of those a payee receives, which is to go a way of its own: whose it is, and which benefit. */
export const AwardRef = z.object({ personId: z.uuid(), benefit: z.enum(benefits) })
export type AwardRef = z.infer<typeof AwardRef>

export const NameCheck = z.enum(['none', 'waiting', 'matches', 'differs', 'unknown', 'closed', 'unreachable'])
/** What the bank says of whose account it is («kiểm tra tên tài khoản»). */
export type NameCheck = z.infer<typeof NameCheck>

export const WayRequestState = z.enum(['asked', 'approved', 'in_force', 'refused', 'withdrawn'])
export type WayRequestState = z.infer<typeof WayRequestState>

/** What nobody asks for: an authority that has come to its end, or an account that was called wrong. */
export const fallBacks = ['expired', 'died', 'called_wrong'] as const
export type FallBack = (typeof fallBacks)[number]

/** Where a request came from: the office, a citizen’s application, or nobody. */
export const WayOrigin = z.enum(['office', 'application', ...fallBacks])
export type WayOrigin = z.infer<typeof WayOrigin>

/** Whether nobody asked for a change. */
export const isFallBack = (origin: WayOrigin): origin is FallBack => fallBacks.some((one) => one === origin)
