import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { read, type CellObject } from '@e965/xlsx'
import { Workbook, WorkbookReader, type Cell } from '@cj-tech-master/excelts'
import { Problem } from '#kernel/problem'
import { sheetProblems as problems } from '#platform/contract/sheet-problems'
import { decodeTable } from './table-encoding.ts'
import type { SheetFormat } from './sheet-archive.ts'
import type { Sheet, SheetAnswer, SheetCell, SheetRow, SheetTask } from './sheet-reading.ts'

/** Runs in a thread of its own: reads a workbook, or gives back some of its rows. */
const task = workerData as SheetTask // Only sheet-reading.ts starts this file.
const mostColumns = 120

parentPort!.postMessage(await answer())

async function answer(): Promise<SheetAnswer> {
  try {
    return {
      ok:
        task.kind === 'read' ? await readRows(task.bytes, task.format, task.mostRows) : await excerpted(task),
    }
  } catch (error) {
    if (error instanceof Problem)
      return { problem: { code: error.code, status: error.status as 415, details: { ...error.details } } }
    // The libraries have no error of their own for files that only look like workbooks.
    return {
      problem: { code: 'sheet.not_a_workbook', status: 415, details: { cause: String(error).slice(0, 200) } },
    }
  }
}

async function readRows(bytes: Uint8Array, format: SheetFormat, mostRows: number): Promise<Sheet> {
  if (format !== 'xlsx') return readOther(bytes, format, mostRows)
  const reader = new WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  })
  for await (const worksheet of reader) {
    const rows: SheetRow[] = []
    let formulas = 0
    for await (const row of worksheet) {
      const cells: (SheetCell | null)[] = []
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        if (column > mostColumns) return
        const read = cellOf(cell)
        if (read?.isFormula) formulas++
        cells[column - 1] = read
      })
      if (!cells.some(Boolean)) continue
      rows.push({ number: row.number, cells: Array.from(cells, (cell) => cell ?? null) })
      if (rows.length > mostRows) throw problems('too_many_rows', { limit: mostRows })
    }
    const isHidden = 'state' in worksheet && worksheet.state !== 'visible'
    if (rows.length > 1 && !isHidden) return { name: worksheet.name, format, rows, formulas }
  }
  throw problems('empty')
}

function cellOf(cell: Cell): SheetCell | null {
  const { value } = cell
  if (value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) {
    const plain = plainCell((value as { result?: unknown }).result, cell.numFmt)
    return plain && { ...plain, isFormula: true }
  }
  return plainCell(value, cell.numFmt)
}

function plainCell(value: unknown, numFmt?: Cell['numFmt'] | null): SheetCell | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return { kind: 'number', text: withZeros(value, formatText(numFmt)) }
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'x' : '' }
  // oxlint-disable-next-line no-restricted-globals -- the library gives dates as the UTC midnight of their day
  if (value instanceof Date)
    return { kind: 'date', text: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10) }
  if (typeof value === 'object' && 'richText' in value) {
    const text = (value.richText as { text: string }[]).map((part) => part.text).join('')
    return textCell(text)
  }
  if (typeof value === 'object' && 'error' in value) return { kind: 'error', text: String(value.error) }
  if (typeof value === 'object' && 'text' in value) return plainCell(value.text, numFmt)
  return typeof value === 'string' ? textCell(value) : null
}

function textCell(text: string): SheetCell | null {
  return text.trim() === '' ? null : { kind: 'text', text }
}

function formatText(numFmt?: Cell['numFmt'] | null): string | null {
  return (typeof numFmt === 'object' ? numFmt?.formatCode : numFmt) ?? null
}

/** 26138004567 under the format 000000000000 shows as 026138004567, and that is what was typed. */
function withZeros(value: number, format: string | null): string {
  const text = Number.isInteger(value) ? value.toFixed(0) : String(value)
  return format && /^0+$/.test(format) ? text.padStart(format.length, '0') : text
}

function readOther(bytes: Uint8Array, format: SheetFormat, mostRows: number): Sheet {
  const book =
    format === 'csv'
      ? read(decodeTable(bytes), { type: 'string', raw: true, dense: true })
      : read(bytes, { type: 'array', dense: true, cellDates: false, cellNF: true, sheetRows: mostRows + 2 })
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]!
    const dense = (sheet['!data'] ?? []) as (CellObject | undefined)[][] // What `dense` gives.
    let formulas = 0
    const rows = dense.flatMap((row, index): SheetRow[] => {
      const cells = Array.from(row ?? [], (cell) => oldCell(cell)).slice(0, mostColumns)
      formulas += (row ?? []).filter((cell) => cell?.f).length
      return cells.some(Boolean) ? [{ number: index + 1, cells }] : []
    })
    if (rows.length > mostRows) throw problems('too_many_rows', { limit: mostRows })
    if (rows.length > 1) return { name, format, rows, formulas }
  }
  throw problems('empty')
}

