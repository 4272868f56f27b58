import { z } from 'zod'

/** Why people call an order back («lý do thu hồi lệnh»): the right has ended, the account is not the payee’s, the amount is wrong. */
export const RecallGround = z.enum(['right_ended', 'wrong_account', 'wrong_amount'])
export type RecallGround = z.infer<typeof RecallGround>

/** An item of an order, by what it is for. */
export type ItemKey = { readonly personId: string; readonly component: string; readonly benefitMonth: string }

export const keyOfItem = ({ personId, component, benefitMonth }: ItemKey) =>
  `${personId} ${component} ${benefitMonth}`

type Part = ItemKey & { readonly amount: number }

/**
 * Whether what is said to be due to nobody fits an order and why it is called back: parts of its items and no more, at least one of
 * them, and none where only the account is wrong.
 */
export function doPartsFit(ground: RecallGround, parts: readonly Part[], items: readonly Part[]): boolean {
  const amounts = new Map(items.map((item) => [keyOfItem(item), item.amount]))
  const keys = new Set(parts.map(keyOfItem))
  return (
    (ground === 'wrong_account') === (parts.length === 0) &&
    keys.size === parts.length &&
    parts.every((part) => part.amount > 0 && part.amount <= (amounts.get(keyOfItem(part)) ?? 0))
  )
}
