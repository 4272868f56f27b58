import { programmes, sources } from '../money-words.en.ts'
import type { Messages } from './messages.vi.ts'

const number = (value: unknown) => Number(value ?? 0).toLocaleString('en')

export const messages: Messages = {
  payments: 'Payments',
  title: 'Budget lines',
  lead: 'An envelope is approved only where the budget line of its year and programme has enough left. Open a line for each source, then record every decision that gives it money.',
  years: 'Year',
  caption: (year) => `Budget lines of ${year}`,
  none: (year) => `No budget line for ${year} yet`,
  noneMore:
    'Envelopes of this year cannot be approved. Open a line for each programme, then record what was given.',
  open: 'Open a budget line',
  line: 'Budget line',
  allocated: 'Given (đ)',
  spent: 'Spent (đ)',
  blocked: 'Held (đ)',
  available: 'Left (đ)',
  entriesOf: (code) => `Entries of line ${code}`,
  share: (share) => `${share} % of the programme`,
  allocate: 'Record a decision',
  allocateOf: (code) => `Record a decision about line ${code}`,
  missing: (names) => `No line yet for: ${names}`,
  missingMore: 'Envelopes with money of that programme cannot be approved.',
  sharesDiffer: (name, sum) => `The sources of “${name}” add up to ${sum} %, and have to be 100 %`,
  sharesDifferMore: 'Open a line for the missing source; until then its envelopes cannot be approved.',
  programme: 'Programme',
  source: 'Source',
  shareLabel: 'Share of this source (%)',
  shareHint: 'The sources of a programme have to add up to 100',
  badShare: 'Give a whole number from 1 to 100.',
  code: 'Code of the line',
  codeHint: 'As in the decision, for example: TGXH-TX-2027',
  unit: (name, year) => `${name}, ${year}`,
  allocateTitle: (code) => `A decision about line ${code}`,
  direction: 'The decision',
  directions: { give: 'Gives money', take_back: 'Takes money back' },
  directionHints: {
    give: 'More is left then',
    take_back: 'No more than is left: what is spent or held cannot be taken back',
  },
  amount: 'Amount',
  decision: 'Number and day of the decision',
  decisionHint: 'For example: 25/QĐ-UBND, 2027-01-05. A decision is recorded once for a line.',
  record: 'Record',
  recorded: 'Recorded in the ledger.',
  known: 'This decision was recorded for this line before; nothing changed.',
  opened: 'The line is open. Record a decision to give it money.',
  change: 'Change',
  changeOf: (code) => `Change line ${code}`,
  changeMore: 'It can be changed until an envelope uses it.',
  changed: 'The line was changed.',
  otherwise: 'Later',
  total: 'Total',
  programmes,
  sources,
  problems: {
    'payments.fund_exists':
      'There is a line of that programme and source this year. Record the decision there.',
    'payments.fund_shares_over': ({ left }) =>
      Number(left) > 0
        ? `The other sources of this programme bear ${100 - Number(left)} %; this one bears ${number(left)} % at most.`
        : 'The other sources of this programme bear all of it.',
    'payments.fund_used': 'An envelope uses this line, so it cannot be changed any more. Reload the page.',
    'payments.fund_decision_differs': ({ amount }) =>
      `This decision was recorded here with ${number(amount)} đ. Look at its number and at the sum again.`,
    'payments.fund_not_found': 'This line is not found within your area. Reload the page.',
    'payments.fund_left_short': ({ available }) => `Only ${number(available)} đ of it is left. Record less.`,
    'payments.area_not_yours': 'This unit is outside your area.',
  },
}
