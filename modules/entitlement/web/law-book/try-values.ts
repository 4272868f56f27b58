import { CivilDate, monthOf, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Birth } from '#ui/birth-date-fields'
import {
  eventChoices,
  eventFlags,
  eventNumbers,
  type EventChoice,
  type EventFlag,
  type EventKind,
  type EventNumber,
} from '../../domain/event-facts.ts'
import {
  eventSums,
  fieldsOf,
  valuesAsked,
  type EventField,
  type EventSum,
} from '../../domain/event-fields.ts'
import { amounts, flags, type AmountFact, type ChoiceFact, type FlagFact } from '../../domain/facts.ts'
import { isOfOne } from '../../domain/household-case.ts'
import {
  choiceFacts,
  eventChoiceFacts,
  type Tried,
  type TriedChild,
  type TriedEvent,
  type TriedPerson,
} from './tried.ts'

/** A child while it is typed. */
export type ChildValues = Omit<TriedChild, 'born'> & { readonly born: CivilDate | null }

/** A person while they are typed; `key` stays theirs when another is taken out. */
export type PersonValues = {
  readonly key: number
  readonly birth: Birth | null
  readonly diedOn: CivilDate | null
  readonly territory: string | null
  readonly children: readonly ChildValues[]
  /** Keys of others. */
  readonly childOf: readonly number[]
  readonly spouseOf: string | null
} & Readonly<Record<ChoiceFact, string | null>> &
  Readonly<Record<FlagFact, boolean>> &
  Readonly<Record<AmountFact, Dong | null>>

/** An event while it is typed; numbers stay as they were typed. */
export type EventValues = {
  readonly key: number
  readonly kind: EventKind | null
  readonly on: CivilDate | null
  readonly through: CivilDate | null
  readonly who: string | null
} & Readonly<Record<EventChoice, string | null>> &
  Readonly<Record<EventFlag, boolean>> &
  Readonly<Record<EventNumber, string>> &
  Readonly<Record<EventSum, Dong | null>>

export type Values = {
  month: Month | null
  knownOn: CivilDate | null
  persons: readonly PersonValues[]
  events: readonly EventValues[]
}

/** How a person stands of whom nothing particular is known; what is as usual is not told. */
const usual: Readonly<Record<ChoiceFact, string>> = {
  sex: 'female',
  household: 'other',
  disability: 'none',
  father: 'alive_available',
  mother: 'alive_available',
  singleParent: 'no',
  obligor: 'present',
  facility: 'none',
  care: 'none',
}

export function valuesOf(tried: Tried | undefined, today: CivilDate): Values {
  return {
    month: tried?.month ?? monthOf(today),
    knownOn: tried?.knownOn ?? null,
    persons: tried?.persons.map((person, place) => personValues(place + 1, person)) ?? [personValues(1)],
    events: tried?.events.map((event, place) => eventValues(place + 1, event)) ?? [],
  }
}

function personValues(key: number, told?: TriedPerson): PersonValues {
  const chosen = Object.fromEntries(choiceFacts.map((fact) => [fact, told?.choices[fact] ?? usual[fact]]))
  const ticked = Object.fromEntries(flags.map((fact) => [fact, told?.flags.includes(fact) ?? false]))
  const sums = Object.fromEntries(amounts.map((fact) => [fact, told?.amounts[fact] ?? null]))
  return {
    key,
    birth: told ? birthOf(told.born) : null,
    diedOn: told?.diedOn ?? null,
    territory: told?.territory ?? 'central',
    children: told?.children ?? [],
    childOf: told?.childOf ?? [],
    spouseOf: told?.spouseOf ? String(told.spouseOf) : null,
    ...chosen,
    ...ticked,
    ...sums,
  } as PersonValues // Each fact has just been given its value.
}

/** One more of the household, who lives where the first does. */
export function anotherPerson(persons: readonly PersonValues[]): PersonValues {
  const [first] = persons
  const key = Math.max(0, ...persons.map((person) => person.key)) + 1
  const { household, territory, inDifficultArea } = first ?? personValues(0)
  return { ...personValues(key), household, territory, inDifficultArea }
}

/** Nobody stays the child or the spouse of whoever is taken out. */
export function withoutPerson(persons: readonly PersonValues[], { key }: PersonValues): PersonValues[] {
  return persons
    .filter((one) => one.key !== key)
    .map((one) => ({
      ...one,
      childOf: one.childOf.filter((parent) => parent !== key),
      spouseOf: one.spouseOf === String(key) ? null : one.spouseOf,
    }))
}

