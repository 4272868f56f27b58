import type { CivilDate, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import {
  fingerprint,
  type Benefit,
  type Component,
  type Due,
  type EndingGround,
  type Standing,
} from '#modules/entitlement'
import type { RelationKind } from '#modules/people'
import type { Collecting } from './collection.ts'
import type { DecisionDetail, Given } from './decision-detail.ts'

export type { DecisionKind } from './procedure.ts'

/** What a decision says («nội dung quyết định»), as the law computes it on the day it was drafted. */
export type Terms = {
  /** The first month it holds for; of a refusal the month of the decision. */
  readonly effective: Month
  /** The last month paid, of what ends. */
  readonly lastMonth: Month | null
  /** What the benefit comes to from then on, and what it came to before. */
  readonly lines: readonly Omit<Due, 'ruleSet'>[]
  readonly monthly: Dong
  readonly before: Dong
  /** A right of more than one that the person may not have together with this one. */
  readonly gaveWay: { readonly benefit: Benefit; readonly amount: Dong; readonly to: Benefit } | null
  readonly ruleSet: string
  readonly rules: readonly string[]
  readonly citations: readonly string[]
  /** Why not, or why no more: what the law says first, and what the officer wrote. */
  readonly reasons: readonly string[]
  /** Once and for all, where it is no monthly amount. */
  readonly once: Dong | null
  /** What is given once, right by right. */
  readonly given?: readonly Given[]
  /** What the office said beside the law. */
  readonly detail?: DecisionDetail | null
  /** What a move takes along, and what an admission brings to an end. */
  readonly benefits?: readonly Benefit[]
  readonly ends?: readonly Benefit[]
  /** Whether the facts of the register open a place in a facility, and the law that says so; absent where no fact tells. */
  readonly place?: { readonly isOpen: boolean; readonly citation: string } | undefined
}

/** Who receives the money in the person’s place, and as what the register knows them; null once it knows nothing of it. */
export type Payee = { readonly id: string; readonly relation: RelationKind | null }

/** What is known of the ground on which something ends, and what the law would go on paying without the decision. */
export type Ending = {
  /** None where the file does not say why. */
  readonly ground: EndingGround | null
  readonly goesOn: Dong
  /** Whether the register knows a sentence or a measure that is being served; asked where that is the ground. */
  readonly isServing?: boolean
}

/** What the terms rest on: when any of it is otherwise on the day of signing, they have to be drafted again. */
export type Basis = {
  readonly facts: Partial<Standing>
  readonly awarded: readonly Benefit[]
  readonly due: readonly { readonly component: Component; readonly rule: string; readonly amount: Dong }[]
  readonly ruleSet: string
  readonly diedOn: CivilDate | null
  /** Awards that a decision holds up. */
  readonly suspended?: readonly Benefit[]
  readonly payee?: Payee
  readonly ending?: Ending
  /** What the books of payments know, of what is suspended because nobody comes for it. */
  readonly collecting?: Collecting
  /** Rights given once, and what they come to. */
  readonly rights?: readonly { readonly rule: string; readonly amount: Dong | null }[]
}

export function fingerprintOf(basis: Basis): string {
  return fingerprint(basis)
}

/** One thing that is otherwise than when the decision was drafted. */
export type Change = { readonly what: string; readonly before: unknown; readonly after: unknown }

/** What differs between two bases, by the names of the facts: «hộ nghèo → cận nghèo». */
export function changesBetween(before: Basis, after: Basis): Change[] {
  const names = new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])
  const facts = [...names].map((what) => ({
    what,
    before: before.facts[what as keyof Standing],
    after: after.facts[what as keyof Standing],
  }))
  const others = (
    ['awarded', 'due', 'ruleSet', 'diedOn', 'suspended', 'payee', 'ending', 'collecting', 'rights'] as const
  ).map((what) => ({
    what,
    before: before[what],
    after: after[what],
  }))
  return [...facts, ...others].filter(
    (change) => fingerprint(change.before ?? null) !== fingerprint(change.after ?? null),
  )
}
