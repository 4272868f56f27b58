import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate as otherWork } from 'node:timers/promises'

export { readSheet } from './sheet-reading.ts'

export type SheetColumn = {
  readonly header: string
  /** In characters. */
  readonly width: number
  /** A number is whole: how many, or which in the list. */
  readonly kind?: 'text' | 'number' | 'coefficient' | 'money' | undefined
}

export type Cell = string | number | null

export type NewSheet = {
  readonly name: string
  /** Of an official paper, line by line: the office that issues it at the left, the state at the right; the title is then centred. */
  readonly letterhead?: readonly (readonly [office: string, state: string])[]
  /** Lines above the table, the first one bold. */
  readonly title: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** Rows below the table, in bold. */
  readonly totals?: readonly (readonly Cell[])[]
  /** Lines below everything. */
  readonly notes?: readonly string[]
}

const formats = { text: '@', number: '0', coefficient: '0.0#', money: '#,##0' } as const
const rowsAtOnce = 500

/** Writes a workbook of one sheet. Text stays text, so that numbers of people keep their zeros and nothing is a formula. */
export async function writeSheet(sheet: NewSheet): Promise<Uint8Array<ArrayBuffer>> {
  const out = new PassThrough()
  const bytes = buffer(out)
  await Promise.all([streamSheet(sheet, out), bytes])
  return new Uint8Array(await bytes)
}

/** The same into a stream, as rows come; other requests go on in between. */
export async function streamSheet(
  { name, letterhead = [], title, columns, rows, totals = [], notes = [] }: NewSheet,
  out: NodeJS.WritableStream,
): Promise<void> {
  // Loaded when the first list is written: it takes more memory than the rest of the program.
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({ stream: out as never, useStyles: true, useSharedStrings: false }) // A node stream.
  const sheet = workbook.addWorksheet(name.slice(0, 31).replaceAll(/[\\/*?:[\]]/g, ' '), {
    views: [{ state: 'frozen', ySplit: letterhead.length + title.length + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  const add = (cells: readonly Cell[], isBold: boolean) => {
    const row = sheet.addRow([])
    for (const [index, value] of cells.entries()) {
      if (value === null) continue
      const cell = row.getCell(index + 1)
      cell.value = value
      cell.numFmt = typeof value === 'string' ? '@' : formats[columns[index]?.kind ?? 'number']
      if (isBold) cell.font = { bold: true }
    }
    row.commit()
  }
  const addCentred = (spans: readonly { text: string; from: number; to: number }[], isBold: boolean) => {
    const row = sheet.addRow([])
    for (const { text, from, to } of spans) {
      const cell = row.getCell(from)
      cell.value = text
      cell.font = { bold: isBold }
      cell.alignment = { horizontal: 'center' }
      sheet.mergeCells(row.number, from, row.number, to)
    }
    row.commit()
  }
  const [middle, last] = [columnsOfOffice(columns), columns.length]
  for (const [office, state] of letterhead)
    addCentred(
      [
        { text: office, from: 1, to: middle },
        { text: state, from: middle + 1, to: last },
      ],
      true,
    )
  for (const [index, line] of title.entries())
    if (letterhead.length > 0) addCentred([{ text: line, from: 1, to: last }], index === 0)
    else add([line], index === 0)
  add(
    columns.map(({ header }) => header),
    true,
  )
  let written = 0
  for await (const row of rows) {
    add(row, false)
    if (++written % rowsAtOnce === 0) await otherWork()
  }
  for (const row of totals) add(row, true)
  for (const line of notes) add([line], false)
  sheet.commit()
  await workbook.commit()
}

/** How many columns the office stands over: the left two fifths of the sheet, as on paper. */
function columnsOfOffice(columns: readonly SheetColumn[]): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  let end = 0
  const over = columns.findIndex(({ width }) => (end += width) > (whole * 2) / 5)
  return Math.max(1, over)
}
