import type { Ctx } from '#platform/server/context'
import { findDocument, forgetTrouble } from '../db/documents.ts'
import { problems } from '../domain/problems.ts'
import { askForDocuments } from './make-documents.ts'

/** Has the signature of a paper tried again at once, after the service was mended; one that is under way stays as it is. */
export async function signAgain(ctx: Ctx, { id }: { id: string }): Promise<void> {
  if (!(await findDocument(ctx, id))) throw problems('document_not_found', { id })
  if (!(await forgetTrouble(ctx, id))) return
  ctx.audit({ action: 'applications.signature_tried_again', subject: id })
  await askForDocuments(ctx)
}
