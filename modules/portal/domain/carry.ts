import { carriedFacts, type Carried } from '#modules/applications/engine'
import type { Benefit, EventKind } from '#modules/entitlement/engine'
import type { Interview } from './interview.ts'
import { saidBy, type Known } from './known.ts'
import { outcomeOf } from './outcome.ts'
import type { QuestionId } from './question.ts'

/** An answer somebody may carry to a desk, with the facts it tells there. */
export type Portable = { readonly question: QuestionId; readonly facts: Carried['facts'] }

/** Whom one asks for and where they live is said at the desk; the private question and the last one are never carried. */
const kept: ReadonlySet<QuestionId> = new Set([
  'who',
  'happening',
  'birth',
  'place',
  'village',
  'home',
  'hiv',
  'services',
])
const may: ReadonlySet<string> = new Set(carriedFacts)

/** The answers that say something to a desk, in their order. */
export function portableIn({ path, answers }: Interview): readonly Portable[] {
  return path
    .filter((id) => !kept.has(id))
    .map((question) => ({ question, facts: plainFacts(saidBy(question, answers.get(question)!)) }))
    .filter(({ facts }) => Object.keys(facts).length > 0)
}

/** Sums of which only the bounds are known stay behind, but for those that are nothing. */
function plainFacts(told: object): Carried['facts'] {
  return Object.fromEntries(
    Object.entries(told).flatMap(([fact, value]): [string, string | boolean | 0][] => {
      if (!may.has(fact)) return []
      if (typeof value === 'string' || typeof value === 'boolean') return [[fact, value]]
      return isNothing(value) ? [[fact, 0]] : []
    }),
  )
}

const isNothing = (value: unknown) =>
  typeof value === 'object' && value !== null && 'to' in value && value.to === 0

type ProcedureId = Carried['procedure']

const procedureOf = {
  monthly_allowance: 'monthly_allowance',
  social_pension: 'social_pension',
  care_support: 'care_support',
  parenting_support: 'care_support',
  facility_care: 'facility_admission',
} as const

/** By what one asks after an event; somebody who dies in a disaster is asked for otherwise than by who buries. */
const procedureOfEvent: Partial<Readonly<Record<EventKind, ProcedureId>>> = {
  death: 'emergency_death',
  home: 'emergency_housing',
}

const procedureOfTakeIn: Readonly<Record<string, ProcedureId>> = {
  child: 'care_support',
  disabled: 'care_support',
  older: 'care_support',
  emergency: 'temporary_care',
}

/** By which procedures one asks for what is certain, and by which others for what is still open. */
export type Procedures = { readonly sure: readonly ProcedureId[]; readonly possible: readonly ProcedureId[] }

export function proceduresFor(known: Known): Procedures {
  const { monthly, events, open } = outcomeOf(known)
  const isDeceased = known.answers.get('who')?.includes('deceased') === true
  const byEvent = (kind: EventKind): ProcedureId =>
    isDeceased && kind === 'death' ? 'funeral_support' : (procedureOfEvent[kind] ?? 'emergency_relief')
  const takeIn = procedureOfTakeIn[known.answers.get('takeIn')?.[0] ?? '']
  const sure = new Set([
    ...(takeIn ? [takeIn] : []),
    ...monthly.map(({ benefit }) => procedureOf[benefit]),
    ...events.filter(({ rights }) => rights.length > 0).map(({ kind }) => byEvent(kind)),
  ])
  const possible = new Set(
    open.map(({ of }) => (of in procedureOf ? procedureOf[of as Benefit] : byEvent(of as EventKind))),
  ) // One or the other.
  return { sure: [...sure], possible: [...possible].filter((id) => !sure.has(id)) }
}

/** The one to begin with; whoever is told of nothing may still ask for an allowance. */
export function procedureFor(known: Known): ProcedureId {
  const { sure, possible } = proceduresFor(known)
  return sure[0] ?? possible[0] ?? 'monthly_allowance'
}
