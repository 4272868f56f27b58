import { cited, described } from '../phrases.vi.ts'
import { levelOf, timeOf, arrearsOf, concerning, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Tiếp tục» */
export function resumeText(facts: Of<'resume'>): DecisionText {
  const { person, benefit, monthly, arrears, reason, earlier } = facts
  const lifted = earlier === null ? '' : `, đã tạm dừng theo ${cited(earlier)}`
  return {
    about: `tiếp tục chi trả ${benefit}`,
    decides: [
      plain(`Tiếp tục chi trả ${benefit} đối với `),
      ...described(person),
      plain(`${lifted}, như sau:`),
    ],
    details: [levelOf(monthly), timeOf(monthly), ...arrearsOf(arrears), labelled('Lý do', reason)],
    further: [],
    concerned: concerning(person),
  }
}
