import type { Proposal } from '../db/proposals.ts'
import type { Move } from '../domain/plan.ts'
import type { Computed } from './compute.ts'
import type { OpenFile } from './open-file.ts'
import type { Signatory } from './signatory.ts'

/** A decision that stood every test and is about to be signed. */
export type Ready = {
  readonly proposal: Proposal
  readonly computed: Computed
  readonly file: OpenFile
  readonly move: Move
  readonly signatory: Signatory
}

/** A decision with its number, about to take effect. */
export type Numbered = Ready & {
  readonly sequence: number
  readonly number: string
  readonly decisionId: string
  readonly verification: string
}

/** What a paper is made of; a draft has no number yet. */
export type Worded = Pick<Numbered, 'proposal' | 'computed' | 'file' | 'signatory'> & {
  readonly sequence: number | null
  readonly verification: string | null
}
