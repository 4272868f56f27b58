import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { circumstanceKinds, DisabilityLevel, DisabilityType, Evidence } from './domain/circumstance.ts'
import { relationKinds } from './domain/history.ts'
export { DisabilityLevel, DisabilityType, Evidence, relationKinds }
import { IdentifierKind } from './domain/identifier.ts'
import { isName, normaliseName } from './domain/name.ts'
import { problems } from './domain/problems.ts'

export const PersonId = id<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const Sex = z.enum(['female', 'male'])
export type Sex = z.infer<typeof Sex>

/** Half-open days; null where a side is open. */
const PeriodView = z.object({ from: CivilDate.nullable(), until: CivilDate.nullable() })

/** A unit as it was recorded, and what it is today; both the same where nothing changed. */
export const AreaView = z.object({
  id: z.int(),
  name: z.string(),
  nowId: z.int(),
  nowName: z.string(),
})
export type AreaView = z.infer<typeof AreaView>

/** Where a fact comes from and since when it is known. */
const RecordedView = { source: z.string(), recordedAt: Instant }

const identityOf = {
  fullName: z.string(),
  sex: Sex,
  born: CivilDate,
  bornPrecision: BirthPrecision,
  diedOn: CivilDate.nullable(),
}

/** Another person as a page mentions them; the name is null where they live out of sight. */
export const PersonMention = z.object({
  id: PersonId,
  fullName: z.string().nullable(),
  born: CivilDate.nullable(),
  bornPrecision: BirthPrecision.nullable(),
  diedOn: CivilDate.nullable(),
})
export type PersonMention = z.infer<typeof PersonMention>

/** Why a person is among the hits; `near_…` are weaker than their namesakes. */
export const MatchReason = z.enum([
  'name',
  'near_name',
  'number',
  'number_end',
  'number_start',
  'old_number',
  'phone',
  'birth_date',
  'birth_year',
  'near_birth_year',
  'area',
])
export type MatchReason = z.infer<typeof MatchReason>

/** How the text was understood where it was not as typed: an input method left off, an old encoding, a lost zero. */
export const SearchRepair = z.enum(['telex', 'vni', 'tcvn3', 'lost_zero'])
export type SearchRepair = z.infer<typeof SearchRepair>

export const PersonHit = z.object({
  id: PersonId,
  ...identityOf,
  /** The number with all but its last four digits hidden. */
  number: z.object({ kind: IdentifierKind, masked: z.string() }).nullable(),
  home: AreaView,
  village: z.string().nullable(),
  reasons: z.array(MatchReason),
})
export type PersonHit = z.infer<typeof PersonHit>

export const SearchPage = z.object({
  hits: z.array(PersonHit),
  /** More than 50 people fit: one more fact is needed, and the best of those found are shown. */
  tooMany: z.boolean(),
  /** What was searched for, after repair. */
  understood: z.object({
    name: z.string().nullable(),
    year: z.int().nullable(),
    born: CivilDate.nullable(),
    digits: z.string().nullable(),
    areas: z.array(AreaView),
    repairs: z.array(SearchRepair),
  }),
})
export type SearchPage = z.infer<typeof SearchPage>

export const SearchPeople = z.object({
  q: z.string().max(200),
  /** Everywhere the asker may look, and not only in the commune the text names. */
  wholeArea: z.boolean().default(false),
  includeDead: z.boolean().default(false),
  /** 50 hits each; beyond the fourth nobody looks, they add a fact. */
  page: z.int().min(1).max(4).default(1),
})
export type SearchPeople = z.infer<typeof SearchPeople>

export const searchPeople = endpoint({
  method: 'GET',
  path: '/people/search',
  summary: 'Find people by name, number, birth year, phone or commune in one line of text',
  permission: 'people.search',
  audit: 'people.searched',
  input: SearchPeople,
  output: SearchPage,
  problems: problems.of('search_too_short'),
})

const IdentifierView = z.object({
  id: z.uuid(),
  kind: IdentifierKind,
  number: z.string(),
  verifiedOn: CivilDate.nullable(),
  /** What does not agree with the person («sai lệch»): to be looked into, never corrected by itself. */
  findings: z.array(z.object({ code: z.string(), year: z.int().optional(), usual: z.int().optional() })),
  ...RecordedView,
})

const RelationView = z.object({
  id: z.uuid(),
  kind: z.enum(relationKinds),
  /** `from`: this person is the parent, carer, collector or guardian; `to`: the other one is. */
  side: z.enum(['from', 'to']),
  other: PersonMention,
  detail: z.record(z.string(), z.unknown()),
  during: PeriodView,
  ...RecordedView,
})
export type RelationView = z.infer<typeof RelationView>

