import type { EventKind } from '#modules/entitlement'
import type { ProcedureId } from './procedure.ts'

/** By the beginning of their ids, the rights each procedure decides about; where one right gives way to another, both. */
const rightsOf: Readonly<Partial<Record<ProcedureId, readonly string[]>>> = {
  funeral_support: ['FUN-', 'EMG-4'],
  emergency_death: ['EMG-4', 'FUN-'],
  emergency_relief: ['EMG-1', 'EMG-2', 'EMG-3'],
  emergency_housing: ['EMG-5'],
  temporary_care: ['CARE-E', 'EMG-6'],
}

export function isRightOf(procedure: ProcedureId, rule: string): boolean {
  return rightsOf[procedure]?.some((beginning) => rule.startsWith(beginning)) ?? false
}

/** What the answers to the procedure’s own questions say of the event already. */
export function toldByAnswers(
  procedure: ProcedureId,
  answers: Readonly<Record<string, string>>,
): { readonly kind?: EventKind; readonly [fact: string]: unknown } {
  if (procedure !== 'emergency_relief') return {}
  switch (answers['relief']) {
    case 'hunger':
      return { kind: 'hunger' }
    case 'goods':
      return { kind: 'home', lacksEssentials: true }
    case 'injury':
      return { kind: 'injury', place: 'residence' }
    case 'injury_away':
      return { kind: 'injury', place: 'elsewhere', relativeCares: false }
    default:
      return {}
  }
}
