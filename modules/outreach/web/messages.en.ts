import type { Messages } from './messages.vi.ts'

const people = (count: string) => (count === '1' ? '1 person' : `${count} people`)
const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)

export const messages: Messages = {
  work: 'My work',
  pages: { 'sap-du-dieu-kien': 'Soon entitled', 'sap-het-dieu-kien': 'Entitlement ending' },
  views: {
    soon: 'Soon entitled',
    unused: 'Entitled, not receiving',
    ending: 'Entitlement ending',
    ended: 'Waiting for a decision to stop',
    changing: 'Amount changing',
    renewal: 'Waiting for the new list of the poor',
    certificate: 'Disability certificates to be made anew',
  },
  refreshed: (at) => `By the law and what is recorded, 12 months ahead · brought up to date ${at}`,
  preparing: {
    title: 'The lists are being made.',
    next: 'The law is being asked for everybody. Please open them again in a few minutes.',
  },
  excel: 'Download Excel',
  stake: {
    soon: (count, amount) =>
      `${people(count)} will have ${amount} more a month if decided in time. Money begins with the month of the decision.`,
    unused: (count, amount) =>
      `${people(count)} may be losing ${amount} a month for want of a decision. Money begins with the month of the decision.`,
    ending: (count, amount) =>
      `${people(count)} will stop receiving ${amount} a month. Each needs a decision to stop, or the papers to go on.`,
    ended: (count, amount) =>
      `${people(count)} have no more right to ${amount} a month, and no decision to stop. Payment lists no longer count it.`,
    changing: (count, amount, difference) =>
      `${people(count)} will have another amount; together ${amount} ${difference < 0 ? 'less' : 'more'} a month. Payment lists adjust by themselves.`,
    renewal: (count, amount) =>
      `${people(count)} receive ${amount} a month as poor or near-poor. The commune’s list of the new year is not in: whoever is not on it stops in the month shown.`,
    certificate: (count, amount) =>
      `${people(count)} ${count === '1' ? 'receives' : 'receive'} ${amount} a month by a disability certificate from before the age of six. At six the degree is assessed anew (Circular 01/2019/TT-BLĐTBXH), but for some of the exceptionally severe. The money does not stop by itself.`,
  },
  peopleInHand: (count) => `${people(count)} already ${count === '1' ? 'has' : 'have'} a file in hand.`,
  filter: {
    title: 'Filter the list',
    area: 'Commune',
    areaOf: (name, count) => `${name} (${count})`,
    everyArea: 'All',
    benefit: 'Benefit',
    everyBenefit: 'Every benefit',
    within: 'Within',
    months: (count) => (count === 1 ? 'the next month' : `the next ${count} months`),
    progress: 'Done',
    everyProgress: 'All',
    apply: 'Filter',
    clear: 'Clear',
  },
  progress: {
    open: 'Nothing yet',
    filed: 'File in hand',
    assigned: 'Assigned',
    contacted: 'Contacted',
    invited: 'Invited',
    unreachable: 'Not reached',
    declined: 'Declined',
  },
  chosen: {
    all: (count) => `Choose all ${rows(count)} of this page`,
    note: (count) => (count === 0 ? 'Record a result' : `Record a result for ${rows(count)}`),
    invite: (count) => (count === 0 ? 'Print letters' : `Print ${count} letters`),
    printed: 'The letters were downloaded.',
    markInvited: (count) => `Record ${rows(count)} as invited`,
  },
  table: {
    choose: 'Choose',
    chooseOne: (name) => `Choose ${name}`,
    person: 'Person',
    area: 'Commune',
    when: 'When',
    why: 'Why, and what is needed',
    money: 'A month (đồng)',
    lacking: 'Missing',
    lacksNothing: 'Nothing is missing',
    done: 'Done',
  },
  when: {
    gain: (month) => `from ${month}`,
    unused: (month) => `since ${month}`,
    resume: (month) => `again since ${month}`,
    raise: (month) => `from ${month}`,
    lower: (month) => `from ${month}`,
    lose: (month) => `stops in ${month}`,
    ended: (month) => `ended in ${month}`,
    renewal: (month) => `stops in ${month}`,
    certificate: (month) => `six in ${month}`,
  },
  fileBy: (day) => `hand in by ${day}`,
  paidFrom: (month) => `paid from ${month}`,
  toDo: {
    gain: 'Needs a file and a decision.',
    unused: 'Needs a file and a decision.',
    resume: 'The former award has lapsed; a new decision is needed.',
    raise: 'Adjusts by itself, no application.',
    lower: 'Adjusts by itself, no application.',
    lose: 'Needs a decision to stop.',
    ended: 'Needs a decision to stop.',
    renewal: 'Needs the list of the year.',
    certificate: 'Needs a file to assess the disability anew, then the new certificate recorded.',
  },
  inHand: 'file in hand',
  before: 'before',
  delay: 'each month late',
  lost: (amount) => `${amount} đ lost`,
  goesOn: 'does not stop by itself',
  why: 'Why?',
  newFile: 'New file',
  newFileOf: (name) => `New file: ${name}`,
  whyOf: (name, month) => `Why, ${name}, ${month}`,
  assignedTo: (name) => `to ${name}`,
  earlier: (count) => `${count} before`,
  note: 'Record',
  noteOf: (name) => `Record a result: ${name}`,
  recorded: (count) => `Recorded for ${rows(count)}.`,
  dialog: {
    title: (names) =>
      names.length === 1 ? `Record a result: ${names[0]}` : `Record a result for ${rows(names.length)}`,
    what: 'What was done?',
    details: {
      assigned: 'given to the village head, a helper, another officer',
      contacted: 'spoken to or telephoned, they know',
      invited: 'a letter was sent',
      unreachable: 'not at home, no answer',
      declined: 'does not want it, or is not entitled in fact',
    },
    needsOutcome: 'Choose what was done.',
    assignee: 'To whom?',
    assigneeHint: 'Name and position, such as: Trần Văn Nam, head of Đông village.',
    needsAssignee: 'Write down who it was given to.',
    note: 'Note (optional)',
    reason: 'Reason for declining',
    noteHint: 'Nothing about illness, please.',
    needsReason: 'Write down why, so that nobody has to ask again.',
    save: 'Record',
    cancel: 'Not now',
  },
  none: {
    soon: {
      title: 'Nobody will become entitled in the next 12 months.',
      next: 'Whoever comes of age, or has a new paper recorded, will appear here.',
    },
    unused: {
      title: 'Nobody is entitled without receiving.',
      next: 'By what is recorded, every right in the area has been decided.',
    },
    ending: {
      title: 'Nobody’s right ends in the next 12 months.',
      next: 'Whoever grows out of a right, finishes school or loses another condition will appear here.',
    },
    ended: { title: 'Nobody waits for a decision to stop.', next: 'Every open award still has its right.' },
    changing: {
      title: 'Nobody’s amount changes in the next 12 months.',
      next: 'Whoever comes into another age group will appear here.',
    },
    renewal: {
      title: 'Nobody waits for a list of the poor.',
      next: 'The list of the new year is in, or nobody receives by it.',
    },
    certificate: {
      title: 'No disability certificate has to be made anew in the next 12 months.',
      next: 'A child who receives by a certificate from before the age of six appears here 12 months before.',
    },
  },
  noneFiltered: 'Nobody fits this filter.',
  showAll: 'Show all',
  home: {
    soon: 'Soon entitled',
    ending: 'Entitlement ending',
    all: (count) => `See all ${count}`,
    nothingSoon: 'Nobody is left to contact for the next 12 months.',
    nothingEnding: 'Nobody whose right ends in the next 12 months is left to be seen to.',
    from: (month) => `from ${month}`,
    waiting: (count, amount) => `${people(count)} may be losing ${amount} a month.`,
    ended: (count) => `${people(count)} ${count === '1' ? 'waits' : 'wait'} for a decision to stop`,
    certificate: (count) =>
      `${people(count)} with a disability certificate to be made anew at six`,
    seeUnused: 'See who is entitled and not receiving',
    preparing:
      'The lists of who will gain or lose a right are being made; please open them again in a few minutes.',
  },
  problems: {
    'outreach.prospect_not_found':
      'Somebody is no longer on the list, because something was just recorded. Load the page again and choose anew.',
    'outreach.list_empty': 'The list as filtered has nobody to download.',
    'outreach.list_too_long': 'The list is too long for one file. Filter by commune.',
    'outreach.nobody_to_invite': 'Those chosen have nothing to hand in, so there is no letter.',
  },
}
