import type { Finding, Given, OutcomeOf, ReviewRow } from '../contract.ts'

/** What somebody says was found. */
export type Said = {
  readonly outcome: OutcomeOf
  readonly changes?: Finding[]
  readonly note?: string | null
}

/** What was just said about whom, and what it led to. */
export type Told = {
  readonly row: ReviewRow
  readonly outcome: OutcomeOf
  readonly answerId: string
  readonly given: Given
}
