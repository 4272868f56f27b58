import type { Ctx } from '#platform/server/context'
import type { NewPaper } from '../db/papers.ts'
import { problems } from '../domain/problems.ts'

type Sent = { readonly kind: string; readonly uploadId: string | null; readonly note: string | null }

/** Papers somebody sent, with the files that were uploaded for them. */
export function takeUploads(_: Ctx, papers: readonly Sent[]): Promise<NewPaper[]> {
  return Promise.resolve(
    papers.map(({ kind, uploadId, note }) => {
      if (uploadId !== null) throw problems('upload_not_found', { uploadId })
      return { kind, note, fileId: null, state: 'provided' }
    }),
  )
}
