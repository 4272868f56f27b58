import type { Component } from '../../domain/determination.ts'
import type { CaseInput } from '../../domain/case-file.ts'

/** What one month of a case must give, worked out by hand from the article. */
export type Expected = {
  readonly month: string
  /** By which day the law is known; long after where it does not matter. */
  readonly knownOn?: string
  /** Amounts by component; nothing else may be due. */
  readonly due: Readonly<Partial<Record<Component, number>>>
  /** Rules that must have given them. */
  readonly rules?: readonly string[]
  /** Groups that must have been refused or have given way, with what became of them. */
  readonly refused?: readonly string[]
}

/** A case of the law as data: who, which article, what is due when. */
export type GoldenCase = {
  /** The number in the dossier of the law, or `B-…` for a boundary of our own. */
  readonly id: string
  readonly title: string
  readonly article: string
  readonly person: CaseInput
  /** Rules it fixes besides those that pay, refuse or shut out in it: who stands on their other side. */
  readonly fixes?: readonly string[]
  /** The decision that opens the award, for cases about the first month due. */
  readonly decision?: {
    readonly group: string
    readonly decidedOn: string
    readonly certificateOn?: string
    readonly conditionsSince?: string
    readonly startsIn: string
  }
  /** A resolution of a province that the case adds to the law. */
  readonly provincial?: { readonly territory: string; readonly from: string; readonly value: number }
  readonly expected: readonly Expected[]
}
