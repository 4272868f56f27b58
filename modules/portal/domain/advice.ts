import type { Known } from './known.ts'
import { every, said, some, unknown, younger, type Ask, type Fact } from './question.ts'
import { truthOf } from './truth.ts'

/** What is worth saying beside money, and to whom; the words stand in the messages. */
const conditions = {
  danger: said('happening', 'harm'),
  temporaryCare: said('happening', 'harm', 'nobody'),
  childProtection: some(said('raisedBy', 'nobody'), every(said('happening', 'harm'), younger(16))),
  disabilityCertificate: said('disability', 'uncertified'),
  oldConclusion: said('disability', 'concluded'),
  levelUnknown: said('level', unknown),
  recheckAtSix: said('certificateAge', 'yes'),
  facility: some(
    said('selfCare', 'facility', 'nobody'),
    said('carer', 'nobody'),
    said('raisedBy', 'nobody'),
    said('home', 'homeless'),
  ),
  declaredMissing: some(said('father', 'left'), said('mother', 'left')),
  adopted: said('raisedBy', 'adopted'),
  decisionToTakeIn: some(said('raisedBy', 'relatives', 'others'), said('selfCare', 'takenIn')),
  alreadyReceives: said('income', 'allowance', 'socialPension'),
  livesInFacility: some(said('home', 'facility'), said('raisedBy', 'facility')),
  detained: said('home', 'detained'),
  funeralPaid: said('funeralPaid', 'yes'),
  appliedBefore: said('deceased', 'applied'),
  equipment: said('services', 'equipment'),
  rehabilitation: said('services', 'rehabilitation'),
  work: said('services', 'work'),
  counselling: said('services', 'counselling'),
  legalAid: said('services', 'legalAid'),
  drugs: said('services', 'drugs'),
  paidCare: said('services', 'paidCare'),
} as const satisfies Readonly<Record<string, Ask>>

export type Advice = keyof typeof conditions
const all = Object.keys(conditions) as Advice[] // The keys of the record just written.

/** What applies to the answers given. */
export function adviceFor(known: Known): readonly Advice[] {
  return all.filter((one) => truthOf(conditions[one], known) === true)
}

/** The answers advice still waits for. */
export function openAdvice(known: Known): ReadonlySet<Fact> {
  return new Set(
    all.flatMap((one) => {
      const truth = truthOf(conditions[one], known)
      return typeof truth === 'boolean' ? [] : [...truth]
    }),
  )
}
