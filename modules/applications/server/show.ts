import { dayOf, type CivilDate } from '#kernel/civil-date'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { ApplicationId, DocumentId, type ActionView, type ApplicationView } from '../contract.ts'
import { getApplication, listEvents, type Application } from '../db/applications.ts'
import { listDocumentsOf, type Document } from '../db/documents.ts'
import { listPapers } from '../db/papers.ts'
import { findLastProposal, type Proposal } from '../db/proposals.ts'
import { listAlike } from '../db/queue.ts'
import type { Asked } from '../domain/application.ts'
import { explainClock } from '../domain/clock.ts'
import { isInTransition, isSignersOwn, isWaiting, stepOn } from '../domain/edition.ts'
import { actionsOn, coursesOf, deadlinesOf, kindsOf } from '../domain/plan.ts'
import type { Action } from '../domain/procedure.ts'
import { isIn, isOther, placeOf } from '../domain/paper.ts'
import { unpaidOf } from './decide-again.ts'
import { eventFormOf } from './event-form.ts'
import { getProcedure } from './find-procedure.ts'
import { registeredElsewhere } from './homes.ts'
import { calendarFor, checklistFor, openFiles, type OpenFile } from './open-file.ts'
import { nameOfOther } from './messages.vi.ts'
import { formsToPrint } from './print-form.ts'
import { supersessionsIn } from './superseded.ts'
import { nameOf, viewSteps } from './view-steps.ts'
import { viewProposals, viewRow } from './views.ts'

/** A file with everything that is needed to decide it. */
export async function showApplication(ctx: Ctx, { id }: { id: string }): Promise<ApplicationView> {
  const application = await getApplication(ctx, id)
  const [file] = await openFiles(ctx, [application])
  const { edition, way } = file! // One in, one out.
  const { personId } = application
  if (personId)
    ctx.audit({ action: 'applications.person_read', personId, subject: id, leavesOnlyTraces: true })
  const calendar = await calendarFor(ctx)
  const names = await areaNames(ctx, [
    application.areaId,
    ...(application.otherAreaId ? [application.otherAreaId] : []),
  ])
  const { total, step } = deadlinesOf(edition, way, { calendar, now: ctx.now })
  const course = coursesOf(edition, way, ctx.today).total
  const proposal = await findLastProposal(ctx, id)
  const kinds = kindsOf(edition)
  return {
    ...viewRow(file!, { names, calendar, now: ctx.now }),
    edition: {
      regime: edition.regime,
      from: edition.from,
      where: edition.where,
      citation: `${edition.cite.place}, ${edition.cite.document}`,
      isInTransition: isInTransition(edition, ctx.today),
    },
    subject: application.subject,
    // Who moves lives elsewhere by the register: that is what the file is about.
    registeredHome: kinds.has('transfer') ? null : await registeredElsewhere(ctx, application),
    applicant: application.applicant,
    asked: application.asked,
    endsIn: [...kinds],
    eventForm: await viewEventForm(ctx, file!, proposal),
    payment: application.payment,
    receivedAt: application.receivedAt,
    completeOn: application.completeOn,
    clocks: { total, step },
    counting: course
      ? explainClock(calendar, course, ctx.today).map(
          ({ day, number, counts, reason, name, certain, isPaused }) => ({
            day,
            number,
            counts,
            reason,
            name,
            isCertain: certain,
            isPaused,
          }),
        )
      : [],
    papers: await viewPapers(ctx, file!),
    missing: [...application.missing],
    steps: viewSteps(file!, ctx.today),
    otherArea: otherAreaOf(application, names),
    actions: actionsOn(edition, way, ctx.today).map((action) =>
      viewAction(file!, action, { isDrafted: proposal?.state === 'drafted', today: ctx.today }),
    ),
    proposal: proposal ? (await viewProposals(ctx, [proposal], new Map([[id, file!]])))[0]! : null,
    documents: await viewDocumentsOf(ctx, id),
    unpaid: await viewUnpaid(ctx, application),
    prints: formsToPrint(file!, proposal),
    events: (await listEvents(ctx, id)).map(({ kind, at, byName, fromStep, toStep, version, detail }) => ({
      kind,
      at,
      byName,
      fromStep: nameOf(edition, fromStep),
      toStep: nameOf(edition, toStep),
      version,
      detail,
    })),
    alike: (await listAlike(ctx, application)).map((other) => ({
      id: ApplicationId.parse(other.id),
      code: other.code,
      procedureName: getProcedure(other.procedure).name,
      receivedOn: dayOf(other.receivedAt),
    })),
  }
}

