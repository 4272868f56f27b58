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

const From = z.enum(['one', 'other'])

/** What of a record can be taken from either when two become one. */
const Fields = z.object({
  fullName: From,
  sex: From,
  born: From,
  ethnicGroup: From,
  phone: From,
  personal_id: From,
  legacy_id: From,
  health_card: From,
  social_insurance: From,
  home: From,
  spouse: From,
})
export const Choice = Fields.keyof()
export type Choice = z.infer<typeof Choice>

/** Nobody is known yet who could head a household: it stands in the list of data to be put right. */
export const nobody = 'nobody'

/**
 * From which of the two each is taken; what is not named comes from the record that is kept. And who heads the household that one of
 * the two headed and leaves.
 */
export const Choices = Fields.extend({ nextHead: z.union([z.uuid(), z.literal(nobody)]) }).partial()
export type Choices = z.infer<typeof Choices>
