import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { anySheetProblem } from '#platform/contract/sheet-problems'
import { administer, ReformId, StepId, Unit } from './contract/shared.ts'
import { Outcome, UnitFigures } from './domain/figures.ts'
import { problems } from './domain/problems.ts'
import { ReformLine } from './domain/reform-line.ts'

export * from './contract/outlines.ts'
export * from './contract/placing.ts'
export { ReformId, StepId } from './contract/shared.ts'
export { figureNames, type UnitFigures } from './domain/figures.ts'
export { isRefused, type ReformLine } from './domain/reform-line.ts'

export const StepState = z.enum(['planned', 'ordered', 'applied', 'cancelled'])
export type StepState = z.infer<typeof StepState>

const StepHead = z.object({
  id: StepId,
  on: CivilDate,
  state: StepState,
  closes: z.int(),
  opens: z.int(),
  orderedName: z.string().nullable(),
  orderedAt: Instant.nullable(),
  appliedAt: Instant.nullable(),
  jobId: JobId.nullable(),
  /** People of divided units somebody still has to place. */
  toPlace: z.int(),
})
export type StepHead = z.infer<typeof StepHead>

const ReformHead = z.object({
  id: ReformId,
  fileName: z.string(),
  createdAt: Instant,
  createdName: z.string(),
  lines: z.int(),
  refused: z.int(),
  steps: z.array(StepHead),
})
export type ReformHead = z.infer<typeof ReformHead>

/** A unit of a step: what it becomes or came from, and what is counted in it. */
const UnitOfStep = Unit.extend({
  isNew: z.boolean(),
  figures: UnitFigures,
})
export type UnitOfStep = z.infer<typeof UnitOfStep>

export const StepView = StepHead.extend({
  reformId: ReformId,
  /** The month whose lists the money is of; null where there is none yet. */
  month: Month.nullable(),
  before: z.array(UnitOfStep),
  after: z.array(UnitOfStep),
  ways: z.array(
    z.object({
      fromId: z.int(),
      toId: z.int(),
      kind: z.enum(['rename', 'merge', 'split', 'transfer']),
      villages: z.array(z.string()).nullable(),
      share: z.number(),
      act: z.string().nullable(),
    }),
  ),
  totals: z.object({ before: UnitFigures, after: UnitFigures }),
  /** Parts of divided units, whose outlines nobody can put together, and whether each was given. */
  parts: z.array(Unit.extend({ isDrawn: z.boolean() })),
  unplaced: z.array(z.object({ unit: Unit, people: z.int() })),
  outcome: Outcome.nullable(),
})
export type StepView = z.infer<typeof StepView>

export const startReform = endpoint({
  method: 'POST',
  path: '/territory/reforms',
  summary:
    'Send a file of changes of communes: it is checked line by line, nothing is changed; the same file gives the reform there is',
  permission: administer,
  audit: 'territory.reform_started',
  input: z.object({ file: z.file() }),
  output: z.object({ id: ReformId, isRepeat: z.boolean() }),
  problems: {
    ...problems.of('no_header', 'not_a_list', 'too_many_lines'),
    ...anySheetProblem,
  },
})

export const listReforms = endpoint({
  method: 'GET',
  path: '/territory/reforms',
  summary: 'The files of changes, newest first, with what was done of each',
  permission: administer,
  input: z.object({}),
  output: z.array(ReformHead),
})

export const getReform = endpoint({
  method: 'GET',
  path: '/territory/reforms/{id}',
  summary: 'A file of changes with what was found in each line',
  permission: administer,
  input: z.object({ id: ReformId }),
  output: ReformHead.extend({ found: z.array(ReformLine) }),
  problems: problems.of('reform_not_found'),
})

export const checkReform = endpoint({
  method: 'POST',
  path: '/territory/reforms/{id}/check',
  summary: 'Look at a file again as units and lists are now',
  permission: administer,
  audit: 'territory.reform_checked',
  input: z.object({ id: ReformId }),
  output: z.void(),
  problems: problems.of('reform_not_found'),
})

