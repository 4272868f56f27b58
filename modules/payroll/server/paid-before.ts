import { firstDayOf } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { benefitOf, listAwards } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { Overpayment } from '../domain/overpayment.ts'
import type { Frame } from './frame.ts'
import { inBatches } from './in-batches.ts'

const peopleAtOnce = 1000

/** Tells whoever has no right to a month apart from whoever had it paid by a list of before, as an award taken over says by now. */
export async function namePaidBefore(
  reader: Ctx,
  { knownAt }: Frame,
  found: readonly Overpayment[],
): Promise<readonly Overpayment[]> {
  const doubtful = new Set(
    found.filter(({ cause }) => cause === 'not_entitled').map(({ personId }) => personId),
  )
  const isBefore = new Set<Overpayment>()
  for (const ids of inBatches([...doubtful], peopleAtOnce)) {
    const awards = await listAwards(reader, ids, knownAt)
    for (const { personId, benefit, during, paidFrom } of awards) {
      if (paidFrom === null) continue
      for (const one of found) {
        const day = firstDayOf(one.benefitMonth)
        const isOfAward = one.personId === personId && benefitOf[one.component] === benefit
        if (isOfAward && contains(during, day) && day < paidFrom) isBefore.add(one)
      }
    }
  }
  return found.map((one) =>
    isBefore.has(one) && one.cause === 'not_entitled' ? { ...one, cause: 'paid_before' } : one,
  )
}
