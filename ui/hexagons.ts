/** A place on a map of hexagons: rows from the top, the odd ones half a cell further to the right. */
export type Cell = { readonly row: number; readonly column: number }

/** From the middle of a hexagon to its corners, and to its sides. */
const corner = 36
const side = (corner * Math.sqrt(3)) / 2

/** The outline of cells as one shape: where two of them meet there is no line. */
export function cellsOutline(cells: readonly Cell[]): string {
  const own = new Set(cells.map(keyOf))
  // Every side that is no other cell’s too, by the corner it begins at, with the clock; each corner begins one of them.
  const next = new Map(
    cells.flatMap((cell) => {
      const corners = cornersOf(cell)
      return neighboursOf(cell).flatMap((beside, index) =>
        own.has(keyOf(beside)) ? [] : [[corners[index]!, corners[(index + 1) % 6]!] as const],
      )
    }),
  )
  let path = ''
  while (next.size > 0) {
    const [start] = next.keys()
    path += `M${start}`
    for (let at = next.get(start!); at !== undefined && at !== start; at = take(next, at)) path += `L${at}`
    next.delete(start!)
    path += 'Z'
  }
  return path
}

function take(next: Map<string, string>, at: string): string | undefined {
  const to = next.get(at)
  next.delete(at)
  return to
}

/** The part of the drawing that holds these cells, as SVG wants it. */
export function viewOfCells(cells: readonly Cell[]): string {
  const centres = cells.map(centreOfCell)
  const [xs, ys] = [centres.map(([x]) => x), centres.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs) - side - 4, Math.min(...ys) - corner - 4]
  return `${left} ${top} ${Math.max(...xs) + side + 4 - left} ${Math.max(...ys) + corner + 4 - top}`
}

const keyOf = ({ row, column }: Cell) => `${row} ${column}`

/** The middle of a cell, where its name stands. */
export function centreOfCell({ row, column }: Cell): [number, number] {
  return [(column + (row % 2) / 2) * 2 * side, row * 1.5 * corner]
}

/** From the top with the clock; corners two cells share are the same text. */
function cornersOf(cell: Cell): string[] {
  const [x, y] = centreOfCell(cell)
  const half = corner / 2
  return [
    [x, y - corner],
    [x + side, y - half],
    [x + side, y + half],
    [x, y + corner],
    [x - side, y + half],
    [x - side, y - half],
  ].map(([one, other]) => `${one!.toFixed(1)} ${other!.toFixed(1)}`)
}

/** The cell beyond each side, in the order of the corners the sides begin at. */
function neighboursOf({ row, column }: Cell): Cell[] {
  const odd = row % 2
  return [
    { row: row - 1, column: column + odd },
    { row, column: column + 1 },
    { row: row + 1, column: column + odd },
    { row: row + 1, column: column + odd - 1 },
    { row, column: column - 1 },
    { row: row - 1, column: column + odd - 1 },
  ]
}
