import type { Updateable } from 'kysely'
import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { insertEvents, updateApplication } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { beginPause, endPause } from '../db/papers.ts'
import { findLastProposal, withdrawDrafted } from '../db/proposals.ts'
import type { ApplicationRow, Missing } from '../db/tables.ts'
import { missingOf } from '../domain/checklist.ts'
import { competentOn, isSignersOwn, isWaiting, stepOn, type WaitingStep } from '../domain/edition.ts'
import { handbookEn } from '../domain/handbook/words.en.ts'
import { handbookVi } from '../domain/handbook/words.vi.ts'
import { deadlinesOf, planMove, supplying, type Move } from '../domain/plan.ts'
import { endedBefore } from '../domain/procedures/residence-transfer.ts'
import { isOther } from '../domain/paper.ts'
import type { Step } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { assertEndedBefore } from './compute-transfer.ts'
import { editionKept } from './find-procedure.ts'
import { handsOf, type Hands } from './hands.ts'
import { calendarFor, checklistFor, completedIn, openFileForUpdate, type OpenFile } from './open-file.ts'
import { askedForApart, waitForNoOthers, waitForOthers } from './other-papers.ts'
import { signatoryFor } from './signatory.ts'
import { issueSlip, type Invitation } from './slips.ts'

type Wish = {
  readonly id: string
  readonly version: number
  readonly action: string
  readonly reason?: string | undefined
  readonly missing?: Missing | undefined
  /** Which other unit has a part in the file, where the step is with it. */
  readonly otherAreaId?: number | undefined
  readonly facilityId?: string | undefined
  readonly invitation?: Invitation | undefined
  readonly requestId: string
}

/** Takes a file a step on, where no decision is drafted or signed with it. */
export function takeAction(ctx: Ctx, input: Wish) {
  return once(ctx, 'take_action', input, async () => take(ctx, input, await openFileForUpdate(ctx, input)))
}

/** The same in the step of whoever signs, where nobody else may: a head of a facility sends somebody on to other help. */
export function takeSignersAction(ctx: Ctx, input: Wish) {
  return once(ctx, 'take_signers_action', input, async () => {
    const asIs = await openFileForUpdate(ctx, input)
    if (!signersStep(ctx, asIs, input.action))
      throw problems('action_not_possible', { action: input.action, step: asIs.way.step })
    return take(ctx, input, asIs)
  })
}

async function take(ctx: Ctx, input: Wish, asIs: OpenFile) {
  await assertOwnStep(ctx, asIs, input.action)
  const { file, action } = completedIn(asIs, input.action, ctx.today)
  const move = planMove(file.edition, file.way, { ...input, action, now: ctx.now })
  if (move.action.decides || move.action.proposes) throw problems('proposal_needed', { action: input.action })
  if (move.action.waits) await assertTimePassed(ctx, file)
  if (move.action.id === endedBefore) await forWholeCountry(ctx, (ctx) => assertEndedBefore(ctx, file))
  return act(ctx, file, move, input)
}

/** What is posted is posted for as long as the law says: nobody ends it sooner. */
async function assertTimePassed(ctx: Ctx, { edition, way }: OpenFile) {
  const { step } = deadlinesOf(edition, way, { calendar: await calendarFor(ctx), now: ctx.now })
  if (step?.state === 'waiting') throw problems('too_early', { until: step.dueOn })
}

/** What is only for whoever signs is done by the holder of that office in the place of the file, and by nobody else (TRN-04). */
async function assertOwnStep(ctx: Ctx, file: OpenFile, actionId: string) {
  const step = signersStep(ctx, file, actionId)
  if (!step) return
  const { application, procedure, way } = file
  const { areaId } = application
  const unit = (await areaAt(ctx, [areaId], ctx.today)).get(areaId) ?? areaId
  const office = officeOf(step) ?? competentOn(procedure, ctx.today, way.facts)
  const detail = (await findLastProposal(ctx, application.id))?.terms.detail
  await signatoryFor(ctx, { procedure, unit, facts: way.facts, detail, application, office })
  if (!ctx.actor.permissions.has('applications.sign'))
    throw problems('not_competent', { competent: office.title })
}

/** The step a file stands in, where an action of it is only for whoever signs. */
function signersStep(ctx: Ctx, { edition, way }: OpenFile, actionId: string): WaitingStep | undefined {
  const step = stepOn(edition, way.step, ctx.today)
  const action = isWaiting(step) && step.actions.find(({ id }) => id === actionId)
  return isWaiting(step) && action && isSignersOwn(step, action) ? step : undefined
}

/** The office a step names; none where it is for whoever decides on the day. */
function officeOf({ by }: WaitingStep) {
  return by === 'competent'
    ? undefined
    : { by, title: { vi: handbookVi.actor[by], en: handbookEn.actor[by] } }
}

