import { described, longMonth } from '../phrases.vi.ts'
import { concerning, heldBy, labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

/** «Tạm dừng» */
export function suspendText({ person, benefit, from, reason, earlier }: Of<'suspend'>): DecisionText {
  return {
    about: `tạm dừng chi trả ${benefit}`,
    decides: [
      plain(`Tạm dừng chi trả ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, kể từ ${longMonth(from)}.`),
    ],
    details: [labelled('Lý do', reason)],
    further: [],
    concerned: concerning(person),
  }
}
