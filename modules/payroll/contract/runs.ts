import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { problems } from '../domain/problems.ts'
import { RunState, RunStep, stages } from '../domain/run-state.ts'
import {
  PaymentRunId,
  LineComponent,
  ChangeReason,
  AreaRef,
  Signed,
  Tally,
  VisibleRule,
  inRun,
} from './shared.ts'

/** A run in a list («kỳ chi trả»). */
export const RunSummary = z.object({
  id: PaymentRunId,
  month: Month,
  /** The unit the totals are of: that of the run, or one’s own where that is a part of it. */
  area: AreaRef,
  /** Units of the area with a list of their own, which this one leaves out. */
  except: z.array(AreaRef),
  state: RunState,
  /** All zero until it has been generated. */
  totals: Tally,
  prepared: Signed,
  submitted: Signed.nullable(),
  decided: Signed.nullable(),
  /** The job that generates it: GET /jobs/{id} tells how far it is. */
  jobId: JobId.nullable(),
})
export type RunSummary = z.infer<typeof RunSummary>

/**
 * One row of the comparison with the month before, all in one measure. `people` have money of the month itself;
 * `arrears_only` are those who get nothing but arrears for earlier months.
 */
export const ComparisonRow = z.object({
  what: z.enum(['people', 'arrears_only', 'regular', 'arrears', 'total']),
  before: z.int(),
  now: z.int(),
  difference: z.int(),
})
export type ComparisonRow = z.infer<typeof ComparisonRow>

export const ChangeSummary = z.object({
  reason: ChangeReason,
  people: z.int(),
  /** People with money of the month gained less those lost for this reason; whoever keeps another component is neither. */
  peopleDifference: z.int(),
  difference: Dong,
})
export type ChangeSummary = z.infer<typeof ChangeSummary>

export const RunView = RunSummary.extend({
  /** What the system knew at this moment is what was paid; null while it is generated for the first time. */
  knownAt: Instant.nullable(),
  /** sha256 of the frozen inputs («mã kiểm tra»), printed on every list. */
  inputsHash: z.string().nullable(),
  ruleSets: z.array(z.string()),
  returnReason: z.string().nullable(),
  /** Who gave it up and why; null of runs given up before anybody was asked, too. */
  cancelled: Signed.extend({ reason: z.string() }).nullable(),
  stages: z.array(z.object({ stage: z.enum(stages), progress: z.enum(['done', 'current', 'to_come']) })),
  /** What whoever asks may do with it now; `refusal` is the problem they would meet. */
  steps: z.array(z.object({ step: RunStep, isAllowed: z.boolean(), refusal: z.string().nullable() })),
  totalInWords: z.string(),
  byComponent: z.array(Tally.extend({ component: LineComponent })),
  byRule: z.array(Tally.extend({ component: LineComponent, rule: VisibleRule })),
  /** By benefit, the groups that are counted here and named of no single person: their lines are asked for together. */
  unnamed: z.array(Tally.extend({ component: LineComponent })),
  byArea: z.array(Tally.extend({ area: AreaRef })),
  byPayPoint: z.array(Tally.extend({ payPoint: AreaRef.nullable() })),
  /** The engine’s own sum; always equal to `totals.amount`, which the database counted. */
  engineTotal: Dong,
  comparison: z.object({
    month: Month,
    /** False in the first month that is paid: then there are no reasons to give. */
    hasMonthBefore: z.boolean(),
    rows: z.array(ComparisonRow),
    changes: z.array(ChangeSummary),
    /** What the reasons do not account for: 0, or the run cannot be submitted. */
    unexplained: Dong,
  }),
  overpaid: z.object({ people: z.int(), months: z.int(), amount: Dong }),
})
export type RunView = z.infer<typeof RunView>

export const listRuns = endpoint({
  method: 'GET',
  path: '/payment-runs',
  summary: 'The runs of a month, or all of them, newest first',
  permission: 'payroll.read',
  input: z.object({ month: Month.optional(), state: RunState.optional() }),
  output: z.array(RunSummary),
})

