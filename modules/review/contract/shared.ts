import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { PersonId } from '#modules/people/contract'
import { Finding, Findings, fields, presence } from '../domain/field.ts'
import { reasonKinds } from '../domain/reason.ts'
import { outcomes, states } from '../domain/standing.ts'

export const PartId = z.uuid()
export const CampaignId = z.uuid()
export const RequestId = z.uuid()
export const Note = z.string().trim().min(1).max(500)

export const State = z.enum(states)
export const Outcome = z.enum(outcomes)
export const ReasonKind = z.enum(reasonKinds)
export const ContestedField = z.enum([...fields, presence])

export const AreaRef = z.object({ id: z.int(), name: z.string() })

export const ReasonView = z.object({
  kind: ReasonKind,
  prospect: z.string().optional(),
  benefit: z.string().optional(),
  fact: z.string().optional(),
  month: Month.optional(),
  on: CivilDate.optional(),
})
export type ReasonView = z.infer<typeof ReasonView>

/** A fact of the register, with how old it is and the paper it rests on. */
export const KnownFact = z.object({
  kind: z.string(),
  detail: z.record(z.string(), z.unknown()),
  since: CivilDate.nullable(),
  until: CivilDate.nullable(),
  recordedOn: CivilDate,
  paper: z.string().nullable(),
})
export type KnownFact = z.infer<typeof KnownFact>

/** What the register knows of somebody that a reviewer asks about; nothing confidential is among it. */
export const Known = z.object({
  benefits: z.array(z.string()),
  household: z
    .object({
      code: z.string(),
      members: z.array(z.object({ name: z.string(), relation: z.string(), isHead: z.boolean() })),
    })
    .nullable(),
  facts: z.array(KnownFact),
  hasNumber: z.boolean(),
  isVerified: z.boolean(),
  phone: z.string().nullable(),
  way: z
    .object({
      method: z.string(),
      bank: z.string().nullable(),
      accountEnd: z.string().nullable(),
      receiver: z.string().nullable(),
      receiverUntil: CivilDate.nullable(),
    })
    .nullable(),
  /** When somebody last found everything as the register has it. */
  confirmedOn: CivilDate.nullable(),
})
export type Known = z.infer<typeof Known>

export const AnswerView = z.object({
  id: z.uuid(),
  outcome: Outcome,
  changes: z.array(Finding),
  note: z.string().nullable(),
  at: Instant,
  byName: z.string(),
  isByMe: z.boolean(),
  device: z.string().nullable(),
  /** The clock of the device was wrong; the moment is ours. */
  isClockOff: z.boolean(),
  isWithdrawn: z.boolean(),
  /** Nobody who knew of it has said anything else since. */
  isCounting: z.boolean(),
})
export type AnswerView = z.infer<typeof AnswerView>

/** Somebody on the list of a review, as the register has them and as they were found. */
export const ReviewRow = z.object({
  personId: PersonId,
  /** Null where they are out of sight here now. */
  fullName: z.string().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  born: CivilDate.nullable(),
  bornPrecision: BirthPrecision.nullable(),
  village: z.string().nullable(),
  reasons: z.array(ReasonView),
  state: State,
  tries: z.int(),
  isLater: z.boolean(),
  leftOn: CivilDate.nullable(),
  /** The record was merged into another, which is looked at in its place. */
  isMerged: z.boolean().default(false),
  known: Known,
  answers: z.array(AnswerView),
  conflicts: z.array(z.object({ field: ContestedField, answerIds: z.array(z.uuid()) })),
  /** The last answer that is shown here; sent along with the next one. */
  knew: z.int(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

/** What is said of one person, at the desk or at the door. */
export const NewAnswer = z.object({
  /** Made where it is recorded: sent twice it is one. */
  id: z.uuid(),
  personId: PersonId,
  outcome: Outcome,
  changes: Findings.default([]),
  note: Note.nullable().default(null),
  knew: z.int().min(0),
  saidAt: Instant,
})
export type NewAnswer = z.infer<typeof NewAnswer>

export const Counts = z.object({
  total: z.int(),
  waiting: z.int(),
  unchanged: z.int(),
  changed: z.int(),
  not_met: z.int(),
  not_found: z.int(),
  conflict: z.int(),
})
export type Counts = z.infer<typeof Counts>
