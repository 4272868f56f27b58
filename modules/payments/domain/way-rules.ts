import type { CivilDate } from '#kernel/civil-date'
import { nameKey } from './bank-text.ts'
import { findBank } from './banks.ts'
import type { Way } from './way.ts'

/** What is wrong with a way whoever may approve it; undefined where nothing is. */
export function faultOf(way: Way, on: CivilDate) {
  const { by, receiver } = way
  // Who inherits receives what was left behind, once; nobody living is paid so.
  if (receiver?.role === 'heir') return 'authority_ended'
  if (receiver?.role === 'authorised' && receiver.until === null) return 'authority_without_end'
  if (receiver?.until && receiver.until < on) return 'authority_ended'
  if (by.channel === 'account' || by.channel === 'wallet') {
    if (by.isReceivers && !receiver) return 'account_of_nobody'
    if (!/^[0-9A-Za-z]{4,34}$/.test(by.account)) return 'account_not_valid'
    if (by.channel === 'account' && !findBank(by.bank)) return 'bank_unknown'
  }
  return undefined
}

/** Whether the bank’s name for an account is the name it should be in: banks write TRAN VAN NAM for Trần Văn Nam. */
export function compareNames(found: string, expected: string): 'matches' | 'differs' {
  return nameKey(found) === nameKey(expected) && nameKey(found) !== '' ? 'matches' : 'differs'
}

export type Account = { readonly bank: string; readonly account: string }

/** Two ways of saying one account; banks have several names. */
export function accountKey({ bank, account }: Account): string {
  return `${findBank(bank)?.bin ?? bank.toLocaleUpperCase('vi-VN')} ${account}`
}

/** Whether a way goes to an account. */
export function isOnAccount({ by }: Way, account: Account): boolean {
  return 'account' in by && accountKey(by) === accountKey(account)
}

/** Of whom nothing was told, and what is left where nothing else holds: cash at the commune. */
export const untold: Way = { receiver: null, by: { channel: 'cash_point', payPointId: null } }

/** Whether two ways are one: whatever the bank is called, and where the name of the account was not told before. */
export function isSameWay(one: Way | null, other: Way | null): boolean {
  if (one === null || other === null) return one === other
  const isUnnamed = holderOf(one) === '' || holderOf(other) === ''
  return textOf(one, isUnnamed) === textOf(other, isUnnamed)
}

const holderOf = ({ by }: Way) => (by.channel === 'account' || by.channel === 'wallet' ? by.holder : null)

function textOf({ by, receiver }: Way, isUnnamed: boolean): string {
  const place = 'account' in by ? [accountKey(by), isUnnamed ? '' : by.holder, by.isReceivers] : []
  const point = by.channel === 'cash_point' ? by.payPointId : null
  const { role, personId, fullName, number, document, until } = receiver ?? {}
  return JSON.stringify([by.channel, place, point, role, personId, fullName, number, document, until])
}
