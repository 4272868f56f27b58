import type { CaseTold } from '../../../domain/household-case.ts'
import type { SupportOutcome } from '../../../domain/support-explanation.ts'

/** What is given for one event or one member’s month, worked out by hand from the article. */
export type SupportExpected = {
  /** Which event of the case, by its place; or which member’s month, by key. */
  readonly of: number | string
  /** Every rule that gives something and no other: đồng, kilograms of rice, the code of a card, or `true` for what is in kind. */
  readonly given: Readonly<Record<string, number | string | true>>
  /** Rules that give nothing, with what became of them. */
  readonly not?: Readonly<Record<string, SupportOutcome>>
  /** The day a stay or a right has to be looked at again. */
  readonly before?: Readonly<Record<string, string>>
  /** Spent above a ceiling, or days beyond a stay. */
  readonly over?: Readonly<Record<string, number>>
  /** By whom and how soon, as the Vietnamese sentence says. */
  readonly terms?: Readonly<Record<string, string>>
}

/** A case of the rights that are no monthly amount, as data: who, what happened, which article. */
export type SupportCase = {
  readonly id: string
  readonly title: string
  readonly article: string
  readonly case: CaseTold
  /** The month asked about; for an event any month will do. */
  readonly month: string
  readonly expected: readonly SupportExpected[]
}
