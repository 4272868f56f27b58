import { withoutStop } from '#kernel/written'
import type { Run } from '../paper.ts'
import type { PersonOnPaper } from '../people.ts'
import {
  cited,
  coefficient,
  described,
  longMonth,
  money,
  moneyTwice,
  monthlyTwice,
  plainName,
} from '../phrases.vi.ts'
import type { Of } from './text.ts'

type Level = Of<'grant'>['monthly']

export function levelOf(monthly: Level, label = 'Mức hưởng') {
  return labelled(label, `${monthlyTwice(monthly.amount)}${reckoned(monthly)}`)
}

/** «, bằng mức chuẩn 540.000 đồng nhân hệ số 1,5» */
export function reckoned({ reckoning }: Level) {
  if (reckoning === null) return ''
  return `, bằng mức chuẩn trợ giúp xã hội ${money(reckoning.standard)} nhân hệ số ${coefficient(reckoning.coefficientTenths)}`
}

export function timeOf({ from, until }: Level, label = 'Thời gian hưởng') {
  return labelled(label, `kể từ ${longMonth(from)}${until === null ? '' : ` đến hết ${longMonth(until)}`}`)
}

export function arrearsOf(arrears: Of<'grant'>['arrears']) {
  if (arrears === null) return []
  return [labelled('Truy lĩnh', `${moneyTwice(arrears.total)}, của ${span(arrears.from, arrears.until)}`)]
}

export function span(from: Level['from'], until: Level['from']) {
  return from === until ? longMonth(from) : `các tháng từ ${longMonth(from)} đến hết ${longMonth(until)}`
}

export function payeeOf(payee: Of<'grant'>['payee']) {
  if (payee === null) return []
  const relation = payee.relation === null ? '.' : `, quan hệ với người hưởng: ${payee.relation}.`
  return [[plain('Người nhận thay: '), ...described(payee.person), plain(relation)]]
}

/** Who of the family carries a decision out: whoever receives the money, for a child whoever looks after it. */
export function concerning(person: PersonOnPaper, payee: Of<'grant'>['payee'] = null) {
  if (payee !== null) return plainName(payee.person)
  return person.salutation === 'cháu' ? `người chăm sóc, nuôi dưỡng ${plainName(person)}` : plainName(person)
}

export function belonging(ground: string | null) {
  return ground === null ? '' : `, thuộc đối tượng ${ground}`
}

export function heldBy(earlier: Of<'stop'>['earlier']) {
  return earlier === null ? '' : `, đang hưởng theo ${cited(earlier)}`
}

export function labelled(label: string, text: string | null): Run[] {
  return [plain(text === null ? `${label}.` : `${label}: ${ended(text)}`)]
}

/** With one full stop, whether or not whoever wrote it ended their sentence. */
export const ended = (text: string) => `${withoutStop(text)}.`

export function plain(text: string): Run {
  return { text }
}
