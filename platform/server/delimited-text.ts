import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { markedEncoding } from './table-encoding.ts'

/** Why a file cannot be read as a table, and on which line people find it. */
export class UnreadableTable extends Error {
  readonly code:
    | 'empty'
    | 'not_text'
    | 'wrong_encoding'
    | 'unknown_encoding'
    | 'quote_open'
    | 'too_many_cells'
    | 'header_twice'
  readonly line: number
  readonly detail: string
  constructor(code: UnreadableTable['code'], line: number, detail = '') {
    super(`${code} on line ${line}: ${detail}`)
    this.code = code
    this.line = line
    this.detail = detail
  }
}

export type DelimitedTable = {
  readonly columns: readonly string[]
  readonly encoding: string
  readonly delimiter: string
  /** Rows as they come, each with the line it begins on; cells that are missing at its end are empty. */
  readonly rows: AsyncIterable<{ readonly line: number; readonly cells: readonly string[] }>
}

const delimiters = [',', ';', '\t', '|'] as const
/** A cell longer than this has no end: a quotation mark was opened and never closed. */
const longestCell = 200_000
const sampleSize = 64 * 1024

/**
 * Opens a table of text, row by row, so that its size does not matter: UTF-8 or UTF-16, with a mark at the beginning or
 * without, between commas, semicolons, tabs or bars, whichever the first line has.
 */
export async function openDelimited(
  path: string,
  {
    encoding: wanted,
    delimiter: given,
  }: { readonly encoding?: string | undefined; readonly delimiter?: string | undefined } = {},
): Promise<DelimitedTable> {
  const sample = await readSample(path)
  if (sample.length === 0) throw new UnreadableTable('empty', 1)
  const encoding = wanted ?? encodingIn(sample)
  const decode = decoderOf(encoding)
  decode(new Uint8Array(), false, 1)
  const start = new TextDecoder(encoding).decode(sample)
  const delimiter = given ?? delimiterOf(start)
  const records = recordsOf(textOf(path, encoding), delimiter)
  const first = await records.next()
  if (first.done) throw new UnreadableTable('empty', 1)
  const columns = first.value.cells.map((cell) => cell.trim())
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index)
  if (twice !== undefined) throw new UnreadableTable('header_twice', first.value.line, twice)
  return { columns, encoding, delimiter, rows: fitted(records, columns.length) }
}

async function readSample(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(sampleSize), 0, sampleSize, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Text in UTF; a table in another encoding is read by the one that is named. */
function encodingIn(sample: Uint8Array): string {
  const marked = markedEncoding(sample)
  if (marked === 'binary') throw new UnreadableTable('not_text', 1)
  return marked ?? 'utf-8'
}

function decoderOf(encoding: string) {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableTable('unknown_encoding', 1, encoding)
    throw error
  }
  return (bytes: Uint8Array, isMore: boolean, line: number): string => {
    try {
      return decoder.decode(bytes, { stream: isMore })
    } catch (error) {
      if (error instanceof TypeError)
        throw new UnreadableTable('wrong_encoding', line + linesBefore(bytes, encoding), encoding)
      throw error
    }
  }
}

/** How many lines end before the first sign that is none in this encoding. */
function linesBefore(bytes: Uint8Array, encoding: string): number {
  const [good = ''] = new TextDecoder(encoding).decode(bytes).split('\ufffd')
  return good.split('\n').length - 1
}

async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decode = decoderOf(encoding)
  let line = 1
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = piece as Buffer // No encoding was set, so pieces are bytes.
    const text = decode(bytes, true, line)
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line++
    if (text.includes('\0')) throw new UnreadableTable('not_text', line)
    yield text
  }
  yield decode(new Uint8Array(), false, line)
}

/** The delimiter the first line has most of, outside quotation marks. */
function delimiterOf(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.trimStart())?.[0] ?? '').replaceAll(
    /"(?:[^"]|"")*"/g,
    '',
  )
  const counts = delimiters.map((one) => line.split(one).length - 1)
  return delimiters[counts.indexOf(Math.max(...counts))]!
}

type Row = { readonly line: number; readonly cells: readonly string[] }

/** Takes text to rows and cells after RFC 4180; a quotation mark inside a bare cell is a sign like any other. */
async function* recordsOf(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row> {
  let cells: string[] = []
  let cell = ''
  let state: 'start' | 'bare' | 'quoted' | 'closed' = 'start'
  let [line, begun, opened] = [1, 1, 1]
  let isAfterReturn = false
  const isRow = () => cells.length > 0 || cell !== '' || state === 'closed'
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at++) {
      const sign = piece[at]!
      if (sign === '\n' && isAfterReturn) {
        isAfterReturn = false
        if (state !== 'quoted') continue
      }
      isAfterReturn = sign === '\r'
      if (sign === '\n' || (sign === '\r' && state !== 'quoted')) line++
      if (state === 'quoted') {
        if (sign === '"') state = 'closed'
        else cell += sign
        if (cell.length > longestCell) throw new UnreadableTable('quote_open', opened)
      } else if (sign === '"' && state === 'closed') {
        cell += sign
        state = 'quoted'
      } else if (sign === '"' && state === 'start') {
        state = 'quoted'
        opened = line
      } else if (sign === delimiter) {
        cells.push(cell)
        cell = ''
        state = 'start'
      } else if (sign === '\n' || sign === '\r') {
        if (isRow()) yield { line: begun, cells: [...cells, cell] }
        cells = []
        cell = ''
        state = 'start'
        begun = line
      } else {
        cell += sign
        if (state === 'start') state = 'bare'
        if (cell.length > longestCell) throw new UnreadableTable('not_text', begun)
      }
    }
  }
  if (state === 'quoted') throw new UnreadableTable('quote_open', opened)
  if (isRow()) yield { line: begun, cells: [...cells, cell] }
}

/** Every row as wide as the header; empty cells beyond it are left by spreadsheets, others are a mistake. */
async function* fitted(records: AsyncIterable<Row>, width: number): AsyncGenerator<Row> {
  for await (const { line, cells } of records) {
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
      throw new UnreadableTable('too_many_cells', line, String(cells.length))
    yield { line, cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') }
  }
}

/** A cell of a table between commas, in quotation marks where it needs them. */
export function delimitedCell(value: string | number): string {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
