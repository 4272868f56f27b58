import type {
  AmountFact,
  Benefit,
  ChoiceFact,
  EventFacts,
  FlagFact,
  Standing,
  SupportCondition,
} from '#modules/entitlement/engine'

/** The questions of ux, by what they ask; their words stand in the messages. */
export const questionIds = [
  'who',
  'takeIn',
  'happening',
  'birth',
  'place',
  'deceased',
  'funeralPaid',
  'household',
  'home',
  'income',
  'pension',
  'disability',
  'level',
  'certificateAge',
  'pregnancy',
  'spouse',
  'abandoned',
  'father',
  'mother',
  'raisedBy',
  'carer',
  'village',
  'hiv',
  'childSupport',
  'study',
  'singleParent',
  'children',
  'obligor',
  'selfCare',
  'hunger',
  'damage',
  'hardship',
  'victim',
  'services',
] as const
export type QuestionId = (typeof questionIds)[number]

/** What was answered, in the words of the form: ids of options, a day, a number. `unknown` is always an answer. */
export type Answer = readonly string[]
export type Answers = ReadonlyMap<QuestionId, Answer>
export const unknown = 'unknown'

/** «Tôi không biết» stands first and alone; further on a place may carry that no list tells of its difficulty. */
export const isUnknown = (answer: Answer | undefined) => answer?.[0] === unknown

/** A monthly sum of which one knows only between what it lies. */
export type Range = { readonly from: number; readonly to: number }

/** Everything an answer may say of somebody. */
export type Told = {
  readonly [Fact in ChoiceFact]?: Standing[Fact]
} & { readonly [Fact in FlagFact]?: boolean } & { readonly [Fact in AmountFact]?: Range } & {
  readonly territory?: string
  /** Children below 36 months, and children below 16, whom the person raises. */
  readonly smallChildren?: number
  readonly children?: number
  readonly event?: Partial<EventFacts>
  /** Benefits that were decided for somebody who has died. */
  readonly received?: Partial<Readonly<Record<Benefit, boolean>>>
}

/** A name under which something may be lacking: a fact of a person or an event, what somebody received, or an answer. */
export type Fact =
  | Exclude<keyof Told, 'event' | 'received'>
  | 'born'
  | `event.${keyof EventFacts}`
  | `received.${Benefit}`
  | `answer.${QuestionId}`

/** A condition on what was answered or on what the law looks at; the law’s own conditions are a part of the language. */
export type Ask =
  | SupportCondition
  | { readonly kind: 'said'; readonly question: QuestionId; readonly among: readonly string[] }
  | { readonly kind: 'not'; readonly of: Ask }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Ask[] }

export type Option = { readonly id: string; readonly says?: Told }

/** One page: what may be chosen, what each choice says, and when the question makes sense at all. */
export type Question = {
  readonly id: QuestionId
  /** Its number in the design («Q05»), by which officers and texts speak of it. */
  readonly number: string
  readonly kind: 'one' | 'many' | 'birth' | 'place' | 'village' | 'count' | 'persons'
  readonly options: readonly Option[]
  /** A box beside the choice. */
  readonly also?: Option
  /** Told by what is typed, not chosen. */
  readonly tells?: readonly Fact[]
  readonly when?: Ask
  /** Those who have nothing to say choose this; it stands alone among several. */
  readonly none?: string
  /** May be left out without a word. */
  readonly isOptional?: true
}

export const said = (question: QuestionId, ...among: string[]): Ask => ({ kind: 'said', question, among })
export const every = (...of: Ask[]): Ask => ({ kind: 'all', of })
export const some = (...of: Ask[]): Ask => ({ kind: 'any', of })
export const except = (of: Ask): Ask => ({ kind: 'not', of })
export const aged = (years: number): Ask => ({ kind: 'ageFrom', months: years * 12 })
export const younger = (years: number): Ask => ({ kind: 'ageBelow', months: years * 12 })
export const fact = (name: ChoiceFact, ...among: string[]): Ask => ({ kind: 'is', fact: name, among })
