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

/** Kinds that are decided about one benefit; the others about everything at once, or about none. */
export const kindsOfBenefit: ReadonlySet<DecisionKind> = new Set([
  'grant',
  'adjust',
  'suspend',
  'resume',
  'stop',
])

/** Kinds whose file gives sight of the person to both units that have a part in it. */
export const kindsOfTwoUnits: ReadonlySet<DecisionKind> = new Set(['transfer', 'admit', 'discharge'])

/** The first month that a decision of a kind holds for, were it signed in a month. */
export function effectiveIn(kind: DecisionKind, month: Month, lastMonth?: Month): Month {
  if (kind === 'stop') return addMonths(lastMonth ?? month, 1)
  return kind === 'suspend' ? addMonths(month, 1) : month
}
