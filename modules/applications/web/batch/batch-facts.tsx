import type { Month } from '#kernel/civil-date'
import { formatCount, formatMonth, Money } from '#ui/format'
import { Facts, Law } from '#ui/page'
import type { BatchView } from '../../contract.ts'
import { useBatchWords } from './use-batch-words.ts'

/** What a list comes to in all, and who is not on it. */
export function BatchFacts({
  from,
  totals,
  citation,
}: {
  from: Month
  totals: BatchView['totals']
  citation: string
}) {
  const words = useBatchWords()
  return (
    <Facts
      facts={[
        [words.from, formatMonth(from)],
        [words.people, formatCount(totals.people)],
        [words.unchanged, words.unchangedWhy(formatCount(totals.unchanged))],
        [words.beforeSum, <Money key="before" value={totals.before} />],
        [words.afterSum, <Money key="after" value={totals.after} />],
        [words.arrearsSum, <Money key="arrears" value={totals.arrears} />],
        [words.basis, <Law key="law">{citation}</Law>],
      ]}
    />
  )
}
