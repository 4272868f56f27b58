import { dong, type Dong } from '#kernel/dong'

export type DueLine = { readonly key: string; readonly amount: Dong }

export type Claim = {
  readonly recoveryId: string
  /** What is still open, less what other envelopes that are not approved withhold already. */
  readonly open: Dong
  /** At most so much in a month, where the decision says so. */
  readonly instalment: Dong | null
}

export type Withheld = { readonly recoveryId: string; readonly key: string; readonly amount: Dong }

/**
 * What of the lines of a person is withheld for the claims against them, oldest first: together never more than a share of
 * what the month pays, and of no line all of it.
 */
export function planWithholding(
  lines: readonly DueLine[],
  claims: readonly Claim[],
  hundredths: number,
): Withheld[] {
  const due = lines.reduce((sum, { amount }) => sum + amount, 0)
  let left = Math.floor((due * hundredths) / 100)
  const room = new Map(lines.map(({ key, amount }) => [key, Math.floor((amount * hundredths) / 100)]))
  return claims.flatMap(({ recoveryId, open, instalment }) => {
    let wanted = Math.min(left, open, instalment ?? open)
    return lines.flatMap(({ key }) => {
      const taken = Math.min(wanted, room.get(key)!)
      if (taken <= 0) return []
      wanted -= taken
      left -= taken
      room.set(key, room.get(key)! - taken)
      return [{ recoveryId, key, amount: dong(taken) }]
    })
  })
}
