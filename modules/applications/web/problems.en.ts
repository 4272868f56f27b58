import type { ProblemWords } from '#platform/web/problem'

type Details = Readonly<Record<string, unknown>>

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const papersIn = ({ papers }: Details) =>
  Array.isArray(papers)
    ? papers.map((paper: { name?: { en?: string } }) => paper.name?.en ?? '').join(', ')
    : ''

/** As the paper of a refusal has them, in Vietnamese. */
const reasonsIn = ({ reasons }: Details) =>
  Array.isArray(reasons) ? reasons.map((reason) => `${text(reason)} `).join('') : ''

export const problems: ProblemWords = {
  'applications.application_not_found': 'There is no such file, or it lies elsewhere.',
  'applications.changed_meanwhile': (details) =>
    `${text(details['changedBy'])} just changed this file. Nothing is lost. Load the new version and go on.`,
  'applications.action_not_possible': 'This cannot be done in the present step. Load the page again.',
  'applications.too_early': (details: Details) =>
    `The time of posting is not over: it can be ended after ${text(details['until'])}. An objection is recorded at once.`,
  'applications.reason_needed': 'Write the reason to go on.',
  'applications.ground_needed':
    'The file does not say why: uncollected for three months, refuses to be examined, or held for a month.',
  'entitlement.remand_too_short': 'The register knows of no remand of a month. Record it first.',
  'entitlement.refusal_too_short': (details) =>
    details['from']
      ? `Less than three months since the suspension. It may be ended from ${text(details['from'])}.`
      : 'Nothing is suspended because of a refusal. Suspend it first; three months later it may be ended.',
  'entitlement.remand_suspends_no_care': 'Remand does not suspend this one.',
  'applications.papers_missing': (details) =>
    `Papers are missing: ${papersIn(details)}. Record what was received, or ask for them.`,
  'applications.person_not_matched': 'The file is not matched with anybody of the register yet.',
  'applications.already_matched': (details) =>
    details['state'] === 'signed'
      ? 'A decision about this person is signed, so the file stays theirs.'
      : 'A decision about this person is drafted. Send it back before the file is matched with somebody else.',
  'applications.person_exchanged':
    'The file is about somebody else now than the draft. Send it back to be drafted anew.',
  'applications.person_differs': 'The person of the register has another name or birth date than the form.',
  'applications.nothing_missing': 'No paper is missing. Write what else is needed.',
  'applications.file_closed': 'The file is closed and cannot be changed.',
  'applications.proposal_needed': 'This goes through a draft and a signature.',
  'applications.proposal_not_found': 'This draft is no longer there.',
  'applications.proposal_settled': (details) =>
    details['state'] === 'signed'
      ? `${text(details['by'])} has signed it already.`
      : 'This draft was sent back or withdrawn.',
  'applications.no_right': (details) =>
    details['diedOn']
      ? `The register says that this person died on ${text(details['diedOn'])}: nothing is granted. See to funeral support, and submit a refusal.`
      : `By the law this person is not entitled. ${reasonsIn(details)}Record what is missing, or submit a refusal.`,
  'applications.right_there': 'By the law this person is entitled; a refusal needs its reason.',
  'applications.award_needed': (details) =>
    details['awarded'] === true
      ? 'This person receives it already. Look for a duplicate, or submit an adjustment.'
      : details['endsOn']
        ? `A decision ends it on ${text(details['endsOn'])} already; it is not ended once more.`
        : 'This person does not receive it, so there is nothing to change.',
  'applications.benefit_not_of_procedure': 'Choose a benefit this procedure decides about.',
  'applications.decision_not_possible': 'This kind of decision cannot be signed here yet.',
  'applications.facts_changed':
    'Not signed: the facts changed since it was drafted. Send it back to be drafted anew.',
  'applications.deviation_needs_reason': 'The decision differs from the computed result. Write why.',
  'applications.deviates': 'It differs from the computed result and must be opened and signed by itself.',
  'applications.signer_drafted': 'You drafted this decision. Two people are needed.',
  'applications.not_competent': (details) => {
    const competent = details['competent'] as { en?: string } | undefined
    return `Only the ${competent?.en ?? 'competent person'} of this very place may sign.`
  },
  'applications.detail_needed': 'What this kind of decision needs is still missing.',
  'applications.event_incomplete':
    'What happened is not told well enough to be computed: give the day, the cause and what is named. For funeral support record the death first.',
  'applications.event_contradicts':
    'What happened is told otherwise than under «What is needed?», by which the right is computed. Tell it as chosen there; if that is wrong, open another file with the right answer.',
  'applications.event_in_future': (details: Details) =>
    `The day it happened (${text(details['on'])}) is after today, and only what has happened is supported. Correct the day by the papers, or wait for it.`,
  'applications.payee_not_known':
    'The register knows this one neither as guardian, carer nor collector. Record the relation first, or pay the person themselves.',
  'applications.payee_differs': 'It pays somebody else and must be opened and signed by itself.',
  'applications.last_month_not_possible': (details) =>
    details['first'] && details['latest']
      ? `The last month is from ${text(details['first'])} through ${text(details['latest'])}; of the dead, the month they died in.`
      : 'This decision has no last month to tell.',
  'applications.payee_needed': 'Say who receives the money.',
  'applications.payee_not_living':
    'Nobody who has died or is missing receives the money. Name whoever buries, or a relative of the household.',
  'applications.nothing_changes':
    'The amount stays the same, so there is nothing to adjust. If something has changed, record it first.',
  'applications.below_least': 'This is less than the least the law names.',
  'applications.given_before': 'This was supported before and is not supported again.',
  'applications.nothing_unpaid': 'No money of this file waits to be paid once.',
  'applications.payee_living': (details) =>
    `The register does not know that ${text(details['payee'])} has died. Record the death first.`,
  'applications.paid_before': (details) =>
    `What decision ${text(details['number'])} gave was paid or is on a list of payments, so it is not replaced here. Take it off the list first; of what was paid the result stands, and it is recovered or added to by itself.`,
  'applications.no_quorum': 'Too few members were there for the council to conclude.',
  'applications.conclusion_differs': (details) =>
    details['receivedOn']
      ? `The day of the conclusion lies between the receipt of the file (${text(details['receivedOn'])}) and the signature.`
      : 'The conclusion does not agree with the minutes or with the certificate that holds.',
  'applications.certificate_needed': 'The register knows no certificate that could be replaced.',
  'applications.facility_full': (details) =>
    `${text(details['facility'])} has no place left of ${String(details['places'])}. Choose another, or wait for one.`,
  'applications.collected': (details) =>
    `The books of payments say that ${text(details['month'])} was collected: not yet three months in a row.`,
  'applications.facility_not_found':
    'This facility is not recorded. Record it on its page, or choose another.',
  'applications.facility_closed': (details) =>
    `${text(details['facility'])} takes nobody in any more. Choose another.`,
  'applications.facility_lived_in': (details) =>
    `${String(details['residents'])} people still live in ${text(details['facility'])}. Discharge them first.`,
  'applications.facility_closed_ahead': 'That day has not come. Record it once the facility has closed.',
  'applications.facility_closed_before': ({ recordedOn }) =>
    `The facility is in the register since ${text(recordedOn)}: it did not close before.`,
  'applications.facility_head_unknown':
    'This person heads no facility in your area, or is assigned to another commune than the facility.',
  'applications.facility_head_taken': (details) =>
    `This person heads ${text(details['facility'])} already. Choose somebody else.`,
  'applications.facility_abbreviation_taken': (details) =>
    `${text(details['facility'])} of the same commune gives its numbers under ${text(details['abbreviation'])}.`,
  'applications.facility_too_large': (details) =>
    `One that is only registered takes in ${String(details['most'])} people at most.`,
  'applications.not_resident': 'The register does not say that this person lives in a facility.',
  'applications.resident_already': 'The register says that this person lives in a facility.',
  'applications.not_moving': 'Nothing is paid at the other place, or both are one.',
  'applications.still_paid': 'It is still paid at the old place. Draft the decision that ends it first.',
  'applications.moved_on_needed': 'Say since when this person has lived at the new place.',
  'applications.other_unit_needed': 'Choose the unit the file goes to.',
  'applications.not_delegated': 'You have no delegation in force.',
  'applications.delegation_in_past': 'These days cannot be, or another delegation covers them.',
  'applications.delegate_unknown': 'This is no deputy chair of the commune.',
  'applications.batch_not_found': 'There is no such list here.',
  'applications.batch_empty': 'Nobody is left to move: all have been decided, or were paid the new amount.',
  'applications.batch_settled': 'This list was signed or sent back.',
  'applications.not_late': 'The file is not late, or the new day is not to come.',
  'applications.slip_not_possible': 'This file has no such paper.',
  'applications.stay_too_long':
    'Temporary care lasts three months at most; after that a new decision is needed.',
  'applications.assignee_unknown': 'This person does not handle files in your area. Choose somebody else.',
  'applications.document_not_found': 'There is no such document.',
  'applications.document_not_made':
    'The paper is being made. Try again in a few seconds; its number is given already.',
  'applications.request_reused': 'This was sent with another content. Load the page again.',
  'applications.channel_not_open': 'This procedure is not handed in that way.',
  'applications.not_received_then': 'The procedure did not exist on that day.',
  'applications.received_in_future': 'The day of receipt lies in the future.',
  'applications.birth_impossible': 'The birth date lies in the future or too far back. Check the year.',
  'applications.area_not_in_reach':
    'The person lives outside your area; the commune of residence receives the file.',
  'applications.answer_unknown': (details: Details) =>
    details['event']
      ? 'Something told under “What happened” cannot be taken. Look at the day, the counts and the sums again.'
      : 'An answer does not belong to this procedure. Choose the procedure again.',
  'applications.paper_unknown': 'A paper does not belong to this procedure. Load the page again.',
  'applications.procedure_not_found': 'The system does not have this procedure.',
  'people.number_contradicts':
    'The number says another sex or birth year: its fourth digit tells sex and century, the next two the year. Look at the card; if it says so, say why in part 2 and send again.',
  'people.number_in_use': 'The number belongs to somebody of the register. Search by the number.',
  'people.wrong_number_length': 'A personal number has 12 digits. Compare the card.',
  'people.number_has_other_signs': 'A personal number has only digits.',
  'people.number_not_of_its_kind': 'The number is not right. Compare the card.',
  'people.birth_in_future': 'The birth date lies in the future.',
  'people.birth_too_long_ago': 'The birth year is too long ago.',
  'people.overlapping_circumstance':
    'The register has this for that time already. See the page of the person.',
  'people.second_person_needed':
    'This alters what is or was paid, so a second person has to decide. Nothing was recorded. Ask for it under Changes, with the paper.',
  'people.starts_in_future': 'The start is in the future. Record only what has happened.',
  'people.starts_before_birth': 'The start is before the birth. Correct the day.',
  'people.starts_after_death': 'The start is after the death. Correct the day.',
  'people.paper_of_the_future': 'The day of the paper is in the future. Give the day written on it.',
  'people.not_of_a_man': 'This person is recorded as a man, so no pregnancy is recorded. Check the sex.',
  'people.phone_wrong':
    'The telephone number is not right. A number of this country has 10 or 11 digits and begins with 0.',
  'people.born_precision_differs':
    'Where only the year or month of birth is known, no day is given. Check the birth.',
  'people.circumstance_detail_wrong': 'Something is missing. Look at the fields again.',
  'people.no_household': 'The person belongs to no household of the register yet.',
  'people.search_too_short': 'Add a name, a birth year or a number.',
  'people.person_not_found': 'This person is no longer in the register.',
}
