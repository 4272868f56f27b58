/**
 * What becomes of who receives somebody’s money when they get another guardian: it stays; the new guardian, or the person
 * themselves, is asked for with the change; or a decision named the payee, and only a decision names another.
 */
export const becomes = ['stays', 'asked', 'given_back', 'by_decision'] as const
export type Becomes = (typeof becomes)[number]

type Hands = {
  readonly personId: string
  readonly payeeId: string
  /** Who receives in the place of the payee, by the way they are paid. */
  readonly receiver: { readonly role: string; readonly personId: string | null } | null
}
type Wish = { readonly guardianId: string | null; readonly receives: boolean }

/** Nobody receives as a guardian who is none any more. */
export function becomesOf({ personId, payeeId, receiver }: Hands, { guardianId, receives }: Wish): Becomes {
  if (payeeId !== personId) return payeeId === guardianId ? 'stays' : 'by_decision'
  const isThere = receiver?.role === 'guardian' && receiver.personId === guardianId
  if (guardianId !== null && receives) return isThere ? 'stays' : 'asked'
  return receiver?.role === 'guardian' && !isThere ? 'given_back' : 'stays'
}
