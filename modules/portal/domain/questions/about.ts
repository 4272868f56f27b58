import { aged, every, except, fact, said, type Question } from '../question.ts'

const none = { from: 0, to: 0 }
const some = { from: 1, to: 999_999_999 }

/** Whoever wishes to take somebody in is not asked about themselves. */
export const aboutSomebody = except(said('who', 'takeIn'))
export const alive = except(said('who', 'deceased', 'takeIn'))

/** Who is meant, what is happening now, and what the law asks about everybody. */
export const aboutEverybody: readonly Question[] = [
  {
    id: 'who',
    number: 'Q01',
    kind: 'one',
    options: ['self', 'relative', 'child', 'neighbour', 'deceased', 'takeIn'].map((id) => ({ id })),
  },
  {
    id: 'takeIn',
    number: 'Q32',
    kind: 'one',
    when: said('who', 'takeIn'),
    options: ['child', 'disabled', 'older', 'emergency'].map((id) => ({ id })),
  },
  {
    id: 'happening',
    number: 'Q02',
    kind: 'many',
    when: alive,
    none: 'nothing',
    options: [
      { id: 'harm' },
      { id: 'nobody' },
      { id: 'hunger' },
      { id: 'home' },
      { id: 'accident', says: { event: { cause: 'disaster' } } },
      { id: 'nothing' },
    ],
  },
  { id: 'birth', number: 'Q03', kind: 'birth', when: aboutSomebody, options: [], tells: ['born'] },
  { id: 'place', number: 'Q04', kind: 'place', options: [], tells: ['territory', 'inDifficultArea'] },
]

export const aboutHousehold: readonly Question[] = [
  {
    id: 'household',
    number: 'Q05',
    kind: 'one',
    when: aboutSomebody,
    options: [
      { id: 'poor', says: { household: 'poor' } },
      { id: 'nearPoor', says: { household: 'near_poor' } },
      { id: 'neither', says: { household: 'other' } },
    ],
  },
  {
    id: 'home',
    number: 'Q06',
    kind: 'one',
    when: alive,
    options: [
      { id: 'family', says: { facility: 'none', servesSentence: false } },
      { id: 'alone', says: { facility: 'none', servesSentence: false } },
      { id: 'takenIn', says: { facility: 'none', servesSentence: false } },
      { id: 'facility', says: { facility: 'A', servesSentence: false } },
      { id: 'homeless', says: { facility: 'none', servesSentence: false } },
      { id: 'detained', says: { facility: 'none', servesSentence: true } },
      // The law stops for a sentence; custody before a trial and treatment are none.
      { id: 'held', says: { facility: 'none', servesSentence: false } },
    ],
  },
  {
    id: 'income',
    number: 'Q07',
    kind: 'many',
    when: every(aboutSomebody, aged(16)),
    none: 'nothing',
    // What is not chosen is not received; so much is told by every answer but «không biết».
    options: [
      { id: 'pension', says: { pension: some } },
      { id: 'insurance', says: { socialInsurance: some } },
      { id: 'survivor', says: { socialInsurance: some } },
      { id: 'wage', says: { hasWage: true } },
      { id: 'merit', says: { meritorious: some } },
      { id: 'allowance' },
      { id: 'socialPension' },
      { id: 'nothing', says: { pension: none, socialInsurance: none, meritorious: none, hasWage: false } },
    ],
  },
  {
    id: 'pension',
    number: 'Q08',
    kind: 'one',
    when: every(aged(70), said('income', 'pension', 'insurance', 'survivor')),
    options: [{ id: 'below' }, { id: 'from' }],
    tells: ['pension', 'socialInsurance'],
  },
]

export const aboutDisability: readonly Question[] = [
  {
    id: 'disability',
    number: 'Q09',
    kind: 'one',
    when: aboutSomebody,
    options: [
      { id: 'certified' },
      { id: 'uncertified' },
      { id: 'concluded' },
      { id: 'no', says: { disability: 'none' } },
    ],
  },
  {
    id: 'level',
    number: 'Q10',
    kind: 'one',
    when: said('disability', 'certified'),
    options: [
      { id: 'exceptional', says: { disability: 'exceptionally_severe' } },
      { id: 'severe', says: { disability: 'severe' } },
      { id: 'mild', says: { disability: 'mild' } },
    ],
  },
  {
    id: 'certificateAge',
    number: 'Q11',
    kind: 'one',
    when: every(
      said('disability', 'certified'),
      { kind: 'ageFrom', months: 72 },
      { kind: 'ageBelow', months: 192 },
    ),
    options: [{ id: 'yes' }, { id: 'no' }],
  },
  {
    id: 'pregnancy',
    number: 'Q12',
    kind: 'one',
    when: every(fact('disability', 'severe', 'exceptionally_severe'), aged(16), alive),
    options: [
      { id: 'pregnant', says: { isPregnant: true, smallChildren: 0 } },
      { id: 'one', says: { isPregnant: false, smallChildren: 1 } },
      { id: 'both', says: { isPregnant: true, smallChildren: 1 } },
      { id: 'several', says: { isPregnant: false, smallChildren: 2 } },
      { id: 'no', says: { isPregnant: false, smallChildren: 0 } },
    ],
  },
  {
    id: 'spouse',
    number: 'Q13',
    kind: 'one',
    when: said('pregnancy', 'pregnant', 'one', 'both', 'several'),
    options: [
      { id: 'yes', says: { spouseHasParentingSupport: true } },
      { id: 'no', says: { spouseHasParentingSupport: false } },
      { id: 'single', says: { spouseHasParentingSupport: false } },
    ],
  },
]
