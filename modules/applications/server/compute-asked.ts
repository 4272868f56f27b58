import { monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Benefit } from '#modules/entitlement'
import type { DecisionDetail } from '../domain/decision-detail.ts'
import type { Basis, DecisionKind, Terms } from '../domain/proposal.ts'
import type { OpenFile } from './open-file.ts'

/** A decision the law is asked about. */
export type Asked = {
  readonly personId: string
  /** Null of what is decided about no single benefit. */
  readonly benefit: Benefit | null
  readonly kind: DecisionKind
  /** What the officer wrote: why it is refused, or ends. */
  readonly reasons?: readonly string[] | undefined
  /** The last month paid, of what ends. */
  readonly lastMonth?: Month | undefined
  readonly detail?: DecisionDetail | null | undefined
  /** Who is to receive the money, where it is not the person. */
  readonly payeeId?: string | null | undefined
  /** The file it is decided in; what concerns a benefit alone needs none. */
  readonly file?: OpenFile | undefined
}

/** What every kind is computed from besides the law. */
export type Told = Asked & {
  readonly file: OpenFile
  readonly reasons: readonly string[]
  readonly signedOn: CivilDate
  readonly diedOn: CivilDate | null
  /** How papers speak of the person: «bà». */
  readonly who: string
}

/** Terms in which the law gives nothing by the month. */
export function termsWithoutMonths({
  signedOn,
  reasons,
  detail,
  lastMonth,
}: Pick<Told, 'signedOn' | 'reasons' | 'detail' | 'lastMonth'>): Terms {
  return {
    effective: monthOf(signedOn),
    lastMonth: lastMonth ?? null,
    lines: [],
    monthly: dong(0),
    before: dong(0),
    gaveWay: null,
    ruleSet: '',
    rules: [],
    citations: [],
    reasons,
    once: null,
    given: [],
    detail: detail ?? null,
  }
}

export const plainBasis = ({ diedOn }: Pick<Told, 'diedOn'>): Basis => ({
  facts: {},
  awarded: [],
  due: [],
  ruleSet: '',
  diedOn,
})
