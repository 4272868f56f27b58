import type { Ctx } from '#platform/server/context'
import { openFile } from '#platform/server/files'
import { findDocument } from '../db/documents.ts'
import { problems } from '../domain/problems.ts'

/** A paper as it was made; while it is being made, it is said so. */
export async function downloadDocument(
  ctx: Ctx,
  { id, format }: { id: string; format: 'pdf' | 'docx' },
): Promise<File> {
  const document = await findDocument(ctx, id)
  if (!document) throw problems('document_not_found', { id })
  if (document.personId)
    ctx.audit({ action: 'applications.person_read', personId: document.personId, subject: id })
  const fileId = format === 'pdf' ? document.pdfFileId : document.wordFileId
  if (!fileId) throw problems('document_not_made', { id, format })
  const { name, mediaType, bytes } = await openFile(ctx, fileId)
  return new File([bytes], name, { type: mediaType })
}
