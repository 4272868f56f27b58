import { said, some, type Question } from '../question.ts'
import { alive } from './about.ts'

const none = { from: 0, to: 0 }
const something = { from: 1, to: 999_999_999 }

/** What is asked after a death; whatever is not chosen was not so. */
export const aboutDeath: readonly Question[] = [
  {
    id: 'deceased',
    number: 'Q27',
    kind: 'many',
    when: said('who', 'deceased'),
    none: 'nothing',
    options: [
      { id: 'allowance', says: { received: { monthly_allowance: true } } },
      { id: 'socialPension', says: { received: { social_pension: true } } },
      { id: 'survivor', says: { socialInsurance: something } },
      { id: 'singleParentsChild', says: { event: { parentReceives: true } } },
      { id: 'applied', says: { event: { hasApplied: true } } },
      { id: 'facility', says: { facility: 'A' } },
      {
        id: 'nothing',
        says: {
          received: { monthly_allowance: false, social_pension: false },
          socialInsurance: none,
          facility: 'none',
          event: { parentReceives: false, hasApplied: false },
        },
      },
    ],
  },
  {
    id: 'funeralPaid',
    number: 'Q28',
    kind: 'one',
    when: said('who', 'deceased'),
    options: [{ id: 'no' }, { id: 'yes' }],
  },
]

export const aboutEmergency: readonly Question[] = [
  {
    id: 'hunger',
    number: 'Q29',
    kind: 'persons',
    when: said('happening', 'hunger'),
    options: [
      { id: 'newYear', says: { event: { cause: 'new_year' } } },
      { id: 'harvest', says: { event: { cause: 'crop_failure' } } },
      { id: 'disaster', says: { event: { cause: 'disaster' } } },
      { id: 'other', says: { event: { cause: 'other' } } },
    ],
    tells: ['event.persons'],
  },
  {
    id: 'damage',
    number: 'Q30',
    kind: 'one',
    when: said('happening', 'home'),
    options: [
      { id: 'destroyed', says: { event: { damage: 'destroyed', relocationOrdered: false } } },
      { id: 'heavy', says: { event: { damage: 'heavily_damaged', relocationOrdered: false } } },
      { id: 'light', says: { event: { damage: 'none', relocationOrdered: false, lacksEssentials: false } } },
      {
        id: 'relocation',
        says: { event: { damage: 'none', relocationOrdered: true, lacksEssentials: false } },
      },
    ],
  },
  {
    id: 'victim',
    number: 'Q31',
    kind: 'one',
    when: said('happening', 'accident'),
    options: [
      { id: 'dead' },
      { id: 'long', says: { event: { treatmentDays: 3 } } },
      { id: 'short', says: { event: { treatmentDays: 1 } } },
    ],
    also: { id: 'away', says: { event: { place: 'elsewhere', relativeCares: false } } },
  },
]

/** Asked when it is known whether the household is poor, for then nobody has to say it is in hardship. */
export const aboutHardship: readonly Question[] = [
  {
    id: 'hardship',
    number: 'Q30',
    kind: 'one',
    when: said('damage', 'destroyed', 'heavy'),
    options: [
      { id: 'yes', says: { event: { isInHardship: true } } },
      { id: 'no', says: { event: { isInHardship: false } } },
    ],
  },
]

export const lastOfAll: readonly Question[] = [
  {
    id: 'services',
    number: 'Q33',
    kind: 'many',
    when: some(alive),
    none: 'nothing',
    isOptional: true,
    options: [
      'equipment',
      'rehabilitation',
      'work',
      'counselling',
      'legalAid',
      'drugs',
      'paidCare',
      'nothing',
    ].map((id) => ({ id })),
  },
]
