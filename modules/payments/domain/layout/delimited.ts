import { NotUnderstood } from '../not-understood.ts'
import type { Encoding, Separator } from './layout.ts'
import type { Row } from './write-orders.ts'

const encoders: Readonly<Record<Encoding, (text: string, isFirst: boolean) => Buffer>> = {
  // The mark tells Excel that the letters are UTF-8.
  'utf-8-mark': (text, isFirst) => Buffer.from(isFirst ? `\uFEFF${text}` : text),
  'utf-8': (text) => Buffer.from(text),
  'utf-16': (text, isFirst) => Buffer.from(isFirst ? `\uFEFF${text}` : text, 'utf16le'),
}

/** Writes rows as text, piece by piece. */
export async function* writeDelimited(
  rows: AsyncIterable<readonly Row[]>,
  { encoding, separator }: { encoding: Encoding; separator: Separator },
): AsyncGenerator<Buffer> {
  let isFirst = true
  for await (const piece of rows) {
    yield encoders[encoding](piece.map((row) => lineOf(row, separator)).join(''), isFirst)
    isFirst = false
  }
}

/** A line; what a spreadsheet would run as a formula is text. */
export function lineOf(cells: Row, separator: Separator = ','): string {
  return `${cells.map((cell) => cellOf(String(cell), separator)).join(separator)}\r\n`
}

function cellOf(value: string, separator: Separator) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const mostLine = 4000

/** Reads text as it arrives and gives the cells of each whole line; blank lines are counted and not given. */
export function openDelimited(
  { encoding, separator }: { encoding: Encoding; separator: Separator },
  take: (cells: readonly string[], row: number) => void,
) {
  const decoder = new TextDecoder(encoding === 'utf-16' ? 'utf-16le' : 'utf-8', { fatal: true })
  let rest = ''
  let row = 0

  const decode = (piece?: Uint8Array) => {
    try {
      rest += (piece ? decoder.decode(piece, { stream: true }) : decoder.decode()).replace(/^\uFEFF/, '')
    } catch {
      throw new NotUnderstood('encoding', encoding) // The only thing a strict decoder refuses.
    }
  }
  const takeAll = (isLast: boolean) => {
    const lines = rest.split('\n')
    rest = isLast ? '' : lines.pop()!
    if (rest.length > mostLine) throw new NotUnderstood('too_much')
    for (const line of lines) {
      row++
      if (line.length > mostLine) throw new NotUnderstood('too_much')
      if (line.trim() !== '') take(cellsOf(line.replace(/\r$/, ''), separator), row)
    }
  }

  return {
    write(piece: Uint8Array) {
      decode(piece)
      takeAll(false)
    },
    end() {
      decode()
      takeAll(true)
    },
  }
}

/** The cells of a line; quotes hold separators, and two of them one. */
function cellsOf(text: string, separator: Separator): string[] {
  const cells: string[] = []
  for (let at = 0; at <= text.length; at++) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at)
      const stop = end < 0 ? text.length : end
      cells.push(text.slice(at, stop))
      at = stop
      continue
    }
    let cell = ''
    for (at++; ; at++) {
      const quote = text.indexOf('"', at)
      if (quote < 0) throw new NotUnderstood('quotes')
      cell += text.slice(at, quote)
      if (text[quote + 1] !== '"') {
        at = quote + 1
        break
      }
      cell += '"'
      at = quote + 1
    }
    if (at < text.length && text[at] !== separator) throw new NotUnderstood('quotes')
    cells.push(cell)
  }
  return cells
}
