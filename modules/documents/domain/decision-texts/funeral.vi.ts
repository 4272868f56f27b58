import { capital, described, longDay, moneyTwice, plainName } from '../phrases.vi.ts'
import { labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Hỗ trợ mai táng» */
export function funeralText({
  person,
  benefit,
  diedOn,
  claimant,
  relation,
  amount,
}: Of<'funeral'>): DecisionText {
  const who =
    'organisation' in claimant ? [{ text: claimant.organisation, bold: true as const }] : described(claimant)
  return {
    about: benefit,
    decides: [
      plain(`${capital(benefit)} đối với `),
      ...described(person),
      plain(`, chết ${longDay(diedOn)}, như sau:`),
    ],
    details: [
      labelled('Mức hỗ trợ', moneyTwice(amount)),
      [
        plain('Người nhận: '),
        ...who,
        plain(relation === null ? '.' : `, quan hệ với người chết: ${relation}.`),
      ],
    ],
    further: [],
    concerned: 'organisation' in claimant ? claimant.organisation : plainName(claimant),
  }
}
