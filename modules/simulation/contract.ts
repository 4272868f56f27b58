import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { problems } from './domain/problems.ts'
import { Change, PovertyLevel, Scenario } from './domain/scenario.ts'

export {
  Change,
  disabilities,
  PovertyLevel,
  Scenario,
  type ChangeKind,
  type NewGroup,
  type Whose,
} from './domain/scenario.ts'
export { Refusal } from './domain/refusals.ts'

export const ScenarioId = id<'ScenarioId'>()
export type ScenarioId = z.infer<typeof ScenarioId>

const Label = z.object({ vi: z.string(), en: z.string() })
const AreaRef = z.object({ id: z.int(), name: z.string() })
/** A citation in words, and how sure we are of it. */
const Cited = z.object({ text: z.string(), certainty: z.enum(['verified', 'knowledge', 'uncertain']) })
export type Cited = z.infer<typeof Cited>

/** People by what becomes of them, and money a month. A person is counted by all they receive together. */
const Counts = z.object({
  peopleBefore: z.int(),
  peopleAfter: z.int(),
  before: z.int(),
  after: z.int(),
  gained: z.int(),
  lost: z.int(),
  raised: z.int(),
  lowered: z.int(),
  switched: z.int(),
  /** Newly eligible («mới đủ điều kiện»): they would have to apply. */
  fresh: z.int(),
  freshAmount: z.int(),
})
export type CountsView = z.infer<typeof Counts>

/** The same for a part of them: a group, a commune, an age; null stands for what is withheld, so that nobody can be recognised. */
const CountsOfPart = z.object({
  peopleBefore: z.int().nullable(),
  peopleAfter: z.int().nullable(),
  before: z.int().nullable(),
  after: z.int().nullable(),
  gained: z.int().nullable(),
  lost: z.int().nullable(),
  raised: z.int().nullable(),
  lowered: z.int().nullable(),
  switched: z.int().nullable(),
  fresh: z.int().nullable(),
  freshAmount: z.int().nullable(),
})
export type CountsOfPart = z.infer<typeof CountsOfPart>

const SumView = z.object({
  people: z.int(),
  lines: z.int(),
  amount: z.int(),
  /** «61.240,5 × 540.000»: coefficients in tenths by the standard they multiply, the largest first. */
  parts: z.array(z.object({ standard: z.int(), coefficients: z.int() })),
})

/** A change with what the law says now. */
const ChangeView = z.object({
  change: Change,
  /** The amount, coefficient or age in months, level or mode that is changed; null where something is added or taken out. */
  before: z.union([z.int(), z.string()]).nullable(),
  /** The group or rule it is about. */
  name: Label.nullable(),
  cite: Cited.nullable(),
})
export type ChangeView = z.infer<typeof ChangeView>

/** What has to be confirmed before anybody relies on the figures («Cần xác nhận»). */
const Flag = z.discriminatedUnion('code', [
  z.object({ code: z.literal('uncertain_source'), cite: Cited }),
  z.object({ code: z.literal('social_pension_apart'), value: z.int() }),
  z.object({ code: z.literal('small_pension_uncertain') }),
  z.object({
    code: z.literal('central_overtakes'),
    month: Month,
    value: z.int(),
    /** Whether the year and the months after are reckoned without it; only a scenario of nothing else can be. */
    isDeducted: z.boolean().default(false),
  }),
  z.object({ code: z.literal('other_law_by_start'), law: Label }),
  z.object({ code: z.literal('register_incomplete'), people: z.int() }),
  z.object({ code: z.literal('communes_hidden') }),
])
export type FlagView = z.infer<typeof Flag>

