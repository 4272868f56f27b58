import { z } from 'zod'
import { BirthPrecision, CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { IdentifierKind } from '../domain/identifier.ts'
import { isName, normaliseName } from '../domain/name.ts'
import { problems } from '../domain/problems.ts'
import { PersonId, RequestId, Sex, Source } from './shared.ts'

/** A full name as written, composed and with single blanks; letters, apostrophes, hyphens and dots only. */
export const FullName = z.string().overwrite(normaliseName).min(2).max(100).refine(isName)

const Home = z.object({
  areaId: z.int(),
  village: z.string().trim().max(100).nullable().default(null),
  address: z.string().trim().max(200).nullable().default(null),
  /** Since when the person has lived there; the birth date where nobody knows better. */
  from: CivilDate.optional(),
})

const NewIdentifier = z.object({
  kind: IdentifierKind,
  number: z.string().trim().min(1).max(30),
  verifiedOn: CivilDate.nullable().default(null),
  /** Why a number is kept whose structure says another sex or birth year: cards with such numbers were issued. */
  keptBecause: z.string().trim().min(10).max(200).optional(),
})

export const NewPerson = z.object({
  fullName: FullName,
  sex: Sex,
  born: CivilDate,
  bornPrecision: BirthPrecision,
  ethnicGroup: z.string().trim().max(50).nullable().default(null),
  phone: z.string().trim().max(20).nullable().default(null),
  identifiers: z.array(NewIdentifier).max(4).default([]),
  home: Home,
  source: Source,
})
export type NewPerson = z.infer<typeof NewPerson>

export const RegisterPerson = NewPerson.extend({ requestId: RequestId })
export type RegisterPerson = z.infer<typeof RegisterPerson>

export const registerPerson = endpoint({
  method: 'POST',
  path: '/people',
  summary: 'Take a person into the register',
  permission: 'people.record',
  audit: 'people.person_registered',
  input: RegisterPerson,
  output: z.object({ personId: PersonId }),
  problems: problems.of(
    'birth_in_future',
    'birth_too_long_ago',
    'born_precision_differs',
    'name_wrong',
    'phone_wrong',
    'wrong_number_length',
    'number_has_other_signs',
    'number_not_of_its_kind',
    'number_contradicts',
    'number_in_use',
    'number_of_kind_exists',
    'area_not_found',
    'not_in_area',
    'starts_before_birth',
    'starts_in_future',
    'request_reused',
  ),
})

export const CorrectIdentity = z.object({
  personId: PersonId,
  fullName: FullName.optional(),
  sex: Sex.optional(),
  born: CivilDate.optional(),
  bornPrecision: BirthPrecision.optional(),
  ethnicGroup: z.string().trim().max(50).nullable().optional(),
  phone: z.string().trim().max(20).nullable().optional(),
  /** Why the numbers of the person stay, though they say another sex or birth year than the corrected one. */
  keptBecause: z.string().trim().min(10).max(200).optional(),
  source: Source,
  requestId: RequestId,
})
export type CorrectIdentity = z.infer<typeof CorrectIdentity>

export const correctIdentity = endpoint({
  method: 'POST',
  path: '/people/{personId}/identity-corrections',
  summary: 'Replace what was recorded of a name, birth, sex, ethnic group or phone',
  permission: 'people.record',
  audit: 'people.identity_corrected',
  input: CorrectIdentity,
  output: z.object({ personId: PersonId }),
  problems: problems.of(
    'person_not_found',
    'person_merged',
    'birth_in_future',
    'birth_too_long_ago',
    'born_precision_differs',
    'name_wrong',
    'phone_wrong',
    'died_before_birth',
    'parent_born_after_child',
    'parent_too_young',
    'nothing_to_correct',
    'number_contradicts',
    'changed_meanwhile',
    'second_person_needed',
    'request_reused',
  ),
})

export const RecordIdentifier = NewIdentifier.extend({
  personId: PersonId,
  replaces: z.boolean().default(false),
  source: Source,
  requestId: RequestId,
})
export type RecordIdentifier = z.infer<typeof RecordIdentifier>

export const recordIdentifier = endpoint({
  method: 'POST',
  path: '/people/{personId}/identifiers',
  summary: 'Record a number of a person, in place of a former one of the kind where asked',
  permission: 'people.record',
  audit: 'people.identifier_recorded',
  input: RecordIdentifier,
  output: z.object({ identifierId: z.uuid() }),
  problems: problems.of(
    'person_not_found',
    'person_merged',
    'wrong_number_length',
    'number_has_other_signs',
    'number_not_of_its_kind',
    'number_contradicts',
    'number_in_use',
    'number_of_kind_exists',
    'request_reused',
  ),
})
