import { dayOf, type Instant } from '#kernel/civil-date'
import { lowerFirst } from '#kernel/written'
import { committeeOf, salutationOf, type PersonOnPaper, type SlipFacts } from '#modules/documents'
import { getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getApplication, type Application } from '../db/applications.ts'
import type { Missing } from '../db/tables.ts'
import { findLastProposal } from '../db/proposals.ts'
import { dueDay } from '../domain/clock.ts'
import { isIn } from '../domain/paper.ts'
import type { Slip } from '../domain/procedure.ts'
import { askForDocuments } from './make-documents.ts'
import { slipWords } from './messages.vi.ts'
import { stepsOf } from './control-slip.ts'
import { roomForName } from './freeze.ts'
import { homeInFile } from './homes.ts'
import { keepSlip } from './keep-slip.ts'
import { calendarFor, checklistFor, openFiles, type OpenFile } from './open-file.ts'
import { namesOfOthers } from './other-papers.ts'
import { postedOf } from './posting.ts'
import { trackingOf } from './verification.ts'

/** To what somebody is invited («giấy mời»). */
export type Invitation = {
  readonly at: Instant
  readonly where: string
  readonly purpose: string
  readonly bring: readonly string[]
}

type Told = {
  readonly reason?: string | undefined
  readonly missing?: Missing | undefined
  readonly invitation?: Invitation | undefined
  /** When the answer comes instead, where it is late. */
  readonly newDueAt?: Instant | undefined
}

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
  const id = await keepSlip(ctx, application, { kind, personId: application.personId, facts })
  await askForDocuments(ctx)
  return id
}

async function factsOf(
  ctx: Ctx,
  file: OpenFile,
  kind: Slip,
  { reason, missing = [], invitation, newDueAt }: Told,
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
          ...(await namesOfOthers(ctx, application)),
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
      if (!application.dueAt || !newDueAt) return undefined
      return {
        ...common,
        kind: 'apology',
        receivedAt: application.receivedAt,
        dueAt: application.dueAt,
        reason: reason ?? '',
        newDueAt,
        signer: byHand,
      }
    case 'invitation':
      if (!invitation) return undefined
      return { ...common, kind: 'invitation', guest: common.applicant, ...invitation, signer: byHand }
    case 'posting_notice': {
      const { posting } = edition
      const shown = posting && postedOf(file, await findLastProposal(ctx, application.id))
      if (!posting || !shown) return undefined
      const until = await lastDayOfPosting(ctx, file)
      return {
        ...common,
        kind: 'posting_notice',
        where: lowerFirst(posting.where.vi),
        until,
        shown,
        signer: byHand,
      }
    }
    case 'control_slip':
      return {
        ...common,
        kind: 'control_slip',
        receivedAt: application.receivedAt,
        dueAt: application.dueAt,
        steps: await stepsOf(ctx, file),
      }
    case 'submission_note':
      return undefined
  }
}

/** The chair signs on paper: who it will be is written with the hand that signs. */
const byHand = { name: roomForName, capacity: 'chair', title: null } as const

/** How long it hangs, where the law names a time. */
async function lastDayOfPosting(ctx: Ctx, { edition }: OpenFile) {
  const clock = edition.limits?.find(({ id }) => id === 'posting')?.clock
  return clock ? dueDay(await calendarFor(ctx), { clock, startedAt: ctx.today }, ctx.today) : null
}

/** What few may know is asked for without its name. */
function missingName({ edition }: OpenFile, { kind, why }: Missing[number]): string {
  const paper = edition.papers.find(({ id }) => id === kind)
  if (paper?.isConfidential) return slipWords.privatePaper
  return paper && paper.name.vi !== why ? `${paper.name.vi}: ${why}` : why
}

/** Who handed it in; somebody who asks for another is named by what they wrote down. */
async function applicantOf(ctx: Ctx, application: Application): Promise<PersonOnPaper> {
  const { sex, born, bornPrecision, fullName, number } = application.subject
  return {
    salutation: salutationOf({ sex, born }, ctx.today),
    fullName,
    born,
    bornPrecision,
    identityNumber: number,
    address: await homeInFile(ctx, application),
  }
}
