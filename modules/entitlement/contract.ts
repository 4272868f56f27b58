import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { benefits, components } from './domain/determination.ts'

const Area = z.object({ id: z.int(), name: z.string() })

export const DecisionView = z.object({
  id: z.uuid(),
  kind: z.enum(['grant', 'adjust', 'suspend', 'resume', 'stop', 'transfer', 'convert', 'refuse']),
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
  /** The last month due; null while the award is open. */
  through: Month.nullable(),
  closeReason: z.string().nullable(),
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

export const Entitlements = z.object({
  on: CivilDate,
  known: CivilDate,
  awards: z.array(AwardView),
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
  problems: personNotFound,
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
