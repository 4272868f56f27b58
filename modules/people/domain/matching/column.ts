/** One way in which two values can be alike, the closest first; the last one of a comparison is that they differ. */
export type Level = {
  readonly name: string
  /** Agreement on something rare says more than on something common: what is counted here, where anything is. */
  readonly counts?: string
  /**
   * Which of this level and the closer ones it is tells when the records were written, and not of whom: it weighs no less than all of
   * them together, however rare it was in what the weights were learned from.
   */
  readonly isByTime?: boolean
}

/** One thing that is compared of two records. Its levels are data, so that weights can be learned for each. */
export type Comparison = { readonly name: string; readonly levels: readonly Level[] }

/** The level of a comparison where one side says nothing: it weighs nothing. */
export const unknown = -1

/**
 * What a column of records knows of its values. A value is kept once, as a number from 1; 0 is nothing. Comparing two
 * records is comparing two numbers, and what is dear is worked out once for each value, not for each pair.
 */
export type Column = {
  readonly comparisons: readonly Comparison[]
  /** What records can be brought together by. */
  readonly parts: readonly string[]
  readonly intern: (texts: readonly string[]) => number
  /** Writes the level of each comparison, or `unknown`, from a place on. */
  readonly compare: (one: number, other: number, into: Int8Array, at: number) => void
  /** What a value is counted as, for the level of a comparison; 0 for nothing. */
  readonly countedAs: (value: number, comparison: number, level: number) => number
  readonly partOf: (value: number, part: string) => string | undefined
  /** The value as it came, for people; what was left out of it stays out. */
  readonly textOf: (value: number, comparison: number) => string
}

/** Gives each text a number from 1 on, the same for the same text. */
export function openNumbering() {
  const numbers = new Map<string, number>()
  return {
    of: (text: string): number => {
      let number = numbers.get(text)
      if (number === undefined) {
        number = numbers.size + 1
        numbers.set(text, number)
      }
      return number
    },
    find: (text: string): number | undefined => numbers.get(text),
    size: () => numbers.size,
  }
}

/** So many texts are remembered at a time. */
const mostTexts = 50_000

/** Reads a text that is met again and again, as dates and villages are, once for all. */
export function readOnce(read: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    let value = known.get(text)
    if (value === undefined) {
      if (known.size >= mostTexts) known.clear()
      known.set(text, (value = read(text)))
    }
    return value
  }
}

/** FNV-1a over a text, in 32 bits, never 0: 0 stands for nothing. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash >>> 0 || 1
}

/** Texts that stand for nothing in lists, in small letters. */
const nothing = new Set([
  '',
  '-',
  '--',
  '.',
  '?',
  'x',
  'n/a',
  'na',
  'nan',
  'null',
  'none',
  'không',
  'không có',
  'khong',
])

export function isNothing(text: string): boolean {
  return nothing.has(text.trim().toLowerCase())
}

/** Values up to this number are compared with each other once; what comes after them is rare, or not repeated. */
const side = 4096
const unasked = 255

/** Remembers how values are alike that stand for each other's comparison again and again. */
export function remembering(relate: (one: number, other: number) => number) {
  let relations: Uint8Array | undefined
  return (one: number, other: number): number => {
    if (one >= side || other >= side) return relate(one, other)
    relations ??= new Uint8Array(side * side).fill(unasked)
    const at = one * side + other
    if (relations[at] === unasked) relations[at] = relate(one, other)
    return relations[at]!
  }
}
