import type { Messages } from './messages.vi.ts'

export const messages: Messages = {
  title: 'Money given once, to be paid',
  lead: 'Funeral support, emergency relief and whatever else a decision gives once. The decision is signed; no envelope has it yet.',
  waiting: (count, amount) => `${count} amounts given once, ${amount} in all, are in no envelope yet.`,
  see: 'See money given once',
  caption: 'Money given once, to be paid, oldest decision first',
  none: 'No money given once is waiting',
  noneMore: 'When a decision on a funeral or on emergency relief is signed, its money appears here.',
  all: (count) => `Choose all ${count}`,
  choose: 'Choose',
  chooseOne: (name) => `Choose what is for ${name}`,
  payee: 'Payee',
  notInRegister: 'not in the register',
  for: 'Because of',
  household: 'the household',
  right: 'Right',
  decision: 'Decision',
  signedOn: (day) => `of ${day}`,
  amount: 'Amount',
  way: 'Way',
  area: 'Unit',
  held: { payee_died: 'The payee has died. It is paid once the commune has decided on another payee.' },
  chosen: (count, amount) => `${count} chosen, ${amount} in all`,
  prepare: 'Make an envelope',
  cash: 'Pay in cash today',
  cashTitle: (count) => `Pay ${count} in cash today?`,
  cashMore:
    'Makes a list of cash, for those with an account too, to be handed out today, on days off as well. Somebody else checks and a third person approves all the same.',
  otherwise: 'Later',
  done: (count) =>
    `${count} envelopes made. A second person checks the totals and a third approves before they are sent.`,
  open: 'Open the envelope',
  person: {
    title: 'Money given once',
    caption: 'What decisions gave once, newest first',
    empty: 'Nothing was given once.',
    event: 'Day of the event',
    state: 'State',
    envelope: (code) => `Envelope ${code}`,
    states: { due: 'To be paid', taken: 'Being paid', paid: 'Paid', cancelled: 'Cancelled' },
  },
  problems: {
    'payments.nothing_due_once':
      'Nothing is left to make an envelope of: somebody else just did, or what was chosen is held. Load the page again.',
    'entitlement.one_off_elsewhere': 'Something has just gone into another envelope. Load the page again.',
  },
}
