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

/** Indices of persons of a block who need a second look. */
export type Found = {
  readonly changed: Int32Array
  changedCount: number
  readonly meeting: Int32Array
  meetingCount: number
}

export function roomFor(block: number): Found {
  return {
    changed: new Int32Array(block),
    changedCount: 0,
    meeting: new Int32Array(block),
    meetingCount: 0,
  }
}

/** A way of evaluating the conditions of a month over columns. What becomes of rights is not its business. */
export type RightsEvaluator = {
  /**
   * Writes rules and units of everybody who stands at both ends of the month alike; nothing for the others, whom it puts on
   * the list of `changed`. Of the first it lists those in whom benefits meet that are compared.
   */
  readonly steady: (input: MonthColumns, output: DueColumns, from: number, to: number, found: Found) => void
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
