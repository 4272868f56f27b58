import { described, longMonth } from '../phrases.vi.ts'
import { concerning, heldBy, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Thôi hưởng» */
export function stopText({ person, benefit, from, reason, hasDied, earlier }: Of<'stop'>): DecisionText {
  return {
    about: `thôi hưởng ${benefit}`,
    decides: [
      plain(`Thôi hưởng ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, kể từ ${longMonth(from)}.`),
    ],
    details: [labelled('Lý do', reason)],
    further: [],
    concerned: hasDied ? 'các cơ quan, đơn vị, cá nhân có liên quan' : concerning(person),
  }
}
