import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import { PaymentChannel } from '#modules/payments/contract'
import { endpoint } from '#platform/contract/endpoint'
import { ageBands } from '../domain/ages.ts'
import { problems } from '../domain/problems.ts'
import { outcomes, reasons, standings } from '../domain/visit.ts'
import { disabilities } from './overview.ts'
import { AreaRef } from './waves.ts'

export const pageSize = 50
/** How many people one assignment may name. */
export const mostAssigned = 200

const PersonId = z.uuid()
export const Standing = z.enum(standings)
export type Standing = z.infer<typeof Standing>
export const Outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof Outcome>
export const Reason = z.enum(reasons)
export type Reason = z.infer<typeof Reason>

export const VisitView = z.object({
  outcome: Outcome,
  reason: Reason.nullable(),
  note: z.string().nullable(),
  askAgainOn: CivilDate.nullable(),
  at: Instant,
  by: z.string(),
})
export type VisitView = z.infer<typeof VisitView>

export const CampaignRow = z.object({
  person: z.object({
    id: PersonId,
    name: z.string(),
    sex: z.enum(['female', 'male']),
    born: CivilDate,
    bornPrecision: BirthPrecision,
    phone: z.string().nullable(),
  }),
  area: AreaRef,
  village: z.string().nullable(),
  disability: z.enum(disabilities),
  way: PaymentChannel,
  hasReceiver: z.boolean(),
  /** Of their household, whom one could reach: the first with a telephone. */
  relative: z.object({ name: z.string(), phone: z.string() }).nullable(),
  standing: Standing,
  assignee: z.string().nullable(),
  isMine: z.boolean(),
  /** The newest first. */
  visits: z.array(VisitView),
})
export type CampaignRow = z.infer<typeof CampaignRow>

export const CampaignFilter = z.object({
  areaId: z.coerce.number().int().optional(),
  standing: Standing.optional(),
  age: z.enum(ageBands).optional(),
  disability: z.enum(disabilities).optional(),
  isMine: z.stringbool().optional(),
})
export type CampaignFilter = z.infer<typeof CampaignFilter>

export const CampaignPageView = z.object({
  rows: z.array(CampaignRow),
  /** The commune whose list it is; null where nobody gets cash. */
  area: AreaRef.nullable(),
  total: z.int(),
  /** How many stand where, whichever of them is asked for. */
  standings: z.array(z.object({ standing: Standing, payees: z.int() })),
  areas: z.array(AreaRef.extend({ payees: z.int() })),
  countedAt: Instant.nullable(),
})
export type CampaignPageView = z.infer<typeof CampaignPageView>

export const listCampaign = endpoint({
  method: 'GET',
  path: '/cashless/payees',
  summary: 'Payees who still get cash, where each stands, and what was said at their door',
  permission: 'cashless.visit',
  audit: 'cashless.list_read',
  input: CampaignFilter.extend({ page: z.coerce.number().int().min(1).default(1) }),
  output: CampaignPageView,
})

export const recordVisit = endpoint({
  method: 'POST',
  path: '/cashless/payees/{personId}/visits',
  summary: 'Write down what came of asking somebody; whoever says no is not asked again before the day named',
  permission: 'cashless.visit',
  audit: 'cashless.visit_recorded',
  input: z
    .object({
      personId: PersonId,
      outcome: Outcome,
      reason: Reason.nullable(),
      note: z.string().trim().normalize('NFC').min(1).max(500).nullable(),
      askAgainOn: CivilDate.nullable(),
      requestId: z.uuid(),
    })
    .refine(({ outcome, reason }) => (outcome === 'declined' || outcome === 'unable') === (reason !== null), {
      path: ['reason'],
    })
    .refine(({ reason, note }) => reason !== 'other' || note !== null, { path: ['note'] })
    .refine(({ reason, askAgainOn }) => askAgainOn === null || reason !== null, { path: ['askAgainOn'] }),
  output: z.object({
    /** A change of way that waits already: nobody asks for a second one. */
    openRequestId: z.uuid().nullable(),
  }),
  problems: problems.of('payee_not_found', 'payee_already_cashless', 'ask_again_past'),
})

export const assignPayees = endpoint({
  method: 'POST',
  path: '/cashless/assignments',
  summary: 'Say who is to visit these people; without anybody, nobody is',
  permission: 'cashless.visit',
  audit: 'cashless.payees_assigned',
  input: z.object({
    personIds: z.array(PersonId).min(1).max(mostAssigned),
    /** An officer of one’s own area who may visit them; null takes it back. */
    assigneeId: z.uuid().nullable(),
  }),
  output: z.object({ assigned: z.int() }),
  problems: problems.of('payee_not_found', 'assignee_not_found'),
})

export const downloadCampaign = endpoint({
  method: 'GET',
  path: '/cashless/payees/file',
  summary: 'The list as Excel, for whoever goes from house to house',
  permission: 'cashless.visit',
  audit: 'cashless.list_exported',
  input: CampaignFilter.required({ areaId: true }),
  output: z.file(),
  problems: problems.of('list_empty', 'list_too_long'),
})
