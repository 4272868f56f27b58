import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import type { ClockDay } from './domain/clock.ts'
import type { HandbookLine, HandbookPage } from './domain/handbook/handbook.ts'
import { procedureIds } from './domain/procedure.ts'

/** Made here of procedures that were checked at the start. */
const made = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null)

export const HandbookView = z.object({
  on: CivilDate,
  procedures: z.array(made<HandbookLine>()),
})
export type HandbookView = z.infer<typeof HandbookView>

export const getHandbook = endpoint({
  method: 'GET',
  path: '/procedures',
  summary: 'The procedures in force on a day: for whom, how long, who signs',
  permission: 'law.read',
  input: z.object({ on: CivilDate.optional() }),
  output: HandbookView,
})

export const HandbookPageView = z.object({
  on: CivilDate,
  /** Null for a day before the first edition that is known. */
  page: made<HandbookPage>().nullable(),
  /** The answer to a file complete on the day, counted day by day; null where the law names no time. */
  counted: z.object({ dueOn: CivilDate, days: z.array(made<ClockDay>()) }).nullable(),
})
export type HandbookPageView = z.infer<typeof HandbookPageView>

export const getHandbookPage = endpoint({
  method: 'GET',
  path: '/procedures/{id}',
  summary: 'One procedure on a day: steps, times, papers, forms, sources, and what is not settled',
  permission: 'law.read',
  input: z.object({ id: z.enum(procedureIds), on: CivilDate.optional() }),
  output: HandbookPageView,
})
