import { z } from 'zod'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { Answer, Choices, PairState } from '../domain/pair-state.ts'
import { problems } from '../domain/problems.ts'
import { PairId } from './pairs.ts'

/** Said so that whoever reads it in a year understands. */
const Reason = z.string().trim().min(5).max(1000)
const Whole = z.object({ id: PairId, requestId: z.uuid() })
const Stands = z.object({ state: PairState })

export const keepApart = endpoint({
  method: 'POST',
  path: '/duplicates/{id}/apart',
  summary: 'Decide that two records are two people, which is remembered for ever',
  permission: 'duplicates.decide',
  audit: 'duplicates.kept_apart',
  input: Whole.extend({ reason: Reason }),
  output: Stands,
  problems: problems.of('pair_not_found', 'pair_decided', 'needs_both_in_sight', 'request_reused'),
})

export const mergePair = endpoint({
  method: 'POST',
  path: '/duplicates/{id}/merge',
  summary: 'Make one record of two, or propose it where money was paid and a second person has to confirm',
  permission: 'duplicates.decide',
  audit: 'duplicates.merge_asked',
  input: Whole.extend({ choices: Choices, reason: Reason }),
  output: Stands.extend({ keptId: z.uuid().nullable(), overpaid: Dong }),
  problems: problems.of(
    'pair_not_found',
    'pair_decided',
    'needs_both_in_sight',
    'awards_of_two_schemes',
    'one_has_died',
    'relations_contradict',
    'next_head_needed',
    'next_head_gone',
    'next_head_not_of_age',
    'merged_already',
    'request_reused',
  ),
})

export const confirmMerge = endpoint({
  method: 'POST',
  path: '/duplicates/{id}/merge/confirmation',
  summary: 'Confirm as a second person that two records are one person, and merge them',
  permission: 'duplicates.confirm',
  audit: 'duplicates.merge_confirmed',
  input: Whole,
  output: Stands.extend({ keptId: z.uuid().nullable(), overpaid: Dong }),
  problems: problems.of(
    'pair_not_found',
    'pair_decided',
    'nothing_proposed',
    'proposed_by_yourself',
    'needs_both_in_sight',
    'awards_of_two_schemes',
    'one_has_died',
    'relations_contradict',
    'next_head_needed',
    'next_head_gone',
    'next_head_not_of_age',
    'merged_already',
    'request_reused',
  ),
})

export const withdrawProposal = endpoint({
  method: 'POST',
  path: '/duplicates/{id}/merge/withdrawal',
  summary: 'Take a proposed merge back, or refuse it, so that the pair is open again',
  permission: 'duplicates.decide',
  audit: 'duplicates.merge_withdrawn',
  input: Whole.extend({ reason: Reason }),
  output: Stands,
  problems: problems.of('pair_not_found', 'nothing_proposed', 'request_reused'),
})

export const undoPairMerge = endpoint({
  method: 'POST',
  path: '/duplicates/{id}/merge/undo',
  summary: 'Make two records of one again, each with exactly what it said before',
  permission: 'duplicates.decide',
  audit: 'duplicates.merge_undone',
  input: Whole.extend({ reason: Reason }),
  output: Stands,
  problems: problems.of(
    'pair_not_found',
    'not_merged',
    'needs_both_in_sight',
    'needs_confirming_role',
    'changed_since_merge',
    'relations_contradict',
    'undo_later_first',
    'request_reused',
  ),
})

export const askCommune = endpoint({
  method: 'POST',
  path: '/duplicates/{id}/questions',
  summary: 'Ask the commune of the other record whether it is the same person',
  permission: 'duplicates.decide',
  audit: 'duplicates.commune_asked',
  input: Whole.extend({ message: Reason }),
  output: Stands,
  problems: problems.of('pair_not_found', 'pair_decided', 'same_commune', 'already_asked', 'request_reused'),
})

export const answerCommune = endpoint({
  method: 'POST',
  path: '/duplicates/{id}/answers',
  summary: 'Answer the commune that asked: the same person, two people, or not known',
  permission: 'duplicates.decide',
  audit: 'duplicates.commune_answered',
  input: Whole.extend({ answer: Answer, note: Reason }),
  output: Stands,
  problems: problems.of('pair_not_found', 'nobody_asked', 'not_asked_here', 'request_reused'),
})
