import { dayOf, type CivilDate } from '#kernel/civil-date'
import { formatDay, withoutStop } from '#kernel/written'
import { areaNames } from '#modules/geography'
import type { Proof } from '#platform/contract/proof-of-work'
import type { Ctx } from '#platform/server/context'
import { openFile as openKeptFile } from '#platform/server/files'
import { spendProof } from '#platform/server/proof-of-work'
import type { TrackedFile } from '../contract.ts'
import {
  findApplicationByKey,
  getApplicationForUpdate,
  insertEvents,
  listEvents,
  markConfidential,
  updateApplication,
  type Application,
} from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { listDocumentsOf } from '../db/documents.ts'
import { listAppealsOf } from '../db/feedback.ts'
import { findProposal } from '../db/proposals.ts'
import { insertPapers } from '../db/papers.ts'
import type { Missing } from '../db/tables.ts'
import { lastDayToAppeal } from '../domain/appeal.ts'
import { isForCitizen } from '../domain/document.ts'
import { readCode } from '../domain/code.ts'
import { isWaiting, stepOn } from '../domain/edition.ts'
import { isOther, leftOf } from '../domain/paper.ts'
import { actionsOn, deadlinesOf, planMove, supplying } from '../domain/plan.ts'
import { aliasesOf, kindOf } from '../domain/private-paper.ts'
import type { Action, Edition, Step } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { forCitizen } from './citizen.ts'
import { calendarFor, completedIn, openFiles, type OpenFile } from './open-file.ts'
import { privatePaperName, unpostedWords } from './messages.vi.ts'
import { sentApart } from './other-papers.ts'
import { postedOf } from './posting.ts'
import { receivedOnOf } from './received-on.ts'
import { viewSteps } from './view-steps.ts'
import { assertPapers, tellsConfidentially } from './submit.ts'
import { act } from './take-action.ts'
import { assertPages, takeUploads, withFiles } from './uploads.ts'

export type Key = { readonly code: string; readonly born: string }

/** Where a file is, for whoever knows its code and the birth date of whom it is about. */
export function trackApplication(ctx: Ctx, key: Key): Promise<TrackedFile> {
  return forCitizen(ctx, async (ctx) => viewTracked(ctx, await getTracked(ctx, key)))
}

/** A wrong code, a wrong birth date, and a file that never was are refused alike, after the same work. */
export async function getTracked(ctx: Ctx, { code: typed, born }: Key): Promise<Application> {
  const code = readCode('application', typed)
  const application = await findApplicationByKey(ctx, { code: code ?? 'HS-00-0000-000', born })
  if (!application) throw problems('tracking_not_found')
  return application
}

async function viewTracked(ctx: Ctx, application: Application): Promise<TrackedFile> {
  const [file] = await openFiles(ctx, [application])
  const { edition, procedure, way } = file! // One in, one out.
  const step = stepOn(edition, application.step, ctx.today)
  const names = await areaNames(ctx, [application.areaId])
  const events = await listEvents(ctx, application.id)
  const enteredOn = new Map(
    events.flatMap(({ toStep, at }) => (toStep ? [[toStep, dayOf(at)] as const] : [])),
  )
  const reason = events.findLast(({ detail }) => typeof detail['reason'] === 'string')?.detail['reason'] as
    string | undefined
  const dueOn = application.dueAt && dayOf(application.dueAt)
  const isUnseen = !application.completeOn && !application.pausedAt && !application.closedAt
  const own = deadlinesOf(edition, way, { calendar: await calendarFor(ctx), now: ctx.now }).step
  const unposted = unpostedStep(file!)
  const mine = isWaiting(step) ? step.actions.filter((action) => isApplicants(step.by, action)) : []
  const mayAnswer = mine.some(({ id }) => id === supplying)
  // A file that was taken back, or goes on without them, waits for no papers.
  const missing = mayAnswer ? viewMissing(edition, application.missing) : []
  return {
    code: application.code,
    procedure: procedure.name,
    fullName: application.subject.fullName,
    unit: names.get(application.areaId) ?? '',
    receivedOn: dayOf(application.receivedAt),
    completeOn: application.completeOn,
    dueOn,
    dueIfComplete: isUnseen ? application.actBy && dayOf(application.actBy) : null,
    isOver: application.dueAt !== null && application.dueAt < ctx.now,
    tells: tell(step.id === unposted ? unpostedWords[isToLast(step) ? 'lasts' : 'within'] : step.tells, {
      due: isToLast(step) && own ? own.dueOn : dueOn,
      missing,
      reason,
    }),
    steps: viewSteps(file!, ctx.today).map(({ id, name, state }) => ({
      name: id === unposted ? unpostedWords.step : name,
      state,
      on: state === 'to_come' ? null : (enteredOn.get(id) ?? null),
    })),
    missing,
    mayAnswer,
    mayWithdraw: mine.some(({ id }) => id === withdrawing),
    outcome: application.outcome,
    documents: await viewDocuments(ctx, application),
  }
}

