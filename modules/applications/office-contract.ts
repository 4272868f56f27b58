import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { Area, RequestId, Text } from './contract-parts.ts'
import { problems } from './domain/problems.ts'

/** Who signs beside the chair: a deputy by written delegation, and the head of a facility for the facility. */

const DelegationView = z.object({
  id: z.uuid(),
  deputy: z.object({ id: z.uuid(), name: z.string() }),
  area: Area,
  /** The paper that delegates («văn bản ủy quyền, phân công»). */
  document: z.string(),
  documentOn: CivilDate,
  from: CivilDate,
  /** The day it ends; null while it is open. */
  until: CivilDate.nullable(),
})
export type DelegationView = z.infer<typeof DelegationView>

export const listDelegations = endpoint({
  method: 'GET',
  path: '/delegations',
  summary: 'Which deputies sign for a chair, by which paper, from when to when',
  permission: 'applications.read',
  audit: 'applications.delegations_read',
  input: z.object({}),
  output: z.object({ delegations: z.array(DelegationView) }),
})

export const delegate = endpoint({
  method: 'POST',
  path: '/delegations',
  summary: 'Record that a deputy signs for the chair («KT. CHỦ TỊCH») by a written delegation',
  permission: 'applications.sign',
  audit: 'applications.delegated',
  input: z.object({
    deputyId: z.uuid(),
    document: Text.max(60),
    documentOn: CivilDate,
    from: CivilDate,
    until: CivilDate.nullable().default(null),
    requestId: RequestId,
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of('delegate_unknown', 'delegation_in_past', 'not_competent', 'request_reused'),
})

export const endDelegation = endpoint({
  method: 'POST',
  path: '/delegations/{id}/end',
  summary: 'End a delegation from a day on',
  permission: 'applications.sign',
  audit: 'applications.delegation_ended',
  input: z.object({ id: z.uuid(), until: CivilDate, requestId: RequestId }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of('delegate_unknown', 'delegation_in_past', 'not_competent', 'request_reused'),
})

export const showOwnDelegation = endpoint({
  method: 'GET',
  path: '/delegations/mine',
  summary: 'Whether whoever asks may sign for the chair today, and by which paper',
  permission: 'applications.sign_by_delegation',
  input: z.object({}),
  output: z.object({ delegation: DelegationView.nullable() }),
})

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
  /** How many people it can take in, where it is known, and how many live there. */
  places: z.int().nullable(),
  residents: z.int(),
})
export type FacilityView = z.infer<typeof FacilityView>

export const listFacilities = endpoint({
  method: 'GET',
  path: '/facilities',
  summary: 'Facilities that take people in: name, where they stand, who heads them',
  permission: 'applications.read',
  input: z.object({}),
  output: z.object({ facilities: z.array(FacilityView) }),
})

export const recordFacility = endpoint({
  method: 'POST',
  path: '/facilities',
  summary: 'Record the facility one heads, as its letterhead has it; once more to change it',
  permission: 'applications.sign_for_facility',
  audit: 'applications.facility_recorded',
  input: z.object({
    name: Text.max(200),
    superior: Text.max(200).nullable().default(null),
    abbreviation: z
      .string()
      .trim()
      .regex(/^[A-ZĐ]{2,12}$/),
    headTitle: Text.max(60).default('Giám đốc'),
    places: z.int().min(1).max(10_000).nullable().default(null),
    /** Whom it takes in, where it stands and how to call it, as people read them who look for a place. */
    serves: Text.max(500).nullable().default(null),
    address: Text.max(200).nullable().default(null),
    phone: Text.max(30).nullable().default(null),
    /** Whether the portal names it; a shelter whose address is a secret stays out. */
    isListed: z.boolean().default(false),
    requestId: RequestId,
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of('not_competent', 'request_reused'),
})
