import { cited, described } from '../phrases.vi.ts'
import { levelOf, timeOf, payeeOf, concerning, belonging, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Hưởng ở nơi mới» */
export function moveInText({
  person,
  benefit,
  ground,
  monthly,
  payee,
  stoppedBy,
  isReturn = false,
}: Of<'move_in'>): DecisionText {
  if (isReturn)
    return {
      about: `tiếp tục hưởng ${benefit}`,
      decides: [
        plain(`Cho tiếp tục hưởng ${benefit} đối với `),
        ...described(person),
        plain(
          `${belonging(ground)}, nay cư trú tại địa phương, trước đó đã thôi chi trả theo ${cited(stoppedBy)}, như sau:`,
        ),
      ],
      details: [levelOf(monthly), timeOf(monthly), ...payeeOf(payee)],
      further: [],
      concerned: concerning(person, payee),
    }
  return {
    about: `hưởng ${benefit} tại nơi cư trú mới`,
    decides: [
      plain(`Cho hưởng ${benefit} tại nơi cư trú mới đối với `),
      ...described(person),
      plain(`${belonging(ground)}, đã thôi chi trả tại nơi cư trú cũ theo ${cited(stoppedBy)}, như sau:`),
    ],
    details: [levelOf(monthly), timeOf(monthly), ...payeeOf(payee)],
    further: [],
    concerned: concerning(person, payee),
  }
}
