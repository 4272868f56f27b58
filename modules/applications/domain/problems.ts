import { defineProblems } from '#kernel/problem'

/** What files refuse; the words are the pages’. */
export const problems = defineProblems('applications', {
  application_not_found: 404,
  procedure_not_found: 404,
  /** The procedure is begun by an officer, or not in this way. */
  channel_not_open: 422,
  not_received_then: 422,
  received_in_future: 422,
  /** Born later than today, or before anybody who lives. */
  birth_impossible: 422,
  area_not_in_reach: 422,
  answer_unknown: 422,
  /** Nobody of the area who may handle files. */
  assignee_unknown: 422,
  paper_unknown: 422,
  /** A paper is sent without a page of it; `papers` says which. */
  pages_missing: 422,
  /** Somebody changed the file since it was read; `changedBy`, `changedAt` and `events` say who and what. */
  changed_meanwhile: 409,
  /** The step the file stands in has no such action. */
  action_not_possible: 409,
  /** A time the law lets pass first has not: `until` is its last day. */
  too_early: 409,
  reason_needed: 422,
  /** What is suspended has one of the grounds of the law: `question` says where it is told. */
  ground_needed: 422,
  papers_missing: 409,
  person_not_matched: 409,
  person_differs: 409,
  /** A decision is drafted or signed about whom the file is matched with: `state` says which. */
  already_matched: 409,
  /** The file is about somebody else now than the draft. */
  person_exchanged: 409,
  clock_runs_on: 409,
  nothing_missing: 422,
  file_closed: 409,
  proposal_needed: 409,
  proposal_not_found: 404,
  proposal_settled: 409,
  /** The law gives nothing of it: refuse with the reason, or record what is missing first. */
  no_right: 409,
  right_there: 409,
  /** Something there is to be granted is `awarded`; something to be ended is not, or ends already on `endsOn`. */
  award_needed: 409,
  /** The amount stays what it was: `monthly`. */
  nothing_changes: 409,
  /** What ends was paid from `first` on, and ends by the law with `lawful`; `latest` is the last month that can be told. */
  last_month_not_possible: 422,
  benefit_not_of_procedure: 422,
  decision_not_possible: 422,
  /** A decision of the kind says something the law does not know; `kind` says of which. */
  detail_needed: 422,
  /** `fields` says what has to be told of what happened. */
  event_incomplete: 422,
  /** What happened is told otherwise than by the answers of the file: `fact` names it. */
  event_contradicts: 422,
  /** What happened is told of a day that is still to come: `on`. */
  event_in_future: 422,
  payee_needed: 422,
  /** Who is to receive the money has died, on `diedOn`, or is the one whose death or loss is supported. */
  payee_not_living: 422,
  /** The register knows of nothing by which this one receives the person’s money. */
  payee_not_known: 422,
  /** Paid to somebody else than the person, so it is opened and signed by itself. */
  payee_differs: 409,
  /** The law names a least amount: `least`. */
  below_least: 422,
  /** Given before for the same event; `amount` and `number` say what. */
  given_before: 409,
  /** No decision of the file gives money once that is still to be paid. */
  nothing_unpaid: 409,
  /** Whoever is to receive it lives: another one is named by an appeal, or by a change of receiver. */
  payee_living: 409,
  /** What the former decision gave was paid or is on a list: `amount` and `number`; it cannot be decided away. */
  paid_before: 409,
  /** Fewer members were there than the council needs: `needed`. */
  no_quorum: 422,
  /** The votes of the minutes say otherwise, or more voted than were there. */
  conclusion_differs: 422,
  /** There is no certificate that could be replaced. */
  certificate_needed: 409,
  facility_not_found: 422,
  /** Everybody it can take in lives there: `places`, `residents`. */
  facility_full: 409,
  /** It took nobody in any more from `closedOn`. */
  facility_closed: 409,
  /** `residents` live there. */
  facility_lived_in: 409,
  facility_closed_ahead: 422,
  /** It is in the register since `recordedOn`. */
  facility_closed_before: 422,
  /** Who is named heads no facility here, or not one of this commune. */
  facility_head_unknown: 422,
  /** Whoever is named heads `facility` already. */
  facility_head_taken: 409,
  /** `facility` of the same commune gives its numbers under it. */
  facility_abbreviation_taken: 409,
  /** One that is only registered takes in `most` at most. */
  facility_too_large: 422,
  /** The books of payments say that the money was fetched: `month` is the last one that was. */
  collected: 409,
  not_resident: 409,
  resident_already: 409,
  /** Nothing is paid elsewhere, or not by the unit that is named. */
  not_moving: 409,
  /** The unit that is left still pays `benefits`: that has to be ended by a decision first. */
  still_paid: 409,
  moved_on_needed: 422,
  /** The other unit that has a part in the file is not known: `otherAreaId` has to be told. */
  other_unit_needed: 422,
  not_delegated: 409,
  delegation_in_past: 422,
  delegate_unknown: 422,
  /** Only what is late is apologised for, and with a day that is still to come. */
  not_late: 409,
  /** The law of this file posts nothing, or nobody is invited to it. */
  slip_not_possible: 409,
  stay_too_long: 422,
  batch_not_found: 404,
  batch_empty: 409,
  batch_settled: 409,
  /** Facts changed since the decision was drafted («hồ sơ đã đổi sau khi soạn»); `changes` names them. */
  facts_changed: 409,
  deviation_needs_reason: 422,
  /** Made by hand, so it is opened and signed by itself. */
  deviates: 409,
  signer_drafted: 409,
  not_competent: 409,
  series_behind: 409,
  document_not_found: 404,
  document_not_made: 409,
  request_reused: 409,
  draft_not_found: 404,
  upload_not_found: 404,
  /** The same for a wrong code, a wrong birth date, and a file that never was. */
  tracking_not_found: 404,
  nothing_asked: 409,
  verification_not_found: 404,
  /** `until` says when the time for it ran out. */
  appeal_too_late: 409,
  appeal_open: 409,
  /** It was settled by who signed: a second appeal goes to the level above, or to a court. */
  appeal_answered: 409,
  feedback_not_found: 404,
  feedback_settled: 409,
  answer_needed: 422,
  outcome_needed: 422,
})
