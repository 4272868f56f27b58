import type { Cell } from './sheets.ts'

/** A workbook that is made again to the byte: no moment and no name of a program stands in it. Held in memory as a whole. */
export async function repeatableSheet(name: string, rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  // Loaded when the first such list is written.
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name.slice(0, 31))
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // What `type` asks for.
}
