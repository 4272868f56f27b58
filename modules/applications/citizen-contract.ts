import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { Challenge, Proof } from '#platform/contract/proof-of-work'
import { Label, Code, RequestId, limited, costs, perHour, mostPages, PaperSent } from './citizen-parts.ts'
import { Applicant, Asked, Payment, SubjectTold } from './domain/application.ts'
import { procedureIds } from './domain/procedure-ids.ts'
import { problems } from './domain/problems.ts'

/** What people without an account may do («cổng người dân»): each limited, and what writes costs the machine a moment. */

export const getChallenge = endpoint({
  method: 'GET',
  path: '/portal/challenge',
  summary: 'A riddle to be answered with whatever writes something down',
  permission: 'public',
  limits: [{ times: 60, seconds: 60 }],
  input: z.object({}),
  output: Challenge,
  problems: limited,
})

const PublicPaper = z.object({
  id: z.string(),
  name: Label,
  how: z.enum(['shown', 'kept']),
  /** Nobody has to bring it, because the State has it. */
  isHeld: z.boolean(),
  /** It tells what few may know, so that it stands on no page about a person. */
  isPrivate: z.boolean(),
  /** «Khi dưới 16 tuổi»; null where everybody needs it. */
  when: Label.nullable(),
  /** The same as the procedure has it, for whoever knows of a person and asks on their own machine. */
  condition: z.record(z.string(), z.unknown()).nullable(),
})

/** A procedure as anybody may read it («thủ tục hành chính»). */
export const PublicProcedure = z.object({
  id: z.enum(procedureIds),
  name: Label,
  about: Label,
  begunBy: z.enum(['applicant', 'officer', 'either']),
  channels: z.array(z.string()),
  where: Label,
  /** The time for an answer, in the unit of the law; null where it names none. */
  time: z.object({ length: z.int(), unit: z.string() }).nullable(),
  competent: Label,
  forms: z.array(z.object({ number: z.string(), name: Label, when: Label.nullable() })),
  papers: z.array(PublicPaper),
  questions: z.array(
    z.object({ id: z.string(), text: Label, answers: z.array(z.object({ id: z.string(), label: Label })) }),
  ),
  steps: z.array(z.object({ id: z.string(), name: Label })),
  citation: z.string(),
})
export type PublicProcedure = z.infer<typeof PublicProcedure>

export const listProcedures = endpoint({
  method: 'GET',
  path: '/portal/procedures',
  summary: 'What one may ask for, as the law has it today',
  permission: 'public',
  limits: [{ times: 120, seconds: 60 }],
  input: z.object({ on: CivilDate.optional() }),
  output: z.array(PublicProcedure),
  problems: limited,
})

/** What a page of the portal has gathered so far; its shape is the page’s. */
const DraftContent = z
  .record(z.string(), z.unknown())
  .refine((content) => JSON.stringify(content).length <= 50_000)

export const saveDraft = endpoint({
  method: 'POST',
  path: '/portal/drafts',
  summary: 'Keep what somebody has begun, for thirty days; who has the code may go on',
  permission: 'public',
  limits: [perHour(60)],
  input: z.object({
    /** Of a draft kept before, which this one takes the place of. */
    code: Code.nullable().default(null),
    content: DraftContent,
    /** Photographs it names, which are kept as long as it is. */
    uploads: z.array(z.uuid()).max(mostPages).default([]),
    proof: Proof,
    requestId: RequestId,
  }),
  output: z.object({ code: z.string(), keptUntil: CivilDate }),
  problems: { ...costs, ...problems.of('draft_not_found', 'request_reused') },
})

export const openDraft = endpoint({
  method: 'POST',
  path: '/portal/drafts/opened',
  summary: 'Go on with a draft by its code',
  permission: 'public',
  limits: [perHour(30)],
  input: z.object({ code: Code }),
  output: z.object({
    code: z.string(),
    content: z.record(z.string(), z.unknown()),
    savedAt: Instant,
    keptUntil: CivilDate,
  }),
  problems: { ...limited, ...problems.of('draft_not_found') },
})

