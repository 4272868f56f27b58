import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { suspensionGrounds } from './domain/suspension-grounds.ts'
import { benefits, components } from './domain/determination.ts'
import type { Duration } from './domain/duration.ts'
import type { Explanation } from './domain/explanation.ts'
import { problems } from './domain/problems.ts'
import type { Standing } from './domain/standing.ts'
import type { SupportRights } from './domain/support-explanation.ts'

const Area = z.object({ id: z.int(), name: z.string() })

export const DecisionView = z.object({
  id: z.uuid(),
  kind: z.enum(['grant', 'adjust', 'suspend', 'resume', 'stop', 'transfer', 'convert', 'refuse', 'support']),
  number: z.string(),
  signedOn: CivilDate,
  signerTitle: z.string(),
  /** The unit that signed, as it was on the day. */
  area: Area,
  effective: Month,
  reason: z.string(),
  /** Null where they would give away what the reader may not know. */
  citations: z.array(z.string()).nullable(),
  ruleSet: z.string(),
  source: z.string(),
  recordedAt: Instant,
})
export type DecisionView = z.infer<typeof DecisionView>

export const AwardView = z.object({
  id: z.uuid(),
  benefit: z.enum(benefits),
  /** The name is null where the payee lives out of sight. */
  payee: z.object({ id: z.uuid(), fullName: z.string().nullable() }),
  area: Area,
  from: Month,
  /** The first month this system pays, where lists of before paid those up to it. */
  paidFrom: Month.nullable(),
  /** The last month due; null while the award is open. */
  through: Month.nullable(),
  closeReason: z.string().nullable(),
  /** Since when an open award has lapsed, and pays nothing until a new decision. */
  lapsedIn: Month.nullable(),
  /** While a decision suspends it; the ground is null where the reader may not know it. */
  suspension: z
    .object({ from: Month, ground: z.enum(suspensionGrounds).nullable(), by: DecisionView })
    .nullable(),
  openedBy: DecisionView,
  closedBy: DecisionView.nullable(),
})
export type AwardView = z.infer<typeof AwardView>

/** Months in a row in which the law gives the same for the same reason. */
export const SpellView = z.object({
  benefit: z.enum(benefits),
  component: z.enum(components),
  /** Null where it would give away what the reader may not know. */
  rule: z.string().nullable(),
  from: Month,
  /** The last month of the spell; null where it lasts. */
  through: Month.nullable(),
  coefficientTenths: z.int(),
  units: z.int(),
  standard: Dong,
  amount: Dong,
})
export type SpellView = z.infer<typeof SpellView>

/** An amount that will change by itself, if nothing but time goes on. */
export const PendingChange = z.object({
  month: Month,
  component: z.enum(components),
  before: Dong,
  after: Dong,
})
export type PendingChange = z.infer<typeof PendingChange>

/** What an imported list says of a person, while it waits for a second person to confirm it. */
export const WaitingAwardView = z.object({
  importId: z.uuid(),
  area: z.object({ id: z.int() }),
  benefit: z.enum(benefits),
  from: Month,
  decisionNumber: z.string(),
  signedOn: CivilDate,
})
export type WaitingAwardView = z.infer<typeof WaitingAwardView>

export const Entitlements = z.object({
  on: CivilDate,
  known: CivilDate,
  awards: z.array(AwardView),
  /** Of imported lists, waiting to be confirmed; only today knows them. */
  waiting: z.array(WaitingAwardView),
  spells: z.array(SpellView),
  pending: z.array(PendingChange),
})
export type Entitlements = z.infer<typeof Entitlements>

const personNotFound = { 'people.person_not_found': { status: 404 as const } }

export const getEntitlements = endpoint({
  method: 'GET',
  path: '/people/{personId}/entitlements',
  summary: 'The awards of a person, what they come to month by month, and what will change',
  permission: 'entitlement.read',
  audit: 'entitlement.entitlements_read',
  input: z.object({
    personId: z.uuid(),
    /** The month to count up to is that of this day; today where it is left out. */
    on: CivilDate.optional(),
    /** As the system knew it at the end of this day. */
    known: CivilDate.optional(),
  }),
  output: Entitlements,
  problems: { ...personNotFound, ...problems.of('law_unknown') },
})

