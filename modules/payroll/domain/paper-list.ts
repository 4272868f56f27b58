import type { LineKind } from '../contract.ts'

/** What a signed list needs of a line. */
export type PrintedLine = {
  readonly personId: string
  readonly payeeId: string
  readonly fullName: string
  readonly payeeName: string
  readonly born: string
  readonly areaId: number
  readonly method: 'cash' | 'account'
  readonly payPointId: number | null
  readonly bank: string | null
  /** The last four digits are all that is printed of an account. */
  readonly accountEnding: string | null
  readonly kind: LineKind
  readonly amount: number
}

/** A person whose components go to two payees stands on two rows, and is one person. */
export type Sum = {
  readonly rows: number
  readonly people: number
  readonly regular: number
  readonly arrears: number
}

export type SignedRow = {
  readonly number: number
  readonly line: PrintedLine
  readonly regular: number
  readonly arrears: number
}

export type SignedPage = { readonly rows: readonly SignedRow[]; readonly sum: Sum; readonly running: Sum }

/** How the people on one list are paid: in cash at a pay point or, without one, at the commune; or by transfer. */
export type Way = { readonly method: 'cash' | 'account'; readonly payPointId: number | null }

/** One list to be signed: of a unit and a way of payment, cut into pages. */
export type ListToSign = Way & {
  readonly areaId: number
  readonly pages: readonly SignedPage[]
  readonly total: Sum
}

/** How high the rows of a list are, and how many a page has room for: `signed` is a page with the signatures below them. */
export type RowRoom = {
  readonly height: number
  readonly first: number
  readonly later: number
  readonly signed: { readonly first: number; readonly later: number }
}

/**
 * Rows to be signed take 12 mm, for a signature or a fingerprint; nobody signs for a transfer, and a line of 7 mm is read as
 * well. The first page has the heading above its rows.
 */
export const rowRoom: Readonly<Record<Way['method'], RowRoom>> = {
  cash: { height: 12, first: 9, later: 12, signed: { first: 5, later: 9 } },
  account: { height: 7, first: 15, later: 20, signed: { first: 9, later: 15 } },
}
/** Nobody signs a sheet on which nothing stands, nor one that a single row could be added to. */
export const leastSigned = 3

/**
 * A list for each unit and way of payment, those to be signed for first; one row for each person and payee, who sign
 * once. Numbers go on through all lists, so that the last number is how many rows there are.
 */
export function listsToSign(lines: readonly PrintedLine[]): ListToSign[] {
  const lists = Map.groupBy(lines, (line) => {
    const { method, payPointId } = wayOf(line)
    return `${line.areaId} ${method} ${payPointId}`
  })
  let number = 0
  return [...lists.values()].toSorted(byUnitAndWay).map(([first, ...more]) => {
    const people = Map.groupBy([first!, ...more], ({ personId, payeeId }) => `${personId} ${payeeId}`)
    const rows = Array.from(people.values(), (mine): SignedRow => {
      const sum = (kind: LineKind) =>
        mine.reduce((total, line) => total + (line.kind === kind ? line.amount : 0), 0)
      number += 1
      return { number, line: mine[0]!, regular: sum('regular'), arrears: sum('arrears') }
    })
    return {
      areaId: first!.areaId,
      ...wayOf(first!),
      pages: pagesOf(rows, rowRoom[wayOf(first!).method]),
      total: sumOf(rows),
    }
  })
}

/** What all lists together come to. */
export function totalOf(lists: readonly ListToSign[]): Sum {
  return sumOf(lists.flatMap(({ pages }) => pages.flatMap(({ rows }) => rows)))
}

function wayOf({ method, payPointId }: PrintedLine): Way {
  if (payPointId !== null) return { method: 'cash', payPointId } // As it was when the line was drawn up.
  return { method, payPointId: null }
}

function byUnitAndWay([one]: readonly PrintedLine[], [two]: readonly PrintedLine[]): number {
  const rank = (line: PrintedLine) => (wayOf(line).method === 'account' ? 1 : 0)
  return (
    one!.areaId - two!.areaId || rank(one!) - rank(two!) || (one!.payPointId ?? -1) - (two!.payPointId ?? -1) // The commune itself before its pay points.
  )
}

function pagesOf(rows: readonly SignedRow[], room: RowRoom): SignedPage[] {
  const pages: SignedPage[] = []
  let start = 0
  for (const size of pageSizes(rows.length, room)) {
    const end = start + size
    const own = rows.slice(start, end)
    pages.push({ rows: own, sum: sumOf(own), running: sumOf(rows.slice(0, end)) })
    start = end
  }
  return pages
}

/** How many rows each page has: the last as many as go with the signatures, and never fewer than belong there. */
function pageSizes(rows: number, { first, later, signed }: RowRoom): number[] {
  const sizes = [Math.min(rows, first)]
  for (let left = rows - first; left > 0; left -= later) sizes.push(Math.min(left, later))
  const last = sizes.pop()!
  if (last > (sizes.length === 0 ? signed.first : signed.later))
    return [...sizes, last - leastSigned, leastSigned]
  const before = sizes.pop()
  if (before === undefined) return [last]
  const lent = Math.max(0, leastSigned - last)
  return [...sizes, before - lent, last + lent]
}

function sumOf(rows: readonly SignedRow[]): Sum {
  return {
    rows: rows.length,
    people: new Set(rows.map(({ line }) => line.personId)).size,
    regular: rows.reduce((total, { regular }) => total + regular, 0),
    arrears: rows.reduce((total, { arrears }) => total + arrears, 0),
  }
}
