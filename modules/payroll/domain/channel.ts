import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'

const text = (longest: number) => z.string().trim().normalize('NFC').min(1).max(longest)

/**
 * Whoever receives in a payee’s place («người nhận thay»): by an authority that ends, as their guardian or carer, or once what the
 * payee left behind («người thừa kế»).
 */
export const Receiver = z.object({
  role: z.enum(['authorised', 'guardian', 'carer', 'heir']),
  /** None where the register does not know them. */
  personId: z.uuid().nullable(),
  fullName: text(100),
  number: text(30).nullable(),
  /** The paper of the authority, the guardianship or the care: its kind, number and day. */
  document: text(200),
  until: CivilDate.nullable(),
})
export type Receiver = z.infer<typeof Receiver>

/** How the money reaches a payee («hình thức chi trả»), and who receives it for them. */
export type Channel = (
  | { readonly method: 'cash'; readonly payPointId: number | null }
  | {
      readonly method: 'account'
      /** The bank, or the company of the wallet. */
      readonly bank: string
      readonly account: string
      readonly isWallet?: boolean | undefined
      readonly holder?: string | null | undefined
      /** The account is the receiver’s, and not the payee’s own. */
      readonly isReceivers?: boolean | undefined
    }
) & { readonly receiver?: Receiver | null | undefined }

/**
 * What is left of a way whose account was called wrong: cash at the commune. Whoever brought an account of their own by an authority
 * receives nothing more by it, for it may have been theirs to defraud with.
 */
export function withoutAccount(channel: Channel): Channel {
  const receiver = channel.receiver ?? null
  const isTheirs = channel.method === 'account' && channel.isReceivers && receiver?.role === 'authorised'
  return { method: 'cash', payPointId: null, receiver: isTheirs ? null : receiver }
}

/** What is left of a way once whoever received in the payee’s place does no more: the payee’s own, and never that person’s account. */
export function withoutReceiver(channel: Channel): Channel {
  if (channel.method === 'cash') return { ...channel, receiver: null }
  return channel.isReceivers ? { method: 'cash', payPointId: null } : { ...channel, receiver: null }
}
