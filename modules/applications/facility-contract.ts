import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { Area, RequestId, Text } from './contract-parts.ts'
import { facilityKinds } from './domain/facility.ts'
import { problems } from './domain/problems.ts'

/** The register of facilities («cơ sở trợ giúp xã hội»): whom they take in, who signs for them, and how much room there is. */
export const FacilityView = z.object({
  id: z.uuid(),
  area: Area,
  /** «Trung tâm Bảo trợ xã hội tỉnh Phú Thọ» */
  name: z.string(),
  /** Whom it stands under, as its letterhead says; null of one that stands under nobody. */
  superior: z.string().nullable(),
  /** What follows the kind in a number: «TTBTXH». */
  abbreviation: z.string(),
  /** «Giám đốc» */
  headTitle: z.string(),
  head: z.object({ id: z.uuid(), name: z.string().nullable() }),
  kind: z.enum(facilityKinds).nullable(),
  /** Whether the State keeps it («công lập»); null where nobody has said. */
  isPublic: z.boolean().nullable(),
  /** How many people it can take in, where it is known, and how many live there. */
  places: z.int().nullable(),
  residents: z.int(),
  serves: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  isListed: z.boolean(),
  /** The day it took nobody in any more; null while it does. */
  closedOn: CivilDate.nullable(),
})
export type FacilityView = z.infer<typeof FacilityView>

export const listFacilities = endpoint({
  method: 'GET',
  path: '/facilities',
  summary: 'Facilities that take people in: name, where they stand, who heads them, how much room there is',
  permission: 'applications.read',
  input: z.object({}),
  output: z.object({ facilities: z.array(FacilityView) }),
})

/** All of it each time: what is not named would be lost when it is recorded once more. */
const told = {
  name: Text.max(200),
  superior: Text.max(200).nullable(),
  abbreviation: z
    .string()
    .trim()
    .regex(/^[A-ZĐ]{2,12}$/),
  headTitle: Text.max(60),
  kind: z.enum(facilityKinds).nullable(),
  isPublic: z.boolean().nullable(),
  places: z.int().min(1).max(10_000).nullable(),
  /** Whom it takes in, where it stands and how to call it, as people read them who look for a place. */
  serves: Text.max(500).nullable(),
  address: Text.max(200).nullable(),
  phone: Text.max(30).nullable(),
  /** Whether the portal names it; a shelter whose address is a secret stays out. */
  isListed: z.boolean(),
  requestId: RequestId,
}

export const recordFacility = endpoint({
  method: 'POST',
  path: '/facilities',
  summary: 'Record the facility one heads, as its letterhead has it; once more to change it',
  permission: 'applications.sign_for_facility',
  audit: 'applications.facility_recorded',
  input: z.object(told),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'not_competent',
    'facility_abbreviation_taken',
    'facility_too_large',
    'request_reused',
  ),
})

export const registerFacility = endpoint({
  method: 'POST',
  path: '/facilities/register',
  summary: 'Record a facility for its head, or change one of one’s own area',
  permission: 'applications.keep_facilities',
  audit: 'applications.facility_registered',
  input: z.object({ ...told, id: z.uuid().nullable().default(null), headId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'not_competent',
    'facility_not_found',
    'facility_head_unknown',
    'facility_head_taken',
    'facility_abbreviation_taken',
    'facility_too_large',
    'request_reused',
  ),
})

export const closeFacility = endpoint({
  method: 'POST',
  path: '/facilities/{id}/closure',
  summary: 'Close a facility nobody lives in any more, or open it again',
  permission: 'applications.keep_facilities',
  audit: 'applications.facility_closed',
  input: z.object({ id: z.uuid(), closedOn: CivilDate.nullable(), requestId: RequestId }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'facility_not_found',
    'facility_lived_in',
    'facility_closed_ahead',
    'facility_closed_before',
    'facility_head_taken',
    'request_reused',
  ),
})
