import { z } from 'zod'

/** A riddle that costs a computer a moment: to find a text with which the digest begins with so many zero bits. */
export const Challenge = z.object({ challenge: z.string().max(300), bits: z.int() })
export type Challenge = z.infer<typeof Challenge>

/** Its answer: what asks for it is refused to whoever sends thousands, and asks nothing of people. */
export const Proof = z.object({ challenge: z.string().max(300), answer: z.string().max(40) })
export type Proof = z.infer<typeof Proof>

export { tryAnswers, zeroBitsOf } from './riddle.ts'
