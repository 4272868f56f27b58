import type { Ctx } from '#platform/server/context'
import { listEvents } from '../db/applications.ts'
import { findLaterCertificate, listDocumentsOf, type Document } from '../db/documents.ts'
import { listAppealsOf } from '../db/feedback.ts'
import { supersessionOf, type Superseded } from '../domain/supersession.ts'
import { payeeDied } from './take-up-again.ts'

/** Whether a paper that was issued holds no more, by what became of its file and of whom it is about. */
export async function findSupersession(ctx: Ctx, document: Document): Promise<Superseded | null> {
  const { applicationId } = document
  const ofFile = applicationId ? await listDocumentsOf(ctx, applicationId) : [document]
  return (await supersessionsIn(ctx, applicationId, ofFile)).get(document.id) ?? null
}

/** Which papers of a file hold no more; those of no file are of a list, and no appeal takes that up again. */
export async function supersessionsIn(
  ctx: Ctx,
  applicationId: string | null,
  ofFile: readonly Document[],
): Promise<ReadonlyMap<string, Superseded>> {
  const appeals = applicationId ? await listAppealsOf(ctx, applicationId) : []
  const exchangedAt = (applicationId ? await listEvents(ctx, applicationId) : []).flatMap(({ kind, at }) =>
    kind === payeeDied ? [at] : [],
  )
  const found = new Map<string, Superseded>()
  for (const document of ofFile) {
    const { personId, kind } = document
    const laterCertificate =
      kind === 'certificate' && personId ? await findLaterCertificate(ctx, personId, document) : undefined
    const superseded = supersessionOf(document, { ofFile, appeals, exchangedAt, laterCertificate })
    if (superseded) found.set(document.id, superseded)
  }
  return found
}
