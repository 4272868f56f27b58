import { capital, described, longDay, longMonth, plainName } from '../phrases.vi.ts'
import { concerning, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Dừng trợ giúp tại cơ sở» */
export function dischargeText(facts: Of<'discharge'>): DecisionText {
  const { person, benefit, facility, on, reason, hasDied, nursedThrough, home } = facts
  return {
    about: 'dừng trợ giúp xã hội tại cơ sở',
    decides: [
      plain('Dừng trợ giúp xã hội tại cơ sở đối với '),
      ...described(person),
      plain(`, đang được chăm sóc, nuôi dưỡng tại ${facility}, kể từ ${longDay(on)}.`),
    ],
    details: [labelled('Lý do', reason)],
    further: [
      ...(nursedThrough === null
        ? []
        : [[plain(`${capital(benefit)} được chi trả đến hết ${longMonth(nursedThrough)}.`)]]),
      ...(home === null
        ? []
        : [
            [
              plain(
                `Bàn giao ${plainName(person)} về cộng đồng; ${home} xem xét, quyết định trợ cấp tại cộng đồng theo quy định.`,
              ),
            ],
          ]),
    ],
    concerned: hasDied ? 'các cơ quan, đơn vị, cá nhân có liên quan' : concerning(person),
  }
}
