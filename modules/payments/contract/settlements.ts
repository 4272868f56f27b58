import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { FundSource, Programme } from '../domain/programme.ts'
import { Span } from '../domain/span.ts'
import { AreaRef, Named, ProviderId } from './shared.ts'

const Identity = z.object({
  carriedIn: Dong,
  transferred: Dong,
  paid: Dong,
  returned: Dong,
  carriedOut: Dong,
})

/** What a provider’s report says («báo cáo của đơn vị chi trả»), to be laid beside our books. */
export const ReportedFigures = Identity.extend({ payees: z.int().min(0) })
export type ReportedFigures = z.infer<typeof ReportedFigures>

const NotNegative = Dong.refine((amount) => amount >= 0)
const Report = ReportedFigures.extend({
  carriedIn: NotNegative,
  transferred: NotNegative,
  paid: NotNegative,
  returned: NotNegative,
  carriedOut: NotNegative,
})

/** What our books say of a span. */
export const SettlementFigures = ReportedFigures.extend({
  byProgramme: z.array(z.object({ programme: Programme, ...Identity.shape })),
  byArea: z.array(z.object({ area: AreaRef, ...Identity.shape })),
  /** What the budget lines spent, by source of money («nguồn»), less what came back to them. */
  bySource: z.array(z.object({ source: FundSource, programme: Programme, spent: Dong })),
})
export type SettlementFigures = z.infer<typeof SettlementFigures>

export const SettlementSummary = z.object({
  id: z.uuid(),
  provider: Named.nullable(),
  area: AreaRef,
  span: Span,
  first: Month,
  last: Month,
  state: z.enum(['open', 'locked']),
  openedBy: z.string(),
  openedAt: Instant,
  lockedBy: z.string().nullable(),
  lockedAt: Instant.nullable(),
})
export type SettlementSummary = z.infer<typeof SettlementSummary>

export const SettlementView = SettlementSummary.extend({
  /** As they were locked; or as the books have them now. */
  figures: SettlementFigures,
  /** What the books have for the same months by now, where that is something else: the corrections that came later. */
  now: ReportedFigures.nullable(),
  reported: ReportedFigures.nullable(),
  reportedBy: z.string().nullable(),
  reportedAt: Instant.nullable(),
  explanation: z.string().nullable(),
  /** Stands for the figures of both sides and the explanation as they are here: whoever locks says what they saw. */
  fingerprint: z.string(),
  isMine: z.boolean(),
  /** What keeps it from being locked, whoever asks: the last day of a span that is not over, providers that are not settled. */
  waitsFor: z.object({ lastDay: CivilDate.nullable(), providers: z.array(Named) }),
})
export type SettlementView = z.infer<typeof SettlementView>

const inSettlement = z.object({ id: z.uuid() })

export const listSettlements = endpoint({
  method: 'GET',
  path: '/payment-settlements',
  summary: 'Settlements, the latest span first',
  permission: 'payments.read',
  input: z.object({}),
  output: z.array(SettlementSummary),
})

export const openSettlement = endpoint({
  method: 'POST',
  path: '/payment-settlements',
  summary: 'Begin to settle a month, quarter or year of a provider, or of all of them, in a unit',
  permission: 'payments.check',
  audit: 'payments.settlement_opened',
  input: z.object({
    providerId: ProviderId.nullable(),
    areaId: z.int(),
    span: Span,
    within: Month,
    requestId: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'area_not_yours',
    'settlement_exists',
    'settlement_of_no_payments',
    'provider_not_found',
  ),
})

export const getSettlement = endpoint({
  method: 'GET',
  path: '/payment-settlements/{id}',
  summary: 'The provider’s report beside our books; once locked, with the corrections that came later',
  permission: 'payments.read',
  input: inSettlement,
  output: SettlementView,
  problems: problems.of('settlement_not_found'),
})

export const reportSettlement = endpoint({
  method: 'PUT',
  path: '/payment-settlements/{id}/report',
  summary: 'Write down what the provider reports, and why it differs where it does',
  permission: 'payments.reconcile',
  audit: 'payments.settlement_reported',
  input: inSettlement.extend({
    reported: Report,
    explanation: z.string().trim().max(1000).nullable(),
  }),
  output: z.void(),
  problems: problems.of('settlement_not_found', 'settlement_locked'),
})

export const lockSettlement = endpoint({
  method: 'POST',
  path: '/payment-settlements/{id}/lock',
  summary:
    'Lock a settlement as a second person, as it was seen; what is booked later stands beside it as a correction',
  permission: 'payments.approve',
  audit: 'payments.settlement_locked',
  input: inSettlement.extend({ fingerprint: z.string() }),
  output: z.void(),
  problems: problems.of(
    'settlement_not_found',
    'settlement_locked',
    'settlement_changed',
    'settlement_unreported',
    'settlement_not_over',
    'settlement_parts_open',
    'settlement_differs',
    'second_person_needed',
  ),
})

export const downloadSettlement = endpoint({
  method: 'GET',
  path: '/payment-settlements/{id}/paper',
  summary: 'The settlement as Excel, or as PDF to be signed',
  permission: 'payments.read',
  audit: 'payments.settlement_printed',
  input: inSettlement.extend({ format: z.enum(['xlsx', 'pdf']) }),
  output: z.file(),
  problems: problems.of('settlement_not_found'),
})