/** Whom each rule of the law governs; null where so few are paid that they could be told apart. */
export const RuleReach = z.object({
  /** The latest month that was approved; null while there is none. */
  month: Month.nullable(),
  rules: z.array(z.object({ rule: z.string(), people: z.int().nullable(), amount: Dong.nullable() })),
})
export type RuleReach = z.infer<typeof RuleReach>

export const getRuleReach = endpoint({
  method: 'GET',
  path: '/payment-runs/latest/rule-reach',
  summary: 'How many people and how much money each rule came to in the latest approved month',
  permission: 'payroll.read',
  input: z.object({}),
  output: RuleReach,
})

export const generateRun = endpoint({
  method: 'POST',
  path: '/payment-runs',
  summary: 'Draw up the list of a month for an area',
  permission: 'payroll.prepare',
  audit: 'payroll.run_generated',
  tells: ['month', 'areaId', 'rest'],
  input: z.object({
    month: Month,
    areaId: z.int(),
    requestId: z.uuid(),
    /** Without the units that have a list of the month already, where there are any. */
    rest: z.boolean().default(false),
  }),
  output: z.object({ id: PaymentRunId, jobId: JobId }),
  problems: problems.of(
    'month_already_generated',
    'month_before_opening',
    'month_too_far_ahead',
    'month_before_missing',
    'month_before_returned',
    'later_month_generated',
    'area_not_yours',
    'area_has_no_communes',
    'area_not_of_month',
    'opening_missing',
  ),
})

export const getRun = endpoint({
  method: 'GET',
  path: '/payment-runs/{id}',
  summary: 'A run with its totals and what changed since the month before',
  permission: 'payroll.read',
  input: inRun,
  output: RunView,
  problems: problems.of('run_not_found'),
})

export const regenerateRun = endpoint({
  method: 'POST',
  path: '/payment-runs/{id}/generation',
  summary: 'Draw the list up again from what is known now',
  permission: 'payroll.prepare',
  audit: 'payroll.run_regenerated',
  input: inRun.extend({ requestId: z.uuid() }),
  output: z.object({ jobId: JobId }),
  problems: problems.of('run_not_found', 'run_moved_on', 'run_rests_under_later'),
})

export const submitRun = endpoint({
  method: 'POST',
  path: '/payment-runs/{id}/submission',
  summary: 'Send a checked run for approval',
  permission: 'payroll.prepare',
  audit: 'payroll.run_submitted',
  input: inRun,
  output: z.void(),
  problems: problems.of('run_not_found', 'run_moved_on', 'change_unexplained'),
})

export const approveRun = endpoint({
  method: 'POST',
  path: '/payment-runs/{id}/approval',
  summary: 'Approve a submitted run so that it can be paid',
  permission: 'payroll.approve',
  audit: 'payroll.run_approved',
  input: inRun,
  output: z.void(),
  problems: problems.of('run_not_found', 'run_moved_on', 'approver_prepared_run'),
})

/** So much has to be said to whoever is to mend it; «x» tells nobody anything. */
export const leastReason = 10

export const returnRun = endpoint({
  method: 'POST',
  path: '/payment-runs/{id}/return',
  summary: 'Send a submitted or approved run back with what to mend',
  permission: 'payroll.approve',
  audit: 'payroll.run_returned',
  input: inRun.extend({ reason: z.string().trim().min(leastReason).max(2000) }),
  output: z.void(),
  problems: problems.of('run_not_found', 'run_moved_on', 'run_rests_under_later', 'approver_prepared_run'),
})

export const cancelRun = endpoint({
  method: 'POST',
  path: '/payment-runs/{id}/cancellation',
  summary: 'Give up a run that has not been sent; its units can be drawn up again',
  permission: 'payroll.prepare',
  audit: 'payroll.run_cancelled',
  input: inRun.extend({ reason: z.string().trim().min(leastReason).max(2000) }),
  output: z.void(),
  problems: problems.of('run_not_found', 'run_moved_on', 'run_rests_under_later'),
})

export const closeRun = endpoint({
  method: 'POST',
  path: '/payment-runs/{id}/closing',
  summary: 'Record that an approved run was paid outside this system',
  permission: 'payroll.approve',
  audit: 'payroll.run_closed',
  input: inRun,
  output: z.void(),
  problems: problems.of('run_not_found', 'run_moved_on'),
})