const MemberView = z.object({
  membershipId: z.uuid(),
  person: PersonMention,
  isHead: z.boolean(),
  relationToHead: z.string(),
  during: PeriodView,
})
export type MemberView = z.infer<typeof MemberView>

export const CircumstanceView = z.object({
  id: z.uuid(),
  /** `person`, or `household` for the poverty list. */
  subject: z.enum(['person', 'household']),
  kind: z.enum(circumstanceKinds as [string, ...string[]]),
  detail: z.record(z.string(), z.unknown()),
  during: PeriodView,
  evidence: Evidence.nullable(),
  ...RecordedView,
})
export type CircumstanceView = z.infer<typeof CircumstanceView>

export const PersonPage = z.object({
  id: PersonId,
  ...identityOf,
  ethnicGroup: z.string().nullable(),
  phone: z.string().nullable(),
  /** Where the identity comes from, since when it is known, and when a number was last checked. */
  identity: z.object({ ...RecordedView, verifiedOn: CivilDate.nullable() }),
  identifiers: z.array(IdentifierView),
  /** What the person was recorded as before. */
  formerIdentities: z.array(z.object({ ...identityOf, ...RecordedView, retractedAt: Instant })),
  home: AreaView.nullable(),
  village: z.string().nullable(),
  household: z.object({ id: z.uuid(), code: z.string(), members: z.array(MemberView) }).nullable(),
  poverty: z
    .object({
      level: z.enum(['poor', 'near_poor']),
      year: z.int(),
      decision: z.string().nullable(),
      during: PeriodView,
    })
    .nullable(),
  /** «Sống cùng» is the household; «họ hàng», «chăm sóc» and «nhận thay» are separate lists. */
  relations: z.object({
    livingWith: z.array(MemberView),
    relatives: z.array(RelationView),
    care: z.array(RelationView),
    collectors: z.array(RelationView),
  }),
  residences: z.array(
    z.object({
      id: z.uuid(),
      area: AreaView,
      village: z.string().nullable(),
      address: z.string().nullable(),
      during: PeriodView,
      ...RecordedView,
    }),
  ),
  circumstances: z.array(CircumstanceView),
  /** The two days the page shows: true on, and known at the end of. */
  on: CivilDate,
  known: CivilDate,
})
export type PersonPage = z.infer<typeof PersonPage>

export const GetPerson = z.object({ id: PersonId, on: CivilDate.optional(), known: CivilDate.optional() })
export type GetPerson = z.infer<typeof GetPerson>

export const getPerson = endpoint({
  method: 'GET',
  path: '/people/{id}',
  summary: 'A person as they stood on a day, as it was known on a day',
  permission: 'people.read',
  audit: 'people.person_read',
  input: GetPerson,
  output: PersonPage,
  problems: problems.of('person_not_found', 'person_not_recorded_yet'),
})

/** A full name as written, composed and with single blanks; letters, apostrophes, hyphens and dots only. */
export const FullName = z.string().overwrite(normaliseName).min(2).max(100).refine(isName)

const Source = z.string().trim().min(1).max(200)
/** Sent again with the same content, a command does nothing more. */
const RequestId = z.uuid().optional()

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
    'birth_in_future',
    'birth_too_long_ago',
    'died_before_birth',
    'nothing_to_correct',
    'changed_meanwhile',
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
    'wrong_number_length',
    'number_has_other_signs',
    'number_not_of_its_kind',
    'number_contradicts',
    'number_in_use',
    'number_of_kind_exists',
    'request_reused',
  ),
})

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
    'circumstance_not_found',
    'circumstance_detail_wrong',
    'overlapping_circumstance',
    'ends_before_it_starts',
    'no_household',
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
  problems: problems.of('circumstance_not_found', 'ends_before_it_starts', 'request_reused'),
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
    'area_not_found',
    'starts_in_future',
    'starts_before_birth',
    'overlapping_residence',
    'same_residence',
    'request_reused',
  ),
})

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
    'household_not_found',
    'two_heads',
    'overlapping_membership',
    'starts_before_birth',
    'starts_in_future',
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
    'relation_with_self',
    'relation_exists',
    'parent_born_after_child',
    'ends_before_it_starts',
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
  problems: problems.of('relation_not_found', 'ends_before_it_starts', 'request_reused'),
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
    'death_in_future',
    'died_before_birth',
    'already_dead',
    'request_reused',
  ),
})
