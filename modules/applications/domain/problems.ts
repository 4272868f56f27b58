import { defineProblems } from '#kernel/problem'

/** What files refuse; the words are the pages’. */
export const problems = defineProblems('applications', {
  application_not_found: 404,
  procedure_not_found: 404,
  /** The procedure is begun by an officer, or not in this way. */
  channel_not_open: 422,
  not_received_then: 422,
  received_in_future: 422,
  area_not_in_reach: 422,
  answer_unknown: 422,
  /** Nobody of the area who may handle files. */
  assignee_unknown: 422,
  paper_unknown: 422,
  /** Somebody changed the file since it was read; `changedBy`, `changedAt` and `events` say who and what. */
  changed_meanwhile: 409,
  /** The step the file stands in has no such action. */
  action_not_possible: 409,
  reason_needed: 422,
  papers_missing: 409,
  person_not_matched: 409,
  person_differs: 409,
  already_matched: 409,
  clock_runs_on: 409,
  nothing_missing: 422,
  file_closed: 409,
  proposal_needed: 409,
  proposal_not_found: 404,
  proposal_settled: 409,
  /** The law gives nothing of it: refuse with the reason, or record what is missing first. */
  no_right: 409,
  right_there: 409,
  award_needed: 409,
  benefit_not_of_procedure: 422,
  decision_not_possible: 422,
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
  feedback_not_found: 404,
  feedback_settled: 409,
  answer_needed: 422,
  outcome_needed: 422,
})
