import { z } from 'zod'

/** What the operations of people without an account have in common. */

export const Label = z.object({ vi: z.string(), en: z.string() })
export const Code = z.string().trim().min(4).max(40)
export const RequestId = z.uuid()
/** A birth date as far as it is known: 1951, 1951-03 or 1951-03-12. */
const Birth = z.string().regex(/^\d{4}(-\d{2}){0,2}$/)

export const limited = { too_many_requests: { status: 429 as const } }
export const costs = {
  ...limited,
  proof_wrong: { status: 422 as const },
  proof_expired: { status: 422 as const },
  proof_spent: { status: 409 as const },
}
export const perHour = (times: number, by?: string) => ({ times, seconds: 3600, ...(by && { by }) })

/**
 * Whoever guesses is slowed down by where they come from, and more so at one file. All together may try a file so often that
 * no stranger shuts its owner out, and so seldom that every birth date of a century takes them days. Whoever mistyped waits a
 * quarter of an hour at most, and what is refused at the file counts nowhere else, so that trying meanwhile adds nothing.
 */
export const guessed = [
  { times: 10, seconds: 900, by: 'code', fromEach: true },
  { times: 150, seconds: 900, by: 'code' },
  { times: 30, seconds: 600 },
]
export const byCode = { code: Code, born: Birth }

/** Photographs of one application: a few pages of each paper. */
export const mostPages = 40

/** A page of a paper; several of the same kind become one document. */
export const PaperSent = z.object({
  kind: z.string().max(60),
  /** What was uploaded before, by the code it was given; null of what will be brought, which is missing until then. */
  uploadId: z.uuid().nullable().default(null),
  note: z.string().trim().max(300).nullable().default(null),
})

export const FeedbackState = z.enum(['received', 'accepted', 'answered'])
