import { randomBelow } from '#kernel/chance'

/** Digits and letters people read aloud and copy by hand without mistaking one for another (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The kinds of codes, how many random signs each has, and how it is written; the last sign checks the others. */
const kinds = {
  /** A file («mã hồ sơ»): HS-26-7KQ4-MX2. Nothing is shown for it without the birth date. */
  application: { random: 6, prefix: 'HS', groups: [4, 3] },
  /** A draft to come back to («mã tiếp tục»): whoever has it may read the draft. */
  draft: { random: 11, prefix: '', groups: [4, 4, 4] },
  /** A word to the office («phản ánh»): P-7KQ4-MX2P-93TD. Nobody can give it out again. */
  feedback: { random: 11, prefix: 'P', groups: [4, 4, 4] },
  /** What the QR code of a decision says («mã xác thực»). */
  document: { random: 11, prefix: 'V', groups: [4, 4, 4] },
} as const
export type CodeKind = keyof typeof kinds

/** A new code, at random: one tells nothing of the next. */
export function newCode(kind: CodeKind, year?: number): string {
  const signs = Array.from({ length: kinds[kind].random }, () => randomBelow(alphabet.length))
  return codeOf(kind, signs, year)
}

/** The code of given random signs; files carry the year they were received in. */
export function codeOf(kind: CodeKind, signs: readonly number[], year?: number): string {
  const { prefix, groups } = kinds[kind]
  const text = [...signs, checkOf(signs)].map((sign) => alphabet[sign]).join('')
  const parts: string[] = prefix ? [prefix] : []
  if (year !== undefined) parts.push(String(year % 100).padStart(2, '0'))
  let from = 0
  for (const length of groups) parts.push(text.slice(from, (from += length)))
  return parts.join('-')
}

/**
 * A code as it is kept, from what somebody typed: small letters, O for 0, I and L for 1, blanks or no hyphens; undefined
 * where it cannot be one, so that a slip of the pen is told apart from a file that is not there.
 */
export function readCode(kind: CodeKind, typed: string): string | undefined {
  const { random, prefix } = kinds[kind]
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  if (!plain.startsWith(prefix)) return undefined
  const rest = plain.slice(prefix.length)
  const year = kind === 'application' ? rest.slice(0, 2) : ''
  if (year && !/^\d\d$/.test(year)) return undefined
  const signs = Array.from(rest.slice(year.length), (sign) => alphabet.indexOf(lookalikes[sign] ?? sign))
  if (signs.length !== random + 1 || signs.includes(-1) || syndromeOf(signs) !== 0) return undefined
  return codeOf(kind, signs.slice(0, -1), year ? Number(year) : undefined)
}

const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** The sign that makes the whole a multiple of x + 2 over GF(32): one wrong sign, or two exchanged, never go unseen. */
function checkOf(signs: readonly number[]): number {
  return timesTwo(syndromeOf(signs))
}

function syndromeOf(signs: readonly number[]): number {
  return signs.reduce((sum, sign) => timesTwo(sum) ^ sign, 0)
}

/** Twice an element of GF(32) with x⁵ + x² + 1. */
function timesTwo(element: number): number {
  return element & 16 ? (element << 1) ^ 0b100101 : element << 1
}
