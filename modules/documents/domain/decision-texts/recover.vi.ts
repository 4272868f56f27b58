import { described, moneyTwice } from '../phrases.vi.ts'
import { span, concerning, heldBy, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Thu hồi» */
export function recoverText({
  person,
  benefit,
  from,
  until,
  amount,
  reason,
  earlier,
}: Of<'recover'>): DecisionText {
  return {
    about: `thu hồi ${benefit} đã chi trả không đúng quy định`,
    decides: [
      plain(`Thu hồi ${benefit} đã chi trả đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, như sau:`),
    ],
    details: [
      labelled('Số tiền thu hồi', moneyTwice(amount)),
      labelled('Thời gian đã chi trả', span(from, until)),
      labelled('Lý do', reason),
    ],
    further: [],
    concerned: concerning(person),
  }
}
