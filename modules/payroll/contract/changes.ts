import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { LineComponent, ChangeReason, AreaRef, VisibleRule, PersonRef, Page, inRun } from './shared.ts'

/** What a line was like before and is now, for the words of a change; the web says it. */
export const ChangeDetail = z.object({
  rule: z.object({ before: VisibleRule, now: VisibleRule }).optional(),
  coefficient: z.object({ before: z.int(), now: z.int() }).optional(),
  units: z.object({ before: z.int(), now: z.int() }).optional(),
  standard: z.object({ before: z.int(), now: z.int() }).optional(),
  /** The months arrears are, or were, for. */
  benefitMonths: z.array(Month).optional(),
  area: z.object({ before: AreaRef, now: AreaRef }).optional(),
  awardId: z.uuid().optional(),
  decision: z.object({ id: z.uuid(), number: z.string(), signedOn: CivilDate }).optional(),
  diedOn: CivilDate.optional(),
  /** Since when the award has lapsed, and what a new decision would give a month. */
  lapsed: z.object({ since: Month, amount: Dong }).optional(),
})
export type ChangeDetail = z.infer<typeof ChangeDetail>

export const ChangeView = z.object({
  person: PersonRef,
  area: AreaRef,
  /** With the reason null for whoever is not told why people are paid. */
  component: LineComponent.nullable(),
  reason: ChangeReason.nullable(),
  before: Dong,
  now: Dong,
  difference: Dong,
  detail: ChangeDetail,
})
export type ChangeView = z.infer<typeof ChangeView>

export const ChangePage = z.object({
  rows: z.array(ChangeView),
  page: z.int(),
  pages: z.int(),
  total: z.int(),
  difference: Dong,
})

export const listChanges = endpoint({
  method: 'GET',
  path: '/payment-runs/{id}/changes',
  summary:
    'Who gets more or less than the month before, and why: what needs a decision, then the largest first',
  permission: 'payroll.read',
  audit: 'payroll.changes_read',
  input: inRun
    .extend({ reason: ChangeReason.optional(), areaId: z.coerce.number().int().optional() })
    .extend(Page.shape),
  output: ChangePage,
  problems: problems.of('run_not_found'),
})