/** Whether a step has an end of its own that is told of, as of a posting or a stay, and not the day of the answer. */
function isToLast(step: Step): boolean {
  return isWaiting(step) && (step.clock.kind === 'lasts' || step.clock.kind === 'longest')
}

/** The step in which the law has a result put up, where nothing of this file is. */
function unpostedStep(file: OpenFile): string | undefined {
  return postedOf(file, undefined) ? undefined : file.edition.posting?.step
}

/** What few may know is asked for without its name: the code lies with whoever carries the receipt. */
function viewMissing(edition: Edition, missing: readonly Missing[number][]): TrackedFile['missing'] {
  const aliases = aliasesOf(edition, kindsIn(missing))
  return missing.map(({ kind, why }) => {
    const alias = aliases.get(kind)
    if (alias) return { kind: alias, name: privatePaperName, why: privatePaperName.vi }
    if (isOther(kind)) return { kind, name: { vi: why, en: why }, why }
    return { kind, name: edition.papers.find(({ id }) => id === kind)?.name ?? null, why }
  })
}

const kindsIn = (missing: readonly Missing[number][]) => missing.map(({ kind }) => kind)

/** What was issued, why, and what may be done against it or was. */
async function viewDocuments(ctx: Ctx, application: Application): Promise<TrackedFile['documents']> {
  const appeals = new Map(
    (await listAppealsOf(ctx, application.id)).map((appeal) => [appeal.documentId, appeal]),
  )
  const views: TrackedFile['documents'] = []
  for (const document of (await listDocumentsOf(ctx, application.id)).filter(isForCitizen)) {
    const { id, kind, number, issuedOn, state, proposalId } = document
    const isDecided = kind === 'decision' || kind === 'refusal'
    const proposal = isDecided && proposalId ? await findProposal(ctx, proposalId) : undefined
    const appealBy = isDecided
      ? lastDayToAppeal({ receivedOn: await receivedOnOf(ctx, application, document), today: ctx.today })
      : null
    const appeal = appeals.get(id)
    views.push({
      id,
      kind,
      number,
      issuedOn,
      state,
      reasons: [...(proposal?.terms.reasons ?? [])],
      appealBy,
      mayAppeal: appealBy !== null && ctx.today <= appealBy && !appeal,
      appeal: appeal
        ? {
            state: appeal.state,
            outcome: appeal.outcome,
            filedOn: dayOf(appeal.receivedAt),
            dueOn: appeal.dueOn,
          }
        : null,
    })
  }
  return views
}

const withdrawing = 'withdraw'

/** What the applicant may do: what waits for them, and what they may do beside whoever it waits for. */
function isApplicants(by: string, { alsoBy }: Action): boolean {
  return by === 'applicant' || (alsoBy?.includes('applicant') ?? false)
}

/** The sentence of the step, with the day and what is missing filled in. */
function tell(
  label: Edition['where'],
  {
    due,
    missing,
    reason,
  }: { due: CivilDate | null; missing: TrackedFile['missing']; reason: string | undefined },
) {
  const fill = (text: string, language: 'vi' | 'en') =>
    text
      .replaceAll('{due}', due ? formatDay(due) : '…')
      .replaceAll(
        '{missing}',
        withoutStop(missing.map(({ name, why }) => withoutStop(name?.[language] ?? why)).join(', ')),
      )
      .replaceAll('{reason}', withoutStop(reason ?? ''))
  return { vi: fill(label.vi, 'vi'), en: fill(label.en, 'en') }
}

