import { aged, every, except, fact, said, some, younger, type Option, type Question } from '../question.ts'
import { aboutSomebody, alive } from './about.ts'

const child = every(aboutSomebody, younger(16))
const poor = fact('household', 'poor')
const poorOrNear = fact('household', 'poor', 'near_poor')

const states = {
  raises: 'alive_available',
  dead: 'dead',
  unidentified: 'unidentified',
  missing: 'missing_declared',
  // Whoever has left without a court’s word is alive to the law.
  left: 'alive_available',
  facility: 'in_facility',
  detained: 'detained',
} as const
const parent = (name: 'father' | 'mother'): readonly Option[] =>
  Object.entries(states).map(([id, state]) => ({ id, says: { [name]: state } }))

/** What the law asks about a child: its parents, and who looks after it. */
export const aboutChild: readonly Question[] = [
  {
    id: 'abandoned',
    number: 'Q15',
    kind: 'one',
    when: child,
    options: [
      { id: 'yes', says: { abandoned: true } },
      { id: 'no', says: { abandoned: false } },
    ],
  },
  {
    id: 'father',
    number: 'Q16',
    kind: 'one',
    when: every(child, except(said('abandoned', 'yes'))),
    options: parent('father'),
  },
  {
    id: 'mother',
    number: 'Q17',
    kind: 'one',
    when: every(child, except(said('abandoned', 'yes'))),
    options: parent('mother'),
  },
  {
    id: 'raisedBy',
    number: 'Q18',
    kind: 'one',
    when: every(child, alive),
    options: [
      { id: 'parents', says: { care: 'own_household' } },
      { id: 'relatives', says: { care: 'taken_in' } },
      { id: 'others', says: { care: 'taken_in' } },
      { id: 'adopted', says: { care: 'own_household' } },
      { id: 'facility', says: { care: 'none', facility: 'A' } },
      { id: 'nobody', says: { care: 'none' } },
    ],
  },
  {
    id: 'carer',
    number: 'Q14',
    kind: 'one',
    when: every(fact('disability', 'exceptionally_severe'), alive),
    options: [
      { id: 'family', says: { care: 'own_household' } },
      { id: 'decided', says: { care: 'taken_in' } },
      { id: 'nobody', says: { care: 'none' } },
    ],
  },
  {
    id: 'village',
    number: 'Q19',
    kind: 'village',
    when: every(aboutSomebody, younger(3), poorOrNear),
    options: [],
    tells: ['inDifficultArea'],
  },
  {
    id: 'hiv',
    number: 'Q20',
    kind: 'one',
    when: every(poor, alive),
    options: [
      { id: 'yes', says: { hiv: true } },
      { id: 'no', says: { hiv: false } },
    ],
    isOptional: true,
  },
]

/** What it asks about grown people: study, children of their own, and who is bound to maintain an older person. */
export const aboutFamily: readonly Question[] = [
  {
    id: 'childSupport',
    number: 'Q21',
    kind: 'one',
    when: every(alive, aged(16), younger(25)),
    options: [
      { id: 'yes', says: { wasChildWithoutSupport: true } },
      { id: 'no', says: { wasChildWithoutSupport: false } },
    ],
  },
  {
    id: 'study',
    number: 'Q22',
    kind: 'one',
    when: said('childSupport', 'yes'),
    options: [
      { id: 'school', says: { isStudying: true } },
      { id: 'vocational', says: { isStudying: true } },
      { id: 'university', says: { isStudying: true } },
      // A pause the school allows is still study (C11).
      { id: 'paused', says: { isStudying: true } },
      { id: 'ended', says: { isStudying: false } },
    ],
  },
  {
    id: 'singleParent',
    number: 'Q23',
    kind: 'one',
    when: every(alive, aged(16), poorOrNear),
    options: [
      { id: 'neverMarried', says: { singleParent: 'never_married' } },
      { id: 'spouseDead', says: { singleParent: 'spouse_dead' } },
      { id: 'spouseMissing', says: { singleParent: 'spouse_missing' } },
      // The law names who was never married, widowed, or whose spouse a court declared missing, and nobody else.
      { id: 'divorced', says: { singleParent: 'no' } },
      { id: 'no', says: { singleParent: 'no' } },
    ],
  },
  {
    id: 'children',
    number: 'Q24',
    kind: 'count',
    when: said('singleParent', 'neverMarried', 'spouseDead', 'spouseMissing'),
    options: [],
    tells: ['children'],
  },
  {
    id: 'obligor',
    number: 'Q25',
    kind: 'one',
    when: every(alive, aged(60), poor),
    options: [
      { id: 'nobody', says: { obligor: 'none' } },
      { id: 'onAllowance', says: { obligor: 'on_allowance' } },
      { id: 'somebody', says: { obligor: 'present' } },
    ],
  },
  {
    id: 'selfCare',
    number: 'Q26',
    kind: 'one',
    when: some(said('obligor', 'nobody', 'onAllowance')),
    options: [
      { id: 'yes', says: { facilityEligibleInCommunity: false } },
      { id: 'takenIn', says: { facilityEligibleInCommunity: true, care: 'taken_in' } },
      { id: 'facility', says: { facilityEligibleInCommunity: false } },
      { id: 'nobody', says: { facilityEligibleInCommunity: false } },
    ],
  },
]
