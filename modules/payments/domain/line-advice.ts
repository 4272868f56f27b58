import { z } from 'zod'
import type { Outcome, Verdict } from './instruction-state.ts'
import { netted } from './response.ts'

/**
 * What a person is told to do about a line that no rule could place, where its verdict does not say it: ask for the result of each
 * order that an entry covers together, or that a rejected message names, part of which was paid.
 */
export const LineAdvice = z.enum(['netted', 'part_was_paid'])
export type LineAdvice = z.infer<typeof LineAdvice>

export function adviceOn(line: {
  readonly reason: string | null
  readonly outcome: Outcome
  readonly verdict: Verdict
  readonly instructionId: string | null
}): LineAdvice | null {
  if (line.verdict === 'unknown' && line.reason === netted) return 'netted'
  // A rejection that names an order is about that one.
  const isOfAll = line.verdict === 'contradicts' && line.outcome === 'rejected' && line.instructionId === null
  return isOfAll ? 'part_was_paid' : null
}
