import type { Ctx } from '#platform/server/context'
import { findDocument, forgetTrouble } from '../db/documents.ts'
import { problems } from '../domain/problems.ts'
import { askForDocuments } from './make-documents.ts'

/** Has a paper, and whatever else its unit could not sign by the same key, tried again at once, after the service was mended. */
export async function signAgain(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const document = await findDocument(ctx, id)
  if (!document) throw problems('document_not_found', { id })
  if (!(await forgetTrouble(ctx, document.areaId))) return
  ctx.audit({ action: 'applications.signature_tried_again', subject: id })
  await askForDocuments(ctx)
}