/** Does what a planned move means for a file that is locked. */
export async function act(
  ctx: Ctx,
  file: OpenFile,
  move: Move,
  {
    reason,
    missing,
    otherAreaId,
    facilityId,
    invitation,
  }: Pick<Wish, 'reason' | 'missing' | 'otherAreaId' | 'facilityId' | 'invitation'>,
): Promise<{ version: number; step: string; documentId: string | null }> {
  const { action } = move
  const asksForPapers = action.gives === 'supplement_request'
  if (action.clock === 'completes') await assertComplete(ctx, file)
  const wanted = asksForPapers ? await everythingMissing(ctx, file, missing) : undefined
  if (wanted) await waitForOthers(ctx, file, wanted)
  const isThere = action.id === supplying || action.clock === 'resumes' || action.clock === 'completes'
  const hands = await handsOf(ctx, file, move.to, { otherAreaId, facilityId })
  const moved = await moveFile(ctx, file, move, {
    reason,
    hands,
    ...(wanted && { missing: wanted }),
    ...(!asksForPapers && isThere && { missing: [] }),
  })
  if (!asksForPapers && isThere && action.id !== supplying) await waitForNoOthers(ctx, file)
  const documentId = action.gives
    ? await issueSlip(ctx, file.application.id, action.gives, { reason, missing: wanted, invitation })
    : null
  return { ...moved, documentId }
}

/** Writes a move down: the file where it is now, its clocks, and what was done. */
export async function moveFile(
  ctx: Ctx,
  file: OpenFile,
  { action, from, to, way, ends }: Move,
  told: {
    readonly reason?: string | undefined
    readonly missing?: Missing
    readonly outcome?: string
    /** Whose the file is from now on, where that has been found out. */
    readonly hands?: Hands
  },
): Promise<{ version: number; step: string }> {
  const { application, edition } = file
  const { dueAt, actBy, total } = deadlinesOf(edition, way, {
    calendar: await calendarFor(ctx),
    now: ctx.now,
  })
  const wasStopped = application.pausedAt !== null
  const isStopped = total?.state === 'paused' || way.pauses.some(({ resumedAt }) => resumedAt === null)
  if (isStopped && !wasStopped) await beginPause(ctx, application.id)
  if (!isStopped && wasStopped) await endPause(ctx, application.id)
  const hands = told.hands ?? (await handsOf(ctx, file, to))
  if (ends) await withdrawDrafted(ctx, application.id, to.name.vi)
  const outcome = told.outcome ?? (ends && ends !== 'decided' ? ends : undefined)
  const set: Updateable<ApplicationRow> = {
    edition: edition.from,
    ...hands,
    step: to.id,
    stepSince: way.stepSince,
    completeOn: way.completeOn,
    decidedOn: way.decidedOn,
    dueAt,
    actBy,
    pausedAt: isStopped ? (application.pausedAt ?? ctx.now) : null,
    closedAt: isWaiting(to) ? null : ctx.now,
    ...(outcome && { outcome }),
    ...(told.missing && { missing: JSON.stringify(told.missing) }),
  }
  const version = await updateApplication(ctx, application, set)
  await insertEvents(ctx, [
    {
      applicationId: application.id,
      kind: action.id,
      fromStep: from.id,
      toStep: to.id,
      version,
      detail: {
        ...(told.reason && { reason: told.reason }),
        ...(told.missing?.length && { missing: told.missing }),
        ...(outcome && { outcome }),
      },
    },
  ])
  await issueOnTheWay(ctx, { file, from, to, hands })
  ctx.emit({
    type: 'applications.moved',
    applicationId: application.id,
    step: to.id,
    action: action.id,
    eventVersion: version,
  })
  return { version, step: to.id }
}

type Moved = { readonly file: OpenFile; readonly from: Step; readonly to: Step; readonly hands: Hands }

/** What the law puts up is put up with the step it belongs to, and the control slip goes along to another unit. */
async function issueOnTheWay(ctx: Ctx, { file, from, to, hands }: Moved) {
  const { application, edition } = file
  if (edition.posting?.step === to.id && from.id !== to.id)
    await issueSlip(ctx, application.id, 'posting_notice', {})
  if (hands.areaId !== application.areaId) await issueSlip(ctx, application.id, 'control_slip', {})
}

/** A file is complete once nothing of the law’s list is missing: the clock of the office starts with it. */
async function assertComplete(ctx: Ctx, file: OpenFile) {
  // By the list it was asked for by: what was handed in before a new law stays good.
  const edition = editionKept(file.procedure, file.application.edition)
  const missing = missingOf(await checklistFor(ctx, { ...file, edition }))
  if (missing.length > 0)
    throw problems('papers_missing', { papers: missing.map(({ id, name }) => ({ id, name })) })
}

/** What the citizen is asked for is everything at once: what the officer names, and what the list still lacks. */
async function everythingMissing(ctx: Ctx, file: OpenFile, named: Missing = []): Promise<Missing> {
  const { edition } = file
  const unknown = named.find(({ kind }) => !isOther(kind) && !edition.papers.some(({ id }) => id === kind))
  if (unknown) throw problems('paper_unknown', { paper: unknown.kind })
  const lacking = missingOf(await checklistFor(ctx, file))
  const all = [
    ...(await askedForApart(ctx, file, named)),
    ...lacking
      .filter(({ id }) => !named.some(({ kind }) => kind === id))
      .map(({ id, name }) => ({ kind: id, why: name.vi })),
  ]
  if (all.length === 0) throw problems('nothing_missing')
  return all
}
