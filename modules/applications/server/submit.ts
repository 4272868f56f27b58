import { type CivilDate, dayOf } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { areaAt, getArea } from '#modules/geography'
import { CaseEvent, eventFieldsOf, plainStanding, Standing } from '#modules/entitlement'
import { checkBirth, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import type { Asked, SubmitApplication } from '../contract.ts'
import { getApplication, insertApplication, insertEvents, type Application } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { insertPapers } from '../db/papers.ts'
import { newCode } from '../domain/code.ts'
import { isOther } from '../domain/paper.ts'
import { deadlinesOf, planMove, soleCompletion, type Way } from '../domain/plan.ts'
import type { Edition, Procedure } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { eventTold } from '../domain/support-of-procedure.ts'
import { assertAgrees, assertHappened } from './assert-event.ts'
import { getEdition, getProcedure } from './find-procedure.ts'
import { findHands } from './hands.ts'
import { calendarFor, completedIn, openFileForUpdate, type OpenFile } from './open-file.ts'
import { insertSearchTerms, searchTermsOf } from './search-terms.ts'
import { act } from './take-action.ts'
import { assertOwnFiles } from './uploads.ts'

/** Receives a file («tiếp nhận hồ sơ»): it gets its code, its edition of the procedure, and its receipt. */
export function submitApplication(ctx: Ctx, input: SubmitApplication) {
  return once(ctx, 'submit', input, async () => {
    if (!isWithinArea(ctx.actor, input.areaId)) throw problems('area_not_in_reach', { areaId: input.areaId })
    await assertOwnFiles(ctx, null, input.papers)
    const { id, code } = await receive(ctx, input)
    const accepted = input.isComplete ? await accept(ctx, id) : undefined
    if (!accepted) return { id, code, version: 1, dueOn: null, receiptId: null }
    const { version, documentId, dueOn } = accepted
    return { id, code, version, dueOn, receiptId: documentId }
  })
}

/**
 * Takes a file in as complete in the same breath: the clock starts, and the receipt says until when. Where it is complete only
 * with a draft or a decision – what is begun by duty, what is admitted at once –, by one of several ways, or with a unit nobody has named, it waits for that.
 */
async function accept(ctx: Ctx, id: string) {
  const asIs = await openFileForUpdate(ctx, { id, version: 1 })
  const completes = soleCompletion(asIs.edition, asIs.way, ctx.today)
  if (!completes) return undefined
  const { file, action } = completedIn(asIs, completes.id, ctx.today)
  const move = planMove(file.edition, file.way, { action, now: ctx.now })
  if (!(await findHands(ctx, file, move.to))) return undefined
  const done = await act(ctx, file, move, {})
  const { dueAt } = await getApplication(ctx, id)
  return { ...done, dueOn: dueAt && dayOf(dueAt) }
}

/** Writes a new file down, whoever brought it, and says by when it is answered if nothing of it is missing. */
export async function receive(
  ctx: Ctx,
  input: Omit<SubmitApplication, 'requestId' | 'isComplete'>,
): Promise<{ id: string; code: string; dueIfComplete: CivilDate | null }> {
  const { channel, subject, applicant, asked, payment, receivedAt = ctx.now } = input
  if (receivedAt > ctx.now) throw problems('received_in_future', { receivedAt })
  if (checkBirth(subject, ctx.today)) throw problems('birth_impossible', { born: subject.born })
  const procedure = getProcedure(input.procedure)
  const receivedOn = dayOf(receivedAt)
  const edition = getEdition(procedure, { receivedOn, completeOn: null })
  assertChannel(procedure, edition, input)
  assertAsked({ procedure, edition }, asked)
  const { on } = asked.event // A day, as was checked just now.
  assertAgrees(procedure.id, asked)
  if (on !== undefined) assertHappened(ctx, on as CivilDate)
  assertPapers(edition, input.papers)
  const areaId = await unitToday(ctx, input.areaId)
  await assertSamePerson(ctx, input)
  const step = edition.steps[0].id
  const way: Way = {
    step,
    receivedAt,
    completeOn: null,
    stepSince: receivedAt,
    decidedOn: null,
    pauses: [],
    entered: new Set([step]),
  }
  const { dueAt, actBy } = deadlinesOf(edition, way, { calendar: await calendarFor(ctx), now: ctx.now })
  const code = newCode('application', Number(receivedOn.slice(0, 4)))
  const id = await insertApplication(ctx, {
    code,
    procedure: procedure.id,
    edition: edition.from,
    areaId,
    otherAreaId: null,
    channel,
    personId: input.personId,
    subject: JSON.stringify(subject),
    born: subject.born,
    applicant: applicant && JSON.stringify(applicant),
    asked: JSON.stringify(asked),
    payment: payment && JSON.stringify(payment),
    step,
    receivedAt,
    completeOn: null,
    stepSince: receivedAt,
    dueAt,
    actBy,
    pausedAt: null,
    assigneeId: null,
    assigneeName: null,
    isConfidential: asksConfidentially(edition, asked, input.papers),
    decidedOn: null,
    outcome: null,
    closedAt: null,
    changedAt: ctx.now,
    changedBy: ctx.actor.name,
  })
  await insertSearchTerms(ctx, { id, areaId }, searchTermsOf({ code, subject, applicant }))
  await insertPapers(ctx, id, input.papers)
  await insertEvents(ctx, [
    { applicationId: id, kind: 'received', toStep: step, version: 1, detail: { channel, receivedAt } },
  ])
  ctx.emit({ type: 'applications.received', applicationId: id, procedure: procedure.id })
  return { id, code, dueIfComplete: actBy && dayOf(actBy) }
}

function assertChannel(procedure: Procedure, edition: Edition, { channel }: Pick<Application, 'channel'>) {
  if (!edition.channels.among.includes(channel) && channel !== 'home_visit')
    throw problems('channel_not_open', { procedure: procedure.id, channel, among: edition.channels.among })
}

const standingFacts = new Set(Object.keys(plainStanding))

/** What is said of a person is said in the words of the law; what the procedure asks, in its own. */
export function assertAsked({ procedure, edition }: Pick<OpenFile, 'procedure' | 'edition'>, asked: Asked) {
  const { standing, answers } = asked
  const told = Standing.partial().safeParse(standing)
  const unknown = Object.keys(standing).find((fact) => !standingFacts.has(fact) && fact !== 'born')
  if (!told.success || unknown !== undefined)
    throw problems('answer_unknown', { fact: unknown ?? told.error?.issues[0]?.path.join('.') })
  for (const [question, answer] of Object.entries(answers)) {
    const asked = edition.questions?.find(({ id }) => id === question)
    if (!asked?.answers.some(({ id }) => id === answer))
      throw problems('answer_unknown', { question, answer })
  }
  assertEventTold(procedure, asked)
}

/** What happened is told in the facts the law asks about it, as far as they are known. */
function assertEventTold(procedure: Procedure, { event, answers }: Asked) {
  if (Object.keys(event).length === 0) return
  const told = eventTold(procedure, { event, answers }, null)
  const kind = procedure.events.find((one) => one === told['kind'])
  const shape = CaseEvent.options.find((option) => option.shape.kind.value === kind)
  const names = new Set<string>(kind && ['kind', 'on', ...eventFieldsOf(kind)])
  const unknown = Object.keys(event).find((name) => !names.has(name))
  const read = shape?.partial().safeParse(event)
  if (unknown !== undefined || !read?.success)
    throw problems('answer_unknown', { event: unknown ?? read?.error?.issues[0]?.path.join('.') })
}

/** A paper of the law’s list, or whatever else somebody holds to be worth seeing. */
export function assertPapers({ papers }: Edition, given: readonly { readonly kind: string }[]) {
  const unknown = given.find(({ kind }) => !isOther(kind) && !papers.some(({ id }) => id === kind))
  if (unknown) throw problems('paper_unknown', { paper: unknown.kind })
}

/** Whether the file itself tells what few may know. */
function asksConfidentially(
  edition: Edition,
  { standing }: Asked,
  given: readonly { readonly kind: string }[],
) {
  const isTold = standing['hiv'] === true || standing['servesSentence'] === true
  return isTold || tellsConfidentially(edition, given)
}

/** Whether one of these papers tells by itself what few may know, whenever and by whom it is brought. */
export function tellsConfidentially({ papers }: Edition, given: readonly { readonly kind: string }[]) {
  return given.some(({ kind }) => papers.some(({ id, isConfidential }) => id === kind && isConfidential))
}

/** The unit as it is today: what was handed in at a former commune is the business of its successor. */
async function unitToday(ctx: Ctx, areaId: number): Promise<number> {
  const now = (await areaAt(ctx, [areaId], ctx.today)).get(areaId) ?? areaId
  await getArea(ctx, now)
  return now
}

/** Whoever is named by the register has to be whom the form names. */
async function assertSamePerson(
  ctx: Ctx,
  { personId, subject }: Pick<SubmitApplication, 'personId' | 'subject'>,
) {
  if (personId === null) return
  const person = (await summariesOf(ctx, [personId])).get(personId)
  if (!person) throw new Problem('people.person_not_found', 404, { personId })
  if (person.born !== subject.born && subject.bornPrecision === 'day' && person.bornPrecision === 'day')
    throw problems('person_differs', { born: person.born })
}
