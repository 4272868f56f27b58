import { dayOf, type CivilDate, type Instant, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { moneyInWords } from '#kernel/money-in-words'
import { formatDay } from '#kernel/written'
import type { PaperReference, PersonOnPaper, Signer } from './people.ts'
import type { Run } from './paper.ts'

/** What every official paper says in the same words. They are Vietnamese whatever language the screen has. */

const nbsp = '\u00a0'

/** Days and months below ten have two digits, as Nghị định 30/2020/NĐ-CP wants for days under 10 and months 1 and 2. */
export function longDay(day: CivilDate): string {
  const [year, month, dayOfMonth] = day.split('-')
  return `ngày${nbsp}${dayOfMonth} tháng${nbsp}${monthNumber(month!)} năm${nbsp}${year}`
}

export function longMonth(month: Month): string {
  const [year, number] = month.split('-')
  return `tháng${nbsp}${monthNumber(number!)} năm${nbsp}${year}`
}

function monthNumber(month: string) {
  return Number(month) > 2 ? String(Number(month)) : month
}

/** «08 giờ 30 phút, ngày 12 tháng 11 năm 2026», in Vietnam. */
export function longMoment(moment: Instant): string {
  const { clock, day } = inVietnam(moment)
  return `${clock.slice(0, 2)}${nbsp}giờ${nbsp}${clock.slice(3, 5)}${nbsp}phút, ${longDay(day)}`
}

/** «12/11/2026 08:30» */
export function shortMoment(moment: Instant): string {
  const { clock, day } = inVietnam(moment)
  return `${formatDay(day)} ${clock.slice(0, 5)}`
}

function inVietnam(moment: Instant) {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  return { clock: there.toPlainTime().toString(), day: dayOf(moment) }
}

function birth({ born, bornPrecision }: PersonOnPaper): string {
  const [year, month] = born.split('-')
  if (bornPrecision === 'day') return `sinh ${longDay(born)}`
  if (bornPrecision === 'month') return `sinh tháng${nbsp}${monthNumber(month!)} năm${nbsp}${year}`
  return `sinh năm${nbsp}${year}`
}

export function figures(amount: number): string {
  return amount.toLocaleString('vi-VN')
}

export function money(amount: Dong): string {
  return `${figures(amount)}${nbsp}đồng`
}

/** «540.000 đồng (Năm trăm bốn mươi nghìn đồng)» */
export function moneyTwice(amount: Dong): string {
  return `${money(amount)} (${moneyInWords(amount)})`
}

export function monthlyTwice(amount: Dong): string {
  return `${money(amount)}/tháng (${moneyInWords(amount)})`
}

export function sum(amounts: readonly (Dong | null)[]): Dong {
  return dong(amounts.reduce((total: number, amount) => total + (amount ?? 0), 0))
}

export function coefficient(tenths: number): string {
  return (tenths / 10).toLocaleString('vi-VN', { minimumFractionDigits: 1 })
}

/** «bà **Nguyễn Thị Hòa**» */
export function named({ salutation, fullName }: PersonOnPaper): Run[] {
  return [{ text: `${salutation} ` }, { text: whole(fullName), bold: true }]
}

/** «bà **Nguyễn Thị Hòa**, sinh ngày …, số định danh cá nhân …, nơi cư trú: …» */
export function described(person: PersonOnPaper): Run[] {
  const number = person.identityNumber === null ? '' : `, số định danh cá nhân ${person.identityNumber}`
  return [...named(person), { text: `, ${birth(person)}${number}, nơi cư trú: ${person.address}` }]
}

export function plainName({ salutation, fullName }: PersonOnPaper): string {
  return `${salutation} ${whole(fullName)}`
}

/** A name is not broken before its last word alone: the family and the given name may part, a syllable hangs nowhere. */
function whole(fullName: string) {
  return fullName.replace(/ (?=\S+$)/, nbsp)
}

/** «Quyết định số 12/QĐ-UBND ngày … của …» */
export function cited({ number, signedOn, authority }: PaperReference): string {
  return `Quyết định số ${number} ${longDay(signedOn)} của ${authority}`
}

export function upper(text: string): string {
  return text.toLocaleUpperCase('vi-VN')
}

export function capital(text: string): string {
  return upper(text.slice(0, 1)) + text.slice(1)
}

/** «Xã Tam Sơn» within a sentence: «xã Tam Sơn». */
export function inSentence(unit: string): string {
  return unit.slice(0, 1).toLocaleLowerCase('vi-VN') + unit.slice(1)
}

export function dated({ place }: { readonly place: string }, day: CivilDate | null): string {
  if (day === null) return `${place}, ngày${nbsp.repeat(6)}tháng${nbsp.repeat(6)}năm${nbsp.repeat(8)}`
  return `${place}, ${longDay(day)}`
}

const forCommittee = 'TM. ỦY BAN NHÂN DÂN'

/** «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH» */
export function capacityLines({ capacity, title }: Signer): string[] {
  const head = upper(title ?? 'Chủ tịch')
  switch (capacity) {
    case 'chair':
    case 'head':
      return [head]
    case 'deputy':
    case 'deputy_head':
      return [`KT. ${head}`, `PHÓ ${head}`]
    case 'acting':
      return [`Q. ${head}`]
    case 'for_committee':
      return [forCommittee, head]
    case 'deputy_for_committee':
      return [forCommittee, `KT. ${head}`, `PHÓ ${head}`]
  }
}

/** The same below what the People’s Committee itself says: «TM. ỦY BAN NHÂN DÂN». */
export function committeeLines({ capacity, title, name }: Signer): string[] {
  const lines = capacityLines({ capacity, title, name })
  const isOfCommittee = capacity === 'chair' || capacity === 'deputy' || capacity === 'acting'
  return isOfCommittee ? [forCommittee, ...lines] : lines
}

/** Degrees and kinds of disability, as Luật Người khuyết tật has them. */
export const degreeWords = {
  levels: {
    exceptionally_severe: 'Khuyết tật đặc biệt nặng',
    severe: 'Khuyết tật nặng',
    mild: 'Khuyết tật nhẹ',
  },
  types: {
    mobility: 'vận động',
    hearing_speech: 'nghe, nói',
    sight: 'nhìn',
    mental: 'thần kinh, tâm thần',
    intellectual: 'trí tuệ',
    other: 'khác',
  },
} as const

export const phrases = {
  decision: 'QUYẾT ĐỊNH',
  resolves: 'QUYẾT ĐỊNH:',
  about: (what: string) => `Về việc ${what}`,
  basis: (text: string) => `Căn cứ ${text};`,
  proposedBy: (who: string) => `Theo đề nghị của ${who}.`,
  recipients: 'Nơi nhận:',
  asArticle: (number: number) => `- Như Điều ${number};`,
  recipient: (who: string) => `- ${who};`,
  filed: (where: string) => `- Lưu: ${where}.`,
  draft: 'DỰ THẢO',
  verification: (page: string) => `Kiểm tra văn bản tại ${page}, mã:`,
  inForce: (replaced: PaperReference | undefined) =>
    `Quyết định này có hiệu lực thi hành kể từ ngày ký${replaced ? ` và thay thế ${cited(replaced)}` : ''}.`,
  carriedOutBy: (who: readonly string[]) =>
    `${who.slice(0, -1).join(', ')} và ${who.at(-1)} chịu trách nhiệm thi hành Quyết định này./.`,
} as const
