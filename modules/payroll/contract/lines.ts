import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { overpaidCauses } from '../domain/arrears.ts'
import { problems } from '../domain/problems.ts'
import { RunState } from '../domain/run-state.ts'
import {
  PaymentRunId,
  PersonId,
  LineComponent,
  LineKind,
  ChangeReason,
  PayMethod,
  Named,
  AreaRef,
  Tally,
  VisibleRule,
  PersonRef,
  Page,
  inRun,
} from './shared.ts'

/** How an amount came about; whoever pays it out is not told, for it says what the person is. */
const Arithmetic = z.object({
  /** In tenths: 15 is 1,5. */
  coefficient: z.int().nullable(),
  units: z.int().nullable(),
  standard: Dong.nullable(),
})

/** Money due to a person for a month («dòng chi trả»). */
export const LineView = z.object({
  person: PersonRef,
  area: AreaRef,
  /** Like all that says why, null for whoever is not told. */
  component: LineComponent.nullable(),
  rule: VisibleRule,
  kind: LineKind,
  benefitMonth: Month,
  ...Arithmetic.shape,
  amount: Dong,
  /** Of arrears: what had been paid for the month before; with the amount it is the whole of it. */
  paidBefore: Dong.nullable(),
  payee: Named,
  method: PayMethod,
  payPoint: AreaRef.nullable(),
  /** Of the same component in the month before; null for arrears. */
  before: Dong.nullable(),
  reason: ChangeReason.nullable(),
})
export type LineView = z.infer<typeof LineView>

export const LineFilter = z.object({
  areaId: z.coerce.number().int().optional(),
  payPointId: z.coerce.number().int().optional(),
  component: LineComponent.optional(),
  /** `other` is what has no rule to show. */
  rule: z.string().optional(),
  kind: LineKind.optional(),
  reason: ChangeReason.optional(),
  /** Part of a name, with or without marks. */
  name: z.string().optional(),
})
export type LineFilter = z.infer<typeof LineFilter>

export const LinePage = z.object({
  rows: z.array(LineView),
  page: z.int(),
  pages: z.int(),
  totals: Tally,
})
export type LinePage = z.infer<typeof LinePage>

/** Where the arrears of a month come from: what it should have been, by which law and decision, and what was paid of it when. */
export const ArrearsOrigin = z.object({
  /** All of the month, as it is known now. */
  due: Dong,
  paidBefore: Dong,
  /** The lists that gave it, as far as whoever asks may see them. */
  paid: z.array(z.object({ month: Month, amount: Dong })),
  law: z.object({ vi: z.string(), en: z.string() }).nullable(),
})

/** What a run found paid above the right («chi thừa»): a proposal to recover. */
export const OverpaidView = z.object({
  person: PersonRef,
  component: LineComponent.nullable(),
  benefitMonth: Month,
  amount: Dong,
  cause: z.enum(overpaidCauses).nullable(),
})

export const PersonPayments = z.object({
  months: z.array(
    z.object({
      month: Month,
      runId: PaymentRunId,
      state: RunState,
      amount: Dong,
      lines: z.array(
        LineView.omit({ person: true, before: true, reason: true }).extend({
          component: LineComponent,
          coefficient: z.int(),
          units: z.int(),
          standard: Dong,
          /** The decision the award is drawn by; null where it is out of sight. */
          decision: z.object({ number: z.string(), signedOn: CivilDate }).nullable(),
          /** Null for the money of the month itself. */
          arrears: ArrearsOrigin.nullable(),
        }),
      ),
    }),
  ),
})
export type PersonPayments = z.infer<typeof PersonPayments>

export const listLines = endpoint({
  method: 'GET',
  path: '/payment-runs/{id}/lines',
  summary: 'The lines of a run, by page, sorted by unit and name',
  permission: 'payroll.read',
  audit: 'payroll.lines_read',
  input: inRun.extend(LineFilter.shape).extend(Page.shape),
  output: LinePage,
  problems: problems.of('run_not_found'),
})

export const listOverpaid = endpoint({
  method: 'GET',
  path: '/payment-runs/{id}/overpaid',
  summary: 'What this run found paid above the right in earlier months',
  permission: 'payroll.read',
  audit: 'payroll.overpaid_read',
  input: inRun,
  output: z.array(OverpaidView),
  problems: problems.of('run_not_found'),
})

export const paymentsOfPerson = endpoint({
  method: 'GET',
  path: '/people/{personId}/payments',
  summary: 'What a person was paid, month by month, newest first',
  permission: 'people.read',
  audit: 'payroll.person_payments_read',
  input: z.object({ personId: PersonId }),
  output: PersonPayments,
  problems: problems.of('person_not_found'),
})

export const downloadList = endpoint({
  method: 'GET',
  path: '/payment-runs/{id}/list',
  summary: 'The payment list, as Excel or as PDF in official form, for a unit or a pay point',
  permission: 'payroll.export',
  audit: 'payroll.list_exported',
  input: inRun.extend({
    format: z.enum(['xlsx', 'pdf']),
    areaId: z.coerce.number().int().optional(),
    payPointId: z.coerce.number().int().optional(),
  }),
  output: z.file(),
  problems: problems.of('run_not_found', 'list_empty', 'list_too_long'),
})
