import { z } from 'zod'

/** How a paper of a file stands («tình trạng giấy tờ»); what the State holds already nobody is asked for. */
export const PaperState = z.enum(['missing', 'provided', 'accepted', 'rejected', 'held_by_state'])
export type PaperState = z.infer<typeof PaperState>

/** Whether there is nothing more to bring of it. */
export const isIn = (state: PaperState): boolean => state !== 'missing' && state !== 'rejected'

/** What of a request is still to come once papers of these kinds were sent; what nobody asked for answers nothing of it. */
export function leftOf<Asked extends { readonly kind: string }>(
  asked: readonly Asked[],
  sent: readonly { readonly kind: string }[],
): Asked[] {
  const kinds = new Set(sent.map(({ kind }) => kind))
  return asked.filter(({ kind }) => !kinds.has(kind))
}

/** What no list of the law names, and somebody asked for or brought. */
export const otherPaper = 'other'
