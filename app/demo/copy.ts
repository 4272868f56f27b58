import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Cell = string | number | boolean | object | null

const rowsAtOnce = 500

/** Writes rows by COPY, in pieces, whatever their number. */
export async function copyIn(
  client: Client,
  table: string,
  columns: string,
  rows: Iterable<readonly Cell[]>,
) {
  const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`))
  await pipeline(Readable.from(piecesOf(rows)), stream)
}

function* piecesOf(rows: Iterable<readonly Cell[]>) {
  let piece: string[] = []
  for (const row of rows) {
    piece.push(row.map(textOf).join('\t'))
    if (piece.length < rowsAtOnce) continue
    yield `${piece.join('\n')}\n`
    piece = []
  }
  if (piece.length > 0) yield `${piece.join('\n')}\n`
}

function textOf(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell)
  return /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text
}

/** Rows made one by one, while they are written. */
export function* map<Item>(
  items: Iterable<Item>,
  row: (item: Item, index: number) => readonly Cell[],
): Generator<readonly Cell[]> {
  let index = 0
  for (const item of items) yield row(item, index++)
}
