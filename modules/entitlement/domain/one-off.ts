import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { EventKind } from './event-facts.ts'

/** Whoever receives money once and is not in the register. */
export type NamedPayee = {
  readonly fullName: string
  readonly isOrganisation: boolean
  /** «Số định danh cá nhân», of an organisation its tax number. */
  readonly number: string | null
  readonly phone: string | null
  readonly address: string | null
}

/** Money that a decision gives once («khoản hỗ trợ một lần»), until it is paid. */
export type OneOff = {
  readonly id: string
  readonly decisionId: string
  readonly personId: string
  /** The household is helped, and the person stands for it. */
  readonly isHousehold: boolean
  /** The unit that decided, and pays. */
  readonly areaId: number
  readonly rule: string
  readonly citation: string
  readonly event: EventKind
  readonly eventOn: CivilDate
  readonly amount: Dong
  readonly payeeId: string | null
  readonly payee: NamedPayee | null
  /** `taken` while a list of payments has it; given back it is due again. */
  readonly state: 'due' | 'taken' | 'paid' | 'cancelled'
  readonly takenBy: string | null
  readonly settledAt: Instant | null
  readonly recordedAt: Instant
}
