import { capital, described, longMonth, monthlyTwice, named, plainName } from '../phrases.vi.ts'
import { reckoned, belonging, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Nhận chăm sóc, nuôi dưỡng» */
export function careText({ person, benefit, ground, carer, relation, monthly }: Of<'care'>): DecisionText {
  return {
    about: 'nhận chăm sóc, nuôi dưỡng',
    decides: [
      plain('Giao '),
      ...described(carer),
      plain(`${relation === null ? '' : `, là ${relation}`}, nhận chăm sóc, nuôi dưỡng `),
      ...described(person),
      plain(`${belonging(ground)}, kể từ ${longMonth(monthly.from)}.`),
    ],
    details: [],
    further: [
      [
        plain(`${capital(benefit)} đối với hộ gia đình, cá nhân của `),
        ...named(carer),
        plain(`: mức ${monthlyTwice(monthly.amount)}${reckoned(monthly)}, kể từ ${longMonth(monthly.from)}.`),
      ],
    ],
    concerned: plainName(carer),
  }
}
