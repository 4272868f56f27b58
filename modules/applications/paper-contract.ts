import { z } from 'zod'
import { intakeProblems } from '#modules/documents/contract'
import { endpoint } from '#platform/contract/endpoint'
import { ApplicationId, changed, PaperGiven, RequestId } from './contract-parts.ts'
import { problems } from './domain/problems.ts'

export const recordPapers = endpoint({
  method: 'POST',
  path: '/applications/{id}/papers',
  summary: 'Record which papers came, are good, or have to be brought again',
  permission: 'applications.handle',
  audit: 'applications.papers_recorded',
  input: z.object({
    id: ApplicationId,
    version: z.int(),
    papers: z.array(PaperGiven).min(1).max(40),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int() }),
  problems: { ...changed, ...problems.of('paper_unknown', 'upload_not_found') },
})

export const attachPaper = endpoint({
  method: 'POST',
  path: '/applications/{id}/papers/{kind}/file',
  summary: 'Put a photograph or PDF of a paper into a file, as the counter took it: it is cleaned first',
  permission: 'applications.handle',
  audit: 'applications.paper_attached',
  input: z.object({
    id: ApplicationId,
    kind: z.string().max(60),
    version: z.coerce.number().int(),
    file: z.file(),
    requestId: RequestId,
  }),
  output: z.object({ version: z.int() }),
  problems: {
    ...changed,
    ...problems.of('paper_unknown'),
    ...intakeProblems,
  },
})
