import { supportLaw } from '../law/support/index.ts'
import { CaseEvent } from './case-events.ts'
import {
  eventChoices,
  eventFlags,
  eventNumbers,
  type EventChoice,
  type EventFlag,
  type EventKind,
  type EventNumber,
} from './event-facts.ts'
import type { SupportCondition } from './support.ts'

/** Sums of money told of an event. */
export const eventSums = ['cost', 'otherFuneral'] as const
export type EventSum = (typeof eventSums)[number]
export type EventField = EventChoice | EventFlag | EventNumber | EventSum | 'through'

const isField = (name: string): name is EventField =>
  name === 'through' ||
  name in eventChoices ||
  [...eventFlags, ...eventNumbers, ...eventSums].some((field) => field === name)

/** What may be told of an event of a kind besides its day and whom it happened to, in the order of its shape. */
export function fieldsOf(kind: EventKind): readonly EventField[] {
  const option = CaseEvent.options.find(({ shape }) => shape.kind.value === kind)
  return Object.keys(option?.shape ?? {}).filter(isField)
}

/** The values of a fact that make a difference to some rule for the kind, and the plain one. */
export function valuesAsked(kind: EventKind, fact: EventChoice): readonly string[] {
  const asked = new Set(
    supportLaw.flatMap(({ rules }) =>
      rules.filter(({ of }) => of.includes(kind)).flatMap(({ when }) => valuesIn(when, fact)),
    ),
  )
  return eventChoices[fact].filter((value, place) => place === 0 || asked.has(value))
}

function valuesIn(condition: SupportCondition, fact: EventChoice): readonly string[] {
  switch (condition.kind) {
    case 'eventIs':
      return condition.fact === fact ? condition.among : []
    case 'not':
      return valuesIn(condition.of, fact)
    case 'all':
    case 'any':
      return condition.of.flatMap((inner) => valuesIn(inner, fact))
    case 'eventFlag':
    case 'eventAtLeast':
    case 'receives':
    case 'entitledTo':
    case 'is':
    case 'flag':
    case 'ageFrom':
    case 'ageBelow':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'amountBelow':
      return []
  }
}
