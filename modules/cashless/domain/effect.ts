/** What became of the orders of some communes in some months. */
export type Tally = {
  readonly orders: number
  readonly cashless: number
  /** Returned, rejected or not collected at the first try. */
  readonly failed: number
  readonly unclaimed: number
  /** How many were paid in the end, and the days from approval until then, added up, plain and squared. */
  readonly waited: number
  readonly days: number
  readonly daysSquared: number
  /** Said to have been paid before they were approved: such days are wrong, and in no mean. */
  readonly misdated: number
}

export type Compared = { readonly before: Tally; readonly after: Tally }

export const measures = ['cashless', 'failed', 'days'] as const
export type Measure = (typeof measures)[number]

/**
 * How much more (or less) the communes of a wave changed than those that have not begun, in the same months («khác biệt kép»):
 * what happened everywhere is taken out. The span is where the true difference lies nineteen times in twenty, if orders fare
 * independently of each other; within a commune they hardly do, so it is at least as wide.
 */
export type Difference = {
  readonly measure: Measure
  readonly wave: [before: number, after: number]
  readonly others: [before: number, after: number] | null
  readonly difference: number | null
  readonly span: [low: number, high: number] | null
  /** Whether the span leaves out nothing at all: only then may somebody speak of an effect. */
  readonly isClear: boolean
  /** So few orders that a handful of people make the figure. */
  readonly isFew: boolean
}

/** Below so many orders on a side a share says nothing. */
export const fewOrders = 100

export function differenceOf(
  measure: Measure,
  wave: Compared,
  others: Compared | undefined,
): Difference | undefined {
  const own = [estimate(measure, wave.before), estimate(measure, wave.after)] as const
  if (!own[0] || !own[1]) return undefined
  const rest = others && ([estimate(measure, others.before), estimate(measure, others.after)] as const)
  const counts = [wave.before, wave.after, ...(others ? [others.before, others.after] : [])]
  const isFew = counts.some((tally) => countFor(measure, tally) < fewOrders)
  const ownValues: Difference['wave'] = [own[0].value, own[1].value]
  if (!rest?.[0] || !rest[1])
    return { measure, wave: ownValues, others: null, difference: null, span: null, isClear: false, isFew }
  const difference = own[1].value - own[0].value - (rest[1].value - rest[0].value)
  const error = Math.sqrt([...own, ...rest].reduce((sum, one) => sum + one!.variance, 0))
  const span: Difference['span'] = [difference - 1.96 * error, difference + 1.96 * error]
  return {
    measure,
    wave: ownValues,
    others: [rest[0].value, rest[1].value],
    difference,
    span,
    isClear: !isFew && (span[0] > 0 || span[1] < 0),
    isFew,
  }
}

const countFor = (measure: Measure, { orders, waited }: Tally) => (measure === 'days' ? waited : orders)

/** The mean and how uncertain it is; nothing where there is nothing to take a mean of. */
function estimate(measure: Measure, tally: Tally) {
  const count = countFor(measure, tally)
  if (count === 0) return undefined
  if (measure === 'days') {
    const value = tally.days / count
    return { value, variance: count > 1 ? (tally.daysSquared - count * value ** 2) / (count - 1) / count : 0 }
  }
  const value = tally[measure] / count
  return { value, variance: (value * (1 - value)) / count }
}
