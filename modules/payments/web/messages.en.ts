import { formatDate } from '#kernel/written'
import type { Messages } from './messages.vi.ts'
import { channels, outcomes } from './money-words.en.ts'
import { whyNot } from './why-not.en.ts'

const number = (value: unknown) => Number(value ?? 0).toLocaleString('vi-VN')

// What the server names is one of its channels.
const channelName = (channel: unknown) => channels[channel as keyof typeof channels].toLowerCase()

export const messages: Messages = {
  payments: 'Payment',
  title: 'Envelopes',
  caption: 'Envelopes, newest first',
  none: 'No envelope yet',
  noneMore: 'Once a payment run is approved, the payment clerk makes an envelope for each provider.',
  month: 'Month',
  code: 'Code',
  provider: 'Provider',
  area: 'Unit',
  state: 'State',
  instructions: 'Orders',
  amount: 'Amount',
  paidShare: 'Paid',
  openShare: 'Without a result',
  prepare: {
    waiting: (month, area) => `The run ${month} of ${area} is approved and has no envelope.`,
    verb: (month) => `Make envelopes for ${month}`,
    done: 'Envelopes made. A second person checks the totals, a third approves, and only then they are sent.',
  },
  purposes: { reissue: 'tried again', one_off: 'given once', source: 'handed in by another system' },
  states: {
    draft: 'Made',
    checked: 'Checked',
    approved: 'Approved',
    sending: 'Being sent',
    sent: 'Sent',
    reconciled: 'Reconciled',
    cancelled: 'Cancelled',
  },
  steps: {
    check: 'Confirm the totals',
    approve: 'Approve the envelope',
    send: 'Send to the provider',
    reconcile: 'Close the reconciliation',
    cancel: 'Cancel the envelope',
  },
  confirm: {
    otherwise: 'Not now',
    check: (count, amount) =>
      `Confirm that ${count} orders, ${amount} in all, are those of the approved list.`,
    approve: (amount) => `Approval holds ${amount} of the budget. From now on the run cannot be returned.`,
    send: (provider) =>
      `The file of orders goes to ${provider}. What was sent cannot be taken back, only recalled order by order.`,
    reconcile: 'Close once every order has a result and no line waits to be matched by hand.',
    cancel: 'The budget that was held is free again; the run can be put into new envelopes.',
  },
  done: {
    check: 'Totals confirmed. A third person has to approve.',
    approve: 'Approved, and the budget is held. The payment clerk can send it.',
    send: 'Asked to be sent.',
    reconcile: 'The reconciliation of the envelope is closed.',
    cancel: 'The envelope is cancelled.',
  },
  sending: 'The file of orders is being written and sent…',
  sendingFailed:
    'It was not sent. The envelope stays as it is; sending again sends the same file, and nobody is paid twice.',
  paper: {
    verb: 'By a letter',
    verbOf: (name) => `By a letter: ${name}`,
    title: (name) => `What does the provider say of the order to ${name}?`,
    outcome: 'Result',
    day: 'Day',
    paper: 'Letter of the provider',
    paperHint: 'Its kind, number and day',
  },
  delivery: {
    taken: 'They have the file',
    notTaken: 'They do not have it',
    takenTitle: 'Record that the provider has the file?',
    notTakenTitle: 'Record that the provider does not have the file?',
    takenMore: 'The envelope is sent then: the transfer is booked and the orders wait for their results.',
    notTakenMore:
      'The envelope is approved again and can be sent or cancelled. If they have it after all, money may be paid twice.',
    note: 'Who of the provider said so, when, by which paper',
  },
  byHand: 'This provider takes files by hand: download it and hand it in the way you agreed.',
  download: 'Download the file of orders',
  reissue: {
    verb: 'Try again what did not arrive',
    title: (count) => `Order anew ${count} that were returned, rejected or not collected?`,
    more: 'New orders go the way each payee is paid now and are tied to the old ones. The new envelope needs all three people.',
    done: (count) => `${count} new envelopes made.`,
    held: (count) =>
      `${count} payees have not come for so long that the law suspends them first; tell the commune.`,
    disputed: (count) =>
      `${count} orders are not tried again: a line of an answer tells of them that waits to be matched. See Reconciliation first.`,
  },
  identity: {
    label: (provider, month) => `Money of ${provider} in ${month}`,
    transferred: 'Transferred',
    carriedIn: 'carried in',
    paid: 'paid',
    carriedOut: 'carried out',
    returned: 'given back',
    balanced: 'balances',
    unbalanced: 'does not balance',
    more: 'Summed from the entries of the ledger; nothing is typed in.',
  },
  facts: {
    heading: 'Totals and signatures',
    total: 'Total',
    inWords: 'In words',
    carried: 'Already at the provider',
    executeOn: 'To be executed on',
    file: 'File',
    fingerprint: 'Fingerprint of the envelope',
    prepared: 'Prepared by',
    checked: 'Checked by',
    approved: 'Approved by',
    sent: 'Sent by',
    reconciled: 'Closed by',
    notYet: 'not yet',
  },
  results: {
    heading: 'Results',
    caption: 'Orders and amounts by state',
    byArea: 'By administrative unit',
    areaCaption: 'Orders and amounts by administrative unit',
    all: 'All orders',
  },
  instructionsHeading: 'Orders',
  instructionsCaption: 'The orders of the envelope',
  noInstructions: 'No order is in this state.',
  key: 'Key',
  payee: 'Payee',
  way: 'Way',
  result: 'State',
  reissued: (key) => `ordered anew: ${key}`,
  receivedBy: (name, until) => `received by ${name}${until === null ? '' : `, through ${until}`}`,
  isReissue: 'ordered anew',
  recallAsked: 'to be recalled: call the provider',
  channels,
  instructionStates: {
    ready: 'Not sent',
    sent: 'Sent, no result yet',
    paid: 'Paid',
    returned: 'Returned',
    rejected: 'Rejected',
    recalled: 'Recalled',
    unclaimed: 'Not collected',
    withdrawn: 'Withdrawn before it was sent',
  },
  reasons: {
    AC01: 'Wrong account number',
    AC04: 'Account closed',
    AC06: 'Account blocked',
    AM04: 'Not covered',
    AM05: 'Ordered before',
    BE01: 'Name does not fit the account',
    BE22: 'No name of the payee',
    MD07: 'Account holder deceased',
    MS03: 'The bank gives no reason',
    RC01: 'Wrong bank code',
    CUST: 'Asked for by the sender',
    right_ended: 'The right has ended',
    wrong_account: 'Wrong account',
    wrong_amount: 'Wrong amount',
    merged: 'One person with two records',
    not_come: 'Did not come',
    no_papers: 'No papers',
    wrong_papers: 'Papers do not match',
    refused: 'Refused the money',
    said_dead: 'The family says they are dead',
    recalled: 'The person has died',
    due_again: 'Withdrawn, and due after all: it goes with the next list',
    payee_died: 'Held: the payee died before this month; who receives it is to be found out',
  },
  reconciliation: {
    title: 'Reconciliation',
    open: (count) => `${count} lines of answers to be matched by hand`,
    noneOpen: 'No line has to be matched by hand',
    noneOpenMore: 'Lines that match neither by key nor by amount, account and name appear here.',
    openPart: 'To be matched',
    settledPart: 'Settled',
    settledCount: (count) => `${count} lines settled by hand`,
    settledCaption: 'Lines matched by hand or set aside, newest first',
    noneSettled: 'No line was settled by hand yet',
    settledHow: 'How, by whom and why',
    openCaption: 'Lines of answers to be matched by hand, oldest first',
    file: 'File',
    said: 'The provider says',
    why: 'Why it did not match',
    match: 'Match by hand',
    aside: 'Set aside',
    matchTitle: 'Which order is this line about?',
    noCandidates: 'No order of the same amount is waiting at this provider.',
    matchVerb: (key) => `Match with ${key}`,
    asideTitle: 'Set this line aside?',
    asideMore: 'Set aside, the line moves no đồng of any list. Say on what ground.',
    note: 'Ground',
    matchNoteHint: 'Why it is that order, for example: debit advice 12 of 2026-11-25. Write it, then choose.',
    noteHint: 'For example: number and day of the letter in which the bank confirms its mistake',
    standings: 'Totals and differences',
    standingsMore:
      'By our books: transferred, and neither paid out nor given back. Difference: returned or not collected, to be ordered anew or given back. A statement counts other money on the account too.',
    waiting: 'Orders without an answer',
    unmatched: 'Lines without a match',
    balance: 'There by our books',
    lying: 'Less orders that wait',
    saidBalance: 'Balance it states',
    difference: 'Statements against books',
    moved: (amount) => `statements say ${amount}`,
    differs: {
      waiting: (amount) => `waits ${amount}`,
      aside: (amount) => `set aside ${amount}`,
      gap: (amount) => `days missing or told twice ${amount}`,
    },
    advice: {
      netted:
        'the bank booked several orders as one entry, or netted them, so nothing was booked. Ask the bank for the result of each order, read that file, then set this line aside.',
      part_was_paid:
        'the bank rejects the whole envelope but has told of payments of it, so no order is taken as rejected. Ask the bank about each order: read a file that names each, or book its letter, then set this line aside.',
    },
    countOf: (count, amount) => `${count} · ${amount}`,
    files: 'Answers',
    filesCaption: 'Answers, newest first',
    noFiles: 'No answer has been read yet.',
    upload: 'Read an answer',
    uploadHint:
      'pain.002, camt.053, camt.054 (XML), or a list in CSV or Excel. A file read before changes nothing.',
    choose: 'File of the bank or the post office',
    read: (lines, moved) => `${lines} lines read, ${moved} orders have a new result.`,
    readBefore: 'This file was read before; nothing has changed.',
    fetch: (provider) => `Fetch the answers of ${provider}`,
    reading: 'The file is being read…',
    kind: 'Kind',
    lines: 'Lines',
    received: 'Received',
    refused: 'Could not be read',
    wasRead: 'Read',
    faults: (count) => `See ${count} rows`,
    /** Why a file is not taken as the provider’s. */
    notUnderstood: (said) => `not a sound message, for the provider to see: “${said}”`,
    becauses: {
      ...whyNot,
      not_signed: 'no signature',
      not_encrypted: 'not encrypted for us',
      signature_wrong: 'the signature does not fit',
      signer_unknown: 'signed by somebody else',
      certificate_ended: 'the certificate of the provider has ended',
      account: 'a statement of another account; choose the right provider',
      'payments.message_id_reused': 'this message id was used for another file; ask the provider',
      'payments.rows_wrong': 'some rows cannot be read',
    },
    kinds: {
      'pain.002': 'Status of orders',
      'camt.053': 'Account statement',
      'camt.054': 'Debits and credits',
      csv: 'List of results',
      phone: 'Hand-outs by phone',
      closing: 'Pay point closed',
      unknown: 'Unknown',
    },
  },
  outcomes,
  verdicts: {
    matched: 'matched',
    repeated: 'said again',
    noted: 'noted',
    unknown: 'no order has this key',
    ambiguous: 'fits several orders',
    amount_differs: 'another amount than the order',
    contradicts: 'contradicts the result there is, a second payment, or a day that cannot be',
    matched_by_hand: 'matched by hand',
    set_aside: 'set aside',
  },
  problems: {
    'payments.provider_missing': ({ payees, channel }) =>
      `No envelope made: ${number(payees)} payees paid by ${channelName(channel)} have no provider. Open one on the page Providers, then try again.`,
    'payments.already_in_envelopes': 'This run is in envelopes. Open them, or cancel them and make new ones.',
    'payments.day_too_late': ({ latest }) =>
      `The day of payment is after the month of the list. Choose a day not after ${formatDate(String(latest))}.`,
    'payments.month_too_late': ({ latest }) =>
      `A new try is of the next list at the latest. Choose a month not after ${String(latest)}.`,
    'payments.nothing_to_pay': 'There is no order left to send. Cancel this envelope.',
    'payments.totals_differ':
      'The totals are not those of the approved list, so nothing was made. Tell the administrator.',
    'payments.envelope_not_found': 'There is no such envelope within your area.',
    'payments.envelope_moved_on': 'The envelope has moved on. Load the page again.',
    'payments.second_person_needed':
      'You took an earlier step of this envelope. Whoever prepares, checks and approves must be three people.',
    'payments.answer_by_second_person': ({ code }) =>
      `Nothing was written: you prepared, sent or asked for ${String(code)}, so what became of it is not yours alone to say. Ask somebody else to take the file, match the line or write down the letter.`,
    'payments.envelope_changed':
      'The envelope is not what it was when it was made. Cancel it and make it again.',
    'payments.funds_short': ({ missing }) =>
      `The budget left is not enough by ${number(missing)} đ. Book what was given in addition, then approve.`,
    'payments.fund_shares_differ':
      'Neither this unit nor one above it has a budget line for this programme, or the shares of its sources are not 100%. Open the lines, then approve.',
    'payments.withholding_changed':
      'A recovery withheld here was paid, written off or put on hold since. Cancel the envelope and make it anew.',
    'payments.envelope_open': ({ instructions, amount, lines }) =>
      `It cannot be closed: ${number(instructions)} orders, ${number(amount)} đ have no result, ${number(lines)} lines wait to be matched.`,
    'payments.provider_unreachable':
      'The provider cannot be reached. Nothing is lost; try again in a few minutes.',
    'payments.provider_doubtful': ({ status }) =>
      `Nobody knows whether the provider has the file: an earlier try had no answer, and to this one it says ${number(status)}. Neither cancel nor make another envelope. Ask them; whoever approves records the answer here, and a file of theirs tells it too.`,
    'payments.delivery_under_way': 'The file is being sent just now. Wait until that has ended.',
    'payments.provider_refused_file':
      'The provider does not take the file. No order is executed; see why, then send again or cancel.',
    'payments.file_not_understood':
      'This file cannot be read, so nothing was booked. Check that it is an answer of the bank or the post office.',
    'payments.rows_wrong': ({ total }) =>
      `${number(total)} rows of the file cannot be read, so nothing is booked. See which and why among the files; mend the file or the layout and read it again.`,
    'payments.file_too_large':
      'The file is too large to upload. Have the administrator import it on the server.',
    'payments.file_not_protected':
      'The file is not signed or encrypted as agreed with the provider, so nothing was recorded. Ask them; if they have a new certificate, the administrator replaces it.',
    'payments.provider_keys_missing':
      'The keys to protect files for this provider are missing. The administrator puts them beside the server.',
    'payments.message_id_reused':
      'The provider used the name of one message for another file. Ask them; nothing was booked.',
    'payments.response_refused':
      'The statement is of another account, so nothing was booked. Choose the right provider.',
    'payments.line_settled': 'Somebody has dealt with this line. Load the page again.',
    'payments.instruction_does_not_fit':
      'This order does not fit the line: another amount, another provider, or it has a result already.',
    'payments.paper_day_ahead':
      'That day has not come, so nothing was recorded. Look at day and year on the paper.',
    'payments.nothing_to_reissue': ({ disputed }) =>
      Number(disputed) > 0
        ? `Nothing made: a line of an answer that waits to be matched tells of ${number(disputed)} orders. See Reconciliation first.`
        : 'There is no order to make anew.',
    'payments.area_not_yours': 'The envelope pays a wider area than yours; you see your part only.',
  },
}
