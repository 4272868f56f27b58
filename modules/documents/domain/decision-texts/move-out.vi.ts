import { described, longMonth, plainName } from '../phrases.vi.ts'
import { concerning, heldBy, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Thôi chi trả ở nơi cũ và chuyển hồ sơ» */
export function moveOutText({ person, benefit, from, to, earlier }: Of<'move_out'>): DecisionText {
  return {
    about: `thôi chi trả ${benefit} tại nơi cư trú cũ và chuyển hồ sơ`,
    decides: [
      plain(`Thôi chi trả ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, kể từ ${longMonth(from)}.`),
    ],
    details: [labelled('Lý do', `thay đổi nơi cư trú đến địa bàn của ${to}`)],
    further: [
      [plain(`Chuyển hồ sơ của ${plainName(person)} đến ${to} để xem xét, quyết định theo quy định.`)],
    ],
    concerned: concerning(person),
  }
}
