import { createHash } from 'node:crypto'
import { dayOf, type CivilDate } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { addCalendarDays, areaIdsWithin, areaNames } from '#modules/geography'
import type { Proof } from '#platform/contract/proof-of-work'
import type { Ctx } from '#platform/server/context'
import { spendProof } from '#platform/server/proof-of-work'
import { ApplicationId, DocumentId, type FeedbackThread, type FeedbackView } from '../contract.ts'
import { getApplicationForUpdate, listApplicationsByIds, type Application } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { findDocument, listDocumentsOf } from '../db/documents.ts'
import {
  findFeedbackByCode,
  getFeedbackForUpdate,
  insertFeedback,
  insertMessage,
  listAppealsOf,
  listFeedbackRows,
  listMessages,
  updateFeedback,
  type Feedback,
} from '../db/feedback.ts'
import type { Contact } from '../db/tables.ts'
import { appealTimes, lastDayToAppeal } from '../domain/appeal.ts'
import { codeOf, readCode } from '../domain/code.ts'
import { problems } from '../domain/problems.ts'
import { digestOf, forCitizen } from './citizen.ts'
import { calendarFor } from './open-file.ts'
import { receivedOnOf } from './received-on.ts'
import { assertServed } from './served-area.ts'
import { appealUpheld, takeUpAgain } from './take-up-again.ts'
import { getTracked, type Key } from './track.ts'

type Said = { readonly text: string; readonly proof: Proof; readonly requestId: string }

/** What somebody says to an office («góp ý, phản ánh»): with a code to come back by, and no name where none is given. */
export function sendFeedback(
  ctx: Ctx,
  { proof, ...input }: Said & { kind: 'feedback' | 'complaint'; areaId: number; contact: Contact | null },
): Promise<{ code: string }> {
  return forCitizen(ctx, async (ctx) => {
    const { code, requestId } = codeFor(input.requestId)
    await once(ctx, 'feedback', { ...input, requestId }, async () => {
      await spendProof(ctx, proof)
      await writeFeedback(ctx, code, input)
      return {}
    })
    return { code }
  })
}

type Words = {
  readonly kind: 'feedback' | 'complaint'
  readonly areaId: number
  readonly contact: Contact | null
  readonly text: string
}

/** Writes down what somebody says, under a code of theirs. */
export async function writeFeedback(ctx: Ctx, code: string, { kind, areaId, contact, text }: Words) {
  if (!(await areaNames(ctx, [areaId])).has(areaId)) throw problems('area_not_in_reach')
  await assertServed(ctx, areaId)
  const feedbackId = await insertFeedback(ctx, {
    ...received(ctx, code),
    kind,
    areaId,
    applicationId: null,
    documentId: null,
    contact: contact && JSON.stringify(contact),
    dueOn: null,
  })
  await insertMessage(ctx, { feedbackId, isAnswer: false, byName: null, text })
}

/** An appeal against a decision («khiếu nại»), by whoever has the file’s code, within the time the law gives. */
export function fileAppeal(
  ctx: Ctx,
  { proof, ...input }: Said & Key & { documentId: string; contact: Contact },
): Promise<{ code: string; dueOn: CivilDate | null }> {
  return forCitizen(ctx, async (ctx) => {
    const { code, requestId } = codeFor(input.requestId)
    const { dueOn } = await once(ctx, 'appeal', { ...input, requestId }, async () => {
      await spendProof(ctx, proof)
      return { dueOn: await writeAppeal(ctx, code, await getTracked(ctx, input), input) }
    })
    return { code, dueOn }
  })
}

/** Writes an appeal down, and says by when the office has to take it in. */
export async function writeAppeal(
  ctx: Ctx,
  code: string,
  application: Pick<Application, 'id' | 'areaId' | 'closedAt'>,
  said: { readonly documentId: string; readonly contact: Contact; readonly text: string },
): Promise<CivilDate | null> {
  const { contact, text } = said
  const document = (await listDocumentsOf(ctx, application.id)).find(({ id }) => id === said.documentId)
  if (!document || (document.kind !== 'decision' && document.kind !== 'refusal'))
    throw problems('tracking_not_found')
  const receivedOn = await receivedOnOf(ctx, application, document)
  const until = lastDayToAppeal({ receivedOn, today: ctx.today })
  if (ctx.today > until) throw problems('appeal_too_late', { until })
  await assertFirstAppeal(ctx, application.id, document.id)
  const dueOn = addCalendarDays(await calendarFor(ctx), ctx.today, appealTimes.daysToAccept)
  const feedbackId = await insertFeedback(ctx, {
    ...received(ctx, code),
    kind: 'appeal',
    areaId: application.areaId,
    applicationId: application.id,
    documentId: document.id,
    contact: JSON.stringify(contact),
    dueOn,
  })
  await insertMessage(ctx, { feedbackId, isAnswer: false, byName: contact.fullName, text })
  ctx.emit({ type: 'applications.appealed', applicationId: application.id, documentId: document.id })
  return dueOn
}

