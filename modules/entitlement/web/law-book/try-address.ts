import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import {
  eventChoices,
  eventFlags,
  eventKinds,
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
import {
  amounts,
  choices,
  flags,
  type AmountFact,
  type ChoiceFact,
  type FlagFact,
} from '../../domain/facts.ts'
import type { Tried, TriedChild, TriedEvent, TriedPerson } from './tried.ts'

/**
 * The facts as the part of an address that no server sees («#…»): each «sinh» begins a person, each «viec» an event, and
 * what follows is said of it.
 */
export function addressOf({ month, knownOn, persons, events }: Tried): string {
  const said = new URLSearchParams()
  for (const [place, person] of persons.entries()) {
    said.append('sinh', person.born)
    if (place === 0) said.set('thang', month)
    if (place === 0 && knownOn) said.set('biet', knownOn)
    sayPerson(said, person)
  }
  for (const event of events) sayEvent(said, event)
  return said.toString()
}

function sayPerson(said: URLSearchParams, person: TriedPerson) {
  if (person.diedOn) said.append('mat', person.diedOn)
  if (person.territory) said.append('territory', person.territory)
  for (const [fact, value] of Object.entries(person.choices)) said.append(fact, value)
  for (const fact of person.flags) said.append(fact, yes)
  for (const [fact, value] of Object.entries(person.amounts)) said.append(fact, String(value))
  for (const { born, isStudying, continued } of person.children)
    said.append('con', [born, ...(isStudying ? ['hoc'] : []), ...(continued ? ['tiep'] : [])].join(' '))
  for (const parent of person.childOf) said.append('con-cua', String(parent))
  if (person.spouseOf) said.append('vo-chong', String(person.spouseOf))
}

function sayEvent(said: URLSearchParams, event: TriedEvent) {
  said.append('viec', event.kind)
  said.append('ngay', event.on)
  if (event.who) said.append('ai', String(event.who))
  if (event.through) said.append('through', event.through)
  for (const [fact, value] of Object.entries(event.choices)) said.append(fact, value)
  for (const fact of event.flags) said.append(fact, yes)
  for (const [fact, value] of Object.entries({ ...event.numbers, ...event.sums }))
    said.append(fact, String(value))
}

const yes = 'co'

/** Reads such an address; what it says that cannot be is named, not passed over. */
export function readAddress(hash: string): { readonly tried?: Tried; readonly unread: readonly string[] } {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  if (said.size === 0) return { unread: [] }
  const unread: string[] = []
  const found: Found = { persons: [], events: [], about: undefined }
  for (const [name, value] of said)
    if (!['sinh', 'thang'].includes(name) || (name === 'sinh' && isBirth(value))) {
      if (!read(name, value, found)) unread.push(`${name}=${value}`)
    }
  const births = said.getAll('sinh')
  const wrongBirths = births.length === 0 ? [''] : births.filter((born) => !isBirth(born))
  unread.push(...wrongBirths.map((born) => `sinh=${born}`))
  const month = Month.safeParse(said.get('thang'))
  if (!month.success) unread.push(`thang=${said.get('thang') ?? ''}`)
  if (wrongBirths.length > 0 || !month.success) return { unread }
  const undated = found.events.filter(({ on }) => !on)
  unread.push(...undated.map(({ kind }) => `viec=${kind}`))
  return {
    tried: {
      month: month.data,
      ...(found.knownOn && { knownOn: found.knownOn }),
      persons: found.persons,
      events: found.events.flatMap(({ on, ...event }) => (on ? [{ on, ...event }] : [])),
    },
    unread,
  }
}

type FoundPerson = {
  born: string
  diedOn?: CivilDate
  territory?: string
  spouseOf?: number
  readonly choices: Partial<Record<ChoiceFact, string>>
  readonly flags: FlagFact[]
  readonly amounts: Partial<Record<AmountFact, Dong>>
  readonly children: TriedChild[]
  readonly childOf: number[]
}
type FoundEvent = {
  readonly kind: EventKind
  on?: CivilDate
  through?: CivilDate
  who?: number
  readonly choices: Partial<Record<EventChoice, string>>
  readonly flags: EventFlag[]
  readonly numbers: Partial<Record<EventNumber, number>>
  readonly sums: Partial<Record<EventSum, Dong>>
}
type Found = {
  knownOn?: CivilDate
  readonly persons: FoundPerson[]
  readonly events: FoundEvent[]
  /** Whom or what the next words are about. */
  about: 'person' | 'event' | undefined
}

const isBirth = (text: string) =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && dayOf(`${text}-01-01`.slice(0, 10)) !== undefined

function read(name: string, value: string, found: Found): boolean {
  switch (name) {
    case 'sinh':
      found.about = 'person'
      found.persons.push({ born: value, choices: {}, flags: [], amounts: {}, children: [], childOf: [] })
      return true
    case 'viec': {
      const kind = eventKinds.find((one) => one === value)
      found.about = kind && 'event'
      if (kind) found.events.push({ kind, choices: {}, flags: [], numbers: {}, sums: {} })
      return kind !== undefined
    }
    case 'biet':
      return kept(dayOf(value), (day) => (found.knownOn = day))
  }
  const person = found.persons.at(-1)
  const event = found.events.at(-1)
  if (found.about === 'person' && person) return readPerson(name, value, person)
  if (found.about === 'event' && event) return readEvent(name, value, event)
  return false
}

function readPerson(name: string, value: string, person: FoundPerson): boolean {
  switch (name) {
    case 'mat':
      return kept(dayOf(value), (day) => (person.diedOn = day))
    case 'territory':
      return kept(/^[a-z-]{1,40}$/.exec(value)?.[0], (territory) => (person.territory = territory))
    case 'con':
      return kept(childOf(value), (child) => person.children.push(child))
    case 'con-cua':
      return kept(placeOf(value), (parent) => person.childOf.push(parent))
    case 'vo-chong':
      return kept(placeOf(value), (spouse) => (person.spouseOf = spouse))
  }
  if (name in choices) {
    const fact = name as ChoiceFact // Just looked up.
    const known: readonly string[] = choices[fact]
    return kept(oneOf(known, value), (one) => (person.choices[fact] = one))
  }
  const flag = flags.find((one) => one === name)
  if (flag) return kept(oneOf([yes], value), () => person.flags.push(flag))
  const amount = amounts.find((one) => one === name)
  return amount !== undefined && kept(sumOf(value), (sum) => (person.amounts[amount] = sum))
}

function readEvent(name: string, value: string, event: FoundEvent): boolean {
  if (name === 'ngay') return kept(dayOf(value), (day) => (event.on = day))
  if (name === 'ai') return kept(placeOf(value), (who) => (event.who = who))
  if (!fieldsOf(event.kind).includes(name as EventField)) return false
  if (name === 'through') return kept(dayOf(value), (day) => (event.through = day))
  if (name in eventChoices) {
    const fact = name as EventChoice // Just looked up.
    return kept(oneOf(valuesAsked(event.kind, fact), value), (one) => (event.choices[fact] = one))
  }
  const flag = eventFlags.find((one) => one === name)
  if (flag) return kept(oneOf([yes], value), () => event.flags.push(flag))
  const number = eventNumbers.find((one) => one === name)
  if (number) return kept(countOf(value), (count) => (event.numbers[number] = count))
  const sum = eventSums.find((one) => one === name)
  return sum !== undefined && kept(sumOf(value), (amount) => (event.sums[sum] = amount))
}

/** Keeps what could be read, and says whether there was anything. */
function kept<Value>(value: Value | undefined, keep: (value: Value) => unknown): boolean {
  if (value === undefined) return false
  keep(value)
  return true
}

function childOf(value: string): TriedChild | undefined {
  const [text = '', ...marks] = value.split(' ')
  const born = dayOf(text)
  if (!born || marks.some((mark) => mark !== 'hoc' && mark !== 'tiep')) return undefined
  return { born, isStudying: marks.includes('hoc'), continued: marks.includes('tiep') }
}

const oneOf = (known: readonly string[], value: string) => known.find((one) => one === value)
const dayOf = (text: string) => CivilDate.safeParse(text).data
const sumOf = (text: string) => Dong.safeParse(/^\d{1,12}$/.test(text) ? Number(text) : undefined).data
const countOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined)
const placeOf = (text: string) => (/^[1-9]\d?$/.test(text) ? Number(text) : undefined)
