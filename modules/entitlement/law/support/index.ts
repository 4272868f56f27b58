import { civilDate } from '#kernel/civil-date'
import { amendSupport, type SupportLaw } from '../../domain/support.ts'
import { careR21, careR25, careR26 } from './temporary-care.ts'
import { choicesR21, choicesR26 } from './choices.ts'
import { educationR21, educationR25, educationR26 } from './education.ts'
import { emergencyR21, emergencyR25, emergencyR26 } from './emergency.ts'
import { facilityR21, facilityR26 } from './facility.ts'
import { funeralR21, funeralR25, funeralR26 } from './funeral.ts'
import { cardsR21, cardsR25, cardsR26 } from './health-insurance.ts'
import { supplements } from './province.ts'

export { cardLevels } from './health-insurance.ts'

const r21 = [...funeralR21, ...emergencyR21, ...careR21, ...facilityR21, ...cardsR21, ...educationR21]
const r25 = amendSupport(r21, {
  rules: [...funeralR25, ...emergencyR25, ...careR25, ...cardsR25, ...educationR25, ...supplements],
})
const r26 = amendSupport(r25, {
  without: ['FUN-04', 'FAC-MEDICINE'],
  rules: [...funeralR26, ...emergencyR26, ...careR26, ...facilityR26, ...cardsR26, ...educationR26],
})

/**
 * What the law gives once, in kind, or beside money: by the law in force on the day of the event, so that no level of
 * Decree 335 reaches back (C1, `event`). Nothing of this kind before Decree 20 is known here (open question 19).
 */
export const supportLaw: SupportLaw = [
  {
    id: 'R21',
    issued: civilDate('2021-03-15'),
    inForce: civilDate('2021-07-01'),
    rules: r21,
    choices: choicesR21,
  },
  {
    id: 'R25',
    issued: civilDate('2025-06-30'),
    inForce: civilDate('2025-07-01'),
    rules: r25,
    choices: choicesR21,
  },
  {
    id: 'R26',
    issued: civilDate('2026-08-21'),
    inForce: civilDate('2026-10-05'),
    rules: r26,
    choices: choicesR26,
  },
]
