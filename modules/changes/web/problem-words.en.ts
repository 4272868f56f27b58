/** Why a change cannot be asked for or recorded. */
export const problemWords: Readonly<Record<string, string>> = {
  'changes.request_not_found': 'There is no such request in your area.',
  'changes.person_not_found': 'There is no such person in your area.',
  'changes.person_merged': 'This record was merged into another. Ask for it at the one that is kept.',
  'changes.request_moved_on': 'Somebody has just dealt with this request. Open it again to see.',
  'changes.approver_submitted': 'You submitted this request, so you cannot decide it. It takes two people.',
  'changes.note_needed': 'A reason is missing. Say why, so that whoever asked knows what to do next.',
  'changes.evidence_needed': 'A paper it rests on is missing.',
  'changes.asked_already': 'The very same is asked for already. Open the list to see it.',
  'changes.nothing_changes': 'It is recorded like this already. There is nothing to change.',
  'changes.changed_meanwhile':
    'What is recorded of this person has changed since it was submitted. Send it back to be checked again.',
  'changes.conflicting_request': 'Another open request touches the same. Settle that one first.',
  'changes.decided_before': 'You decided it before. Looking again takes somebody else.',
  'changes.not_in_household': 'This person belongs to no household yet. Record the household first.',
  'changes.no_other_household': 'Both are of one household. Choose another.',
  'changes.not_dead': 'This person is not recorded as dead.',
  'changes.not_married': 'They are not recorded as married.',
  'changes.next_head_not_staying':
    'Whoever was chosen as head does not stay in this household, or it keeps its head. Choose again.',
  'changes.carer_not_able':
    'A carer is somebody else, alive; of whoever is 16 or older, somebody of age. Choose again.',
  'changes.not_parent': 'The two are not recorded as parent and child here.',
  'people.guardian_has_guardian': 'The guardian has a guardian, and so cannot be one. Choose somebody else.',
  'people.already_married':
    'One of the two is recorded as married to somebody else. Record the divorce or the death first.',
  'people.relation_with_self': 'The other one has to be somebody else. Choose again.',
  'changes.guardian_not_able':
    'A guardian is somebody else, alive, of age on the first day and without a guardian. Choose again.',
  'people.person_not_found': 'Somebody in this request is outside your area, so it cannot be recorded.',
  'changes.area_not_found': 'There is no such commune. Choose again.',
  'changes.request_reused': 'This was sent already. Open the list to see it.',
  'people.already_dead': 'This person is recorded as dead already.',
  'people.not_dead': 'This person is not recorded as dead.',
  'people.death_in_future': 'The day of death is in the future. Correct it by the certificate.',
  'people.died_before_birth': 'The day of death is before the birth. Compare both certificates.',
  'people.name_wrong': 'The name is not right. Give letters, blanks, apostrophes, hyphens and dots only.',
  'people.birth_in_future': 'The birth date is in the future. Correct it by the papers.',
  'people.birth_too_long_ago': 'The birth date is too long ago. Correct it by the papers.',
  'people.starts_in_future': 'It starts in the future. Record it once it has happened.',
  'people.starts_before_birth': 'It starts before the birth.',
  'people.ends_before_it_starts': 'It ends before it starts.',
  'people.overlapping_residence': 'Another home is recorded from that day on. Look at the day again.',
  'people.same_residence': 'The person lives there already.',
  'people.overlapping_membership':
    'Another household is recorded after this day. Choose a later day, or correct when they joined that one first.',
  'people.overlapping_circumstance':
    'This circumstance is recorded for that time already. Look at the day again.',
  'people.two_heads': 'The household has a head. Say what the former head becomes.',
  'people.head_not_of_age':
    'The head is under 18, and somebody in the household is of age. Choose somebody of age.',
  'people.relation_exists': 'This tie is recorded already.',
  'people.number_in_use': 'The number belongs to somebody else. These may be two records of one person.',
  'people.number_contradicts': 'The number says another sex or birth year. Compare it with the card.',
  'people.wrong_number_length': 'The personal number has 12 digits.',
  'people.nothing_to_correct': 'It is recorded like this already.',
  'people.circumstance_detail_wrong': 'The details of the circumstance are missing or wrong.',
  'people.circumstance_not_found': 'The circumstance has just been changed. Open it again.',
  'people.no_household':
    'The person belongs to no household on that day, so it cannot be poor. Record the household first.',
  'people.starts_after_death': 'It starts after the death. Correct the day, or check the day of death.',
  'people.paper_of_the_future': 'The day of the paper is in the future. Give the day written on it.',
  'people.not_of_a_man': 'This person is recorded as a man, so no pregnancy is recorded.',
  'people.spouse_is_parent': 'These two are recorded as parent and child, so they cannot be married.',
  'people.parent_too_young': 'The parent was not yet 12 when the child was born. Check both births.',
  'people.parent_born_after_child': 'The parent was born after the child. Check both births.',
  'people.born_precision_differs': 'Where only the year or month of birth is known, no day is given.',
  'changes.reason_needed':
    'A reason is missing. Say why it was recorded wrongly, so that whoever decides can check.',
  'entitlement.award_not_taken_over':
    'This award was not taken over from an earlier list, or has just changed. Open the person’s page again.',
  'entitlement.paid_months_outside':
    'This month is outside the award, or still to come. Give the last month that earlier lists have paid.',
}
