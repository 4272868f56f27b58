import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Component, Due } from '#modules/entitlement'
import type { LineKind } from '../contract.ts'
import type { OverpaidCause } from './arrears.ts'

/** A line before it is stored. */
export type Line = {
  readonly personId: string
  readonly component: Component
  readonly benefitMonth: Month
  readonly kind: LineKind
  readonly amount: Dong
  readonly due: Due
  readonly awardId: string
  readonly payeeId: string
  readonly areaId: number
}

export type Overpayment = {
  readonly personId: string
  readonly component: Component
  readonly benefitMonth: Month
  readonly amount: Dong
  readonly cause: OverpaidCause
  readonly areaId: number
}
