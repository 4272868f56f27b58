import type * as vi from './money-words.vi.ts'

export const outcomes: typeof vi.outcomes = {
  paid: 'paid',
  returned: 'returned',
  rejected: 'rejected',
  recalled: 'recalled',
  unclaimed: 'not collected',
  accepted: 'order taken',
  transferred: 'money into the account',
  refunded: 'given back to the budget',
  other: 'nothing to do with us',
}

export const channels: typeof vi.channels = {
  account: 'Account',
  wallet: 'E-wallet',
  cash_point: 'Cash at a pay point',
  cash_home: 'Cash at home',
}

export const programmes: typeof vi.programmes = {
  monthly_allowance: 'Monthly social allowance',
  social_pension: 'Social pension',
  care: 'Care and fostering',
  one_off: 'One-off assistance',
}

export const sources: typeof vi.sources = {
  central: 'Central budget',
  province: 'Provincial budget',
  commune: 'Commune budget',
}
