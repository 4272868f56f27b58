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

/** What no list of the law names, and somebody asked for or brought: the first is `other`, a second `other-2`. */
export const otherPaper = 'other'

export const isOther = (kind: string): boolean => /^other(-\d+)?$/.test(kind)

/** In the order in which they came to be. */
export const placeOf = (kind: string): number => Number(kind.split('-')[1] ?? 1)

/** The kind of one more such paper, beside those there are. */
export function anotherKind(taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const kind = count === 1 ? otherPaper : `${otherPaper}-${count}`
    if (!taken.has(kind)) return kind
  }
}

/** Of two that were asked for as one kind outside the list the second is another paper. */
export function askedApart<Asked extends { readonly kind: string }>(
  asked: readonly Asked[],
  taken: Iterable<string>,
): Asked[] {
  const used = new Set([...taken, ...asked.map(({ kind }) => kind)])
  const seen = new Set<string>()
  return asked.map((paper) => {
    const kind = isOther(paper.kind) && seen.has(paper.kind) ? anotherKind(used) : paper.kind
    seen.add(kind)
    used.add(kind)
    return { ...paper, kind }
  })
}

type Noted = { readonly kind: string; readonly note: string | null }

/**
 * Gives each paper outside the list that is not one of those `known` a kind of its own, so that none takes the place of another:
 * pages that came with one note are one paper, called so.
 */
export function apart<Paper extends Noted>(
  papers: readonly Paper[],
  { known, taken }: { readonly known: ReadonlySet<string>; readonly taken: Iterable<string> },
): Paper[] {
  const used = new Set([...known, ...taken])
  const kinds = new Map<string, string>()
  return papers.map((paper) => {
    if (!isOther(paper.kind) || known.has(paper.kind)) return paper
    const same = `${paper.kind} ${paper.note ?? ''}`
    const kind = kinds.get(same) ?? anotherKind(used)
    kinds.set(same, kind)
    used.add(kind)
    return { ...paper, kind }
  })
}
