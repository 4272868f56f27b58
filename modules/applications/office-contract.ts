import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { Area, RequestId, Text } from './contract-parts.ts'
import { problems } from './domain/problems.ts'

/** Who signs beside the chair: a deputy by written delegation. */

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
