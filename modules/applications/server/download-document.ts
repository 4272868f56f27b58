import { makePaperWord, Paper } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import { openFile } from '#platform/server/files'
import { findDocument, type Document } from '../db/documents.ts'
import { problems } from '../domain/problems.ts'
import { paperWords } from './messages.vi.ts'
import { atPresentAddress } from './verification.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paper as it was made; while it is being made, it is said so. */
export async function downloadDocument(
  ctx: Ctx,
  { id, format }: { id: string; format: 'pdf' | 'docx' },
): Promise<File> {
  const document = await findDocument(ctx, id)
  if (!document) throw problems('document_not_found', { id })
  if (document.personId)
    ctx.audit({ action: 'applications.person_read', personId: document.personId, subject: id })
  if (!document.pdfFileId) throw problems('document_not_made', { id, format })
  if (format === 'docx') return asWord(document)
  const { name, mediaType, bytes } = await openFile(ctx, document.pdfFileId)
  return new File([bytes], name, { type: mediaType })
}

/** The frozen words once more, for whoever has to carry them into another system. */
async function asWord({ content, kind, number, verification }: Document): Promise<File> {
  const bytes = await makePaperWord(atPresentAddress(Paper.parse(content.paper)))
  return new File([bytes], `${paperWords.fileName(kind, number ?? verification)}.docx`, { type: wordType })
}
