import { z } from 'zod'

/** What happened when somebody’s cash was to be handed out. */
export const HandOutOutcome = z.enum(['paid', 'absent'])
export type HandOutOutcome = z.infer<typeof HandOutOutcome>

/** Why it was not: they may still come, as long as the list is open. */
export const AbsenceReason = z.enum(['not_come', 'no_papers', 'wrong_papers', 'refused', 'said_dead'])
export type AbsenceReason = z.infer<typeof AbsenceReason>

/** How a record from a phone was taken: booked, known already, or against what is on the books, for a person to see. */
export const HandOutVerdict = z.enum(['taken', 'repeated', 'conflict', 'noted'])
export type HandOutVerdict = z.infer<typeof HandOutVerdict>

/** How long a list may be carried about without being handed in. */
export const listDays = 3

/** What a QR code of a payee says: whose it is in our lists, and nothing about them. */
export const slipCodeOf = (endToEndId: string) => `ANSINH:${endToEndId}`

/** The key in what was scanned or typed; a slip of an earlier month, or another code, is nobody’s here. */
export function keyInCode(text: string): string | undefined {
  return /^(?:ANSINH:)?(DC-\d\d-\d{4,}-\d{6,})$/.exec(text.trim().toUpperCase())?.[1]
}
