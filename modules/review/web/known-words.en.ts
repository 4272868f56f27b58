import type { KnownWords } from './known-words.vi.ts'

export const knownWords: KnownWords = {
  reasons: 'What to look at',
  noReasons: 'Nothing is about to change or too old.',
  benefits: 'Receives',
  household: 'Household',
  noHousehold: 'No household recorded',
  head: 'head',
  code: (code) => `household ${code}`,
  recorded: (day) => `recorded ${day}`,
  paper: (paper) => `paper: ${paper}`,
  noPaper: 'no paper',
  number: 'Personal number',
  numberVerified: 'there, verified with the population register',
  numberUnverified: 'there, not verified',
  noNumber: 'none',
  phone: 'Telephone',
  way: 'Paid by',
  cashOnly: 'Cash',
  confirmed: 'Last confirmed',
  neverConfirmed: 'never',
  none: 'none',
}
