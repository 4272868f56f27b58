import { capital, described, longDay, longMonth, monthlyTwice } from '../phrases.vi.ts'
import { reckoned, concerning, belonging, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Tiếp nhận vào cơ sở» */
export function admitText({
  person,
  ground,
  facility,
  from,
  until,
  monthly,
  benefit,
}: Of<'admit'>): DecisionText {
  const end = until === null ? '' : ` đến ${longDay(until)}`
  return {
    about: 'tiếp nhận vào cơ sở trợ giúp xã hội',
    decides: [
      plain('Tiếp nhận '),
      ...described(person),
      plain(`${belonging(ground)}, vào chăm sóc, nuôi dưỡng tại ${facility}, kể từ ${longDay(from)}${end}.`),
    ],
    details: [],
    further:
      monthly === null
        ? []
        : [
            [
              plain(
                `${capital(benefit)}: mức ${monthlyTwice(monthly.amount)}${reckoned(monthly)}, kể từ ${longMonth(monthly.from)}.`,
              ),
            ],
          ],
    concerned: concerning(person),
  }
}
