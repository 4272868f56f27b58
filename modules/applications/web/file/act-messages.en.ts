import type { act as vi } from './act-messages.vi.ts'

export const act: typeof vi = {
  otherwise: 'Not now',
  done: (label) => `Done: ${label}.`,
  doneDetails: {
    accept: 'The clock counts from tomorrow. The receipt is under Documents.',
    ask_papers: 'The request is under Documents.',
    propose: 'The file waits for the competent person.',
    propose_refusal: 'The file waits for the competent person.',
  },
  reason: 'Reason',
  reasonHint: 'The citizen will read it. Nothing about illness, please.',
  needsReason: 'Write the reason to go on.',
  consequences: {
    withdraw: 'The file ends here and cannot be opened again. A new one may be handed in.',
    hand_over: 'The file ends when the result is handed over.',
    decline: 'A slip of refusal is made, and the file ends.',
    send_back: 'The file goes back to whoever drafted it, with this reason.',
    go_on_without: 'The clock goes on from today with the papers there are.',
  },
  papers: {
    title: 'Ask for papers',
    once: 'Name everything that is missing at once; the citizen comes back only once.',
    pauses: 'The clock stands still from today until the papers come.',
    notStarted: 'The clock has not started; it begins when the file is complete.',
    choose: 'Papers needed',
    why: (paper) => `What is needed and why: ${paper}`,
    other: 'Something else',
    otherHint: 'One paper a line. For instance: the form is not signed.',
    nothing: 'Choose a paper, or write what else is needed.',
    verb: 'Send the request',
  },
  propose: {
    title: (name) => `Submit for signature: ${name}`,
    refusalTitle: (name) => `Submit a refusal: ${name}`,
    kind: 'Kind of decision',
    benefit: 'Benefit',
    verb: 'Submit for signature',
    refusalVerb: 'Submit the refusal',
    lacking: (count) => (count === 1 ? 'A paper is still missing.' : `${count} papers are still missing.`),
    lackingHint:
      'Add what is missing or ask for it before you submit. What is there already, record among the papers.',
    noRight: 'By the law this person is not entitled. See why, record what is missing, or submit a refusal.',
    afterwards: 'The file goes to the competent person. Whoever submits may not sign.',
    lawSays: 'By the law, it fails at',
    reasons: 'Reason for the refusal, written for the citizen',
    reasonsHint: 'Begin with the first condition that fails, in plain words.',
    differences: {
      has_right: (amount) =>
        `By the law this person is entitled to ${amount} a month. A refusal is not what the law computes, and needs its reason.`,
      no_place: () =>
        'Nothing in the register shows that this person belongs to a group the State cares for. Record it, or write why they are admitted all the same; whoever signs opens it by itself.',
      uncollected_unknown: () =>
        'The books of payments do not show three months in a row uncollected. Write what it rests on (which list, whose); whoever signs opens it by itself.',
      still_right: (amount) =>
        `By the law and the register this person still has a right to ${amount} a month. Record what has changed first, or write what the ending rests on; whoever signs opens it by itself.`,
      not_dead: () =>
        'The register does not know of a death. Record it first; of somebody declared missing write the number and day of the court’s decision. Whoever signs opens it by itself.',
      not_serving: () =>
        'The register knows of no sentence or measure being served. Record it first, or write the number and day of the authority’s conclusion; whoever signs opens it by itself.',
      council_incomplete: () =>
        'The council has fewer than the 7 members of the law. Write why (which office is vacant); whoever signs opens it by itself.',
      given_in_kind: () =>
        'This file has given in kind once. Write how much was handed out and why more is given; whoever signs opens it by itself.',
      amount: () => 'This is more than the least by the law. Write why; whoever signs opens it by itself.',
    },
    otherMonth: 'This is another last month than the law’s. Write why; whoever signs opens it by itself.',
    deviation: 'Why the decision differs from the computed result',
    needsDeviation: 'Write why the decision differs.',
    payee: 'Who receives the money',
    payeeHint: 'Only those the register knows as guardian, carer or proxy.',
    payeeSelf: 'The person themselves',
    lastMonth: 'Last month paid',
    lastMonthHint: 'Empty: the month of the signature; of the dead, the month they died in.',
  },
  conflict: {
    title: (name, at) => `${name} changed this file at ${at}.`,
    safe: 'Nothing is lost: what was typed is still below.',
    look: 'Load the new version and go on',
    looked: 'Loaded. Look at it, then press again.',
    gone: 'The step the file is in now has no such action.',
  },
}
