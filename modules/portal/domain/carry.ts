import { carriedFacts, type Carried } from '#modules/applications/engine'
import type { EventKind } from '#modules/entitlement/engine'
import type { Interview } from './interview.ts'
import { saidBy } from './known.ts'
import type { Outcome } from './outcome.ts'
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

const procedureOf = {
  monthly_allowance: 'monthly_allowance',
  social_pension: 'social_pension',
  care_support: 'care_support',
  parenting_support: 'care_support',
  facility_care: 'facility_admission',
} as const

const procedureOfEvent: Partial<Readonly<Record<EventKind, Carried['procedure']>>> = {
  death: 'funeral_support',
  home: 'emergency_housing',
}

/** The procedure by which one asks for what came out; where nothing monthly did, what happened decides. */
export function procedureFor({ monthly, events, open }: Outcome): Carried['procedure'] {
  const [first] = monthly
  if (first) return procedureOf[first.benefit]
  const happened = events.find(({ rights }) => rights.length > 0)
  if (happened) return procedureOfEvent[happened.kind] ?? 'emergency_relief'
  const [unsure] = open
  return unsure ? procedureOf[unsure.benefit] : 'monthly_allowance'
}
