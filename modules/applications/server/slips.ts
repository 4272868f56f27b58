import { dayOf } from '#kernel/civil-date'
import { committeeOf, salutationOf, slipPaper, type PersonOnPaper, type SlipFacts } from '#modules/documents'
import { areaPaths, getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getApplication, type Application } from '../db/applications.ts'
import { insertDocuments } from '../db/documents.ts'
import type { Missing } from '../db/tables.ts'
import { newCode } from '../domain/code.ts'
import { isIn } from '../domain/paper.ts'
import type { Slip } from '../domain/procedure.ts'
import { askForDocuments } from './make-documents.ts'
import { slipWords } from './messages.vi.ts'
import { checklistFor, openFiles, type OpenFile } from './open-file.ts'
import { trackingOf } from './verification.ts'

type Told = { readonly reason?: string | undefined; readonly missing?: Missing | undefined }

/**
 * Issues a paper of the way («phiếu»): it goes by the code of the file, and its words are frozen now. Nothing of a kind
 * that is drawn up elsewhere, nor a receipt that could name no day.
 */
export async function issueSlip(
  ctx: Ctx,
  applicationId: string,
  kind: Slip,
  told: Told,
): Promise<string | null> {
  const [file] = await openFiles(ctx, [await getApplication(ctx, applicationId)])
  const facts = await factsOf(ctx, file!, kind, told) // One in, one out.
  if (!facts) return null
  const { application } = file!
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
      content: JSON.stringify({ facts, paper: slipPaper(facts) }),
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

async function factsOf(
  ctx: Ctx,
  file: OpenFile,
  kind: Slip,
  { reason, missing = [] }: Told,
): Promise<SlipFacts | undefined> {
  const { application, edition, procedure } = file
  const { name } = await getArea(ctx, application.areaId)
  const office = committeeOf({ name, level: 'commune' })
  const common = {
    version: 1 as const,
    desk: { superior: office.name, name: slipWords.desk(name), place: office.place, phone: null },
    file: application.code,
    signedOn: ctx.today,
    tracking: trackingOf(application.code),
    applicant: await applicantOf(ctx, application),
    phone: application.applicant?.phone ?? application.subject.phone,
    procedure: slipWords.procedure(procedure.name.vi),
  }
  switch (kind) {
    case 'receipt': {
      const { dueAt } = application
      const { total } = edition
      if (!dueAt || !('length' in total)) return undefined
      const papers = await checklistFor(ctx, file)
      return {
        ...common,
        kind: 'receipt',
        papers: [
          slipWords.form(edition.forms[0]?.number),
          ...papers
            .filter(({ paper, state }) => !paper.isConfidential && state !== 'held_by_state' && isIn(state))
            .map(({ paper }) => paper.name.vi),
        ],
        receivedAt: application.receivedAt,
        term: slipWords.term(total.length, total.unit),
        dueAt,
        resultAt: slipWords.resultAt(name),
        receivedBy: ctx.actor.name,
      }
    }
    case 'supplement_request':
      return {
        ...common,
        kind: 'supplement_request',
        missing: missing.map((paper) => missingName(file, paper)),
        reason: reason ?? slipWords.incomplete,
        clock: application.pausedAt ? slipWords.paused(dayOf(application.pausedAt)) : null,
        askedBy: ctx.actor.name,
      }
    case 'refusal_to_receive':
      return {
        ...common,
        kind: 'refusal_slip',
        reasons: [reason ?? slipWords.incomplete],
        remedy: null,
        refusedBy: ctx.actor.name,
      }
    case 'apology':
    case 'invitation':
    case 'posting_notice':
    case 'submission_note':
      return undefined
  }
}

/** What few may know is asked for without its name. */
function missingName({ edition }: OpenFile, { kind, why }: Missing[number]): string {
  const paper = edition.papers.find(({ id }) => id === kind)
  if (paper?.isConfidential) return slipWords.privatePaper
  return paper && paper.name.vi !== why ? `${paper.name.vi}: ${why}` : why
}

/** Who handed it in; somebody who asks for another is named by what they wrote down. */
async function applicantOf(
  ctx: Ctx,
  { subject, areaId }: Pick<Application, 'subject' | 'areaId'>,
): Promise<PersonOnPaper> {
  const homes = await areaPaths(ctx, [areaId])
  const { sex, born, bornPrecision, fullName, number, village, address } = subject
  return {
    salutation: salutationOf({ sex, born }, ctx.today),
    fullName,
    born,
    bornPrecision,
    identityNumber: number,
    address: [address, village, homes.get(areaId)].filter(Boolean).join(', '),
  }
}
