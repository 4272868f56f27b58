import { createHash } from 'node:crypto'
import { joinPages, keepUpload, takeIn } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import { once } from '../db/commands.ts'
import { listPapers } from '../db/papers.ts'
import { openFileForUpdate } from './open-file.ts'
import { recordIn } from './papers.ts'
import { assertPapers } from './submit.ts'
import { paperPurpose } from './uploads.ts'

type Given = {
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly file: File
  readonly requestId: string
}

/** Looks at what the counter photographed or scanned, before any transaction: a picture takes seconds. */
export async function takeInScan({ file }: Pick<Given, 'file'>) {
  return takeIn(new Uint8Array(await file.arrayBuffer()))
}

/**
 * Puts a photograph or PDF of a paper into a file. Further pages follow those there are; what was to be brought again is
 * replaced, and what had been looked at stays so, for whoever adds to it has the paper in hand.
 */
export function attachPaper(
  ctx: Ctx,
  { id, kind, version, file, requestId }: Given,
  taken: Awaited<ReturnType<typeof takeIn>>,
) {
  const sha256 = createHash('sha256').update(taken.clean.bytes).digest('hex')
  const command = { id, kind, version, requestId, sha256 }
  return once(ctx, 'attach_paper', command, async () => {
    const opened = await openFileForUpdate(ctx, { id, version })
    assertPapers(opened.edition, [{ kind }])
    const before = (await listPapers(ctx, id)).find((paper) => paper.kind === kind)
    const pages = before?.state === 'rejected' ? null : (before?.fileId ?? null)
    const kept = await keepUpload(ctx, taken, { name: file.name, purpose: paperPurpose })
    const fileId = pages ? await joinPages(ctx, [pages, kept.id], paperPurpose) : kept.id
    const state = before?.state === 'accepted' ? 'accepted' : 'provided'
    return recordIn(ctx, opened, [{ kind, state, fileId, note: null }])
  })
}
