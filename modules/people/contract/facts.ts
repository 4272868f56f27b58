import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { circumstanceKinds, Evidence } from '../domain/circumstance.ts'
import { problems } from '../domain/problems.ts'
import { PersonId, RequestId, Source } from './shared.ts'

export const RecordCircumstance = z.object({
  personId: PersonId,
  kind: z.enum(circumstanceKinds as [string, ...string[]]),
  detail: z.record(z.string(), z.unknown()).default({}),
  from: CivilDate.nullable(),
  /** The day after the last; null while it lasts. */
  until: CivilDate.nullable().default(null),
  evidence: Evidence.nullable().default(null),
  /** The row this one takes the place of, because that was wrong. */
  replaces: z.uuid().optional(),
  source: Source,
  requestId: RequestId,
})
export type RecordCircumstance = z.infer<typeof RecordCircumstance>

export const recordCircumstance = endpoint({
  method: 'POST',
  path: '/people/{personId}/circumstances',
  summary: 'Record a dated fact about a person, or the poverty list for their household',
  permission: 'people.record',
  audit: 'people.circumstance_recorded',
  input: RecordCircumstance,
  output: z.object({ circumstanceId: z.uuid() }),
  problems: problems.of(
    'person_not_found',
    'person_merged',
    'circumstance_not_found',
    'circumstance_detail_wrong',
    'overlapping_circumstance',
    'ends_before_it_starts',
    'starts_in_future',
    'starts_before_birth',
    'starts_after_death',
    'paper_of_the_future',
    'not_of_a_man',
    'no_household',
    'second_person_needed',
    'request_reused',
  ),
})

export const EndCircumstance = z.object({
  personId: PersonId,
  circumstanceId: z.uuid(),
  /** The first day on which it no longer holds. */
  until: CivilDate,
  source: Source,
  requestId: RequestId,
})
export type EndCircumstance = z.infer<typeof EndCircumstance>

export const endCircumstance = endpoint({
  method: 'POST',
  path: '/people/{personId}/circumstances/{circumstanceId}/end',
  summary: 'Record the day from which a fact no longer holds',
  permission: 'people.record',
  audit: 'people.circumstance_ended',
  input: EndCircumstance,
  output: z.object({ circumstanceId: z.uuid() }),
  problems: problems.of(
    'circumstance_not_found',
    'ends_before_it_starts',
    'second_person_needed',
    'request_reused',
  ),
})

export const RecordResidence = z.object({
  personId: PersonId,
  areaId: z.int(),
  village: z.string().trim().max(100).nullable().default(null),
  address: z.string().trim().max(200).nullable().default(null),
  from: CivilDate,
  source: Source,
  requestId: RequestId,
})
export type RecordResidence = z.infer<typeof RecordResidence>

export const recordResidence = endpoint({
  method: 'POST',
  path: '/people/{personId}/residences',
  summary: 'Record that a person lives elsewhere from a day on, which closes the former residence',
  permission: 'people.record',
  audit: 'people.residence_recorded',
  input: RecordResidence,
  output: z.object({ residenceId: z.uuid() }),
  problems: problems.of(
    'person_not_found',
    'person_merged',
    'area_not_found',
    'starts_in_future',
    'starts_before_birth',
    'overlapping_residence',
    'same_residence',
    'second_person_needed',
    'request_reused',
  ),
})

export const RecordDeath = z.object({
  personId: PersonId,
  diedOn: CivilDate,
  source: Source,
  requestId: RequestId,
})
export type RecordDeath = z.infer<typeof RecordDeath>

export const recordDeath = endpoint({
  method: 'POST',
  path: '/people/{personId}/death',
  summary: 'Record the death of a person',
  permission: 'people.record',
  audit: 'people.death_recorded',
  input: RecordDeath,
  output: z.object({ personId: PersonId }),
  problems: problems.of(
    'person_not_found',
    'person_merged',
    'death_in_future',
    'died_before_birth',
    'already_dead',
    'second_person_needed',
    'request_reused',
  ),
})
