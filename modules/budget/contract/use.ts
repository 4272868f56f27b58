import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { FundSource, Programme } from '#modules/payments/contract'
import { EstimateId } from './estimates.ts'

const AreaRef = z.object({ id: z.int(), name: z.string() })

/** A budget line beside what it spent and what the rest of the year is expected to cost it. */
export const LineOfYear = z.object({
  fundId: z.uuid(),
  code: z.string(),
  area: AreaRef,
  programme: Programme,
  source: FundSource,
  share: z.int(),
  allocated: z.int(),
  spent: z.int(),
  blocked: z.int(),
  /** The share of the estimate of the whole year; null where no estimate covers the line. */
  estimated: z.int().nullable(),
  months: z.array(
    z.object({
      month: Month,
      kind: z.enum(['used', 'expected', 'outside']),
      used: z.int(),
      expected: z.int(),
      /** What is left of the allocation after the month. */
      left: z.int(),
    }),
  ),
  outlook: z
    .object({
      low: z.int(),
      mid: z.int(),
      high: z.int(),
      left: z.int(),
      runsOut: Month.nullable(),
      missing: z.int(),
      runsOutAtHigh: Month.nullable(),
    })
    .nullable(),
})
export type LineOfYear = z.infer<typeof LineOfYear>

export const YearOfBudget = z.object({
  year: z.int(),
  /** The estimate the rest of the year is taken from: the one submitted, or the one made last. */
  estimate: z
    .object({ id: EstimateId, name: z.string(), isSubmitted: z.boolean(), baseMonth: Month })
    .nullable(),
  /**
   * Months of lists that no line of their unit was charged for: paid before the ledger was kept here. An accountant needs them to know
   * what «đã dùng» leaves out, so they are those of lists whose own lines are shown. A commune draws the estimate for its own lists
   * (PAY-1, Điều 28 of 335/2026/NĐ-CP); what the province drew for its people was never to come out of the commune’s lines, and is not
   * told there.
   */
  paidElsewhere: z.array(Month),
  /** Months of such lists of which no envelope was approved yet: what they take is not among what is used. */
  notYetCharged: z.array(Month),
  lines: z.array(LineOfYear),
})
export type YearOfBudget = z.infer<typeof YearOfBudget>

export const getYearOfBudget = endpoint({
  method: 'GET',
  path: '/budget-years/{year}',
  summary: 'Estimate, allocation, use and the outlook to the end of the year, by budget line',
  permission: 'budget.read',
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  output: YearOfBudget,
})
