import type { ProblemWords } from '#platform/web/problem'
import type { Messages } from './messages.vi.ts'

export const messages: Messages = {
  section: 'People',
  title: 'Confirm imported lists',
  intro:
    'Whoever an imported list says is receiving is in no payroll until somebody other than who imported it has checked the decision and confirmed.',
  waitingTitle: 'Waiting for confirmation',
  doneTitle: 'Dealt with',
  noneWaiting: 'No list waits for confirmation',
  noneWaitingNext: 'When somebody imports a list with decisions, the lists of your area show up here.',
  home: {
    title: (lists) => `Imported lists waiting for confirmation: ${lists}`,
    all: 'See all',
  },
  ofImport: {
    title: 'Awards by this list',
    lead: 'They enter a payroll only once somebody else, who may decide for the area, has confirmed them.',
    open: 'See the rows',
    openOf: (area) => `See the rows of ${area}`,
  },
  ofPerson: {
    waits: (from, number, day) =>
      `Waiting for confirmation: from ${from} by decision ${number} of ${day}, as an imported list says. In no payroll yet.`,
    see: 'See the list',
  },
  list: {
    file: 'File',
    area: 'Commune',
    by: 'Imported by',
    at: 'Imported at',
    waiting: 'Waiting',
    monthly: 'Monthly by the list (đ)',
    own: 'imported by you',
    broughtBy: (name) => `Imported by ${name}`,
    total: 'Total',
    coming: (rows) => `+ ${rows} on their way`,
  },
  coming: {
    title: (rows) => `${rows} rows of this list are still on their way.`,
    more: 'They show up here within minutes. The whole list can be confirmed or sent back once they are all here; single rows can be chosen meanwhile.',
    progress: 'Passing on what is to be confirmed',
  },
  arrears: {
    counting: 'Working out arrears …',
    whole: (amount, people) =>
      `Once the whole list is confirmed, the next payroll pays ${amount} of arrears to ${people} people.`,
    ofMonths: (from, through) =>
      `They are for the months from ${from} to ${through}, which this system has not paid. If the lists before have paid them, do not confirm yet: ask whoever imported the list to say through which month, on the page of the import; the sum here shrinks at once.`,
    ofMonthsOwn: (from, through) =>
      `They are for the months from ${from} to ${through}, which this system has not paid. If the lists before have paid them, say through which month before the list is confirmed.`,
    tell: 'Open the import',
    none: 'Confirming this list brings no arrears.',
    column: 'Arrears next (đ)',
    months: (from, through) => (from === through ? from : `${from}–${through}`),
    paidThrough: (through) => `paid through ${through}`,
    ofRows: (amount) => `The next payroll pays ${amount} of arrears for these rows.`,
  },
  states: {
    proposed: 'Waiting',
    confirmed: 'Confirmed',
    held: 'Received already',
    sent_back: 'Sent back',
  },
  all: 'All',
  filter: 'State',
  isOwn:
    'You imported this list, so you cannot confirm it. Two people are needed: the chair of the commune or another provincial specialist will.',
  row: 'Row',
  person: 'Person',
  hidden: 'Has left your area',
  died: (day) => `Died ${day}`,
  decision: 'Decision',
  decisionOf: (number, day) => `${number} of ${day}`,
  from: 'From',
  beforeDecision: 'Before the decision',
  monthly: 'By the list (đ)',
  notSaid: 'not said',
  byLaw: 'By the law (đ)',
  nothingByLaw: 'The law gives nothing',
  lapsed: (month) => `Conditions ended in ${month}: a new decision is needed`,
  differs: 'Differs from the list',
  why: 'Why?',
  whyOf: (name) => `Why does the law give ${name} this?`,
  state: 'State',
  decided: (name, at) => `${name}, ${at}`,
  choose: 'Choose',
  chooseRow: (row, name) => `Choose row ${row}, ${name}`,
  chooseAll: 'Choose every row that waits on this page',
  confirmAll: (rows) => `Confirm all ${rows} rows`,
  confirmChosen: (rows) => `Confirm ${rows} chosen rows`,
  sendBackAll: 'Send the list back',
  sendBackChosen: (rows) => `Send back ${rows} chosen rows`,
  confirm: {
    title: 'Confirm awards',
    body: (rows, area) =>
      `${rows} rows of ${area} become awards by the decisions the list names, and enter the payroll drawn up next. Sums follow the law, not the list.`,
    responsible: 'Your name is kept as who confirmed.',
    verb: (rows) => `Confirm ${rows} rows`,
    otherwise: 'Not yet',
  },
  sendBack: {
    title: 'Send back to who imported it',
    body: (rows) =>
      `${rows} rows enter no payroll. The people and facts recorded stay in the register. Whoever imported the list can read the reason.`,
    reason: 'Reason',
    hint: 'Say what is not right and what to do, such as “Decision 15/QĐ-UBND is not in the book of documents”.',
    needsReason: 'Write the reason, at least 5 characters.',
    verb: (rows) => `Send back ${rows} rows`,
    otherwise: 'Not yet',
  },
  done: {
    confirmed: (rows, held, format) =>
      `${rows} rows confirmed. These people are in the payroll drawn up next.` +
      (held > 0 ? ` ${format(held)} other rows received already and keep their decision.` : ''),
    sentBack: (rows) => `${rows} rows sent back. Whoever imported them can read the reason.`,
  },
  noRows: 'No row is in this state.',
  problems: {
    'entitlement.award_list_not_found':
      'There is no such list in your area. Open it again from “Confirm imported lists”.',
    'entitlement.award_list_own':
      'You imported this list, so you cannot confirm it. Two people are needed. Pass it to the chair of the commune or to another provincial specialist.',
    'entitlement.award_list_changed': ({ waiting }) =>
      `The list has just changed: ${String(waiting)} rows wait now. Nothing was written. Look again, then confirm.`,
    'entitlement.listed_award_decided': ({ rows }) =>
      `Somebody else has just confirmed row ${rowsOf(rows)}. Nothing was sent back. Reload the page.`,
    'entitlement.listed_award_out_of_sight': ({ rows }) =>
      `The person in row ${rowsOf(rows)} is no longer in your area. Nothing was written. Send these rows back, or let a provincial specialist confirm them.`,
    'entitlement.award_overlaps':
      'Somebody has just been granted another award. Nothing was written. Reload the page, then confirm.',
  } as ProblemWords,
}

function rowsOf(rows: unknown): string {
  return Array.isArray(rows) ? rows.join(', ') : ''
}