export const downloadTemplate = endpoint({
  method: 'GET',
  path: '/territory/template',
  summary: 'A workbook to write a reform in',
  permission: administer,
  input: z.object({}),
  output: z.file(),
})

export const downloadRefusedLines = endpoint({
  method: 'GET',
  path: '/territory/reforms/{id}/refused-lines',
  summary: 'The lines that cannot be applied, as they were written, with the reason beside each',
  permission: administer,
  input: z.object({ id: ReformId }),
  output: z.file(),
  problems: problems.of('reform_not_found', 'no_bad_lines'),
})

export const showStep = endpoint({
  method: 'GET',
  path: '/territory/steps/{id}',
  summary:
    'What a step would do, or did: units before and after with what is counted in them; nobody is named',
  permission: administer,
  input: z.object({ id: StepId }),
  output: StepView,
  problems: problems.of('step_not_found', 'reform_not_found'),
})

const UnitOnMap = Unit.omit({ code: true }).extend({
  path: z.string().nullable(),
  /** Where it stands in the scheme, where there are no outlines: as many cells as units went into it. */
  cells: z.array(z.object({ row: z.int(), column: z.int() })),
})

export const StepMap = z.object({
  /** The provinces the step goes over, and the one drawn. */
  lands: z.array(Unit.omit({ code: true })),
  land: Unit.omit({ code: true }),
  width: z.number(),
  height: z.number(),
  sources: z.array(z.string()),
  isSchematic: z.boolean(),
  before: z.array(UnitOnMap),
  after: z.array(UnitOnMap),
})
export type StepMap = z.infer<typeof StepMap>

export const mapStep = endpoint({
  method: 'GET',
  path: '/territory/steps/{id}/map',
  summary: 'The communes of a province before a step and after it, as shapes to draw',
  permission: administer,
  input: z.object({ id: StepId, landId: z.coerce.number().int().optional() }),
  output: StepMap.nullable(),
  problems: problems.of('step_not_found', 'reform_not_found'),
})

export const orderStep = endpoint({
  method: 'POST',
  path: '/territory/steps/{id}/application',
  summary: 'Apply a step: at once where its day has come, otherwise on that day',
  permission: administer,
  audit: 'territory.step_ordered',
  input: z.object({ id: StepId }),
  output: z.object({ jobId: JobId.nullable() }),
  problems: {
    ...problems.of(
      'step_not_found',
      'reform_not_found',
      'step_wrong_state',
      'earlier_step_first',
      'plan_outdated',
    ),
    'geography.units_changed_meanwhile': { status: 409 as const },
  },
})

export const cancelStep = endpoint({
  method: 'POST',
  path: '/territory/steps/{id}/cancellation',
  summary: 'Take back the order to apply a step, while nothing was done',
  permission: administer,
  audit: 'territory.step_cancelled',
  input: z.object({ id: StepId }),
  output: z.void(),
  problems: problems.of('step_not_found', 'reform_not_found', 'step_wrong_state', 'later_step_first'),
})

const Sum = z.object({ people: z.int(), amount: z.int() })

export const StepReport = z.object({
  before: Month.nullable(),
  since: Month.nullable(),
  units: z.array(
    Unit.extend({
      /** What of the old units was carried here. */
      from: z.array(Unit.extend({ sum: Sum })),
      carried: Sum,
      now: Sum.nullable(),
    }),
  ),
  totals: z.object({ old: Sum, carried: Sum, now: Sum.nullable() }),
})
export type StepReport = z.infer<typeof StepReport>

export const reportStep = endpoint({
  method: 'GET',
  path: '/territory/steps/{id}/report',
  summary:
    'The last month before a step by the old units and carried to the new ones, beside the first month after it',
  permission: administer,
  input: z.object({ id: StepId }),
  output: StepReport,
  problems: problems.of('step_not_found', 'reform_not_found'),
})
