import { dayOf, monthOf, type CivilDate, type Instant } from '#kernel/civil-date'
import { loadCalendar, type WorkingCalendar } from '#modules/geography'
import { replayPersonMonths } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { getApplicationForUpdate, listEvents, type Application } from '../db/applications.ts'
import { listBrought, listEntered, listPapers, listPauses } from '../db/papers.ts'
import { checklistOf, type Item } from '../domain/checklist.ts'
import type { AskedFacts } from '../domain/file-condition.ts'
import { actionsOn, completionOf, type Way } from '../domain/plan.ts'
import type { Edition, Procedure } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { editionKept, getEdition, getProcedure } from './find-procedure.ts'

/** A file with the procedure it follows and the way it has come. */
export type OpenFile = {
  readonly application: Application
  readonly procedure: Procedure
  readonly edition: Edition
  readonly way: Way
}

/** Puts the ways of these files beside them, in three statements however many there are. */
export async function openFiles(ctx: Ctx, applications: readonly Application[]): Promise<OpenFile[]> {
  const ids = applications.map(({ id }) => id)
  const pauses = Map.groupBy(await listPauses(ctx, ids), ({ applicationId }) => applicationId)
  const entered = await listEntered(ctx, ids)
  const isLookedAt = ({ completeOn, closedAt }: Application) => completeOn === null && closedAt === null
  const brought = await listBrought(
    ctx,
    applications.filter(isLookedAt).map(({ id }) => id),
  )
  return applications.map((application) => {
    const procedure = getProcedure(application.procedure)
    const { id, step, receivedAt, completeOn, stepSince, decidedOn } = application
    return {
      application,
      procedure,
      edition: editionKept(procedure, application.edition),
      way: {
        step,
        receivedAt,
        completeOn,
        stepSince,
        decidedOn,
        pauses: (pauses.get(id) ?? []).map(({ beganAt, endedAt }) => ({
          stoppedAt: beganAt,
          resumedAt: endedAt,
        })),
        entered: entered.get(id) ?? new Set([step]),
        broughtAt: brought.get(id),
        facts: askedFactsOf(ctx, application),
      },
    }
  })
}

/**
 * A file to be changed, locked, by somebody who has read it as it is: who changed it in between is told with what they
 * did, so that nothing is lost and nobody overwrites what they have not seen.
 */
export async function openFileForUpdate(
  ctx: Ctx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<OpenFile> {
  const application = await getApplicationForUpdate(ctx, id)
  if (application.version !== version) {
    const events = await listEvents(ctx, id, version)
    throw problems('changed_meanwhile', {
      version: application.version,
      changedBy: application.changedBy,
      changedAt: application.changedAt,
      events: events.map(({ kind, at, byName, fromStep, toStep }) => ({
        kind,
        at,
        byName,
        fromStep,
        toStep,
      })),
    })
  }
  if (application.closedAt) throw problems('file_closed', { outcome: application.outcome })
  const [file] = await openFiles(ctx, [application])
  return file! // One in, one out.
}

/**
 * The same file in the edition it ends up in with an action: the one of the day it was complete (TRN-02), whose steps it goes
 * from then on. Whoever names the action of a former edition takes the one of the present that completes it.
 */
export function completedIn(file: OpenFile, action: string, today: CivilDate): Planned {
  const { procedure, way } = file
  const named = actionsOn(file.edition, way, today).find(({ id }) => id === action)
  if (named?.clock !== 'completes') return { file, action }
  const edition = getEdition(procedure, {
    receivedOn: dayOf(way.receivedAt),
    completeOn: completionOf(named, way, today),
  })
  if (edition.from === file.edition.from) return { file, action }
  const there = actionsOn(edition, way, today)
  const same = there.find(({ id }) => id === action) ?? there.find(({ clock }) => clock === 'completes')
  return { file: { ...file, edition }, action: same?.id ?? action }
}

type Planned = { readonly file: OpenFile; readonly action: string }

/** The checklist of a file, by what the person said and the register knows. */
export async function checklistFor(ctx: Ctx, { application, edition }: OpenFile): Promise<Item[]> {
  const papers = await listPapers(ctx, application.id)
  return checklistOf(edition, {
    asked: askedFactsOf(ctx, application),
    registered: await registeredFacts(ctx, application.personId),
    receivedOn: dayOf(application.receivedAt),
    states: new Map(papers.map(({ kind, state }) => [kind, state])),
  })
}

type Said = {
  readonly standing?: AskedFacts['standing']
  readonly event?: AskedFacts['event']
  readonly answers?: AskedFacts['answers']
}

function askedFactsOf(ctx: Ctx, { asked, subject }: Pick<Application, 'asked' | 'subject'>): AskedFacts {
  const { standing = {}, event = {}, answers = {} } = asked as Said // Checked when the file was received.
  return { on: ctx.today, standing: { ...standing, born: subject.born }, event, answers }
}

/** What the register holds about a person today, or held on another day as it was known then; nothing of somebody who is not in it. */
export async function registeredFacts(
  ctx: Ctx,
  personId: string | null,
  { on, knownAt }: { readonly on: CivilDate; readonly knownAt: Instant } = {
    on: ctx.today,
    knownAt: ctx.now,
  },
): Promise<AskedFacts | undefined> {
  if (personId === null) return undefined
  const [row] = await replayPersonMonths(ctx, [personId], [monthOf(on)], knownAt)
  const standing = row?.later ?? row?.earlier
  return standing && { on, standing }
}

const calendars = new WeakMap<object, Promise<WorkingCalendar>>()

/** The calendar of working days, read once in a transaction, whoever acts in it. */
export function calendarFor(ctx: Ctx): Promise<WorkingCalendar> {
  const transaction: object = ctx.db()
  const known = calendars.get(transaction)
  if (known) return known
  const calendar = loadCalendar(ctx)
  calendars.set(transaction, calendar)
  return calendar
}
