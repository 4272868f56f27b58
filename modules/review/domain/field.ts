import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { DisabilityLevel } from '#modules/people/contract'

const Text = z.string().trim().min(1).max(500)

/** What a change request can say word for word: the register’s own command does it once somebody has approved. */
const requested = [
  z.object({ field: z.literal('death'), on: CivilDate }),
  z.object({
    field: z.literal('residence'),
    village: z.string().trim().max(100).nullable().default(null),
    address: z.string().trim().max(200).nullable().default(null),
    from: CivilDate,
  }),
  z.object({ field: z.literal('leaves_household'), from: CivilDate }),
  z.object({
    field: z.literal('disability'),
    level: DisabilityLevel,
    certificate: z.string().trim().min(1).max(50),
    issuedOn: CivilDate,
  }),
] as const

/** What is said in words and recorded by an officer at its own place: each has its own page and its own paper. */
export const toldFields = [
  'identity',
  'moved_away',
  'household',
  'care',
  'poverty',
  'study',
  'income',
  'way',
  'phone',
  'other',
] as const
const Told = z.object({ field: z.enum(toldFields), text: Text })

/** What a reviewer found to be otherwise than the register has it («nội dung có thay đổi»). */
export const Finding = z.discriminatedUnion('field', [...requested, Told])
export type Finding = z.infer<typeof Finding>

/** One field once: nobody says two things about the same at one time. */
export const Findings = z
  .array(Finding)
  .max(14)
  .refine((found) => new Set(found.map(({ field }) => field)).size === found.length)

/** Whether something is said about it in words only. */
export function isTold(field: Field): field is (typeof toldFields)[number] {
  return toldFields.some((told) => told === field)
}

export const fields = ['death', 'residence', 'leaves_household', 'disability', ...toldFields] as const
export type Field = (typeof fields)[number]

/** Whether they are there at all, which answers can contradict each other about like about any field. */
export const presence = 'presence'
export type Contested = Field | typeof presence

/** The same finding has the same text, in whatever order its parts came. */
export function keyOf(finding: Finding): string {
  return JSON.stringify(Object.entries(finding).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
