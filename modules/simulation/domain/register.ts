import { buildColumns, territoriesOf, type MonthColumns, type StandingColumns } from '#modules/entitlement'

/** Everybody the register knows of in a month, with the benefits awarded to them and the unit they live in; no names, no ids. */
export type Register = {
  readonly length: number
  readonly columns: MonthColumns
  readonly territories: readonly string[]
  /** For each person, the index in `areas`. */
  readonly area: Uint16Array
  readonly areas: readonly number[]
  /** For each person, the index of the spouse as the month ended; -1 of whoever has none in the register. */
  readonly spouse: Int32Array
}

/** Goes up when what a register keeps of people becomes another, beyond the columns themselves. */
export const registerLayout = 2

/** The columns of some persons in a row, without copying. */
export function slice(
  { earlier, later, within, awarded }: MonthColumns,
  from: number,
  to: number,
): MonthColumns {
  const ofLater = sliceStandings(later, from, to)
  return {
    later: ofLater,
    earlier: earlier === later ? ofLater : sliceStandings(earlier, from, to),
    ...(within && { within: { stood: within.stood, from: within.from.subarray(from, to + 1) } }),
    awarded: awarded.subarray(from, to),
  }
}

function sliceStandings(columns: StandingColumns, from: number, to: number): StandingColumns {
  return {
    length: to - from,
    born: columns.born.subarray(from, to),
    facts: columns.facts.subarray(from, to),
    territory: columns.territory.subarray(from, to),
    pension: columns.pension.subarray(from, to),
    socialInsurance: columns.socialInsurance.subarray(from, to),
    meritorious: columns.meritorious.subarray(from, to),
    childrenFrom: columns.childrenFrom.subarray(from, to + 1),
    childBorn: columns.childBorn,
    childFacts: columns.childFacts,
  }
}

/** Copies some persons out of columns, with awards of their own. */
export function pick(
  { earlier, later, within }: MonthColumns,
  indexes: readonly number[],
  awarded: Uint8Array,
): MonthColumns {
  const ofLater = pickStandings(later, indexes)
  return {
    later: ofLater,
    earlier: earlier === later ? ofLater : pickStandings(earlier, indexes),
    ...(within && { within: pickWithin(within, indexes) }),
    awarded,
  }
}

function pickWithin({ stood, from }: NonNullable<MonthColumns['within']>, indexes: readonly number[]) {
  const places = indexes.map((index) =>
    Array.from({ length: from[index + 1]! - from[index]! }, (_, place) => from[index]! + place),
  )
  const begins = new Int32Array(indexes.length + 1)
  places.forEach((some, place) => (begins[place + 1] = begins[place]! + some.length))
  return { stood: pickStandings(stood, places.flat()), from: begins }
}

function pickStandings(columns: StandingColumns, indexes: readonly number[]): StandingColumns {
  const builder = buildColumns(territoriesOf(), Math.max(indexes.length, 1))
  for (const index of indexes) {
    builder.addPacked({
      born: columns.born[index]!,
      facts: columns.facts[index]!,
      territory: columns.territory[index]!,
      pension: columns.pension[index]!,
      socialInsurance: columns.socialInsurance[index]!,
      meritorious: columns.meritorious[index]!,
    })
    for (let child = columns.childrenFrom[index]!; child < columns.childrenFrom[index + 1]!; child++)
      builder.addChild(columns.childBorn[child]!, columns.childFacts[child]!)
  }
  return builder.columns()
}