export const uploadPaper = endpoint({
  method: 'POST',
  path: '/portal/uploads',
  summary: 'Send a photograph or PDF of a paper: it is cleaned, and kept apart until a file takes it',
  permission: 'public',
  limits: [perHour(60)],
  /** Sent again by the same name of the request, because the answer got lost, it is the same photograph. */
  input: z.object({ file: z.file(), proof: Proof, requestId: RequestId }),
  output: z.object({
    uploadId: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    pages: z.int(),
  }),
  problems: {
    ...costs,
    ...problems.of('request_reused'),
    'documents.upload_empty': { status: 422 as const },
    'documents.upload_too_large': { status: 413 as const },
    'documents.upload_of_other_kind': { status: 415 as const },
    'documents.picture_unreadable': { status: 422 as const },
    'documents.picture_too_many_pixels': { status: 413 as const },
    'documents.pdf_unreadable': { status: 422 as const },
    'documents.pdf_locked': { status: 422 as const },
    'documents.pdf_active': { status: 422 as const },
    'documents.pdf_too_many_pages': { status: 422 as const },
    'documents.upload_infected': { status: 422 as const },
    'documents.intake_busy': { status: 429 as const },
  },
})

export const submitOnline = endpoint({
  method: 'POST',
  path: '/portal/applications',
  summary: 'Hand a file in without an account, for oneself or for somebody else',
  permission: 'public',
  // A desk, the head of a village and a network of telephones send for many from one address; each file costs its riddle.
  limits: [perHour(200)],
  input: z.object({
    procedure: z.enum(procedureIds),
    areaId: z.int(),
    subject: SubjectTold,
    applicant: Applicant.nullable().default(null),
    asked: Asked.prefault({}),
    payment: Payment.nullable().default(null),
    papers: z.array(PaperSent).max(mostPages).default([]),
    /** The draft it was made of, which is then forgotten. */
    draft: Code.nullable().default(null),
    proof: Proof,
    requestId: RequestId,
  }),
  /** The day it is answered by if nothing is missing; the receipt that says so comes when an officer has looked. */
  output: z.object({
    code: z.string(),
    receivedOn: CivilDate,
    dueIfComplete: CivilDate.nullable().default(null),
  }),
  problems: {
    ...costs,
    ...problems.of(
      'procedure_not_found',
      'channel_not_open',
      'birth_impossible',
      'not_received_then',
      'area_not_in_reach',
      'answer_unknown',
      'paper_unknown',
      'upload_not_found',
      'request_reused',
    ),
  },
})

/** Somebody whose file is put up at the office, as the law of the file wants it; never of who has HIV. */
export const PostedFile = z.object({
  fullName: z.string(),
  bornYear: z.string(),
  village: z.string().nullable(),
  procedure: Label,
  through: CivilDate.nullable(),
})
export type PostedFile = z.infer<typeof PostedFile>

export const listPosted = endpoint({
  method: 'GET',
  path: '/portal/postings',
  summary: 'What is put up in a commune these days («niêm yết»)',
  permission: 'public',
  limits: [{ times: 60, seconds: 600 }],
  input: z.object({ areaId: z.int() }),
  output: z.array(PostedFile),
  problems: limited,
})

/** Where people may ask for a place («cơ sở trợ giúp xã hội»), as far as it lets itself be found. */
export const PublicFacility = z.object({
  name: z.string(),
  commune: z.string(),
  serves: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  /** Null where nobody has said how many it can take in. */
  freePlaces: z.int().nullable(),
})
export type PublicFacility = z.infer<typeof PublicFacility>

export const listPublicFacilities = endpoint({
  method: 'GET',
  path: '/portal/facilities',
  summary:
    'Facilities that take people in and let themselves be found: where, for whom, how many places are free',
  permission: 'public',
  limits: [{ times: 60, seconds: 60 }],
  input: z.object({}),
  output: z.array(PublicFacility),
  problems: limited,
})
