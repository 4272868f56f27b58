import type { CivilDate } from '#kernel/civil-date'
import { committeeOf } from './offices.vi.ts'
import type { Paper } from './paper.ts'
import { dated } from './phrases.vi.ts'

type Figure = string | number | null

/** A table of a report: a name, and figures after it. */
export type FigureTable = {
  readonly title: string
  readonly heads: readonly string[]
  /** Shares of the width; the name twice what a figure has, unless told. */
  readonly widths?: readonly number[]
  readonly rows: readonly (readonly Figure[])[]
  /** The last row is the sum of the others. */
  readonly hasTotal: boolean
}

export type FigureReport = {
  readonly unit: { readonly name: string; readonly level: 'commune' | 'province' }
  readonly on: CivilDate
  readonly title: string
  readonly heading: Paper['heading']
  /** What stands before the tables, between them and the last words, and in italics at the end. */
  readonly before: readonly string[]
  readonly tables: readonly FigureTable[]
  readonly grounds: { readonly title: string; readonly lines: readonly string[] } | null
  readonly after: readonly string[]
  readonly caveat: string
  readonly none: string
  readonly signatures: readonly string[]
  readonly signHere: string
  readonly draft: string | null
}

const numbers = new Intl.NumberFormat('vi-VN')

/** A report of figures («biểu số liệu») to be signed; the same tables go into a spreadsheet as `figureRows`. */
export function figureReport(report: FigureReport): Paper {
  const { agency, place } = committeeOf(report.unit)
  return {
    version: 1,
    kind: 'report',
    size: 'a4',
    title: report.title,
    letterhead: {
      superior: [],
      agency,
      number: { value: null, symbol: 'BC-UBND' },
      dated: dated({ place: place ?? '' }, report.on),
      form: null,
    },
    heading: report.heading,
    deciding: null,
    addressee: null,
    blocks: [
      ...report.before.map((text) => paragraph(text)),
      ...report.tables.flatMap((table) => blocksOf(table, report.none)),
      ...(report.grounds
        ? [heading(report.grounds.title), ...report.grounds.lines.map((text) => paragraph(text))]
        : []),
      ...report.after.map((text) => paragraph(text)),
      { kind: 'paragraph', text: [{ text: report.caveat, italic: true }], isCentred: false },
    ],
    closing: {
      recipients: null,
      signatures: report.signatures.map((line) => ({ lines: [line], how: report.signHere, name: null })),
    },
    annexes: [],
    verification: null,
    draft: report.draft,
  }
}

/** The tables one under the other, as rows of a sheet. */
export function figureRows(tables: readonly FigureTable[]): Figure[][] {
  return tables.flatMap(({ title, heads, rows }) => [[title], [...heads], ...rows.map((row) => [...row]), []])
}

type Block = Paper['blocks'][number]
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }], isCentred: false })
const heading = (text: string): Block => ({ kind: 'heading', text })

function blocksOf({ title, heads, widths, rows, hasTotal }: FigureTable, none: string): Block[] {
  if (rows.length === 0) return [heading(title), paragraph(none)]
  return [
    heading(title),
    {
      kind: 'table',
      columns: heads.map((head, place) => ({
        title: head,
        width: widths?.[place] ?? (place === 0 ? 2 : 1.3),
        align: place === 0 ? ('start' as const) : ('end' as const),
      })),
      rows: (hasTotal ? rows.slice(0, -1) : rows).map(written),
      total: hasTotal ? written(rows.at(-1)!) : null,
    },
  ]
}

/** With a minus, as on the pages: a hyphen before a figure is easily read as a dash. */
const figure = (value: number) => numbers.format(value).replace('-', '−')

function written(row: readonly Figure[]): string[] {
  return row.map((cell) => (typeof cell === 'number' ? figure(cell) : (cell ?? '')))
}
