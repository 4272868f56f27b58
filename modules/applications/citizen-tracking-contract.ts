import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { Proof } from '#platform/contract/proof-of-work'
import {
  Label,
  Code,
  RequestId,
  limited,
  costs,
  guessed,
  byCode,
  mostPages,
  PaperSent,
  FeedbackState,
} from './citizen-parts.ts'
import { problems } from './domain/problems.ts'
import { Superseded } from './issued-contract.ts'

/** What people may do about a file they have the code of, and about a paper they hold. */

/** A file as its applicant sees it: where it is, who has it, by when, and what is to be done. */
export const TrackedFile = z.object({
  code: z.string(),
  procedure: Label,
  fullName: z.string(),
  unit: z.string(),
  receivedOn: CivilDate,
  completeOn: CivilDate.nullable(),
  dueOn: CivilDate.nullable(),
  /** The day the receipt named, as long as nobody has looked whether all papers are there. */
  dueIfComplete: CivilDate.nullable(),
  isOver: z.boolean(),
  /** What is happening now, in a plain sentence. */
  tells: Label,
  steps: z.array(
    z.object({ name: Label, state: z.enum(['done', 'current', 'to_come']), on: CivilDate.nullable() }),
  ),
  missing: z.array(z.object({ kind: z.string(), name: Label.nullable(), why: z.string() })),
  /** Whether papers may be sent now. */
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
  outcome: z.string().nullable(),
  documents: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      number: z.string().nullable(),
      issuedOn: CivilDate,
      state: z.enum(['pending', 'made']),
      /** Why it was decided so, as it stands on the paper. */
      reasons: z.array(z.string()),
      /** Until when one may appeal against it; null of what is no decision. */
      appealBy: CivilDate.nullable(),
      mayAppeal: z.boolean(),
      /** The last appeal against it; it is read by the code its writer was given. */
      appeal: z
        .object({
          state: FeedbackState,
          outcome: z.string().nullable(),
          filedOn: CivilDate,
          dueOn: CivilDate.nullable(),
        })
        .nullable(),
    }),
  ),
})
export type TrackedFile = z.infer<typeof TrackedFile>

export const trackApplication = endpoint({
  method: 'POST',
  path: '/portal/tracking',
  summary: 'Where a file is, by its code and the birth date of whom it is about',
  permission: 'public',
  audit: 'applications.application_tracked',
  limits: guessed,
  input: z.object(byCode),
  output: TrackedFile,
  problems: { ...limited, ...problems.of('tracking_not_found') },
})

export const answerPaperRequest = endpoint({
  method: 'POST',
  path: '/portal/tracking/papers',
  summary: 'Send the papers a file still needs',
  permission: 'public',
  audit: 'applications.papers_sent',
  limits: guessed,
  input: z.object({
    ...byCode,
    papers: z.array(PaperSent).min(1).max(mostPages),
    note: z.string().trim().max(1000).nullable().default(null),
    proof: Proof,
    requestId: RequestId,
  }),
  output: TrackedFile,
  problems: {
    ...costs,
    ...problems.of(
      'tracking_not_found',
      'nothing_asked',
      'paper_unknown',
      'pages_missing',
      'upload_not_found',
      'request_reused',
    ),
  },
})

export const withdrawApplication = endpoint({
  method: 'POST',
  path: '/portal/tracking/withdrawal',
  summary: 'Take a file back',
  permission: 'public',
  audit: 'applications.application_withdrawn',
  limits: guessed,
  input: z.object({ ...byCode, proof: Proof, requestId: RequestId }),
  output: TrackedFile,
  problems: { ...costs, ...problems.of('tracking_not_found', 'action_not_possible', 'request_reused') },
})

export const downloadOwnDocument = endpoint({
  method: 'POST',
  path: '/portal/tracking/document',
  summary: 'The decision, or another paper of a file, as PDF',
  permission: 'public',
  audit: 'applications.document_handed_out',
  limits: guessed,
  input: z.object({ ...byCode, documentId: z.uuid() }),
  output: z.file(),
  problems: { ...limited, ...problems.of('tracking_not_found', 'document_not_made') },
})

/** What a paper must say, for whoever holds one: enough to see that it is real, and no more than stands on it. */
export const VerifiedDocument = z.object({
  kind: z.string(),
  number: z.string().nullable(),
  issuedOn: CivilDate,
  unit: z.string(),
  signer: z.string(),
  /** «Chủ tịch Ủy ban nhân dân xã Tam Sơn»; null of slips a desk hands out. */
  title: z.string().nullable(),
  /** «N. T. Hòa»: to be compared with the paper. */
  about: z.string().nullable(),
  sha256: z.string().nullable(),
  /** That it is real and holds no more: an appeal was upheld, or another certificate took its place. */
  superseded: Superseded.nullable(),
})
export type VerifiedDocument = z.infer<typeof VerifiedDocument>

export const verifyDocument = endpoint({
  method: 'GET',
  path: '/portal/documents/{code}',
  summary: 'Whether a paper is real, by the code in its corner',
  permission: 'public',
  limits: [{ times: 60, seconds: 600 }],
  input: z.object({ code: Code }),
  output: VerifiedDocument,
  problems: { ...limited, ...problems.of('verification_not_found') },
})
