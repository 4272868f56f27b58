import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Component } from '#modules/entitlement'
import type { OverpaidCause } from './arrears.ts'

/** What an earlier month had too much, before it is stored. */
export type Overpayment = {
  readonly personId: string
  readonly component: Component
  readonly benefitMonth: Month
  readonly amount: Dong
  readonly cause: OverpaidCause
  readonly areaId: number
}
