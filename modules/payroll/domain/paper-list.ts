import type { LineKind } from '../contract.ts'

/** What a signed list needs of a line. */
export type PrintedLine = {
  readonly personId: string
  readonly payeeId: string
  readonly fullName: string
  readonly payeeName: string
  readonly born: string
  readonly areaId: number
  readonly payPointId: number | null
  readonly kind: LineKind
  readonly amount: number
}

export type Sum = { readonly people: number; readonly regular: number; readonly arrears: number }

export type SignedRow = {
  readonly number: number
  readonly line: PrintedLine
  readonly regular: number
  readonly arrears: number
}

export type SignedPage = { readonly rows: readonly SignedRow[]; readonly sum: Sum; readonly running: Sum }

/** One list to be signed: of a unit and a pay point, cut into pages. */
export type ListToSign = {
  readonly areaId: number
  readonly payPointId: number | null
  readonly pages: readonly SignedPage[]
  readonly total: Sum
}

/** Rows of 12 mm leave room for a signature; the first page has the heading above them, the last the signatures below. */
export const rowsOnFirstPage = 8
export const rowsOnPage = 11

/** A list for each unit and pay point in the order of the lines, one row for each person and payee: they sign once. */
export function listsToSign(lines: readonly PrintedLine[]): ListToSign[] {
  const lists = Map.groupBy(lines, ({ areaId, payPointId }) => `${areaId} ${payPointId}`)
  return Array.from(lists.values(), (own) => {
    const people = Map.groupBy(own, ({ personId, payeeId }) => `${personId} ${payeeId}`)
    const rows = Array.from(people.values(), (mine, index): SignedRow => {
      const sum = (kind: LineKind) =>
        mine.reduce((total, line) => total + (line.kind === kind ? line.amount : 0), 0)
      return { number: index + 1, line: mine[0]!, regular: sum('regular'), arrears: sum('arrears') }
    })
    const { areaId, payPointId } = own[0]!
    return { areaId, payPointId, pages: pagesOf(rows), total: sumOf(rows) }
  })
}

function pagesOf(rows: readonly SignedRow[]): SignedPage[] {
  const pages: SignedPage[] = []
  for (let start = 0; start < rows.length;) {
    const end = start + (start === 0 ? rowsOnFirstPage : rowsOnPage)
    const own = rows.slice(start, end)
    pages.push({ rows: own, sum: sumOf(own), running: sumOf(rows.slice(0, end)) })
    start = end
  }
  return pages
}

function sumOf(rows: readonly SignedRow[]): Sum {
  return {
    people: new Set(rows.map(({ line }) => line.personId)).size,
    regular: rows.reduce((total, { regular }) => total + regular, 0),
    arrears: rows.reduce((total, { arrears }) => total + arrears, 0),
  }
}
