import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { clockUnits } from './domain/procedure.ts'
import { PaperState } from './domain/paper.ts'
import { problems } from './domain/problems.ts'

/** What the contracts of this module share. */

export const ApplicationId = id<'ApplicationId'>()
export type ApplicationId = z.infer<typeof ApplicationId>
export const ProposalId = id<'ProposalId'>()
export type ProposalId = z.infer<typeof ProposalId>
export const DocumentId = id<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

export const Area = z.object({ id: z.int(), name: z.string() })
/** Words in both languages. */
export const Label = z.object({ vi: z.string(), en: z.string() })
export const Text = z.string().trim().normalize('NFC').min(1)
export const RequestId = z.uuid()

/** Where the next page begins, as the page before said it: a moment, or none, and an id. */
export const Place = z
  .string()
  .max(200)
  .regex(/^(infinity|\d{4}-[^_]+)_[0-9a-f-]{36}$/)
  .refine((text) => {
    const [at, id] = text.split('_')
    return (at === 'infinity' || Instant.safeParse(at).success) && z.uuid().safeParse(id).success
  })

/** What a clock shows («đồng hồ thời hạn»): what is left in the unit of the law, and the last day. */
export const ClockView = z.object({
  state: z.enum(['ok', 'near', 'due', 'over', 'paused', 'waiting']),
  unit: z.enum(clockUnits),
  dueOn: CivilDate,
  dueAt: Instant.nullable(),
  left: z.int(),
  past: z.int(),
  whole: z.int(),
  pausedSince: CivilDate.nullable(),
})
export type ClockView = z.infer<typeof ClockView>

/** How a paper of a file stands, as whoever receives it says. */
export const PaperGiven = z.object({
  kind: z.string().max(60),
  state: PaperState,
  fileId: z.uuid().nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
})

/** What a change rests on: the version that was read. */
export const changed = problems.of(
  'application_not_found',
  'changed_meanwhile',
  'file_closed',
  'request_reused',
)
