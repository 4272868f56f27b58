import { expect, test } from 'vitest'
import { cellsOutline } from './hexagons.ts'

const sidesOf = (path: string) =>
  path
    .split('Z')
    .filter(Boolean)
    .map((loop) => loop.split(/[ML]/).length - 1)

test.for([
  ['one cell', [[0, 0]], [6]],
  ['two beside each other', [[0, 0], [0, 1]], [10]], // prettier-ignore
  ['two in rows of which one is shifted', [[1, 3], [2, 4]], [10]], // prettier-ignore
  ['three that meet in a corner', [[0, 0], [0, 1], [1, 0]], [12]], // prettier-ignore
  ['two apart', [[0, 0], [0, 5]], [6, 6]], // prettier-ignore
  ['a ring, with the hole in it', [[0, 0], [0, 1], [1, 1], [2, 1], [2, 0], [1, -1]], [18, 6]], // prettier-ignore
] as const)('%s: lines only where no other cell is', ([, cells, sides]) => {
  const outline = cellsOutline(cells.map(([row, column]) => ({ row, column })))
  expect(sidesOf(outline).toSorted((a, b) => b - a)).toEqual(sides)
})
