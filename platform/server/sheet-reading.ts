import { Worker } from 'node:worker_threads'
import { Problem } from '#kernel/problem'
import { sheetProblems as problems } from '#platform/contract/sheet-problems'
import { assertUnpacksWithin, formatOf, type SheetFormat } from './sheet-archive.ts'

/** The largest workbook people may send, and what it may unpack to. */
export const largestWorkbook = 20 * 1024 * 1024
const largestUnpacked = 300 * 1024 * 1024
export const mostSheetRows = 50_000
/** Titles and headers above them. */
const mostAbove = 50

/** A cell as it shows: a date as YYYY-MM-DD, a number without its format but for the zeros in front. */
export type SheetCell = {
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'error'
  /** The value is the one the program that saved the file had computed. */
  readonly isFormula?: true
}

export type SheetRow = {
  /** As people count, from 1. */
  readonly number: number
  readonly cells: readonly (SheetCell | null)[]
}

export type Sheet = {
  readonly name: string
  readonly format: SheetFormat
  readonly rows: readonly SheetRow[]
  readonly formulas: number
}

export type SheetTask =
  | {
      readonly kind: 'read'
      readonly bytes: Uint8Array
      readonly format: SheetFormat
      readonly mostRows: number
    }
  | {
      readonly kind: 'excerpt'
      readonly bytes: Uint8Array
      readonly format: SheetFormat
      readonly excerpt: Excerpt
    }

/** Which rows of a workbook to give back, with what to say about each. */
export type Excerpt = {
  /** Title and header rows, through the last row before the data. */
  readonly headerRows: number
  readonly reasonTitle: string
  readonly rows: readonly {
    readonly number: number
    readonly reason: string
    /** Zero-based columns whose cells are marked, with the note each gets. */
    readonly marks: readonly { readonly column: number; readonly note: string }[]
  }[]
}

/** Reads the first sheet that has something on it, away from the main thread; the archive is weighed before it is opened. */
export async function readSheet(file: { name: string; bytes: Uint8Array }): Promise<Sheet> {
  const bytes = Buffer.from(file.bytes)
  if (bytes.length > largestWorkbook) throw problems('too_large', { limit: largestWorkbook })
  const format = formatOf(bytes, file.name)
  if (format === 'xlsx') await assertUnpacksWithin(bytes, largestUnpacked)
  const sheet = (await inWorker({
    kind: 'read',
    bytes,
    format,
    mostRows: mostSheetRows + mostAbove,
  })) as Sheet // What the worker answers to `read`.
  if (sheet.rows.length === 0) throw problems('empty')
  return sheet
}

/** A workbook with the header of another, some of its rows as they were, and a reason beside each. */
export async function excerptSheet(
  file: { name: string; bytes: Uint8Array },
  excerpt: Excerpt,
): Promise<Uint8Array> {
  const bytes = Buffer.from(file.bytes)
  const format = formatOf(bytes, file.name)
  if (format === 'xlsx') await assertUnpacksWithin(bytes, largestUnpacked)
  return (await inWorker({ kind: 'excerpt', bytes, format, excerpt })) as Uint8Array // What it answers to `excerpt`.
}

export type SheetAnswer =
  | { readonly ok: unknown }
  | { readonly problem: { code: string; status: 415 | 422; details: Record<string, unknown> } }

/** A worker of its own for each file: what a hostile workbook takes in memory, it takes from nobody else. */
function inWorker(task: SheetTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 700 },
    })
    worker.once('message', (answer: SheetAnswer) => {
      if ('ok' in answer) resolve(answer.ok)
      else reject(new Problem(answer.problem.code, answer.problem.status, answer.problem.details))
    })
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? problems('unpacks_too_large') : error),
    )
    worker.once('exit', () => reject(new Error('The reader of workbooks ended without an answer')))
  })
}
