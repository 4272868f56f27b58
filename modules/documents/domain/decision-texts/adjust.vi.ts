import { described, money } from '../phrases.vi.ts'
import { levelOf, timeOf, arrearsOf, concerning, heldBy, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Điều chỉnh mức» */
export function adjustText(facts: Of<'adjust'>): DecisionText {
  const { person, benefit, before, monthly, arrears, reason, earlier } = facts
  return {
    about: `điều chỉnh mức ${benefit}`,
    decides: [
      plain(`Điều chỉnh mức ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, như sau:`),
    ],
    details: [
      labelled('Mức đang hưởng', `${money(before)}/tháng`),
      levelOf(monthly, 'Mức sau điều chỉnh'),
      timeOf(monthly, 'Thời điểm điều chỉnh'),
      ...arrearsOf(arrears),
      labelled('Lý do', reason),
    ],
    further: [],
    concerned: concerning(person),
  }
}