async function viewEventForm(
  ctx: Ctx,
  { procedure, application }: OpenFile,
  proposal: Proposal | undefined,
): Promise<ApplicationView['eventForm']> {
  const { personId } = application
  const mayHaveDied = personId !== null && procedure.events.includes('death')
  const person = mayHaveDied ? (await summariesOf(ctx, [personId])).get(personId) : undefined
  const detail = proposal?.terms.detail
  return eventFormOf({
    procedure,
    asked: application.asked as Asked, // Checked when it was received.
    diedOn: person?.diedOn ?? null,
    drafted: detail?.kind === 'support' ? detail.event : undefined,
  })
}

/** Only a decided file has money nobody was paid, and only what a living payee waits for is nobody else’s. */
async function viewUnpaid(ctx: Ctx, application: Application): Promise<ApplicationView['unpaid']> {
  const found = application.outcome === 'support' ? await unpaidOf(ctx, application) : undefined
  return found && !found.isLiving ? { amount: found.amount, payee: found.payee, diedOn: found.diedOn } : null
}

async function viewDocumentsOf(ctx: Ctx, id: string): Promise<ApplicationView['documents']> {
  const issued = await listDocumentsOf(ctx, id)
  const superseded = await supersessionsIn(ctx, id, issued)
  return issued.map((document) => ({
    ...viewDocument(document),
    superseded: superseded.get(document.id) ?? null,
  }))
}

async function viewPapers(ctx: Ctx, file: OpenFile): Promise<ApplicationView['papers']> {
  const recorded = new Map((await listPapers(ctx, file.application.id)).map((paper) => [paper.kind, paper]))
  const mayRead = ctx.actor.permissions.has('people.read_confidential')
  const items = (await checklistFor(ctx, file)).filter(({ paper }) => mayRead || !paper.isConfidential)
  const listed: ApplicationView['papers'] = items.map(({ paper, state, isHeld, isLacking }) => ({
    kind: paper.id,
    name: paper.name,
    how: paper.how,
    state,
    isLacking,
    heldBy: isHeld ? (paper.held?.by ?? null) : null,
    isConfidential: paper.isConfidential ?? false,
    fileId: recorded.get(paper.id)?.fileId ?? null,
    note: recorded.get(paper.id)?.note ?? null,
    recordedAt: recorded.get(paper.id)?.recordedAt ?? null,
    recordedBy: recorded.get(paper.id)?.recordedBy ?? null,
  }))
  const others = [...recorded.values()]
    .filter(({ kind }) => isOther(kind))
    .toSorted((one, other) => placeOf(one.kind) - placeOf(other.kind))
  return [
    ...listed,
    ...others.map((paper) => ({
      ...paper,
      ...unlisted,
      name: nameOfOther(paper.name),
      isLacking: !isIn(paper.state),
    })),
  ]
}

/** What was asked for or came beside the list of the law. */
const unlisted = { how: 'kept', heldBy: null, isConfidential: false } as const

function otherAreaOf({ otherAreaId, isAway }: Application, names: ReadonlyMap<number, string>) {
  return otherAreaId === null
    ? null
    : { id: otherAreaId, name: names.get(otherAreaId) ?? '', hasFile: isAway }
}

function viewAction(
  { edition, application }: OpenFile,
  action: Action,
  { isDrafted, today }: { readonly isDrafted: boolean; readonly today: CivilDate },
): ActionView {
  const to = stepOn(edition, action.to, today)
  const decides = action.decides ?? []
  const from = edition.steps.find((step) => isWaiting(step) && step.actions.includes(action))
  return {
    id: action.id,
    label: action.label,
    needs: from && isSignersOwn(from, action) ? 'sign' : 'handle',
    needsReason: action.needsReason ?? false,
    asksForPapers: action.gives === 'supplement_request',
    proposes: [...(action.proposes ?? [])],
    decides: [...decides],
    gives: action.gives ?? null,
    goesAway: isWaiting(to) && to.at === 'other' && !application.isAway,
    drafts: isDrafted ? [] : [...decides],
  }
}

export function viewDocument({
  id,
  kind,
  number,
  issuedOn,
  issuedName,
  state,
  certificate,
  signingTrouble,
  tryAgainAt,
  verification,
}: Document) {
  return {
    id: DocumentId.parse(id),
    kind,
    number,
    issuedOn,
    issuedName,
    state,
    hasWord: state === 'made',
    certificate,
    unsigned: signingTrouble && { why: signingTrouble, triesAgainAt: tryAgainAt },
    verification,
  }
}
