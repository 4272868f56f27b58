import type { words as vi } from './words.vi.ts'

export const words: typeof vi = {
  ages: {
    under_18: 'under 18',
    to_59: '18 to 59',
    to_74: '60 to 74',
    to_79: '75 to 79',
    from_80: '80 and over',
  },
  sexes: { female: 'Female', male: 'Male' },
  disabilities: {
    mild: 'mild disability',
    severe: 'severe disability',
    exceptionally_severe: 'exceptionally severe disability',
    none: 'no disability',
  },
  receivers: { own: 'receives in person', other: 'somebody else receives' },
  ways: {
    account: 'Bank account',
    wallet: 'E-wallet, mobile money',
    cash_point: 'Cash at a pay point',
    cash_home: 'Cash at home',
  },
  standings: {
    open: 'Not asked yet',
    opened: 'Account opened, no request yet',
    asked: 'Requested, waiting',
    declined: 'Wants cash',
    unable: 'Cannot yet',
    at_home: 'Paid at home',
    cashless: 'Without cash',
  },
  outcomes: { opened: 'Opened an account', declined: 'Does not want', unable: 'Cannot', not_met: 'Not met' },
  reasons: {
    used_to_cash: 'used to cash',
    no_trust: 'does not trust it yet',
    family_collects: 'family collects it',
    far_from_point: 'far from where cash is drawn',
    no_phone: 'has no telephone',
    no_papers: 'has no identity papers yet',
    cannot_move: 'cannot move about',
    other: 'another reason',
  },
}