export const Result = z.object({
  month: Month,
  from: Month,
  knownOn: CivilDate,
  area: AreaRef,
  takeUp: z.int(),
  /** The law the reckoning starts from. */
  law: Label,
  /** When the figures were taken, and which they were. */
  dataAt: Instant,
  version: z.string(),
  /** The law and the way of reckoning that gave them; what was saved before this was kept has none. */
  reckonedBy: z.string().optional(),
  /** People the register knows of in the area. */
  people: z.int(),
  before: SumView,
  after: SumView,
  all: Counts,
  unchanged: z.int(),
  freshAlreadyPaid: z.int(),
  cost: z.object({
    /** More or less a month for whoever has awards. */
    byAwards: z.int(),
    /** For the newly eligible, by the share of them that applies. */
    fresh: z.int(),
    monthly: z.int(),
    firstYear: z.object({ year: z.int(), months: z.int(), amount: z.int() }),
    fullYear: z.int(),
  }),
  /** Who gets how much more or less a month; `from` and `to` are one where it is one amount. */
  differences: z.array(z.object({ from: z.int(), to: z.int(), people: z.int() })),
  byGroup: z.array(
    CountsOfPart.extend({
      id: z.string(),
      name: Label,
      cite: Cited.nullable(),
      /** In tenths, before and after. */
      coefficients: z.tuple([z.int().nullable(), z.int().nullable()]),
    }),
  ),
  byArea: z.array(
    CountsOfPart.extend({
      area: AreaRef,
      /** The unit above, where that is not the one asked for. */
      within: z.string().nullable(),
      cell: z.object({ row: z.int(), column: z.int() }).nullable(),
    }),
  ),
  bySex: z.array(CountsOfPart.extend({ sex: z.enum(['female', 'male']) })),
  byAge: z.array(CountsOfPart.extend({ from: z.int(), below: z.int().nullable() })),
  byPoverty: z.array(CountsOfPart.extend({ household: z.enum(['poor', 'near_poor', 'other']) })),
  changes: z.array(ChangeView),
  flags: z.array(Flag),
})
export type Result = z.infer<typeof Result>

const Signed = z.object({ name: z.string(), at: Instant })

const ScenarioName = z.string().trim().min(1).max(160)

export const ScenarioSummary = z.object({
  id: ScenarioId,
  name: z.string(),
  month: Month,
  from: Month,
  area: AreaRef,
  isShared: z.boolean(),
  isMine: z.boolean(),
  saved: Signed,
  monthly: z.int(),
  fullYear: z.int(),
  isOutdated: z.boolean(),
})
export type ScenarioSummary = z.infer<typeof ScenarioSummary>

export const SavedScenario = z.object({
  id: ScenarioId,
  name: z.string(),
  scenario: Scenario,
  result: Result,
  isShared: z.boolean(),
  isMine: z.boolean(),
  saved: Signed,
  /** Goes up with every change, so that two people do not overwrite each other. */
  revision: z.int(),
  /** Something in the register changed since the figures were taken. */
  isStale: z.boolean(),
  /** The law, or how it is reckoned, is another now («kết quả cũ»): running it again gives other figures. */
  isOutdated: z.boolean(),
})
export type SavedScenario = z.infer<typeof SavedScenario>

const GroupToChange = z.object({
  id: z.string(),
  name: Label,
  cite: Cited,
  rules: z.array(z.object({ id: z.string(), name: Label, coefficient: z.int() })),
  boundaries: z.array(z.object({ whose: z.enum(['person', 'child']), months: z.int() })),
  poverty: PovertyLevel.nullable(),
})
export type GroupToChange = z.infer<typeof GroupToChange>

/** What of the law of a month can be changed, and how it stands. */
export const LawToChange = z.object({
  month: Month,
  law: Label,
  standards: z.array(z.object({ territory: z.string(), value: z.int(), cite: Cited })),
  socialPension: z.object({ value: z.int(), cite: Cited }).nullable(),
  smallPension: z.object({ mode: z.enum(['full', 'difference']), cite: Cited }).nullable(),
  groups: z.array(GroupToChange),
  /** Where it may be changed: provinces of the time and their districts within one’s own area. */
  areas: z.array(AreaRef.extend({ level: z.int(), lastDay: CivilDate.nullable(), standard: z.int() })),
})
export type LawToChange = z.infer<typeof LawToChange>

