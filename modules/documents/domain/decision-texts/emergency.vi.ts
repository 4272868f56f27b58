import { capital, described, moneyTwice } from '../phrases.vi.ts'
import type { PersonOnPaper } from '../people.ts'
import { concerning, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

const isSelf = ({ name, relation }: NonNullable<Of<'emergency'>['payee']>, { fullName }: PersonOnPaper) =>
  relation === null && name === fullName

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
    // Whom it is about may have died, or be missing: whoever receives the money sees to it.
    concerned: payee === null || isSelf(payee, person) ? concerning(person) : payee.name,
  }
}
