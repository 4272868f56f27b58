import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { id } from '#kernel/id'
import { benefits } from '#modules/entitlement/contract'
import { endpoint } from '#platform/contract/endpoint'
import { outcomes } from './domain/follow-up.ts'
import { lacks } from './domain/lacking.ts'
import { problems } from './domain/problems.ts'
import { events, keepers, kinds } from './domain/prospect.ts'
import { mostLetters, views } from './domain/views.ts'

export { pageSize, mostLetters } from './domain/views.ts'

export const ProspectId = id<'ProspectId'>()
export type ProspectId = z.infer<typeof ProspectId>

export const Benefit = z.enum(benefits)
export type Benefit = z.infer<typeof Benefit>
export const View = z.enum(views)
export type View = z.infer<typeof View>
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>
export const Lack = z.enum(lacks)
export type Lack = z.infer<typeof Lack>

/**
 * Where a prospect stands: nobody has done anything yet, a file is in hand, an imported list waits to be confirmed, or what was
 * done last.
 */
export const Progress = z.enum(['open', 'filed', 'waiting', ...outcomes])
export type Progress = z.infer<typeof Progress>

const AreaRef = z.object({ id: z.int(), name: z.string() })

const Cause = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['age', 'child_age']), months: z.int(), on: CivilDate }),
  z.object({ kind: z.literal('fact'), fact: z.string(), ends: z.literal(true).optional() }),
  z.object({ kind: z.literal('law'), month: Month }),
  z.object({ kind: z.literal('death'), on: CivilDate }),
  z.object({ kind: z.literal('list'), year: z.int() }),
  z.object({ kind: z.literal('certificate'), on: CivilDate }),
])

export const FollowUpView = z.object({
  outcome: Outcome,
  note: z.string().nullable(),
  assignee: z.string().nullable(),
  at: Instant,
  by: z.string(),
})
export type FollowUpView = z.infer<typeof FollowUpView>

/** Somebody on a list, with why, from when, for how much, and what is to be done. */
export const ProspectView = z.object({
  id: ProspectId,
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    born: CivilDate,
    bornPrecision: BirthPrecision,
    sex: z.enum(['female', 'male']),
    phone: z.string().nullable(),
  }),
  area: AreaRef,
  village: z.string().nullable(),
  benefit: Benefit,
  event: z.enum(events),
  kind: z.enum(kinds),
  /** The first month of the right, of the new amount, or without money. */
  month: Month,
  before: Dong,
  after: Dong,
  rulesBefore: z.array(z.string()),
  rulesAfter: z.array(z.string()),
  causes: z.array(Cause),
  delayCost: Dong,
  keptBy: z.enum(keepers).nullable(),
  /** Until when a complete file has to be in, to be decided in the month named by the time the law allows. */
  deadline: z.object({ by: CivilDate, month: Month }).nullable(),
  /** What the register does not hold and the decision will need. */
  lacking: z.array(Lack),
  /** The file in hand that asks for it, or that is to end it. */
  file: z.object({ id: z.uuid(), code: z.string() }).nullable(),
  /** The imported list, and its unit, by which it is received once a second person confirms it. */
  waiting: z.object({ importId: z.uuid(), areaId: z.int() }).nullable(),
  /** The newest first. */
  followUps: z.array(FollowUpView),
})
export type ProspectView = z.infer<typeof ProspectView>

export const ProspectFilter = z.object({
  areaId: z.coerce.number().int().optional(),
  benefit: Benefit.optional(),
  /** Of those to come, only what comes within so many months. */
  within: z.coerce.number().int().min(1).max(12).optional(),
  progress: Progress.optional(),
})
export type ProspectFilter = z.infer<typeof ProspectFilter>

/**
 * People counted, and the monthly money that is gained, changed or ends; whoever has a file in hand for it, or waits on an
 * imported list to be confirmed, loses nothing for want of one, and is counted beside them.
 */
export const Stake = z.object({ people: z.int(), amount: z.int(), waiting: z.int(), withFile: z.int() })
export type Stake = z.infer<typeof Stake>

export const ProspectPage = z.object({
  rows: z.array(ProspectView),
  page: z.int(),
  pages: z.int(),
  /** Rows of the whole list; somebody with two rights stands on it twice. */
  total: z.int(),
  stake: Stake,
  /** The units with anybody on the list, whichever of them is asked for. */
  areas: z.array(Stake.extend({ area: AreaRef })),
  /** Everybody on each of the lists, unfiltered. */
  views: z.array(Stake.extend({ view: View })),
  /** Null until everybody has been looked at once. */
  refreshedAt: Instant.nullable(),
})
export type ProspectPage = z.infer<typeof ProspectPage>

/** How the lists stand as a whole, with the first few of the two that should be seen every morning. */
export const OutreachOverview = z.object({
  /** Null until everybody has been looked at once. */
  refreshedAt: Instant.nullable(),
  views: z.array(Stake.extend({ view: View })),
  soon: z.array(ProspectView),
  ending: z.array(ProspectView),
})
export type OutreachOverview = z.infer<typeof OutreachOverview>

export const getOutreachOverview = endpoint({
  method: 'GET',
  path: '/outreach',
  summary: 'How many people will gain, lose or change a right, and the next of them',
  permission: 'outreach.read',
  audit: 'outreach.overview_read',
  input: z.object({}),
  output: OutreachOverview,
})

const Chosen = z.object({ view: View, ...ProspectFilter.shape })

export const listProspects = endpoint({
  method: 'GET',
  path: '/outreach/{view}',
  summary: 'Who will gain, lose or change a right or has one unused, most urgent first',
  permission: 'outreach.read',
  audit: 'outreach.list_read',
  input: Chosen.extend({ page: z.coerce.number().int().min(1).default(1) }),
  output: ProspectPage,
})

export const recordFollowUp = endpoint({
  method: 'POST',
  path: '/outreach/follow-ups',
  summary: 'Record what was done about people on the list',
  permission: 'outreach.follow_up',
  audit: 'outreach.followed_up',
  input: z
    .object({
      prospectIds: z.array(ProspectId).min(1).max(mostLetters),
      outcome: Outcome,
      note: z.string().trim().min(1).max(1000).nullable(),
      assignee: z.string().trim().min(1).max(200).nullable(),
      requestId: z.uuid(),
    })
    .refine(({ outcome, note }) => outcome !== 'declined' || note !== null, { path: ['note'] })
    .refine(({ outcome, assignee }) => outcome !== 'assigned' || assignee !== null, { path: ['assignee'] }),
  output: z.object({ recorded: z.int() }),
  problems: problems.of('prospect_not_found'),
})

export const downloadProspects = endpoint({
  method: 'GET',
  path: '/outreach/{view}/sheet',
  summary: 'A list of prospects as Excel',
  permission: 'outreach.follow_up',
  audit: 'outreach.list_exported',
  input: Chosen,
  output: z.file(),
  problems: problems.of('list_empty', 'list_too_long'),
})

export const printInvitations = endpoint({
  method: 'POST',
  path: '/outreach/invitations',
  summary:
    'A letter for each person with a right to ask for: what, how much, which papers, where, until when',
  permission: 'outreach.follow_up',
  audit: 'outreach.invitations_printed',
  input: z.object({ prospectIds: z.array(ProspectId).min(1).max(mostLetters) }),
  output: z.file(),
  problems: problems.of('prospect_not_found', 'nobody_to_invite'),
})
