import type { DecisionFacts } from '../decision-facts.ts'
import type { Run } from '../paper.ts'

/** What a decision decides: the words after «Về việc», and what stands below Điều 1. */
export type DecisionText = {
  readonly about: string
  /** Điều 1. */
  readonly decides: readonly Run[]
  /** Below it, a dash each. */
  readonly details: readonly (readonly Run[])[]
  /** Articles between Điều 1 and the one that says when it takes effect. */
  readonly further: readonly (readonly Run[])[]
  /** Who carries it out besides the offices. */
  readonly concerned: string
}

export type Of<Kind extends DecisionFacts['kind']> = Extract<DecisionFacts, { kind: Kind }>
