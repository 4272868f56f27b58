import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { CaseInput } from '../../domain/case-file.ts'
import { determineAll, knownByNow, type Determination } from '../../domain/determine-all.ts'
import {
  eventChoices,
  type EventChoice,
  type EventFlag,
  type EventKind,
  type EventNumber,
} from '../../domain/event-facts.ts'
import { fieldsOf, type EventSum } from '../../domain/event-fields.ts'
import { choices, type AmountFact, type ChoiceFact, type FlagFact } from '../../domain/facts.ts'
import { isOfOne, parseCase } from '../../domain/household-case.ts'
import type { Refusal } from '../../domain/refusal.ts'

/** A child of the person asked about, who is not asked about. */
export type TriedChild = {
  readonly born: CivilDate
  readonly isStudying: boolean
  readonly continued: boolean
}

/** Somebody made up: facts only, nothing that says who anybody is. */
export type TriedPerson = {
  /** As far as it is known: 1951, 1951-02 or 1951-02-14. */
  readonly born: string
  readonly diedOn?: CivilDate
  readonly territory?: string
  readonly choices: Readonly<Partial<Record<ChoiceFact, string>>>
  readonly flags: readonly FlagFact[]
  readonly amounts: Readonly<Partial<Record<AmountFact, Dong>>>
  readonly children: readonly TriedChild[]
  /** Places in the household, counted from one. */
  readonly childOf: readonly number[]
  readonly spouseOf?: number
}

/** Something that happened, to the household or to the one whose place is told. */
export type TriedEvent = {
  readonly kind: EventKind
  readonly on: CivilDate
  readonly through?: CivilDate
  readonly who?: number
  readonly choices: Readonly<Partial<Record<EventChoice, string>>>
  readonly flags: readonly EventFlag[]
  readonly numbers: Readonly<Partial<Record<EventNumber, number>>>
  readonly sums: Readonly<Partial<Record<EventSum, Dong>>>
}

/** A made-up household in a month, and what happened to it. */
export type Tried = {
  readonly month: Month
  readonly knownOn?: CivilDate
  readonly persons: readonly TriedPerson[]
  readonly events: readonly TriedEvent[]
}

/** What the law gives it, or what of it cannot be; by the law known today, or at the end of a month still to come. */
export function determineTried(
  tried: Tried,
  today: CivilDate,
): { readonly determination: Determination } | { readonly refusals: readonly Refusal[] } {
  const { month, persons } = tried
  const told = {
    members: persons.map((person, place) => ({
      key: String(place + 1),
      ...inputOf(person, diedOn(tried, place)),
      childOf: person.childOf.map(String),
      ...(person.spouseOf && { spouseOf: String(person.spouseOf) }),
    })),
    events: tried.events.map(toldOf),
  }
  const read = parseCase(told, today)
  if ('refusals' in read) return read
  return determineAll(read.case, month, tried.knownOn ?? knownByNow(month, today))
}

/** A person as a case tells one. */
export function inputOf(
  { born, territory, choices, flags, amounts, children }: TriedPerson,
  diedOn: CivilDate | undefined,
): CaseInput {
  return {
    born,
    ...(diedOn && { diedOn }),
    facts: {
      ...choices,
      ...Object.fromEntries(flags.map((flag) => [flag, true])),
      ...amounts,
      ...(territory && { territory }),
      ...(children.length > 0 && { children: [...children] }),
    } as CaseInput['facts'], // Values were read against the facts of the law.
  }
}

/** Whoever an event says has died has died, told once more or not; a death before birth is refused where it stands. */
export function diedOn({ persons, events }: Tried, place: number): CivilDate | undefined {
  const person = persons[place]
  const death = events.find(({ kind, who = 1 }) => kind === 'death' && who === place + 1)
  return person?.diedOn ?? (death && death.on >= (person?.born ?? '') ? death.on : undefined)
}

function toldOf({ kind, on, through, who, choices, flags, numbers, sums }: TriedEvent) {
  return {
    kind,
    on,
    ...(through && { through }),
    ...(who && isOfOne({ kind }) && { who: String(who) }),
    ...plainChoicesOf(kind),
    ...choices,
    ...Object.fromEntries(flags.map((flag) => [flag, true])),
    ...numbers,
    ...sums,
  }
}

/** What is not told is as it is where nothing is known. */
function plainChoicesOf(kind: EventKind): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fieldsOf(kind).flatMap((field) => (isChoice(field) ? [[field, eventChoices[field][0]]] : [])),
  )
}

/** Whether a fact of an event is one of a few words. */
export const isChoice = (field: string): field is EventChoice => field in eventChoices

/** Facts that are one of a few words, of a person and of an event. */
export const choiceFacts = Object.keys(choices) as readonly ChoiceFact[] // Its keys, and so the next.
export const eventChoiceFacts = Object.keys(eventChoices) as readonly EventChoice[]
