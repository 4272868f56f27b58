import { CivilDate } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import type { CashWords } from './cash-words.vi.ts'

export const cashWords: CashWords = {
  title: 'Cash',
  caption: 'Where cash of the month is handed out and how far it is',
  none: 'No list of cash yet',
  noneMore: 'Lists are here once an envelope of cash has been sent to its provider.',
  month: 'Month',
  place: 'Pay point',
  provider: 'Provider',
  payees: 'Payees',
  amount: 'Amount (đ)',
  paid: 'Paid',
  waiting: 'Still to be paid (đ)',
  held: (amount) => `called back, not to be paid: ${amount}`,
  lists: 'Lists on devices',
  papers: 'Lists on paper',
  kinds: { post_office: 'post office', bank: 'bank', home: 'at home', commune: 'at the commune' },
  saidDead: (people) =>
    `${people} people are said to be dead: the commune looks into it before anything is paid`,
  states: {
    out: 'carried',
    expired: 'ran out, not handed in',
    recalled: 'called back',
    handed_in: 'handed in',
  },
  list: (by, device, at) => `${by}, ${device}, taken ${at}`,
  listPaid: (count) => `told of ${count} payments`,
  toPhone: 'Pay with a phone',
  pdf: (name) => `PDF to sign for ${name}`,
  xlsx: (name) => `Excel of ${name}`,
  slips: (name) => `Slips of ${name}`,
  short: { pdf: 'PDF', xlsx: 'Excel', slips: 'Slips' },
  recall: 'Call the list back',
  recallTitle: (by) => `Call back the list ${by} carries?`,
  recallMore:
    'That device pays nothing more once it has a network. What was paid is still taken in; nothing is lost.',
  close: 'Close the pay point',
  closeTitle: (name) => `Close ${name}?`,
  closeMore: (people, amount) =>
    `${people} people, ${amount} are recorded as not collected. The money stays at the provider and goes on the next list.`,
  closeHeld: (amount) => `${amount} that were called back end too: paid to nobody, and not on the next list.`,
  closed: (people, amount) => `Closed. ${people} people did not collect; ${amount} are carried over.`,
  otherwise: 'Later',
  problems: {
    'payments.cash_lists_out': ({ by }) =>
      `Not closed: ${String(by)} still carries a list. Wait for it, or call it back.`,
    'payments.cash_place_before_pay_day': ({ day }) =>
      `Not closed: the pay day is ${formatDay(CivilDate.parse(day))}, and before it nobody counts as not come.`,
    'payments.area_not_yours': 'This pay point is outside your area.',
    'payments.cash_place_empty': 'Nobody is left at this pay point.',
    'payments.cash_place_too_large': 'The list is too long to print. Take Excel, or divide it by pay point.',
  },
}
