import { civilDate, CivilDate, month, type Month } from '#kernel/civil-date'
import { dong, tenths, type Dong, type Tenths } from '#kernel/dong'
import { parseBirth, type Birth } from '../birth-date.ts'
import { normaliseNumber } from '../identifier.ts'
import { foldHeader } from './columns.ts'

/** A cell as the reader of sheets gives it. */
export type ImportCell = {
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'error'
  readonly isFormula?: true | undefined
}

export type ReadBirth = Birth & { readonly how: 'plain' | 'serial' | 'two_digits' }

/** A day as lists write it: a date cell, dd/mm/yyyy, a year alone, a serial number of Excel, or two digits of a year. */
export function readBirth(cell: ImportCell, today: CivilDate): ReadBirth | undefined {
  if (cell.kind === 'date') {
    const day = CivilDate.safeParse(cell.text)
    return day.success ? { born: day.data, bornPrecision: 'day', how: 'plain' } : undefined
  }
  const text = cell.text.trim()
  const serial = /^\d{5}$/.test(text) ? Number(text) : undefined
  // Between 1900-01-01 and today; a year has four digits, so five can be nothing else.
  if (serial !== undefined) {
    const born = dayOfSerial(serial)
    return born <= today ? { born, bornPrecision: 'day', how: 'serial' } : undefined
  }
  const short = /^(?:(\d{1,2})[/.-])?(?:(\d{1,2})[/.-])?(\d{2})$/.exec(text)
  if (short) {
    const [, first, second, year] = short
    const parts = [first, second].filter((part) => part !== undefined)
    const born = parseBirth([...parts, `20${year}`].join('/'))
    return born && { ...born, how: 'two_digits' }
  }
  const birth = parseBirth(text)
  return birth && { ...birth, how: 'plain' }
}

/** A day written as a birth date would be; undefined where a part of it is missing. */
export function readDay(cell: ImportCell, today: CivilDate): CivilDate | undefined {
  const read = readBirth(cell, today)
  return read?.bornPrecision === 'day' ? read.born : undefined
}

/** «10/2024», «tháng 10 năm 2024», or any day of it. */
export function readMonth(cell: ImportCell, today: CivilDate): Month | undefined {
  const read = readBirth(cell, today)
  return read && read.bornPrecision !== 'year' ? month(read.born.slice(0, 7)) : undefined
}

/** Excel counts days from 1899-12-30, but for the first two months of 1900. */
export function dayOfSerial(serial: number): CivilDate {
  return civilDate(Temporal.PlainDate.from('1899-12-30').add({ days: serial }).toString())
}

export function readSex(text: string): 'female' | 'male' | undefined {
  const folded = foldHeader(text)
  if (['nu', 'f', 'female', 'gai', 'ba', '0', 'n u'].includes(folded)) return 'female'
  if (['nam', 'm', 'male', 'trai', 'ong', '1'].includes(folded)) return 'male'
  return undefined
}

/** What a mark in a column like «Nữ» means; a zero and a hyphen mean no. */
export function isMarked(text: string): boolean {
  return !['', '0', '-', 'khong', 'k'].includes(foldHeader(text) || text.trim())
}

export type ReadNumber =
  | { readonly number: string; readonly kind: 'personal_id' | 'legacy_id' }
  | { readonly suggested: string; readonly kind: 'personal_id' }
  | { readonly problem: 'number_length'; readonly digits: number }
  | { readonly problem: 'number_signs' | 'number_rounded' }

/**
 * A number of 12 digits, or of 9 from before; one digit less is a zero that Excel took for nothing when the cell holds a
 * number or the rest fits, because every personal number of the provinces begins with it.
 */
export function readNumber(cell: ImportCell): ReadNumber {
  if (/e\+?\d+$/i.test(cell.text)) return { problem: 'number_rounded' }
  const digits = normaliseNumber(cell.text.replace(/^'/, ''))
  if (!/^\d+$/.test(digits)) return { problem: 'number_signs' }
  if (digits.length === 12) return { number: digits, kind: 'personal_id' }
  if (digits.length === 11 || digits.length === 10) {
    const suggested = digits.padStart(12, '0')
    return /^0\d{2}[0-3]/.test(suggested)
      ? { suggested, kind: 'personal_id' }
      : { problem: 'number_length', digits: digits.length }
  }
  if (digits.length === 9) return { number: digits, kind: 'legacy_id' }
  return { problem: 'number_length', digits: digits.length }
}

/** «1,5», «1.5», «2»; coefficients have one digit behind the comma and lie below ten. */
export function readCoefficient(text: string): Tenths | undefined {
  const match = /^(\d)(?:[.,](\d)0*)?$/.exec(text.trim().replace(/^0(?=\d)/, ''))
  return match ? tenths(Number(match[1]) * 10 + Number(match[2] ?? '0')) : undefined
}

/** «540.000», «540,000 đ», «540000»: whole đồng. */
export function readMoney(text: string): Dong | undefined {
  const plain = text
    .trim()
    .replace(/\s*(?:đồng|đ|vnđ|vnd)$/i, '')
    .replaceAll(/\s/g, '')
  if (/^\d+(?:\.0+)?$/.test(plain) && !/^\d{1,3}\.000$/.test(plain)) return dong(Number(plain.split('.')[0]))
  return /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) ? dong(Number(plain.replaceAll(/[.,]/g, ''))) : undefined
}

export function readPoverty(text: string): 'poor' | 'near_poor' | 'none' | undefined {
  const folded = foldHeader(text)
  if (/\bcan ngheo\b|^cn$|^hcn$/.test(folded)) return 'near_poor'
  if (/\bkhong( thuoc)?\b|^k$|^0$/.test(folded)) return 'none'
  if (/\bngheo\b|^hn$|^x$|^1$|^n$/.test(folded)) return 'poor'
  return ['trung binh', 'binh thuong', 'khac'].includes(folded) ? 'none' : undefined
}

const disabilityWords: readonly (readonly [string, RegExp])[] = [
  ['mobility', /van dong/],
  ['hearing_speech', /nghe|noi/],
  ['sight', /nhin|\bmu\b/],
  ['mental', /than kinh|tam than/],
  ['intellectual', /tri tue/],
  ['other', /khac/],
]

export function readDisabilityTypes(text: string): string[] {
  const folded = foldHeader(text)
  return disabilityWords.flatMap(([type, words]) => (words.test(folded) ? [type] : []))
}