/** Whoever signed looks at a decision again once: after their answer it is for the level above, or for a court. */
async function assertFirstAppeal(ctx: Ctx, applicationId: string, documentId: string) {
  const before = (await listAppealsOf(ctx, applicationId)).filter((one) => one.documentId === documentId)
  if (before.some(({ state }) => state !== 'answered')) throw problems('appeal_open')
  const answered = before.at(-1)
  if (answered)
    throw problems('appeal_answered', {
      outcome: answered.outcome,
      answeredOn: answered.answeredAt && dayOf(answered.answeredAt),
    })
}

/**
 * The code is made of the request and kept nowhere, nor is the request: whoever sends the same thing twice gets the same
 * code again, and nobody who reads the database gets it.
 */
function codeFor(requestId: string): { readonly code: string; readonly requestId: string } {
  const digest = (what: string) => createHash('sha256').update(`${what} ${requestId}`).digest()
  const signs = Array.from(digest('code').subarray(0, 11), (byte) => byte % 32)
  const hex = digest('request').toString('hex')
  return {
    code: codeOf('feedback', signs),
    requestId: [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20, 32),
    ].join('-'),
  }
}

function received(ctx: Ctx, code: string) {
  return {
    codeDigest: digestOf(code),
    receivedAt: ctx.now,
    acceptedOn: null,
    outcome: null,
    answeredAt: null,
  }
}

/** What came of it, for whoever has the code. */
export function openFeedback(ctx: Ctx, { code }: { code: string }): Promise<FeedbackThread> {
  return forCitizen(ctx, async (ctx) => viewThread(ctx, await getByCode(ctx, code)))
}

/** Adds something to what was said; what had been answered is open again. */
export function replyToFeedback(
  ctx: Ctx,
  { proof, ...input }: Said & { code: string },
): Promise<FeedbackThread> {
  return forCitizen(ctx, async (ctx) => {
    const { requestId } = codeFor(input.requestId)
    await once(ctx, 'reply', { ...input, requestId }, async () => {
      await spendProof(ctx, proof)
      const { id } = await getByCode(ctx, input.code)
      const feedback = await getFeedbackForUpdate(ctx, id)
      await insertMessage(ctx, { feedbackId: id, isAnswer: false, byName: null, text: input.text })
      const isTalk = feedback.kind !== 'appeal' && feedback.state === 'answered'
      await updateFeedback(ctx, feedback, isTalk ? { state: 'received', answeredAt: null } : {})
      return {}
    })
    return viewThread(ctx, await getByCode(ctx, input.code))
  })
}

async function getByCode(ctx: Ctx, typed: string): Promise<Feedback> {
  const code = readCode('feedback', typed)
  const feedback = await findFeedbackByCode(ctx, digestOf(code ?? typed))
  if (!feedback || !code) throw problems('feedback_not_found')
  return feedback
}

async function viewThread(ctx: Ctx, feedback: Feedback): Promise<FeedbackThread> {
  const names = await areaNames(ctx, [feedback.areaId])
  const { kind, state, outcome, dueOn, receivedAt } = feedback
  const messages = await listMessages(ctx, [feedback.id])
  return {
    kind,
    state,
    outcome,
    dueOn,
    unit: names.get(feedback.areaId) ?? '',
    receivedOn: dayOf(receivedAt),
    messages: messages.map(({ isAnswer, byName, text, at }) => ({ isAnswer, byName, text, at })),
  }
}

type Wanted = {
  readonly state?: Feedback['state'] | 'open' | undefined
  readonly kind?: Feedback['kind'] | undefined
  readonly areaId?: number | undefined
  readonly page: number
}

