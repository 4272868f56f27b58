import { dayOf, type CivilDate } from '#kernel/civil-date'
import type { Label } from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { getApplication, listApplicationsByIds, listEvents, type Application } from '../db/applications.ts'
import { isWaiting, stepOn } from '../domain/edition.ts'
import type { Action, Step } from '../domain/procedure.ts'
import { editionKept, getProcedure } from './find-procedure.ts'

/** Whom one writes to about a file, and how they can be reached. */
export type Correspondent = {
  readonly fullName: string
  readonly phone: string | null
  readonly email: string | null
  readonly village: string | null
  /** Whoever the register knows to have died is written to no more. */
  readonly isDead: boolean
}

/** A file as somebody is told of it: what was done last, where it waits, and whom it is about. */
export type FileNews = {
  readonly id: string
  readonly code: string
  readonly areaId: number
  readonly channel: Application['channel']
  readonly isConfidential: boolean
  /** What was done, and by whom; undefined for the receiving itself. */
  readonly action: Pick<Action, 'id' | 'clock' | 'gives' | 'decides'> | undefined
  readonly byId: string | null
  readonly step: { readonly id: string; readonly by: string | null }
  readonly dueOn: CivilDate | null
  readonly missing: number
  readonly assigneeId: string | null
  readonly correspondent: Correspondent
}

/**
 * What one change of a file has to tell; undefined where the file has moved on since, for whatever came after it tells the
 * present. The change is that of a version; the first is the receiving.
 */
export async function newsOfFile(
  ctx: Ctx,
  { applicationId, version }: { readonly applicationId: string; readonly version: number },
): Promise<FileNews | undefined> {
  const application = await getApplication(ctx, applicationId)
  const events = await listEvents(ctx, applicationId, version - 1)
  const event = events.find((one) => one.version === version && one.toStep !== null)
  if (!event || event.toStep !== application.step) return undefined
  const procedure = getProcedure(application.procedure)
  const { steps } = editionKept(procedure, application.edition)
  const step = stepOn({ steps }, application.step, ctx.today)
  return {
    id: application.id,
    code: application.code,
    areaId: application.areaId,
    channel: application.channel,
    isConfidential: application.isConfidential,
    action: actionOf(steps, event),
    byId: event.byId,
    step: { id: step.id, by: isWaiting(step) ? step.by : null },
    dueOn: application.dueAt && dayOf(application.dueAt),
    missing: application.missing.length,
    assigneeId: application.assigneeId,
    correspondent: await correspondentOf(ctx, application),
  }
}

/** What names a file on a list, for those of them the actor may see. */
export async function headsOfFiles(
  ctx: Ctx,
  ids: readonly string[],
): Promise<
  ReadonlyMap<string, { code: string; fullName: string; procedure: Label; step: Label; version: number }>
> {
  const applications = await listApplicationsByIds(ctx, ids)
  return new Map(
    applications.map(({ id, code, subject, procedure: kind, edition, step, version }) => {
      const procedure = getProcedure(kind)
      const { name } = stepOn(editionKept(procedure, edition), step, ctx.today)
      return [id, { code, fullName: subject.fullName, procedure: procedure.name, step: name, version }]
    }),
  )
}

/** The action by the step it was taken in; one that a later law took away is known no more. */
function actionOf(
  steps: readonly Step[],
  event: { readonly kind: string; readonly fromStep: string | null },
) {
  const from = steps.find(({ id }) => id === event.fromStep)
  return from && isWaiting(from) ? from.actions.find(({ id }) => id === event.kind) : undefined
}

/** Whoever asks for another is written to in their place, where they said how. */
export async function correspondentOf(
  ctx: Ctx,
  { subject, applicant, personId }: Application,
): Promise<Correspondent> {
  const person = personId ? (await summariesOf(ctx, [personId])).get(personId) : undefined
  const village = subject.village ?? person?.homeVillage ?? null
  const isReachable = Boolean(applicant?.phone ?? applicant?.email)
  const isDead = Boolean(person?.diedOn)
  const told = applicant && (isReachable || isDead) ? applicant : subject
  return {
    fullName: told.fullName,
    phone: told.phone,
    email: told.email ?? null,
    village,
    isDead: isDead && told === subject,
  }
}