type Sent = { readonly kind: string; readonly uploadId: string | null; readonly note: string | null }

/**
 * Takes in papers that were asked for. With the last of them the file goes back to whoever asked, and its clock goes on; until
 * then it stays with the applicant, who is asked for the rest alone.
 */
export function answerPaperRequest(
  ctx: Ctx,
  {
    proof,
    ...input
  }: Key & { papers: readonly Sent[]; note: string | null; proof: Proof; requestId: string },
): Promise<TrackedFile> {
  return forCitizen(ctx, async (ctx) => {
    await once(ctx, 'answer_papers', input, async () => {
      await spendProof(ctx, proof)
      const file = await lockTracked(ctx, input)
      const { edition, way, application } = file
      if (!actionsOn(edition, way, ctx.today).some(({ id }) => id === supplying))
        throw problems('nothing_asked')
      // What is empty is told by the name it was sent under.
      assertPages(input.papers)
      const aliases = aliasesOf(edition, kindsIn(application.missing))
      const papers = await sentApart(
        ctx,
        file,
        input.papers.map((paper) => ({ ...paper, kind: kindOf(aliases, paper.kind) })),
      )
      assertPapers(edition, papers)
      await insertPapers(ctx, application.id, await withFiles(ctx, papers))
      await takeUploads(ctx, application.id, papers)
      const told = papers.map(({ kind }) => ({ kind, state: 'provided' }))
      const left = leftOf(application.missing, papers)
      const isWhole = left.length === 0
      const version = isWhole
        ? application.version
        : await updateApplication(ctx, application, { missing: JSON.stringify(left) })
      await insertEvents(ctx, [
        {
          applicationId: application.id,
          kind: 'papers',
          version,
          detail: { papers: told, ...(input.note && { note: input.note }) },
        },
      ])
      if (tellsConfidentially(edition, papers)) await markConfidential(ctx, application.id)
      if (!isWhole) return {}
      const on = completedIn(file, supplying, ctx.today)
      await act(ctx, on.file, planMove(on.file.edition, way, { action: on.action, now: ctx.now }), {})
      return {}
    })
    return viewTracked(ctx, await getTracked(ctx, input))
  })
}

export function withdrawApplication(
  ctx: Ctx,
  { proof, ...input }: Key & { proof: Proof; requestId: string },
): Promise<TrackedFile> {
  return forCitizen(ctx, async (ctx) => {
    await once(ctx, 'withdraw', input, async () => {
      await spendProof(ctx, proof)
      const file = await lockTracked(ctx, input)
      const step = stepOn(file.edition, file.way.step, ctx.today)
      const action = isWaiting(step)
        ? step.actions.find((one) => one.id === withdrawing && isApplicants(step.by, one))
        : undefined
      if (!action) throw problems('action_not_possible', { action: withdrawing, step: file.way.step })
      await act(ctx, file, planMove(file.edition, file.way, { action: action.id, now: ctx.now }), {})
      return {}
    })
    return viewTracked(ctx, await getTracked(ctx, input))
  })
}

async function lockTracked(ctx: Ctx, key: Key): Promise<OpenFile> {
  const { id } = await getTracked(ctx, key)
  const [file] = await openFiles(ctx, [await getApplicationForUpdate(ctx, id)])
  return file! // One in, one out.
}

/** A paper of their own file, as it was made. */
export function downloadOwnDocument(
  ctx: Ctx,
  { documentId, ...key }: Key & { documentId: string },
): Promise<File> {
  return forCitizen(ctx, async (ctx) => {
    const { id } = await getTracked(ctx, key)
    const document = (await listDocumentsOf(ctx, id)).find((one) => one.id === documentId)
    if (!document || !isForCitizen(document)) throw problems('tracking_not_found')
    if (!document.pdfFileId) throw problems('document_not_made', { id: documentId })
    const { name, mediaType, bytes } = await openKeptFile(ctx, document.pdfFileId)
    return new File([bytes], name, { type: mediaType })
  })
}
