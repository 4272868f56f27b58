import type { Ctx } from '#platform/server/context'
import type { Verification } from '../contract.ts'
import { readChain, readHead } from '../db/entries.ts'
import { beginning, checkEnd, follow, type Flaw, type Link } from '../domain/chain.ts'

const batch = 5_000

/** Follows the whole chain, and names the first entry that does not fit. */
export async function verifyChain(
  ctx: Ctx,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Verification> {
  const head = await readHead(ctx)
  const { last, flaw } = await followUpTo(ctx, head, onProgress)
  const found = flaw ?? checkEnd(last, head)
  return { isWhole: !found, entries: head.sequence, head: head.hash, flaw: found ?? null }
}

async function followUpTo(
  ctx: Ctx,
  head: Link,
  onProgress: (done: number, total: number) => void,
): Promise<{ last: Link; flaw?: Flaw }> {
  let last = beginning
  for (;;) {
    const read = await readChain(ctx, last.sequence, batch)
    // Whatever others append while we read comes after the head we saw.
    const entries = read.filter(({ sequence }) => sequence <= head.sequence)
    if (entries.length === 0) return { last }
    const next = follow(last, entries)
    if ('why' in next) return { last, flaw: next }
    last = next
    onProgress(last.sequence, head.sequence)
  }
}
