import { createHash } from 'node:crypto'

/** An entry as it lies in the table, every column as the database’s own text. */
export type ChainedEntry = {
  readonly sequence: number
  readonly at: string
  readonly traceId: string
  readonly userId: string | null
  readonly areaId: string
  readonly action: string
  readonly personId: string | null
  readonly subject: string | null
  readonly details: string | null
  readonly previousHash: string
  readonly hash: string
}

export type Link = { readonly sequence: number; readonly hash: string }

/** Where a chain begins. */
export const beginning: Link = { sequence: 0, hash: '00'.repeat(32) }

/** What is wrong with an entry, when it is the first that does not fit. */
export type Flaw = {
  readonly sequence: number
  readonly why: 'missing' | 'changed' | 'reordered' | 'cut_off'
}

const separator = '\u001f'
const absent = '\u001e'

/** Says the same as audit.canonical() in the database, independently of it. */
function canonical(entry: ChainedEntry): string {
  const { sequence, at, traceId, userId, areaId, action, personId, subject, details } = entry
  return [String(sequence), at, traceId, userId, areaId, action, personId, subject, details]
    .map((value) => value ?? absent)
    .join(separator)
}

/** Follows the chain from a link over further entries in their order; gives the last link, or the first flaw. */
export function follow(from: Link, entries: Iterable<ChainedEntry>): Link | Flaw {
  let last = from
  for (const entry of entries) {
    const { sequence, previousHash, hash } = entry
    if (sequence !== last.sequence + 1) return { sequence: last.sequence + 1, why: 'missing' }
    const expected = createHash('sha256')
      .update(Buffer.from(previousHash, 'hex'))
      .update(canonical(entry), 'utf8')
      .digest('hex')
    if (hash !== expected) return { sequence, why: 'changed' }
    if (previousHash !== last.hash) return { sequence, why: 'reordered' }
    last = { sequence, hash }
  }
  return last
}

/** The end of the chain must be the entry that was written last; otherwise something was cut off. */
export function checkEnd(last: Link, head: Link): Flaw | undefined {
  if (last.sequence < head.sequence) return { sequence: last.sequence + 1, why: 'cut_off' }
  return last.hash === head.hash ? undefined : { sequence: last.sequence, why: 'changed' }
}
