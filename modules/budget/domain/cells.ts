import { mostLines } from './lines.ts'

/**
 * What a month comes to, one cause after another: as it stands, with the ages people reach, with the law of the month,
 * with those who die. The last level is what is expected before the trend.
 */
export const levels = ['base', 'ageing', 'law', 'deaths'] as const

/** Grants («suất hưởng») and đồng of each unit, line and level: expected values, not yet whole. */
export type Cells = {
  readonly areas: number
  readonly add: (area: number, line: number, level: number, people: number, amount: number) => void
  readonly people: (area: number, line: number, level: number) => number
  readonly amount: (area: number, line: number, level: number) => number
}

const width = levels.length * 2

export function emptyCells(areas: number): Cells {
  const sums = new Float64Array(areas * mostLines * width)
  const at = (area: number, line: number, level: number) => (area * mostLines + line) * width + level * 2
  return {
    areas,
    add: (area, line, level, people, amount) => {
      const place = at(area, line, level)
      sums[place]! += people
      sums[place + 1]! += amount
    },
    people: (area, line, level) => sums[at(area, line, level)]!,
    amount: (area, line, level) => sums[at(area, line, level) + 1]!,
  }
}

/** Over all units. */
export function sumOver(areas: number, value: (area: number) => number): number {
  let sum = 0
  for (let area = 0; area < areas; area++) sum += value(area)
  return sum
}
