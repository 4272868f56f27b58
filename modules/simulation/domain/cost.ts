/** Money of a row; null where it is withheld, so that nobody can be recognised. */
type Told = {
  readonly before: number | null
  readonly after: number | null
  readonly freshAmount: number | null
}
type Known = { readonly before: number; readonly after: number; readonly freshAmount: number }

/** What the newly eligible cost a month, by how many in a hundred of them apply; a part of a đồng is dropped. */
export function freshCost(freshAmount: number, takeUp: number): number {
  return Math.floor((freshAmount * takeUp) / 100)
}

/** What a row pays under the scenario: by the awards there are, and for those of the newly eligible who apply. */
export function afterAll(row: Known, takeUp: number): number
export function afterAll(row: Told, takeUp: number): number | null
export function afterAll({ after, freshAmount }: Told, takeUp: number): number | null {
  return after === null || freshAmount === null ? null : after + freshCost(freshAmount, takeUp)
}

/** What a row costs more or less, counted as in `afterAll`: the one difference that is told, wherever it stands. */
export function differenceIn(row: Known, takeUp: number): number
export function differenceIn(row: Told, takeUp: number): number | null
export function differenceIn(row: Told, takeUp: number): number | null {
  const after = afterAll(row, takeUp)
  return after === null || row.before === null ? null : after - row.before
}
