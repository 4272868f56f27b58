import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { compareNames, faultOf, isSameWay } from './way-rules.ts'
import type { Way } from './way.ts'

type Account = Extract<Way['by'], { account: string }>

const today = civilDate('2026-11-23')
const account: Account = {
  channel: 'account',
  bank: 'Vietcombank',
  account: '1020304050',
  holder: 'Nguyễn Thị Hòa',
  isReceivers: false,
}
const way = (differing: Partial<Account> = {}, receiver: Way['receiver'] = null): Way => ({
  by: { ...account, ...differing },
  receiver,
})
const son: NonNullable<Way['receiver']> = {
  role: 'authorised',
  personId: null,
  fullName: 'Trần Văn Nam',
  number: null,
  document: '12/UQ',
  until: civilDate('2026-12-31'),
}

test.for([
  ['a bank by another of its names', way(), way({ bank: 'VCB' }), true],
  ['a name that was not told before', way({ holder: '' }), way(), true],
  ['another name', way({ holder: 'Trần Văn Nam' }), way(), false],
  ['another number', way(), way({ account: '1020304051' }), false],
  ['a receiver besides', way(), way({}, son), false],
  ['nothing told, and something', null, way(), false],
  ['nothing told, twice', null, null, true],
] as const)('%s: one way or two', ([, one, other, isSame]) => {
  expect(isSameWay(one, other)).toBe(isSame)
})

test.for([
  ['TRAN VAN NAM', 'Trần Văn Nam', 'matches'],
  ['NGUYEN  THI HOA', 'Nguyễn Thị Hoà', 'matches'],
  ['NGUYEN THI HOA', 'Nguyễn Thị Hoa Mai', 'differs'],
  ['', '', 'differs'],
] as const)('«%s» for %s: %s', ([found, expected, verdict]) => {
  expect(compareNames(found, expected)).toBe(verdict)
})

test.for([
  ['an authority without an end', way({}, { ...son, until: null }), 'authority_without_end'],
  ['one that has ended', way({}, { ...son, until: civilDate('2026-11-22') }), 'authority_ended'],
  ['one that ends today', way({}, { ...son, until: today }), undefined],
  ['a guardian without an end', way({}, { ...son, role: 'guardian', until: null }), undefined],
  ['an account of nobody', way({ isReceivers: true }), 'account_of_nobody'],
  ['a number that is none', way({ account: '12 34' }), 'account_not_valid'],
  ['a bank that is none', way({ bank: 'Ngân hàng Trên Trời' }), 'bank_unknown'],
  ['a wallet, which is no bank', way({ channel: 'wallet', bank: 'MoMo' }), undefined],
] as const)('%s', ([, wanted, fault]) => {
  expect(faultOf(wanted, today)).toBe(fault)
})
