import { CivilDate } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import type { Outcome } from './instruction-state.ts'

/** What a provider says about one order, or about money on the account, in whatever layout it came. */
export type ResponseLine = {
  readonly endToEndId: string | null
  /** The provider’s own reference: a second debit has another one. */
  readonly providerRef: string | null
  readonly outcome: Outcome
  readonly amount: Dong | null
  readonly currency: string | null
  readonly reason: string | null
  readonly account: string | null
  readonly name: string | null
  readonly bookedOn: CivilDate | null
}

/** The reason of a line that stands for an entry of several orders whose own results it does not tell («ghi gộp, bù trừ»). */
export const netted = 'netted'

/** A verdict about a whole message or a block of it, that stands for every order in it. */
export type GroupVerdict = {
  readonly messageId: string
  /** The block, counted from 1; null for the whole message. */
  readonly block: number | null
  readonly isRejected: boolean
  readonly reason: string | null
}

/** What a file turned out to be when it was read to its end. */
export type ResponseHead = {
  readonly kind: 'pain.002' | 'camt.053' | 'camt.054' | 'csv' | 'phone' | 'closing'
  readonly messageId: string
  /** The message of ours that it answers; an account statement answers none. */
  readonly about: string | null
  /** The account a statement is of. */
  readonly account: string | null
  readonly opening: Dong | null
  readonly closing: Dong | null
  readonly through: CivilDate | null
  readonly groups: readonly GroupVerdict[]
}

/** Reads a file as it arrives: lines as they come, and at the end what it was. */
export type ResponseReader = {
  readonly write: (piece: Uint8Array) => readonly ResponseLine[]
  readonly end: () => { readonly lines: readonly ResponseLine[]; readonly head: ResponseHead }
}

/** An amount as banks write it: whole đồng, with decimals only if they are zeros; null where it is no such amount. */
export function amountOf(text: string): Dong | null {
  const match = /^\+?(\d{1,15})(?:[.,]0{1,5})?$/.exec(text)
  return match ? dong(Number(match[1])) : null
}

/** A text of at most so many characters, or null where there is none. */
export function textOf(text: string | undefined, most = 140): string | null {
  // oxlint-disable-next-line no-control-regex -- a database keeps no zeros in its texts
  const clean = text?.replaceAll(/[\u0000-\u001f\u007f]/g, ' ').trim()
  return clean ? clean.slice(0, most) : null
}

/** The day of a date or of a moment; null where it is neither. */
export function dayIn(text: string | undefined): CivilDate | null {
  const day = CivilDate.safeParse(text?.slice(0, 10))
  return day.success ? day.data : null
}

/** A reference banks write where they were given none. */
export function referenceOf(text: string | undefined): string | null {
  const reference = textOf(text, 35)
  return reference === 'NOTPROVIDED' ? null : reference
}
