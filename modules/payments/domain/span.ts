import { z } from 'zod'
import { addMonths, month, type Month } from '#kernel/civil-date'

/** For how long accounts are settled («kỳ quyết toán»). */
export const Span = z.enum(['month', 'quarter', 'year'])
export type Span = z.infer<typeof Span>

const lengths = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Span, number>

/** The first and the last month of the span a month lies in. */
export function monthsOfSpan(span: Span, within: Month): { readonly first: Month; readonly last: Month } {
  const [year, number] = within.split('-').map(Number) as [number, number] // A month is a year and a number.
  const length = lengths[span]
  const begins = number - ((number - 1) % length)
  const first = month(`${year}-${String(begins).padStart(2, '0')}`)
  return { first, last: addMonths(first, length - 1) }
}
