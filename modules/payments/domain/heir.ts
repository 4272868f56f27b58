import { z } from 'zod'

const text = (longest: number) => z.string().trim().normalize('NFC').min(1).max(longest)

/** Who inherits what somebody was owed («người thừa kế»), or receives for the living in their place, and what they are to them. */
export const Heir = z.object({
  /** None where the register does not know them. */
  personId: z.uuid().nullable(),
  fullName: text(100),
  number: z
    .string()
    .trim()
    .regex(/^(\d{9}|\d{12})$/),
  relation: text(60),
})
export type Heir = z.infer<typeof Heir>
