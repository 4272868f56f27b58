import {
  CaseEvent,
  eventChoices,
  eventFieldsOf,
  eventFlags,
  eventNumbers,
  phrasesEn,
  phrasesVi,
  valuesAsked,
  type EventChoice,
  type EventField,
  type EventFlag,
  type EventKind,
  type EventNumber,
} from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { EventFormField, EventFormView } from '../contract.ts'
import { toldByAnswers } from '../domain/support-of-procedure.ts'
import { eventWords } from './event-form-words.ts'
import type { OpenFile } from './open-file.ts'

/**
 * What the office is asked of what happened before the law can say what is given once, with what the file and the register
 * tell already; null of procedures that give nothing for an event.
 */
export async function eventFormOf(
  ctx: Ctx,
  { procedure, application }: OpenFile,
): Promise<EventFormView | null> {
  const kinds = procedure.events.filter((kind) => kind !== 'admission')
  if (kinds.length === 0) return null
  const { event, answers } = application.asked as {
    event?: Record<string, unknown>
    answers?: Record<string, string>
  } // Checked when it was received.
  const told: Record<string, unknown> = {
    ...(kinds.length === 1 && { kind: kinds[0] }),
    ...toldByAnswers(procedure.id, answers ?? {}),
    ...event,
  }
  if (told['kind'] === 'death' && told['on'] === undefined && application.personId) {
    const { diedOn = null } = (await summariesOf(ctx, [application.personId])).get(application.personId) ?? {}
    if (diedOn) told['on'] = diedOn
  }
  return {
    kinds: kinds.map((kind) => ({
      kind,
      label: { vi: phrasesVi.event.kind[kind], en: phrasesEn.event.kind[kind] },
      fields: (['on', ...eventFieldsOf(kind)] as const).map((field) => fieldOf(kind, field)),
    })),
    told,
  }
}

function fieldOf(kind: EventKind, field: EventField | 'on'): EventFormField {
  const shape = CaseEvent.options.find((option) => option.shape.kind.value === kind)!.shape // Each kind has its shape.
  const schema = (shape as Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>>)[
    field
  ]!
  // Whoever lacks food is counted by the office, though a case that is tried may leave it to the household.
  const isRequired = !schema.safeParse(undefined).success || field === 'persons'
  const name = { name: field, isRequired }
  if (isChoice(field)) {
    const [vi, en] = [phrasesVi.event.choice[field], phrasesEn.event.choice[field]]
    const [saidVi, saidEn]: readonly Readonly<Record<string, string>>[] = [vi.values, en.values]
    const options = valuesAsked(kind, field).map((value) => ({
      value,
      label: { vi: saidVi![value]!, en: saidEn![value]! }, // Every value of the fact has its words.
    }))
    return { ...name, type: 'choice', label: { vi: vi.name, en: en.name }, options }
  }
  if (isFlag(field))
    return {
      ...name,
      type: 'flag',
      label: { vi: phrasesVi.event.flag[field].yes, en: phrasesEn.event.flag[field].yes },
      options: [],
    }
  const label = eventWords[field]
  const type = isNumber(field) ? 'count' : field === 'on' || field === 'through' ? 'day' : 'sum'
  return { ...name, type, label, options: [] }
}

const isChoice = (field: string): field is EventChoice => field in eventChoices
const isFlag = (field: string): field is EventFlag => eventFlags.some((flag) => flag === field)
const isNumber = (field: string): field is EventNumber => eventNumbers.some((number) => number === field)
