/**
 * How many of a hundred thousand people of an age and sex die within a year («bảng tử vong»): data of the estimate, dated,
 * and an assumption until somebody with the life tables of the statistics office confirms it.
 */
export type LifeTable = {
  readonly id: string
  /** From this age in years up to the next row, a hundred thousand of each sex lose so many a year. */
  readonly rows: readonly (readonly [age: number, female: number, male: number])[]
  /** Years of life expected at birth that the rows were fitted to. */
  readonly expected: { readonly female: number; readonly male: number }
  readonly certainty: 'assumed'
}

/**
 * Curves of Gompertz, fitted to what was told of the census of 2019: 76,3 and 71,0 years expected at birth, about 14 in a
 * thousand children dead before their first birthday. The tables themselves have not been seen (question LIFE).
 */
export const lifeTable2019: LifeTable = {
  id: '2019-gompertz',
  expected: { female: 76.3, male: 71 },
  certainty: 'assumed',
  rows: [
    [0, 1210, 1580],
    [1, 80, 100],
    [5, 19, 57],
    [10, 24, 73],
    [15, 32, 96],
    [20, 45, 129],
    [25, 65, 177],
    [30, 96, 245],
    [35, 145, 342],
    [40, 221, 481],
    [45, 341, 680],
    [50, 529, 964],
    [55, 822, 1371],
    [60, 1281, 1951],
    [65, 1995, 2775],
    [70, 3106, 3946],
    [75, 4821, 5598],
    [80, 7450, 7916],
    [85, 11425, 11139],
    [90, 17313, 15562],
    [95, 25757, 21515],
    [100, 46078, 35300],
  ],
}

const oldest = 115
const hundredThousand = 100_000

/** The share of each age that dies within a year, by sex as columns have it: female, then male. */
export function yearlyDeaths({ rows }: LifeTable): readonly [female: Float64Array, male: Float64Array] {
  const of = (place: 1 | 2) =>
    Float64Array.from({ length: oldest + 1 }, (_, age) => {
      const row = rows.findLast(([from]) => from <= age)
      if (!row) throw new RangeError(`The life table says nothing of age ${age}`)
      return row[place] / hundredThousand
    })
  return [of(1), of(2)]
}

/**
 * For each age in months at the beginning, the share still alive so many months later. `percent` scales the deaths, for
 * those who receive support may die sooner or later than everybody.
 */
export function survivalAfter(
  table: LifeTable,
  months: number,
  percent: number,
): readonly [Float64Array, Float64Array] {
  const [female, male] = yearlyDeaths(table)
  const of = (yearly: Float64Array) => {
    const monthly = yearly.map((share) => (1 - Math.min(1, (share * percent) / 100)) ** (1 / 12))
    return Float64Array.from({ length: oldest * 12 }, (_, age) => {
      let alive = 1
      for (let month = 0; month < months; month++)
        alive *= monthly[Math.min(oldest, Math.floor((age + month) / 12))]!
      return alive
    })
  }
  return [of(female), of(male)]
}
