import { addMonths, type Month } from '#kernel/civil-date'
import type { CloseReason, SuspensionGround } from '#modules/entitlement'
import type { DecisionKind } from './procedure.ts'

/** What the procedure of a suspension asks, as the law of awards names it. */
export const suspensionGroundOf: Readonly<Record<string, SuspensionGround>> = {
  uncollected: 'not_collected',
  refuses: 'refuses_review',
  remand: 'detained',
}

/** What the procedure of an ending asks, as the law of awards names it. */
export const closeReasonOf: Readonly<Record<string, CloseReason>> = {
  died: 'died',
  not_eligible: 'ineligible',
  sentence: 'sentence',
  declined: 'refused',
  refuses: 'ineligible',
  carer: 'ineligible',
}

/** What can be decided here so far; what is given once, and what two offices decide together, is not among it. */
export const kindsSigned: ReadonlySet<DecisionKind> = new Set([
  'grant',
  'adjust',
  'suspend',
  'resume',
  'stop',
  'refuse',
])

/** The first month that a decision of a kind holds for, were it signed in a month. */
export function effectiveIn(kind: DecisionKind, month: Month): Month {
  return kind === 'suspend' || kind === 'stop' ? addMonths(month, 1) : month
}
