import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { signingTroubles } from '#modules/documents/contract'
import { endpoint } from '#platform/contract/endpoint'
import { ApplicationId, Area, DocumentId, Place } from './contract-parts.ts'
import { documentKinds } from './domain/document.ts'
import { problems } from './domain/problems.ts'

/** Why a paper holds no more, since when, and by which paper; none while that is not decided. */
export const Superseded = z.object({
  why: z.enum(['appeal', 'replaced']),
  on: CivilDate,
  by: z.object({ number: z.string(), issuedOn: CivilDate }).nullable(),
})
export type Superseded = z.infer<typeof Superseded>

export const DocumentView = z.object({
  id: DocumentId,
  kind: z.enum(documentKinds),
  number: z.string().nullable(),
  issuedOn: CivilDate,
  issuedName: z.string(),
  /** `pending` while the files are being made: the number is given, the paper follows by itself. */
  state: z.enum(['pending', 'made']),
  hasWord: z.boolean(),
  /** Whose certificate signed the PDF; null of one that only its QR code proves. */
  certificate: z.string().nullable(),
  /** Why it could not be signed yet, and when that is tried again by itself: null where somebody has to see to it first. */
  unsigned: z.object({ why: z.enum(signingTroubles), triesAgainAt: Instant.nullable() }).nullable(),
  verification: z.string(),
})
export type DocumentView = z.infer<typeof DocumentView>

/** A paper beside its file: what became of it is known there. */
export const FileDocumentView = DocumentView.extend({ superseded: Superseded.nullable() })

export const IssuedView = DocumentView.extend({
  area: Area,
  personId: z.uuid().nullable(),
  fullName: z.string(),
  application: z.object({ id: ApplicationId, code: z.string() }).nullable(),
})
export type IssuedView = z.infer<typeof IssuedView>

export const listIssued = endpoint({
  method: 'GET',
  path: '/documents',
  summary: 'What was signed and numbered, the latest first; a page after another, with a search inside',
  permission: 'applications.read',
  audit: 'applications.documents_read',
  input: z.object({
    /** The number, the code in the corner, the code of the file, or words of the name. */
    q: z.string().trim().max(100).optional(),
    kind: z.enum(['decision', 'refusal', 'certificate']).optional(),
    /** Only those that have a number and could not be signed yet. */
    isUnsigned: z.stringbool().optional(),
    areaId: z.int().optional(),
    /** Whatever was signed has its moment. */
    after: Place.refine((at) => !at.startsWith('infinity')).optional(),
  }),
  output: z.object({
    rows: z.array(IssuedView),
    next: z.string().nullable(),
    /** How many in reach could not be signed yet. */
    unsigned: z.int(),
  }),
})

export const signAgain = endpoint({
  method: 'POST',
  path: '/documents/{id}/signature',
  summary:
    'Have the electronic signature of a numbered paper, and of others its unit could not sign, tried again at once; it decides nothing anew',
  permission: 'applications.handle',
  audit: 'applications.signature_tried_again',
  input: z.object({ id: DocumentId }),
  output: z.void(),
  problems: problems.of('document_not_found'),
})

export const downloadDocument = endpoint({
  method: 'GET',
  path: '/documents/{id}/file',
  summary: 'The paper as PDF, or as Word to be edited',
  permission: 'applications.read',
  audit: 'applications.document_downloaded',
  input: z.object({ id: DocumentId, format: z.enum(['pdf', 'docx']).default('pdf') }),
  output: z.file(),
  problems: problems.of('document_not_found', 'document_not_made'),
})

export const downloadPaper = endpoint({
  method: 'GET',
  path: '/applications/{id}/papers/{kind}/file',
  summary: 'The photograph or PDF somebody sent of a paper, once it has been looked at',
  permission: 'applications.read',
  audit: 'applications.paper_read',
  input: z.object({ id: ApplicationId, kind: z.string().max(60) }),
  output: z.file(),
  problems: {
    ...problems.of('application_not_found', 'upload_not_found'),
    'documents.upload_quarantined': { status: 409 as const },
    'documents.upload_infected': { status: 422 as const },
  },
})