export const describeLaw = endpoint({
  method: 'GET',
  path: '/simulation-law',
  summary: 'What of the law of a month a scenario can change, and where',
  permission: 'simulation.run',
  input: z.object({ month: Month, knownOn: CivilDate.optional() }),
  output: LawToChange,
  problems: problems.of('scenario_refused'),
})

export const runSimulation = endpoint({
  method: 'POST',
  path: '/simulation-runs',
  summary: 'Reckon what a scenario would cost and whom it would touch; nothing is saved',
  permission: 'simulation.run',
  input: z.object({ scenario: Scenario }),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('done'), result: Result }),
    /** The register of the month has to be read first; ask again when the job has ended. */
    z.object({ state: z.literal('preparing'), jobId: JobId }),
  ]),
  problems: problems.of('scenario_refused', 'area_not_yours', 'area_too_small'),
})

/** Whether figures are still those of the register. */
export const checkFreshness = endpoint({
  method: 'GET',
  path: '/simulation-freshness',
  summary: 'The version of the register, to tell whether figures reckoned from it are stale',
  permission: 'simulation.read',
  input: z.object({}),
  output: z.object({ version: z.string() }),
})

export const listScenarios = endpoint({
  method: 'GET',
  path: '/simulations',
  summary: 'The saved scenarios of one’s own and those shared within one’s area, newest first',
  permission: 'simulation.read',
  input: z.object({}),
  output: z.array(ScenarioSummary),
})

const inScenario = z.object({ id: ScenarioId })

export const getScenario = endpoint({
  method: 'GET',
  path: '/simulations/{id}',
  summary: 'A saved scenario with the figures it had when it was saved',
  permission: 'simulation.read',
  input: inScenario,
  output: SavedScenario,
  problems: problems.of('scenario_not_found'),
})

export const saveScenario = endpoint({
  method: 'POST',
  path: '/simulations',
  summary: 'Keep a scenario under a name, with its figures',
  permission: 'simulation.run',
  audit: 'simulation.scenario_saved',
  input: z.object({ name: ScenarioName, scenario: Scenario, isShared: z.boolean(), requestId: z.uuid() }),
  output: inScenario,
  problems: problems.of('scenario_refused', 'area_not_yours', 'area_too_small', 'not_run_yet', 'name_taken'),
})

export const reviseScenario = endpoint({
  method: 'PUT',
  path: '/simulations/{id}',
  summary: 'Give a saved scenario another name or content, or share it',
  permission: 'simulation.run',
  audit: 'simulation.scenario_revised',
  input: inScenario.extend({
    name: ScenarioName,
    scenario: Scenario,
    isShared: z.boolean(),
    /** The revision the change starts from. */
    revision: z.int(),
    /** Figures are reckoned anew, even where the content is the same. */
    isRerun: z.boolean(),
  }),
  output: z.object({ revision: z.int() }),
  problems: problems.of(
    'scenario_not_found',
    'scenario_changed',
    'not_yours',
    'scenario_refused',
    'area_not_yours',
    'area_too_small',
    'not_run_yet',
    'name_taken',
  ),
})

export const removeScenario = endpoint({
  method: 'DELETE',
  path: '/simulations/{id}',
  summary: 'Remove a saved scenario of one’s own',
  permission: 'simulation.run',
  audit: 'simulation.scenario_removed',
  input: inScenario,
  output: z.void(),
  problems: problems.of('scenario_not_found', 'not_yours'),
})

export const exportScenario = endpoint({
  method: 'GET',
  path: '/simulations/{id}/report',
  summary: 'A saved scenario as Excel, or as a brief of two pages',
  permission: 'simulation.read',
  audit: 'simulation.scenario_exported',
  input: inScenario.extend({ format: z.enum(['xlsx', 'pdf']) }),
  output: z.file(),
  problems: problems.of('scenario_not_found'),
})
