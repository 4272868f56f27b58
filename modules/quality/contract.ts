import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from './domain/problems.ts'
import { ruleIds } from './domain/rules.ts'

export { rules, type Fix, type Severity } from './domain/rules.ts'

/** How many rows of a list are on one page. */
export const pageSize = 50

export const ExceptionId = id<'ExceptionId'>()
export type ExceptionId = z.infer<typeof ExceptionId>

export const RuleId = z.enum(ruleIds)
export type RuleId = z.infer<typeof RuleId>

const AreaRef = z.object({ id: z.int(), name: z.string() })

const PersonRef = z.object({
  id: z.uuid(),
  name: z.string(),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  sex: z.enum(['female', 'male']),
})

/** What a rule says besides whom it is about; each rule has its own. */
const Detail = z.object({
  /** The end of a number or an account. */
  end: z.string().optional(),
  /** What the number says otherwise. */
  says: z.array(z.enum(['province', 'sex', 'year'])).optional(),
  /** Years between parent and child, an age of the law, the year of a list or of a birthday. */
  years: z.int().optional(),
  age: z.int().optional(),
  year: z.int().optional(),
  benefits: z.array(z.string()).optional(),
  tie: z.string().optional(),
  kind: z.string().optional(),
  on: CivilDate.optional(),
  paidIn: z.int().optional(),
})

export const ExceptionView = z.object({
  id: ExceptionId,
  reason: z.string(),
  until: CivilDate.nullable(),
  at: Instant,
  by: z.string(),
})

export const FindingView = z.object({
  person: PersonRef,
  area: AreaRef,
  village: z.string().nullable(),
  /** Null where it is somebody the actor may not see. */
  other: z.object({ id: z.uuid(), name: z.string(), diedOn: CivilDate.nullable() }).nullable(),
  since: CivilDate,
  detail: Detail,
  /** The unit that pays, by the name of today. */
  paidIn: z.string().nullable(),
  /** Đồng on the newest list. */
  monthly: z.int(),
  exception: ExceptionView.nullable(),
  /** Something was recorded about the person a moment ago; the rule is being asked again. */
  isBeingChecked: z.boolean(),
})
export type FindingView = z.infer<typeof FindingView>

const Stake = z.object({ people: z.int(), monthly: z.int() })

export const QualityOverview = z.object({
  /** Null until everybody has been looked at once. */
  lookedAt: Instant.nullable(),
  rules: z.array(
    Stake.extend({
      rule: RuleId,
      /** Of those found: looked at by somebody, and right as they stand. */
      excepted: z.int(),
      /** The ends of months and the present day, oldest first; null where a past day cannot be counted. */
      trend: z.array(z.object({ day: CivilDate, people: z.int().nullable() })),
    }),
  ),
  /** Units with anybody, those of most first; a person counts once however many rules are broken. */
  areas: z.array(
    Stake.extend({
      area: AreaRef,
      bySeverity: z.object({ money: z.int(), right: z.int(), file: z.int() }),
    }),
  ),
})
export type QualityOverview = z.infer<typeof QualityOverview>

export const getQualityOverview = endpoint({
  method: 'GET',
  path: '/quality',
  summary: 'How many people break each rule of the register, unit by unit, and how that has changed',
  permission: 'quality.read',
  audit: 'quality.overview_read',
  input: z.object({ areaId: z.coerce.number().int().optional() }),
  output: QualityOverview,
})

export const FindingPage = z.object({
  rows: z.array(FindingView),
  page: z.int(),
  pages: z.int(),
  total: z.int(),
  excepted: z.int(),
  areas: z.array(Stake.extend({ area: AreaRef })),
  lookedAt: Instant.nullable(),
})
export type FindingPage = z.infer<typeof FindingPage>

export const listFindings = endpoint({
  method: 'GET',
  path: '/quality/{rule}',
  summary: 'Who breaks a rule of the register, those with most money first',
  permission: 'quality.read',
  audit: 'quality.list_read',
  input: z.object({
    rule: RuleId,
    areaId: z.coerce.number().int().optional(),
    /** Those still to be put right, or those somebody said are right. */
    show: z.enum(['open', 'excepted']).default('open'),
    page: z.coerce.number().int().min(1).default(1),
  }),
  output: FindingPage,
})

export const exceptFinding = endpoint({
  method: 'POST',
  path: '/quality/exceptions',
  summary: 'Say that what a rule found is right as it stands, and why',
  permission: 'quality.except',
  audit: 'quality.excepted',
  input: z.object({
    rule: RuleId,
    personId: z.uuid(),
    reason: z.string().trim().min(10).max(500),
    /** The last day it counts; null while the same is found. */
    until: CivilDate.nullable(),
    requestId: z.uuid(),
  }),
  output: z.object({ id: ExceptionId }),
  problems: problems.of('finding_not_found', 'already_excepted', 'exception_ends_in_past', 'request_reused'),
})

export const endException = endpoint({
  method: 'POST',
  path: '/quality/exceptions/{id}/end',
  summary: 'Put somebody back on the list',
  permission: 'quality.except',
  audit: 'quality.exception_ended',
  input: z.object({ id: ExceptionId }),
  output: z.object({ id: ExceptionId }),
  problems: problems.of('exception_not_found'),
})
