import { z } from 'zod'

/**
 * Where a pair stands: open; the other commune is asked, or agreed that it is one person; a merge is proposed and waits for
 * a second person; kept apart for ever; merged.
 */
export const PairState = z.enum(['open', 'asked', 'agreed', 'proposed', 'apart', 'merged'])
export type PairState = z.infer<typeof PairState>

/** What somebody still has to decide. */
export const undecided = ['open', 'asked', 'agreed', 'proposed'] as const satisfies readonly PairState[]

export const Answer = z.enum(['same', 'different', 'unsure'])
export type Answer = z.infer<typeof Answer>

/** What of a record can be taken from either when two become one. */
export const Choice = z.enum([
  'fullName',
  'sex',
  'born',
  'ethnicGroup',
  'phone',
  'personal_id',
  'legacy_id',
  'health_card',
  'social_insurance',
  'home',
  'spouse',
])
export type Choice = z.infer<typeof Choice>

/** From which of the two each is taken; what is not named comes from the record that is kept. */
export const Choices = z.partialRecord(Choice, z.enum(['one', 'other']))
export type Choices = z.infer<typeof Choices>
