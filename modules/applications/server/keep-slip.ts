import { slipPaper, type SlipFacts } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import type { Application } from '../db/applications.ts'
import { insertDocuments, type Document } from '../db/documents.ts'
import { newCode } from '../domain/code.ts'

/** Keeps a paper of a file that draws no number: its words as they are now, known by the code of the file. */
export async function keepSlip(
  ctx: Ctx,
  { id, areaId, isConfidential }: Pick<Application, 'id' | 'areaId' | 'isConfidential'>,
  { kind, personId, facts }: Pick<Document, 'kind' | 'personId'> & { readonly facts: SlipFacts },
): Promise<string> {
  const [documentId] = await insertDocuments(ctx, [
    {
      applicationId: id,
      proposalId: null,
      personId,
      areaId,
      kind,
      series: null,
      year: Number(ctx.today.slice(0, 4)),
      sequence: null,
      number: null,
      issuedOn: ctx.today,
      content: JSON.stringify({ facts, paper: slipPaper(facts) }),
      pdfFileId: null,
      sha256: null,
      verification: newCode('document'),
      decisionId: null,
      batchId: null,
      certificate: null,
      isConfidential,
      issuedAt: ctx.now,
      issuedBy: ctx.actor.userId || null,
      issuedName: ctx.actor.name,
      madeAt: null,
    },
  ])
  return documentId! // One in, one out.
}