function oldCell(cell: CellObject | undefined): SheetCell | null {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'z') return null
  if (cell.t === 'e') return { kind: 'error', text: String(cell.w ?? '#') }
  const isDay = cell.t === 'n' && typeof cell.z === 'string' && /[dmy]{2,}/i.test(cell.z) && !/0/.test(cell.z)
  const plain = isDay
    ? ({ kind: 'date', text: dayOfSerial(Number(cell.v)) } as const)
    : plainCell(cell.v, typeof cell.z === 'string' ? cell.z : null)
  return plain && cell.f ? { ...plain, isFormula: true } : plain
}

/** Excel counts days from 1899-12-30, but for the first two months of 1900. */
function dayOfSerial(serial: number): string {
  return Temporal.PlainDate.from('1899-12-30')
    .add({ days: Math.floor(serial) })
    .toString()
}

/** Copies widths, header and the named rows, values and looks, and sets the reason in a column behind the last. */
async function excerpted({
  bytes,
  format,
  excerpt,
}: Extract<SheetTask, { kind: 'excerpt' }>): Promise<Uint8Array> {
  const source = format === 'xlsx' ? await loaded(bytes) : convert(bytes, format)
  const from = source.worksheets.find((sheet) => sheet.state === 'visible' && sheet.actualRowCount > 1)
  if (!from) throw problems('empty')
  const target = new Workbook()
  const to = target.addWorksheet(from.name)
  const last = from.columnCount
  for (let column = 1; column <= last; column++) {
    const { width } = from.getColumn(column)
    if (width) to.getColumn(column).width = width
  }
  to.getColumn(last + 1).width = 60
  for (let row = 1; row <= excerpt.headerRows; row++) copyRow(from.getRow(row), to.getRow(row))
  for (const merge of from.model.mergeCells ?? []) {
    const bottom = Number(/(\d+)$/.exec(merge)?.[1])
    if (bottom <= excerpt.headerRows) to.mergeCells(merge)
  }
  const title = to.getRow(Math.max(1, excerpt.headerRows)).getCell(last + 1)
  title.value = excerpt.reasonTitle
  title.font = { bold: true }
  excerpt.rows.forEach((row, index) => {
    const copy = to.getRow(excerpt.headerRows + 1 + index)
    copyRow(from.getRow(row.number), copy)
    const reason = copy.getCell(last + 1)
    reason.value = row.reason
    reason.alignment = { wrapText: true, vertical: 'top' }
    for (const mark of row.marks) {
      const cell = copy.getCell(mark.column + 1)
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE2A8' } }
      cell.note = mark.note
    }
  })
  to.views = [{ state: 'frozen', ySplit: excerpt.headerRows, xSplit: 0 }]
  return new Uint8Array(await target.xlsx.writeBuffer())
}

type Row = ReturnType<ReturnType<Workbook['addWorksheet']>['getRow']>

function copyRow(from: Row, to: Row) {
  if (from.height) to.height = from.height
  from.eachCell({ includeEmpty: false }, (cell, column) => {
    if (cell.isMerged && cell.master !== cell) return
    const copy = to.getCell(column)
    const { value } = cell
    // A formula would point at rows that are no longer there.
    copy.value =
      value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)
        ? ((value as { result?: string | number }).result ?? null)
        : value
    copy.style = { ...cell.style }
  })
}

async function loaded(bytes: Uint8Array): Promise<Workbook> {
  const book = new Workbook()
  await book.xlsx.load(bytes)
  return book
}

/** An old or plain file has no looks worth keeping: its values in a new workbook. */
function convert(bytes: Uint8Array, format: SheetFormat): Workbook {
  const book = new Workbook()
  const { name, rows } = readOther(bytes, format, Number.MAX_SAFE_INTEGER)
  const sheet = book.addWorksheet(name)
  for (const row of rows)
    row.cells.forEach((cell, column) => {
      if (cell) sheet.getRow(row.number).getCell(column + 1).value = cell.text
    })
  return book
}
