import { z } from 'zod'
import type { CivilDate } from '#kernel/civil-date'
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
import type { EventFormField, EventFormView } from '../contract.ts'
import type { Asked } from '../domain/application.ts'
import type { Procedure } from '../domain/procedure.ts'
import { eventTold, toldByAnswers, type EventTold } from '../domain/support-of-procedure.ts'
import { eventWords } from './event-form-words.ts'

type Of = {
  readonly procedure: Procedure
  readonly asked: Pick<Asked, 'event' | 'answers'>
  /** The day the register has the person die. */
  readonly diedOn: CivilDate | null
  /** What happened by the last draft, which takes the place of what was told before it. */
  readonly drafted?: EventTold | undefined
}

/**
 * What is asked of what happened before the law can say what is given once, with what the file, its draft and the register
 * tell already; null of procedures that give nothing for an event.
 */
export function eventFormOf({ procedure, asked, diedOn, drafted }: Of): EventFormView | null {
  const { kind: answered, ...told } = toldByAnswers(procedure.id, asked.answers)
  const kinds = procedure.events.filter((kind) => kind !== 'admission' && kind === (answered ?? kind))
  if (kinds.length === 0) return null
  return {
    kinds: kinds.map((kind) => ({
      kind,
      label: { vi: phrasesVi.event.kind[kind], en: phrasesEn.event.kind[kind] },
      // What the answers tell is not asked once more, to be told otherwise.
      fields: (['on', ...eventFieldsOf(kind)] as const)
        .filter((field) => !(field in told))
        .map((field) => fieldOf(kind, field)),
    })),
    told: eventTold(procedure, drafted ? { ...asked, event: drafted } : asked, diedOn),
  }
}

function fieldOf(kind: EventKind, field: EventField | 'on'): EventFormField {
  const shape = CaseEvent.options.find((option) => option.shape.kind.value === kind)!.shape // Each kind has its shape.
  const schema = (shape as Readonly<Record<string, z.ZodType>>)[field]!
  // Whoever lacks food is counted by the office, though a case that is tried may leave it to the household.
  const isRequired = !schema.safeParse(undefined).success || field === 'persons'
  const name = { name: field, isRequired, range: null }
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
  return { ...name, type, label, options: [], range: type === 'day' ? null : rangeOf(schema) }
}

/** Between which numbers a fact may be, as its shape says it. */
function rangeOf(schema: z.ZodType): EventFormField['range'] {
  const { minimum, maximum } = z.toJSONSchema(schema)
  return minimum === undefined || maximum === undefined ? null : { least: minimum, most: maximum }
}

const isChoice = (field: string): field is EventChoice => field in eventChoices
const isFlag = (field: string): field is EventFlag => eventFlags.some((flag) => flag === field)
const isNumber = (field: string): field is EventNumber => eventNumbers.some((number) => number === field)
