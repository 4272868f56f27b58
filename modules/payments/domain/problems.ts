import { defineProblems } from '#kernel/problem'

/** What payments refuses. */
export const problems = defineProblems('payments', {
  area_not_yours: 403,
  provider_not_found: 404,
  provider_code_taken: 409,
  provider_missing: 409,
  bank_unknown: 422,
  fund_not_found: 404,
  fund_exists: 409,
  fund_shares_differ: 409,
  funds_short: 409,
  run_not_payable: 409,
  already_in_envelopes: 409,
  nothing_to_pay: 409,
  nothing_due_once: 409,
  totals_differ: 409,
  /** The sources of a programme would bear more than all of it. */
  fund_shares_over: 422,
  /** Something was held or spent of the line, so its share stays. */
  fund_used: 409,
  /** The same decision was recorded with another sum. */
  fund_decision_differs: 409,
  /** The decision is booked on the line already. */
  fund_decision_known: 409,
  /** Somebody has asked to book the same decision. */
  fund_decision_waits: 409,
  allocation_not_found: 404,
  allocation_settled: 409,
  allocation_by_second_person: 403,
  /** Less is left on the budget line than is to be taken back. */
  fund_left_short: 409,
  /** Orders there have not ended, so it cannot be closed. */
  provider_has_orders: 409,
  way_request_not_found: 404,
  way_request_settled: 409,
  way_pictures_full: 409,
  way_picture_not_found: 404,
  way_not_usable: 422,
  way_unchanged: 409,
  award_not_received: 422,
  way_changed_meanwhile: 409,
  way_conflict: 409,
  way_needs_a_look: 409,
  /** An account that was called wrong for its payee, and whose bank has not given the right name since. */
  way_called_wrong: 409,
  way_by_second_person: 403,
  /** No order that is held because its payee has died. */
  held_not_found: 404,
  /** Somebody has asked already to whom it goes, or it was decided. */
  heir_asked_before: 409,
  /** Who is to receive it is the dead payee, or has died as well. */
  heir_not_usable: 422,
  /** Its money lies at a provider: it is given back from there, by a refund. */
  lies_at_provider: 409,
  /** Its list is not approved yet, so nothing of it is on the books. */
  held_not_ready: 409,
  heir_request_not_found: 404,
  heir_request_settled: 409,
  /** Settled meanwhile, or the payee is dead: nobody who lives waits for it. */
  heir_of_the_living_not_found: 404,
  reason_needed: 422,
  receiver_not_related: 422,
  payee_not_found: 404,
  payee_died: 409,
  envelope_not_found: 404,
  envelope_moved_on: 409,
  second_person_needed: 403,
  /** Whoever prepared or sent an envelope would alone say what became of its orders. */
  answer_by_second_person: 403,
  envelope_changed: 409,
  envelope_open: 409,
  not_delivered_by_hand: 409,
  provider_unreachable: 409,
  provider_refused_file: 409,
  /** An earlier try may have arrived, so what the provider says to this one proves nothing. */
  provider_doubtful: 409,
  /** The file is being handed over just now. */
  delivery_under_way: 409,
  file_not_understood: 422,
  rows_wrong: 422,
  layout_not_found: 404,
  /** What a word of an answer means for money is said by whoever approves payments. */
  layout_meaning_by_approver: 403,
  file_too_large: 413,
  file_not_protected: 422,
  provider_keys_missing: 409,
  message_id_reused: 409,
  response_refused: 422,
  /** The paper of a provider tells of a day that has not come. */
  paper_day_ahead: 422,
  line_not_found: 404,
  line_settled: 409,
  instruction_not_found: 404,
  instruction_does_not_fit: 409,
  nothing_to_reissue: 409,
  entry_not_found: 404,
  cash_place_empty: 404,
  cash_place_too_large: 422,
  cash_list_not_found: 404,
  cash_list_of_another: 403,
  /** Nothing stays on a device once its list is handed in, so nothing is told of it any more. */
  cash_list_handed_in: 409,
  cash_lists_out: 409,
  /** Nobody has failed to come before they could. */
  cash_place_before_pay_day: 409,
  hand_out_changed: 409,
  payee_not_on_list: 422,
  /** It has come to its end, or its list is not approved yet: a list is given up as a whole. */
  order_not_recallable: 409,
  recall_asked_before: 409,
  /** What is said to be due to nobody is not what the order is for, or is no longer. */
  recall_parts_wrong: 422,
  recall_not_found: 404,
  recall_settled: 409,
  recall_by_second_person: 403,
  recovery_not_found: 404,
  recovery_moved_on: 409,
  recovery_decision_not_found: 404,
  /** Another decision about it waits for a second person. */
  recovery_decision_waits: 409,
  recovery_decision_settled: 409,
  recovery_by_second_person: 403,
  more_than_is_open: 422,
  /** A receipt of this number was booked in the year, for another sum or another debt. */
  receipt_known: 409,
  /** No receipt is of a day to come, or of before the first of it was paid too much. */
  receipt_day_wrong: 422,
  /** A day of payment after the month the list is for. */
  day_too_late: 422,
  /** A new try is of the next list at the latest. */
  month_too_late: 422,
  withholding_changed: 409,
  refund_not_found: 404,
  refund_moved_on: 409,
  refund_amount_differs: 422,
  refund_receipt_known: 409,
  refund_day_wrong: 422,
  /** Lines of answers tell that money of it may have left after all. */
  refund_disputed: 409,
  /** A line of an answer tells that it was given back, and waits for a person. */
  refund_told_of: 409,
  nothing_to_refund: 409,
  source_batch_not_found: 404,
  settlement_not_found: 404,
  settlement_exists: 409,
  /** Nothing was paid in a span before the first list here, or after today. */
  settlement_of_no_payments: 422,
  settlement_locked: 409,
  /** The report or our books are not what was seen when it was to be locked. */
  settlement_changed: 409,
  settlement_unreported: 409,
  settlement_not_over: 409,
  settlement_parts_open: 409,
  settlement_differs: 409,
})
