import type { CivilDate } from '#kernel/civil-date'
import type { EventKind } from '#modules/entitlement'
import type { Procedure, ProcedureId } from './procedure.ts'

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
  return procedure === 'emergency_relief' ? (relief[answers['relief'] ?? ''] ?? {}) : {}
}

/** What is told of an event otherwise than the answers tell it already; undefined where the two agree. */
export function contradicted(procedure: ProcedureId, { event = {}, answers = {} }: Said): string | undefined {
  const byAnswers = Object.entries(toldByAnswers(procedure, answers))
  return byAnswers.find(([fact, value]) => event[fact] !== undefined && event[fact] !== value)?.[0]
}

/** What is told of an event so far, by the names of its facts. */
export type EventTold = Readonly<Record<string, unknown>>

type Said = { readonly event?: EventTold; readonly answers?: Readonly<Record<string, string>> }

/** All that is known of what happened: what was said of it, what the answers tell already, and of a death the day in the register. */
export function eventTold(
  { id, events: [only, ...others] }: Pick<Procedure, 'id' | 'events'>,
  { event = {}, answers = {} }: Said,
  diedOn: CivilDate | null,
): EventTold {
  const byAnswers = toldByAnswers(id, answers)
  const kind = event['kind'] ?? byAnswers.kind ?? (others.length === 0 ? only : undefined)
  return {
    ...(kind !== undefined && { kind }),
    ...(byAnswers.kind === kind && byAnswers),
    ...(kind === 'death' && diedOn !== null && { on: diedOn }),
    ...event,
  }
}

const relief: Readonly<Record<string, { readonly kind: EventKind; readonly [fact: string]: unknown }>> = {
  hunger: { kind: 'hunger' },
  goods: { kind: 'home', lacksEssentials: true },
  injury: { kind: 'injury', place: 'residence' },
  injury_away: { kind: 'injury', place: 'elsewhere', relativeCares: false },
}
