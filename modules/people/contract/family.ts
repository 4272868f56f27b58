import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { relationKinds } from '../domain/history.ts'
import { problems } from '../domain/problems.ts'
import { PersonId, RequestId, Source } from './shared.ts'

export const RecordMembership = z.object({
  personId: PersonId,
  /** Left out, a new household is founded. */
  householdId: z.uuid().optional(),
  isHead: z.boolean().default(false),
  /** The former head stays a member under this relation; left out, two heads are refused. */
  formerHeadBecomes: z.string().trim().min(1).max(50).optional(),
  relationToHead: z.string().trim().min(1).max(50),
  from: CivilDate,
  source: Source,
  requestId: RequestId,
})
export type RecordMembership = z.infer<typeof RecordMembership>

export const recordMembership = endpoint({
  method: 'POST',
  path: '/people/{personId}/memberships',
  summary: 'Record that a person belongs to a household from a day on, or is its head',
  permission: 'people.record',
  audit: 'people.membership_recorded',
  input: RecordMembership,
  output: z.object({ membershipId: z.uuid(), householdId: z.uuid() }),
  problems: problems.of(
    'person_not_found',
    'person_merged',
    'household_not_found',
    'two_heads',
    'head_not_of_age',
    'overlapping_membership',
    'starts_before_birth',
    'starts_in_future',
    'second_person_needed',
    'request_reused',
  ),
})

export const RecordRelation = z.object({
  /** The parent, carer, collector or guardian. */
  personId: PersonId,
  otherId: PersonId,
  kind: z.enum(relationKinds),
  detail: z.record(z.string(), z.unknown()).default({}),
  from: CivilDate.nullable(),
  until: CivilDate.nullable().default(null),
  source: Source,
  requestId: RequestId,
})
export type RecordRelation = z.infer<typeof RecordRelation>

export const recordRelation = endpoint({
  method: 'POST',
  path: '/people/{personId}/relations',
  summary: 'Record who is whose parent, spouse, carer, collector, guardian or relative',
  permission: 'people.record',
  audit: 'people.relation_recorded',
  input: RecordRelation,
  output: z.object({ relationId: z.uuid() }),
  problems: problems.of(
    'person_not_found',
    'person_merged',
    'relation_with_self',
    'relation_exists',
    'guardian_has_guardian',
    'already_married',
    'parent_born_after_child',
    'parent_too_young',
    'spouse_is_parent',
    'starts_in_future',
    'starts_before_birth',
    'starts_after_death',
    'ends_before_it_starts',
    'second_person_needed',
    'request_reused',
  ),
})

export const EndRelation = z.object({
  personId: PersonId,
  relationId: z.uuid(),
  until: CivilDate,
  source: Source,
  requestId: RequestId,
})
export type EndRelation = z.infer<typeof EndRelation>

export const endRelation = endpoint({
  method: 'POST',
  path: '/people/{personId}/relations/{relationId}/end',
  summary: 'Record the day from which a relation no longer holds',
  permission: 'people.record',
  audit: 'people.relation_ended',
  input: EndRelation,
  output: z.object({ relationId: z.uuid() }),
  problems: problems.of(
    'relation_not_found',
    'ends_before_it_starts',
    'second_person_needed',
    'request_reused',
  ),
})