export const listDecisions = endpoint({
  method: 'GET',
  path: '/people/{personId}/decisions',
  summary: 'Every decision about a person, the newest first',
  permission: 'entitlement.read',
  audit: 'entitlement.decisions_read',
  input: z.object({ personId: z.uuid() }),
  output: z.array(DecisionView.extend({ benefits: z.array(z.enum(benefits)) })),
  problems: personNotFound,
})

/** A page of people found. */
const mostMarked = 50

/** What somebody receives in the month of today, as their own page says it. */
export const ReceivingView = z.object({
  personId: z.uuid(),
  /** What is due in this month; nothing where they receive nothing. */
  components: z.array(z.enum(components)),
  /** Since when a decision suspends whatever they were granted, while they receive nothing. */
  suspendedFrom: Month.nullable(),
})
export type ReceivingView = z.infer<typeof ReceivingView>

export const listReceiving = endpoint({
  method: 'GET',
  path: '/entitlement/receiving',
  summary: 'Which people of a list receive something this month, and what',
  permission: 'entitlement.read',
  audit: 'entitlement.receiving_read',
  input: z.object({ personIds: z.array(z.uuid()).max(mostMarked) }),
  output: z.array(ReceivingView),
})

/** The paper and the day behind a fact the explanation names. */
export const FactSource = z.object({
  fact: z.custom<keyof Standing>((fact) => typeof fact === 'string'),
  from: CivilDate.nullable(),
  until: CivilDate.nullable(),
  document: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: CivilDate.nullable(),
  issuedBy: z.string().nullable(),
  source: z.string(),
  recordedAt: Instant,
  /** The other of a tie, such as a child that is counted; without a name where they live out of sight. */
  about: z.object({ personId: z.uuid(), name: z.string().nullable(), born: CivilDate }).nullable(),
})
export type FactSource = z.infer<typeof FactSource>

export const ExplanationView = z.object({
  person: z.object({ id: z.uuid(), areaId: z.int().nullable() }),
  month: Month,
  known: CivilDate,
  awarded: z.array(z.enum(benefits)),
  /** What lists of before paid in this month, as whoever took them over said, and from which month this system pays it. */
  paidBefore: z.array(z.object({ benefit: z.enum(benefits), paidFrom: Month })),
  /** Checked where it is made; its format has a version of its own. */
  explanation: z.custom<Explanation>(isExplanation),
  /** Of each right the month pays: since when, until when and to whom, all else as it is known. */
  durations: z.custom<readonly Duration[]>(Array.isArray),
  /** What else follows from the facts: of the month, and of a death by then; null where there is nothing to ask. */
  others: z.object({
    month: z.custom<SupportRights>(isRights).nullable(),
    death: z.custom<SupportRights>(isRights).nullable(),
  }),
  sources: z.array(FactSource),
})
export type ExplanationView = z.infer<typeof ExplanationView>

function isRights(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'rights' in value && Array.isArray(value.rights)
}

function isExplanation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'explanation.v1'
}

export const getExplanation = endpoint({
  method: 'GET',
  path: '/people/{personId}/explanation',
  summary: 'Why a person is due what they are due in a month, and why nothing else',
  permission: 'entitlement.read',
  audit: 'entitlement.explanation_read',
  input: z.object({
    personId: z.uuid(),
    /** This month where it is left out. */
    month: Month.optional(),
    /** As the system knew it at the end of this day. */
    known: CivilDate.optional(),
  }),
  output: ExplanationView,
  problems: { ...personNotFound, ...problems.of('law_unknown') },
})

export { benefits, components } from './domain/determination.ts'
export { groupsTogether, isSummedTogether, isUnnamedRule, unnamedRules } from './domain/discretion.ts'
export { nameOfRule } from './domain/rule-names.ts'
