import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'

export const PersonId = id<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const Sex = z.enum(['female', 'male'])
export type Sex = z.infer<typeof Sex>

/** Half-open days; null where a side is open. */
export const PeriodView = z.object({ from: CivilDate.nullable(), until: CivilDate.nullable() })

/** A unit as it was recorded, and what it is today; both the same where nothing changed. */
export const AreaView = z.object({
  id: z.int(),
  name: z.string(),
  nowId: z.int(),
  nowName: z.string(),
})
export type AreaView = z.infer<typeof AreaView>

/** Where a fact comes from and since when it is known. */
export const RecordedView = { source: z.string(), recordedAt: Instant }

/** Who somebody is, in a line of a list. */
export const identityOf = {
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

/** Where a fact comes from: a paper, a list, what somebody said. */
export const Source = z.string().trim().min(1).max(200)
/** Sent again with the same content, a command does nothing more. */
export const RequestId = z.uuid().optional()
