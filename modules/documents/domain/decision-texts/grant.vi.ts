import { described } from '../phrases.vi.ts'
import { levelOf, timeOf, arrearsOf, payeeOf, concerning, belonging, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Hưởng mới» */
export function grantText(facts: Of<'grant'>): DecisionText {
  const { person, benefit, ground, monthly, arrears, payee } = facts
  return {
    about: `hưởng ${benefit}`,
    decides: [
      plain(`Cho hưởng ${benefit} đối với `),
      ...described(person),
      plain(`${belonging(ground)}, như sau:`),
    ],
    details: [levelOf(monthly), timeOf(monthly), ...arrearsOf(arrears), ...payeeOf(payee)],
    further: [],
    concerned: concerning(person, payee),
  }
}
