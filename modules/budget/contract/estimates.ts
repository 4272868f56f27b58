import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { components } from '#modules/entitlement/contract'
import { Assumptions, EstimateOrder } from '../domain/assumptions.ts'
import { problems } from '../domain/problems.ts'

export const EstimateId = id<'EstimateId'>()
export type EstimateId = z.infer<typeof EstimateId>

const AreaRef = z.object({ id: z.int(), name: z.string() })
const Label = z.object({ vi: z.string(), en: z.string() })
const Component = z.enum(components)

/** Grants and money, by what makes them up («vì sao»). */
const Parts = z.object({ base: z.int(), ageing: z.int(), law: z.int(), deaths: z.int(), trend: z.int() })
export type PartsView = z.infer<typeof Parts>

const Sum = z.object({
  people: z.int(),
  amount: z.int(),
  peopleParts: Parts,
  amountParts: Parts,
  arrears: z.int(),
  /** Null where no range was worked out for this sum. */
  range: z.object({ low: z.int(), high: z.int() }).nullable(),
})
export type SumView = z.infer<typeof Sum>

const Submitted = z.object({ by: z.string(), at: Instant })

export const EstimateSummary = z.object({
  id: EstimateId,
  name: z.string(),
  year: z.int(),
  area: AreaRef,
  baseMonth: Month,
  made: z.object({ by: z.string(), at: Instant }),
  submitted: Submitted.nullable(),
  isMine: z.boolean(),
  amount: z.int(),
  range: z.object({ low: z.int(), high: z.int() }).nullable(),
})
export type EstimateSummary = z.infer<typeof EstimateSummary>

/** What it was reckoned from, and what has to be known about it. */
export const Basis = z.object({
  register: z.string(),
  /** Fingerprints of the whole law and of the way of reckoning. */
  law: z.string(),
  way: z.int(),
  lifeTable: z.string(),
  people: z.int(),
  /** How many times the drawn range was widened, so that the year tested lies within. */
  widened: z.number(),
  /** Of the month that is known: what the law gives by the awards there are, and what its approved list has. */
  base: z.object({ grants: z.int(), amount: z.int(), listed: z.int().nullable() }),
  trend: z.object({
    months: z.array(Month),
    /** Months left out, because another law began. */
    without: z.array(Month),
    lines: z.array(
      z.object({ component: Component, group: z.string(), monthly: z.number(), average: z.int() }),
    ),
  }),
  listedMonths: z.array(Month),
  /** Months of the year that are over and have no approved list: nothing is counted for them. */
  missingMonths: z.array(Month),
  /** Months in which the law is another than in the one before. */
  lawTurns: z.array(Month),
})
export type Basis = z.infer<typeof Basis>

/** The same method, begun a year before, beside what was paid («kiểm nghiệm»). */
export const Backtest = z.object({
  baseMonth: Month,
  /** What was known of the law on this day, for the first of the two. */
  knownOn: CivilDate,
  months: z.array(
    z.object({
      month: Month,
      /** By the law as it was known then, and as it is known now. */
      asKnown: z.int(),
      now: z.int(),
      regular: z.int(),
      arrears: z.int(),
      /** What the register as it is now says was due in the month. */
      due: z.int(),
      grantsAsKnown: z.int(),
      grantsDue: z.int(),
    }),
  ),
  range: z.object({ low: z.int(), high: z.int() }).nullable(),
})
export type Backtest = z.infer<typeof Backtest>

export const EstimateView = EstimateSummary.extend({
  knownOn: CivilDate,
  assumptions: Assumptions,
  basis: Basis,
  backtest: Backtest.nullable(),
  /** What is shown: all of it, or one commune, one line, or both. */
  shown: z.object({ area: AreaRef.nullable(), line: z.string().nullable() }),
  total: Sum,
  byMonth: z.array(Sum.extend({ month: Month, isListed: z.boolean() })),
  byLine: z.array(
    Sum.extend({ line: z.string(), component: Component, group: z.string().nullable(), name: Label }),
  ),
  byArea: z.array(Sum.extend({ area: AreaRef })),
})
export type EstimateView = z.infer<typeof EstimateView>

const EstimateName = z.string().trim().min(1).max(160)

export const makeEstimate = endpoint({
  method: 'POST',
  path: '/budget-estimates',
  summary: 'Have the estimate of a year reckoned and kept under a name',
  permission: 'budget.estimate',
  audit: 'budget.estimate_asked',
  input: EstimateOrder.extend({ name: EstimateName, requestId: z.uuid() }),
  output: z.object({ jobId: JobId }),
  problems: problems.of(
    'area_not_yours',
    'law_unknown',
    'year_past',
    'year_too_far',
    'base_unknown',
    'name_taken',
  ),
})

export const listEstimates = endpoint({
  method: 'GET',
  path: '/budget-estimates',
  summary: 'The estimates one may see: those of one’s own units, and what was submitted for the unit above',
  permission: 'budget.read',
  input: z.object({}),
  output: z.object({
    estimates: z.array(EstimateSummary),
    suggested: z.object({ year: z.int(), baseMonth: Month }),
  }),
})

const inEstimate = z.object({ id: EstimateId })

export const getEstimate = endpoint({
  method: 'GET',
  path: '/budget-estimates/{id}',
  summary: 'An estimate by month, line and commune, with what makes up every figure',
  permission: 'budget.read',
  input: inEstimate.extend({
    areaId: z.coerce.number().int().optional(),
    line: z.string().max(80).optional(),
  }),
  output: EstimateView,
  problems: problems.of('estimate_not_found'),
})

export const submitEstimate = endpoint({
  method: 'POST',
  path: '/budget-estimates/{id}/submission',
  summary: 'Lock an estimate as the one submitted for its year and unit',
  permission: 'budget.submit',
  audit: 'budget.estimate_submitted',
  input: inEstimate,
  output: z.void(),
  problems: problems.of('estimate_not_found', 'estimate_submitted', 'second_person_needed', 'year_submitted'),
})

export const removeEstimate = endpoint({
  method: 'DELETE',
  path: '/budget-estimates/{id}',
  summary: 'Remove an estimate of one’s own that was not submitted',
  permission: 'budget.estimate',
  audit: 'budget.estimate_removed',
  input: inEstimate,
  output: z.void(),
  problems: problems.of('estimate_not_found', 'estimate_submitted', 'not_yours'),
})

export const downloadEstimate = endpoint({
  method: 'GET',
  path: '/budget-estimates/{id}/report',
  summary: 'An estimate to be signed, or as a workbook',
  permission: 'budget.read',
  audit: 'budget.estimate_exported',
  input: inEstimate.extend({ format: z.enum(['xlsx', 'pdf']) }),
  output: z.file(),
  problems: problems.of('estimate_not_found'),
})
