import { capital, described, moneyTwice } from '../phrases.vi.ts'
import { concerning, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Trợ giúp khẩn cấp» */
export function emergencyText({ person, benefit, reason, items, payee }: Of<'emergency'>): DecisionText {
  return {
    about: benefit,
    decides: [plain(`${capital(benefit)} đối với `), ...described(person), plain(', như sau:')],
    details: [
      labelled('Lý do', reason),
      ...items.map(({ what, amount }) =>
        labelled(capital(what), amount === null ? null : moneyTwice(amount)),
      ),
      ...(payee === null
        ? []
        : [
            labelled('Người nhận', payee.relation === null ? payee.name : `${payee.name}, ${payee.relation}`),
          ]),
    ],
    further: [],
    concerned: concerning(person),
  }
}
