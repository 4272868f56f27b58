import { DatabaseError } from 'pg'
import type { Ctx } from '#platform/server/context'
import { doOnce } from '#platform/server/do-once'
import { problems } from '../domain/problems.ts'

/** What each constraint of the database protects, in the words of the catalogue. */
const refusals: Readonly<Record<string, Parameters<typeof problems>[0]>> = {
  person_died_after_birth: 'died_before_birth',
  person_version_one_is_current: 'changed_meanwhile',
  person_home_area_id_fkey: 'area_not_found',
  residence_area_id_fkey: 'area_not_found',
  identifier_once: 'number_in_use',
  identifier_personal_id_shape: 'wrong_number_length',
  identifier_legacy_id_shape: 'wrong_number_length',
  residence_not_empty: 'ends_before_it_starts',
  residence_one_at_a_time: 'overlapping_residence',
  membership_not_empty: 'ends_before_it_starts',
  membership_one_household_at_a_time: 'overlapping_membership',
  membership_one_head_at_a_time: 'two_heads',
  membership_household_id_fkey: 'household_not_found',
  relation_between_two: 'relation_with_self',
  relation_once_at_a_time: 'relation_exists',
  relation_said_once: 'relation_exists',
  relation_no_spouse_is_parent: 'spouse_is_parent',
  relation_one_spouse_at_a_time: 'already_married',
  relation_no_guardian_has_one: 'guardian_has_guardian',
  relation_parents_were_born_first: 'parent_born_after_child',
  circumstance_not_empty: 'ends_before_it_starts',
  circumstance_person_one_at_a_time: 'overlapping_circumstance',
  circumstance_household_one_at_a_time: 'overlapping_circumstance',
  person_merged_once: 'person_merged',
  person_merged_into_the_living: 'person_merged',
  merge_once_at_a_time: 'person_merged',
}

/**
 * Runs a command of the register. The database is the last judge where two commands meet: what it refuses becomes a
 * problem. With a `requestId` the command is done once, and whoever sends it again gets the first answer.
 */
export function command<Result extends Record<string, unknown>>(
  ctx: Ctx,
  kind: string,
  input: { readonly requestId?: string | undefined },
  work: () => Promise<Result>,
): Promise<Result> {
  const { requestId } = input
  if (requestId === undefined) return refusing(work)
  const reused = () => problems('request_reused')
  return doOnce(ctx, { table: 'people.command', kind, input: { ...input, requestId }, reused }, () =>
    refusing(work),
  )
}

/** Does the work; what the database refuses becomes a problem. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const refusal = error instanceof DatabaseError ? refusals[error.constraint ?? ''] : undefined
    throw refusal ? problems(refusal) : error
  }
}
