import { withoutMarks } from '../syllable.ts'
import { headerWords, type ImportField } from './fields.ts'
import { detectFonts, readOldFonts, type Detected } from './old-fonts.ts'

/** A row of a sheet as far as headers need it: its number and the texts of its cells. */
export type TextRow = { readonly number: number; readonly texts: readonly (string | null)[] }

export type ImportColumn = {
  /** From 0. */
  readonly index: number
  readonly header: string
  readonly samples: string[]
  readonly field: ImportField
  /** 1: the header says it; below: the header mentions it, or only the values speak for it; 0: nothing does. */
  readonly confidence: number
  /** The old font its text was written for, where it was. */
  readonly font?: Detected | undefined
}

export type Layout = {
  /** The last row of the header, as people count. */
  readonly headerRow: number
  readonly firstDataRow: number
  readonly columns: readonly ImportColumn[]
}

/** A header as it is compared: marks, case, signs and old encodings taken away. */
export function foldHeader(text: string): string {
  return withoutMarks(readOldFonts(text))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Finds where the header stands, under whatever titles, in one row or more, and what each column holds. */
export function findLayout(rows: readonly TextRow[]): Layout | undefined {
  const scored = rows.slice(0, 30).map((row, index) => ({ index, score: recognised(row) }))
  const best = scored.toSorted((a, b) => b.score - a.score || a.index - b.index)[0]
  if (!best || best.score < 2) return undefined
  const head = headAround(rows, best.index)
  let data = head.end
  while (data < rows.length && isNumbering(rows[data]!)) data++
  const body = rows.slice(data, data + 200)
  const width = Math.max(...rows.slice(head.start, head.start + 40).map((row) => row.texts.length))
  return {
    headerRow: rows[data - 1]!.number,
    firstDataRow: rows[data]?.number ?? rows[data - 1]!.number + 1,
    columns: guessColumns(titlesOf(rows.slice(head.start, head.end), width), body),
  }
}

/** The rows of the header: the one most is known of, what stands over its gaps, and the parts under it. */
function headAround(rows: readonly TextRow[], best: number): { start: number; end: number } {
  let start = best
  let head = rows[best]!
  while (start > 0 && isOver(rows[start - 1]!, head)) {
    start--
    const above = rows[start]!
    const width = Math.max(above.texts.length, head.texts.length)
    const texts = Array.from({ length: width }, (_, at) => head.texts[at] ?? above.texts[at] ?? null)
    head = { number: above.number, texts }
  }
  const second = rows[best + 1]
  return { start, end: best + (second && isSubheader(head, second) ? 2 : 1) }
}

/**
 * Titles of columns that reach down into a row of parts («Họ và tên» beside «Giấy tờ» over «Số định danh») leave gaps in it.
 * Lines over a list leave none that a title of a column would fill, but by chance one.
 */
function isOver(above: TextRow, head: TextRow): boolean {
  if (above.number !== head.number - 1 || !isSubheader(above, head)) return false
  const filled = above.texts.flatMap((text, at) => {
    if (text === null || head.texts[at]?.trim()) return []
    const guess = fieldOf(text)
    return guess?.confidence === 1 ? guess.field : []
  })
  return filled.length > 1 || filled.includes('fullName')
}

/** The title of a column: what stands lowest in the header, and the whole with the headings over it. */
type Title = { readonly whole: string; readonly part: string }

function titlesOf(head: readonly TextRow[], width: number): Title[] {
  const above = head.map(() => '')
  return Array.from({ length: width }, (_, column) => {
    const own = head.map((row) => row.texts[column]?.trim() ?? '')
    for (const [at, text] of own.entries()) if (text) above[at] = text
    const lowest = own.findLastIndex((text) => text !== '')
    const parts = own.slice(0, lowest + 1).map((text, at) => text || above[at]!)
    return { whole: [...new Set(parts)].filter(Boolean).join(' '), part: own[lowest] ?? '' }
  })
}

function recognised(row: TextRow): number {
  const fields = row.texts.map((text) =>
    text === null || text.length > 60 ? undefined : fieldOf(text)?.field,
  )
  return new Set(fields.filter((field) => field !== undefined)).size
}

/** Under a merged header: names of parts, and nothing where the name of a person would stand. */
function isSubheader(first: TextRow, second: TextRow): boolean {
  const names = first.texts.findIndex((text) => text !== null && fieldOf(text)?.field === 'fullName')
  const under = names < 0 ? null : second.texts[names]
  if (under !== null && under !== undefined && under !== first.texts[names]) return false
  const words = second.texts.filter((text) => text !== null && /\p{L}/u.test(text))
  return words.length > 0 && second.texts.every((text) => text === null || !/\d{4,}/.test(text))
}

/** A row that only numbers the columns: (1) (2) (3), or A B 1 2. */
function isNumbering(row: TextRow): boolean {
  const texts = row.texts.filter((text) => text !== null)
  return texts.length > 2 && texts.every((text) => /^\(?(\d{1,2}|[A-Z])\)?$/.test(text.trim()))
}

type Guess = { readonly field: ImportField; readonly confidence: number }

/** What a header means, and how surely. */
function fieldOf(header: string): Guess | undefined {
  const folded = foldHeader(header)
  if (!folded) return undefined
  for (const [field, words] of headerWords) if (words.includes(folded)) return { field, confidence: 1 }
  const part = partOfAddress(header) ?? partOfCertificate(folded)
  if (part) return part
  let found: { field: ImportField; length: number } | undefined
  for (const [field, words] of headerWords)
    for (const word of words)
      if (word.length > 3 && ` ${folded} `.includes(` ${word} `) && word.length > (found?.length ?? 0))
        found = { field, length: word.length }
  return found && { field: found.field, confidence: 0.7 }
}

/** What a column says of itself goes before what its heading mentions: «Đối tượng / Hệ số» is no group. */
function fieldOfTitle({ whole, part }: Title): Guess | undefined {
  const guess = fieldOf(whole)
  if (whole === part || (guess && guess.confidence >= 0.9)) return guess
  const own = fieldOf(part)
  return own?.confidence === 1 ? { field: own.field, confidence: 0.9 } : guess
}

/** «Địa chỉ / Thôn» is the village, and «Nơi ở: Xã» the commune: what an address is divided into says more than it. */
function partOfAddress(header: string): Guess | undefined {
  const folded = foldHeader(header)
  for (const [field, words] of headerWords) {
    if (field !== 'village' && field !== 'commune') continue
    for (const word of words) {
      const before = folded.endsWith(` ${word}`) ? folded.slice(0, -word.length - 1) : undefined
      if (before !== undefined && addressWords.includes(before)) return { field, confidence: 0.9 }
    }
  }
  return undefined
}

/** «Giấy xác nhận khuyết tật / Mức độ»: what a header over several columns is about, and the part of it that is meant. */
function partOfCertificate(folded: string): Guess | undefined {
  for (const [field, words] of partsOfCertificate)
    for (const word of words) {
      const over = folded.endsWith(` ${word}`) ? folded.slice(0, -word.length - 1) : ''
      if (/\bkhuyet tat$|\bg?xnkt$/.test(over)) return { field, confidence: 1 }
    }
  return undefined
}

const partsOfCertificate = [
  ['disabilityLevel', ['muc do', 'muc']],
  ['disabilityType', ['dang', 'dang tat', 'loai']],
  ['disabilityIssuedOn', ['ngay', 'ngay cap', 'ngay thang', 'ngay thang cap', 'ngay thang nam cap']],
] as const

const addressWords = headerWords.find(([field]) => field === 'address')![1] // It stands in the list.

function guessColumns(titles: readonly Title[], body: readonly TextRow[]): ImportColumn[] {
  const taken = new Map<ImportField, { index: number; confidence: number }>()
  const fonts = detectFonts(titles.map((_, index) => body.flatMap((row) => row.texts[index] ?? [])))
  const guesses = titles.map((title, index) => {
    const header = title.whole
    const samples = samplesOf(body, index)
    const font = fonts[index]
    const guess = fieldOfTitle(title) ?? (header ? undefined : byValues(samples))
    if (!guess) return { index, header, samples, font, field: 'ignored' as const, confidence: 0 }
    const former = taken.get(guess.field)
    if (!former || former.confidence < guess.confidence)
      taken.set(guess.field, { index, confidence: guess.confidence })
    return { index, header, samples, font, ...guess }
  })
  // One column for each field: the surest, then the first.
  return guesses.map((guess) =>
    guess.field === 'ignored' || taken.get(guess.field)!.index === guess.index
      ? guess
      : { ...guess, field: 'ignored', confidence: 0 },
  )
}

function samplesOf(body: readonly TextRow[], index: number): string[] {
  return body.flatMap((row) => row.texts[index] ?? []).slice(0, 3)
}

/** A column without a header whose values can only be one thing. */
function byValues(samples: readonly string[]): { field: ImportField; confidence: number } | undefined {
  if (samples.length === 0) return undefined
  if (samples.every((text) => /^\d{12}$/.test(text))) return { field: 'number', confidence: 0.6 }
  if (samples.every((text) => /^(nam|nữ)$/i.test(text.normalize('NFC'))))
    return { field: 'sex', confidence: 0.6 }
  return undefined
}
