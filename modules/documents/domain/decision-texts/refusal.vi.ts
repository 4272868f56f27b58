import type { Block, Run } from '../paper.ts'
import { capital, described, longDay, named, plainName } from '../phrases.vi.ts'
import { plain } from './parts.vi.ts'
import type { Of } from './text.ts'

/** The written answer to whoever is refused. */
export function refusalText(facts: Of<'refuse'>, office: string): { about: string; blocks: Block[] } {
  const { person, addressee, asked, file, completeOn, bases, reasons, remedy } = facts
  const told: Run[] = addressee === undefined ? named(person) : [{ text: addressee, bold: true }]
  const paragraph = (...text: Run[]): Block => ({ kind: 'paragraph', text, isCentred: false })
  return {
    about: `không đủ điều kiện ${asked}`,
    blocks: [
      paragraph(
        plain(`${capital(longDay(completeOn))}, ${office} đã nhận đủ hồ sơ mã số ${file} của `),
        ...(addressee === undefined ? described(person) : told),
        plain(`, đề nghị ${asked}`),
        ...(addressee === undefined ? [] : [plain(' đối với '), ...described(person)]),
        plain('.'),
      ),
      ...(bases.length > 0 ? [paragraph(plain(`Căn cứ ${bases.join('; ')};`))] : []),
      paragraph(
        plain(`Sau khi xem xét hồ sơ, ${office} thông báo `),
        ...told,
        plain(` không đủ điều kiện ${asked} vì các lý do sau đây:`),
      ),
      { kind: 'items', isNumbered: reasons.length > 1, items: reasons.map((reason) => [plain(reason)]) },
      ...(remedy === null ? [] : [paragraph(plain(remedy))]),
      paragraph(plain(`${office} thông báo để ${addressee ?? plainName(person)} được biết./.`)),
    ],
  }
}
