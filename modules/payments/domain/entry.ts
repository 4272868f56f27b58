import type { Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { entryKinds, type Account, type EntryKind } from './accounts.ts'
import type { Programme } from './programme.ts'

/** One side of an entry: debit («nợ») above zero, credit («có») below. */
export type Posting = {
  readonly account: Account
  readonly amount: Dong
  readonly areaId: number
  readonly providerId?: string | undefined
  readonly fundId?: string | undefined
  readonly programme?: Programme | undefined
  readonly envelopeId?: string | undefined
  readonly instructionId?: string | undefined
  readonly personId?: string | undefined
  readonly recoveryId?: string | undefined
  readonly month?: Month | undefined
}

/** Money that goes from one account to another, as two postings that share everything else. */
export function move(
  amount: Dong,
  [debit, credit]: readonly [debit: Account, credit: Account],
  about: Omit<Posting, 'account' | 'amount'>,
): Posting[] {
  if (amount <= 0) throw new RangeError(`Money moves in amounts above zero, not ${amount}`)
  return [
    { ...about, account: debit, amount },
    { ...about, account: credit, amount: dong(0 - amount) },
  ]
}

/** Refuses what does not balance in every unit, or is no such kind of entry: a mistake in the program, found before it is written. */
export function assertSound(kind: EntryKind, postings: readonly Posting[]) {
  const sums = new Map<number, number>()
  for (const { areaId, amount, account } of postings) {
    sums.set(areaId, (sums.get(areaId) ?? 0) + amount)
    const side: readonly Account[] = entryKinds[kind][amount > 0 ? 'debit' : 'credit']
    if (!side.includes(account)) throw new Error(`${kind} has no ${account} on that side`)
  }
  for (const [areaId, sum] of sums)
    if (sum !== 0) throw new Error(`${kind} is out of balance by ${sum} in unit ${areaId}`)
}