export function anotherEvent(events: readonly EventValues[]): EventValues {
  return eventValues(Math.max(0, ...events.map(({ key }) => key)) + 1)
}

function eventValues(key: number, told?: TriedEvent): EventValues {
  const chosen = Object.fromEntries(
    eventChoiceFacts.map((fact) => [fact, told?.choices[fact] ?? eventChoices[fact][0]]),
  )
  return {
    key,
    kind: told?.kind ?? null,
    on: told?.on ?? null,
    through: told?.through ?? null,
    who: told?.who ? String(told.who) : null,
    ...chosen,
    ...Object.fromEntries(eventFlags.map((fact) => [fact, told?.flags.includes(fact) ?? false])),
    ...Object.fromEntries(eventNumbers.map((fact) => [fact, String(told?.numbers[fact] ?? '')])),
    ...Object.fromEntries(eventSums.map((fact) => [fact, told?.sums[fact] ?? null])),
  } as EventValues // Each fact has just been given its value.
}

function birthOf(text: string): Birth | null {
  const date = CivilDate.safeParse(`${text}-01-01`.slice(0, 10))
  if (!date.success) return null
  return { date: date.data, precision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day' }
}

/** Values in which nothing is missing, as the case they tell. */
export function triedOf({ month, knownOn, persons, events }: Values, today: CivilDate): Tried {
  const places = new Map(persons.map(({ key }, place) => [key, place + 1]))
  return {
    month: month!, // The form was not sent without.
    ...(knownOn && knownOn !== today && { knownOn }),
    persons: persons.map((person) => triedPerson(person, places)),
    events: events.map((event) => triedEvent(event, places)),
  }
}

function triedPerson(values: PersonValues, places: ReadonlyMap<number, number>): TriedPerson {
  const { birth, diedOn, territory, children, childOf, spouseOf } = values
  const length = birth?.precision === 'year' ? 4 : birth?.precision === 'month' ? 7 : 10
  const spouse = spouseOf === null ? undefined : places.get(Number(spouseOf))
  return {
    born: birth!.date.slice(0, length), // The form was not sent without.
    ...(diedOn && { diedOn }),
    ...(territory && territory !== 'central' && { territory }),
    choices: Object.fromEntries(
      choiceFacts.flatMap((fact) =>
        values[fact] !== null && values[fact] !== usual[fact] ? [[fact, values[fact]]] : [],
      ),
    ),
    flags: flags.filter((fact) => values[fact]),
    amounts: Object.fromEntries(amounts.flatMap((fact) => (values[fact] ? [[fact, values[fact]]] : []))),
    children: children.flatMap(({ born, ...child }) => (born ? [{ born, ...child }] : [])),
    childOf: childOf.flatMap((key) => places.get(key) ?? []),
    ...(spouse && { spouseOf: spouse }),
  }
}

/** Only what the law asks about the kind that was chosen: what was typed for another stays in the form. */
function triedEvent(values: EventValues, places: ReadonlyMap<number, number>): TriedEvent {
  const { kind, on, through, who } = values
  const fields = kind ? fieldsOf(kind) : []
  const has = (field: EventField) => fields.includes(field)
  const place = who === null ? undefined : places.get(Number(who))
  return {
    kind: kind!, // The form was not sent without, nor without a day.
    on: on!,
    ...(through && has('through') && { through }),
    ...(place && kind && isOfOne({ kind }) && places.size > 1 && { who: place }),
    choices: Object.fromEntries(
      eventChoiceFacts.flatMap((fact) => {
        const value = values[fact]
        const isTold = kind && has(fact) && value !== eventChoices[fact][0]
        return isTold && value !== null && valuesAsked(kind, fact).includes(value) ? [[fact, value]] : []
      }),
    ),
    flags: eventFlags.filter((fact) => has(fact) && values[fact]),
    numbers: Object.fromEntries(
      eventNumbers.flatMap((fact) =>
        has(fact) && values[fact].trim() !== '' ? [[fact, Number(values[fact].trim())]] : [],
      ),
    ),
    sums: Object.fromEntries(
      eventSums.flatMap((fact) => (has(fact) && values[fact] !== null ? [[fact, values[fact]]] : [])),
    ),
  }
}
