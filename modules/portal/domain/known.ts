import { addYears, civilDate, CivilDate, monthOf, type BirthPrecision } from '#kernel/civil-date'
import {
  engine,
  type EventFacts,
  type EventKind,
  type Instant,
  type MonthLaw,
} from '#modules/entitlement/engine'
import {
  isUnknown,
  type Answers,
  type Fact,
  type Question,
  type QuestionId,
  type Range,
  type Told,
} from './question.ts'
import { questionOf } from './questions/index.ts'

export type Birth = {
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly isGuess: boolean
}

/** What the answers so far tell, beside the law of the month they are asked in. */
export type Known = {
  readonly answers: Answers
  readonly today: CivilDate
  readonly ml: MonthLaw
  readonly at: Instant
  readonly birth: Birth | undefined
  readonly facts: ReadonlyMap<Fact, Value>
  /** What happened, each with what is known of it. */
  readonly events: ReadonlyMap<EventKind, Partial<EventFacts>>
}
export type Value = string | boolean | number | Range

/** Reads the answers; those that were not given, or were «không biết», tell nothing. */
export function knownOf(answers: Answers, today: CivilDate): Known {
  const month = monthOf(today)
  const ml = engine.lawIn(month, today)
  if (!ml) throw new RangeError(`No law is known for ${month}`)
  const facts = new Map<Fact, Value>()
  const said: Told[] = []
  for (const [id, answer] of answers) {
    const told = toldBy(questionOf(id), answer)
    said.push(told)
    for (const [name, value] of Object.entries(told))
      if (name === 'received')
        for (const [benefit, was] of Object.entries(value as object))
          facts.set(`received.${benefit}` as Fact, was as boolean) // Benefits, each with whether it was received.
      else if (name !== 'event') facts.set(name as Fact, value as Value) // The other keys of what is told.
  }
  sharePension(answers, facts, ml)
  return {
    answers,
    today,
    ml,
    at: ml.later,
    birth: birthOf(answers, today),
    facts,
    events: eventsOf(answers),
  }
}

/** What an answer says, that somebody may choose to say it again elsewhere. */
export const saidBy = (id: QuestionId, answer: readonly string[]): Told => toldBy(questionOf(id), answer)

/** What one answer says. Of several boxes, one that is not ticked says no: «Không nhận khoản nào» is where it begins. */
function toldBy(question: Question, answer: readonly string[]): Told {
  if (isUnknown(answer)) return {}
  const chosen = question.options.filter(({ id }) => answer.includes(id))
  const says = question.kind === 'many' ? [optionOf(question, question.none), ...chosen] : chosen
  const also = question.also && answer.includes(question.also.id) ? [question.also] : []
  const told = [...says, ...also].reduce<Told>((sum, option) => merged(sum, option?.says ?? {}), {})
  const [first, second, third, fourth] = answer
  switch (question.kind) {
    case 'count':
      return { ...told, children: Number(first) }
    case 'place':
      return {
        territory: third ?? 'central',
        ...(fourth === 'yes' && { inDifficultArea: true }),
        ...(fourth === 'no' && { inDifficultArea: false }),
      }
    case 'village':
      return second === 'yes' || second === 'no' ? { inDifficultArea: second === 'yes' } : {}
    case 'one':
    case 'many':
    case 'birth':
    case 'persons':
      return told
  }
}

function optionOf(question: Question, id: string | undefined) {
  return question.options.find((option) => option.id === id)
}

function merged(one: Told, other: Told): Told {
  const event = { ...one.event, ...other.event }
  const received = { ...one.received, ...other.received }
  return {
    ...one,
    ...other,
    ...(Object.keys(event).length > 0 && { event }),
    ...(Object.keys(received).length > 0 && { received }),
  }
}

/** Q08 asks for what comes in altogether; the law adds the two as well. */
function sharePension(answers: Answers, facts: Map<Fact, Value>, { later }: MonthLaw) {
  const [answer] = answers.get('pension') ?? []
  if (answer !== 'below' && answer !== 'from') return
  const names = (['pension', 'socialInsurance'] as const).filter(
    (name) => (facts.get(name) as Range | undefined)?.from !== 0, // Q07 has told it, as a range.
  )
  const [first = 'pension', ...others] = names
  const limit = later.socialPension
  facts.set(first, answer === 'below' ? { from: 1, to: limit - 1 } : { from: limit, to: 999_999_999 })
  for (const other of others) facts.set(other, { from: 0, to: 0 })
}

/** `1948-05-12`, `1948-05`, `1948`, or `~78` where only the age is known, about. */
export function birthOf(answers: Answers, today: CivilDate): Birth | undefined {
  const [text = ''] = answers.get('birth') ?? []
  if (text.startsWith('~')) {
    const born = civilDate(`${addYears(today, -Number(text.slice(1))).slice(0, 4)}-01-01`)
    return { born, bornPrecision: 'year', isGuess: true }
  }
  const parsed = CivilDate.safeParse(`${text}-01-01`.slice(0, 10))
  if (!parsed.success) return undefined
  const bornPrecision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
  return { born: parsed.data, bornPrecision, isGuess: bornPrecision !== 'day' }
}

const eventOf: Partial<Readonly<Record<QuestionId, 'hunger' | 'home' | 'accident' | 'death'>>> = {
  happening: 'accident',
  victim: 'accident',
  hunger: 'hunger',
  damage: 'home',
  hardship: 'home',
  deceased: 'death',
}

/** What nobody is asked, because it is so rare that whoever decides will see it. */
const assumed: Readonly<Record<'hunger' | 'home' | 'injury' | 'death', Partial<EventFacts>>> = {
  hunger: { months: 1 },
  home: {},
  injury: { place: 'residence', relativeCares: false },
  death: { nobodyBuries: false },
}

function eventsOf(answers: Answers): ReadonlyMap<EventKind, Partial<EventFacts>> {
  const events = new Map<EventKind, Partial<EventFacts>>()
  const happening = answers.get('happening') ?? []
  const told = (of: 'hunger' | 'home' | 'accident' | 'death'): Partial<EventFacts> =>
    [...answers].reduce<Partial<EventFacts>>(
      (facts, [id, answer]) =>
        eventOf[id] === of ? { ...facts, ...toldBy(questionOf(id), answer).event } : facts,
      {},
    )
  if (happening.includes('hunger')) {
    const persons = Number(answers.get('hunger')?.[1] ?? Number.NaN)
    events.set('hunger', { ...assumed.hunger, ...told('hunger'), ...(persons > 0 && { persons }) })
  }
  if (happening.includes('home')) events.set('home', { ...assumed.home, ...told('home') })
  if (happening.includes('accident'))
    if (answers.get('victim')?.includes('dead'))
      events.set('death', { ...assumed.death, parentReceives: false, hasApplied: false, ...told('accident') })
    else events.set('injury', { ...assumed.injury, ...told('accident') })
  if (answers.get('who')?.includes('deceased'))
    events.set('death', { ...assumed.death, cause: 'other', ...told('death') })
  return events
}