export async function listFeedback(ctx: Ctx, { areaId, ...wanted }: Wanted) {
  const areaIds = areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId)
  const { rows, total, pages } = await listFeedbackRows(ctx, { ...wanted, areaIds })
  return { rows: await viewFeedback(ctx, rows), page: wanted.page, pages, total }
}

type Answer = {
  readonly id: string
  readonly version: number
  readonly step: 'accept' | 'answer' | 'settle'
  readonly text: string | null
  readonly outcome: Feedback['outcome']
  readonly requestId: string
}

/** Takes an appeal in, answers what was said, or settles it; an appeal that is upheld takes its file up again. */
export async function answerFeedback(ctx: Ctx, input: Answer): Promise<FeedbackView> {
  await once(ctx, 'answer_feedback', input, async () => {
    const feedback = await getFeedbackForUpdate(ctx, input.id)
    if (feedback.version !== input.version) throw problems('changed_meanwhile', { version: feedback.version })
    if (feedback.state === 'answered') throw problems('feedback_settled')
    const { step, text, outcome } = input
    if (step === 'settle' && feedback.kind === 'appeal') assertMaySettle(ctx)
    if (step !== 'accept' && text === null) throw problems('answer_needed')
    if (step === 'settle' && feedback.kind === 'appeal' && outcome === null) throw problems('outcome_needed')
    if (text !== null)
      await insertMessage(ctx, { feedbackId: feedback.id, isAnswer: true, byName: ctx.actor.name, text })
    const isAppeal = feedback.kind === 'appeal'
    await updateFeedback(ctx, feedback, {
      ...(step === 'accept' && isAppeal && (await acceptedOn(ctx))),
      ...(step === 'settle' && { state: 'answered', answeredAt: ctx.now, ...(isAppeal && { outcome }) }),
    })
    if (step === 'settle' && isAppeal && outcome !== 'rejected' && feedback.applicationId)
      await takeUpAgain(ctx, await getApplicationForUpdate(ctx, feedback.applicationId), {
        kind: appealUpheld,
        reason: text ?? '',
      })
    ctx.emit({
      type: 'applications.feedback_answered',
      feedbackId: feedback.id,
      feedbackVersion: feedback.version + 1,
      step,
    })
    return {}
  })
  const [view] = await viewFeedback(ctx, [await getFeedbackForUpdate(ctx, input.id)])
  return view! // One in, one out.
}

/** An appeal is settled by who signed, or who signs there now (Luật Khiếu nại, Điều 17). */
function assertMaySettle({ actor }: Ctx) {
  const needs = 'applications.sign'
  if (!actor.permissions.has(needs)) throw new Problem('forbidden', 403, { needs })
}

async function acceptedOn(ctx: Ctx) {
  const dueOn = addCalendarDays(await calendarFor(ctx), ctx.today, appealTimes.daysToSettle)
  return { state: 'accepted', acceptedOn: ctx.today, dueOn } as const
}

async function viewFeedback(ctx: Ctx, rows: readonly Feedback[]): Promise<FeedbackView[]> {
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const files = await listApplicationsByIds(
    ctx,
    rows.flatMap(({ applicationId }) => applicationId ?? []),
  )
  const codes = new Map(files.map(({ id, code }) => [id, code]))
  const messages = Map.groupBy(
    await listMessages(
      ctx,
      rows.map(({ id }) => id),
    ),
    ({ feedbackId }) => feedbackId,
  )
  const views: FeedbackView[] = []
  for (const row of rows) {
    const document = row.documentId ? await findDocument(ctx, row.documentId) : undefined
    const code = row.applicationId ? codes.get(row.applicationId) : undefined
    views.push({
      id: row.id,
      kind: row.kind,
      state: row.state,
      outcome: row.outcome,
      area: { id: row.areaId, name: names.get(row.areaId) ?? '' },
      receivedOn: dayOf(row.receivedAt),
      dueOn: row.dueOn,
      isOver: row.state !== 'answered' && row.dueOn !== null && row.dueOn < ctx.today,
      contact: row.contact,
      application: code ? { id: ApplicationId.parse(row.applicationId), code } : null,
      document: document
        ? { id: DocumentId.parse(document.id), number: document.number, issuedOn: document.issuedOn }
        : null,
      messages: (messages.get(row.id) ?? []).map(({ isAnswer, byName, text, at }) => ({
        isAnswer,
        byName,
        text,
        at,
      })),
      version: row.version,
    })
  }
  return views
}
