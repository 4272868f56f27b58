import { dayOf } from '#kernel/civil-date'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getApplication } from '../db/applications.ts'
import { insertDocuments } from '../db/documents.ts'
import type { Missing } from '../db/tables.ts'
import { newCode } from '../domain/code.ts'
import type { Slip } from '../domain/procedure.ts'
import { askForDocuments } from './make-documents.ts'
import { checklistFor, openFiles } from './open-file.ts'

type Told = { readonly reason?: string | undefined; readonly missing?: Missing | undefined }

/** Issues a paper of the way («phiếu»): it goes by the code of the file, and its words are frozen now. */
export async function issueSlip(
  ctx: Ctx,
  applicationId: string,
  kind: Exclude<Slip, 'submission_note'>,
  { reason, missing }: Told,
): Promise<string> {
  const [file] = await openFiles(ctx, [await getApplication(ctx, applicationId)])
  const { application, procedure } = file! // One in, one out.
  const papers = await checklistFor(ctx, file!)
  const names = await areaNames(ctx, [application.areaId])
  const content = {
    slip: kind,
    code: application.code,
    procedure: procedure.name,
    unit: names.get(application.areaId) ?? '',
    subject: application.subject,
    applicant: application.applicant,
    receivedAt: application.receivedAt,
    dueOn: application.dueAt && dayOf(application.dueAt),
    papers: papers
      .filter(({ paper }) => !paper.isConfidential)
      .map(({ paper, state }) => ({ name: paper.name, state })),
    missing: missing ?? [],
    reason: reason ?? null,
    officer: ctx.actor.name,
  }
  const [id] = await insertDocuments(ctx, [
    {
      applicationId,
      proposalId: null,
      personId: application.personId,
      areaId: application.areaId,
      kind,
      series: null,
      year: Number(ctx.today.slice(0, 4)),
      sequence: null,
      number: null,
      issuedOn: ctx.today,
      content: JSON.stringify(content),
      pdfFileId: null,
      wordFileId: null,
      sha256: null,
      verification: newCode('document'),
      decisionId: null,
      isConfidential: application.isConfidential,
      issuedAt: ctx.now,
      issuedBy: ctx.actor.userId || null,
      issuedName: ctx.actor.name,
      madeAt: null,
    },
  ])
  await askForDocuments(ctx)
  return id!
}
