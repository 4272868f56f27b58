import type { Component } from '../determination.ts'
import type { MonthColumns, StandingColumns } from './columns.ts'

/** What a month pays, per component; 0 where nothing is due. */
export type DueColumns = {
  readonly length: number
  readonly amount: Readonly<Record<Component, Int32Array>>
  /** Number of the rule in `Kernel.rules`. */
  readonly rule: Readonly<Record<Component, Uint8Array>>
  /** Children or shares the coefficient is paid for. */
  readonly units: Readonly<Record<Component, Uint8Array>>
}

/** A way of evaluating the conditions of a month over columns. What becomes of rights is not its business. */
export type RightsEvaluator = {
  /**
   * Writes rules and units of everybody who stands at both ends of the month alike; nothing for the others, whose indices
   * it writes into `others`. Returns how many those are.
   */
  readonly steady: (
    input: MonthColumns,
    output: DueColumns,
    from: number,
    to: number,
    others: Int32Array,
  ) => number
  /**
   * The rights of one person on a day, which is given by the birth dates that have reached each age: for each benefit the
   * number of a rule and its units, and those of the parent’s amount that stands beside it.
   */
  readonly rightsOn: (
    columns: StandingColumns,
    index: number,
    bounds: Int32Array,
    awarded: number,
    into: Int32Array,
  ) => void
}
