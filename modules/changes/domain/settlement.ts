import type { Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'

/** What the next list of payment settles of an earlier month: arrears («chi bù»), or what was paid above the right («chi thừa»). */
type Settled = {
  readonly personId: string
  readonly month: Month
  readonly kind: 'arrears' | 'overpaid'
  readonly amount: number
}

/** What a change adds to it for somebody, over all the months it touches; below zero where something comes no more. */
export type Settlement = {
  readonly personId: string
  readonly kind: Settled['kind']
  readonly from: Month
  readonly through: Month
  readonly amount: Dong
}

/** «chi bù tháng 3–6/2026: +2.160.000 đ»: what the next list settles after a change, less what it would settle without. */
export function settlementOf(before: readonly Settled[], after: readonly Settled[]): Settlement[] {
  const differing = [...after, ...before.map((one) => ({ ...one, amount: -one.amount }))]
  return [...Map.groupBy(differing, ({ personId, kind }) => `${personId} ${kind}`).values()].flatMap(
    (own) => {
      const sums = new Map<Month, number>()
      for (const { month, amount } of own) sums.set(month, (sums.get(month) ?? 0) + amount)
      const months = [...sums]
        .filter(([, sum]) => sum !== 0)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
      const [first, last] = [months[0], months.at(-1)]
      if (!first || !last) return []
      const { personId, kind } = own[0]! // Grouped from some.
      const amount = dong(months.reduce((total, [, sum]) => total + sum, 0))
      return [{ personId, kind, from: first[0], through: last[0], amount }]
    },
  )
}
