import { sql } from 'kysely'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { newId } from '#kernel/chance'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { plannedOnce } from '#platform/server/planned-once'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { ApplicationRow, ApplicationsTables } from './tables.ts'

export type Application = Selectable<ApplicationRow>

export const columns = [
  'id',
  'code',
  'procedure',
  'edition',
  'areaId',
  'otherAreaId',
  'isAway',
  'facilityId',
  'channel',
  'personId',
  'subject',
  'born',
  'applicant',
  'asked',
  'payment',
  'step',
  'receivedAt',
  'completeOn',
  'missing',
  'stepSince',
  'dueAt',
  'actBy',
  'pausedAt',
  'assigneeId',
  'assigneeName',
  'isConfidential',
  'flags',
  'decidedOn',
  'outcome',
  'closedAt',
  'version',
  'changedAt',
  'changedBy',
] as const

/**
 * A file is seen by the unit that has it and the other one that has a part in it. Whoever may not read confidential facts is
 * not told that there are files about them.
 */
function visible(ctx: Ctx) {
  const within = sql<boolean>`(${withinArea(ctx, 'application.area_id')} or ${withinArea(ctx, 'application.other_area_id')})`
  return ctx.actor.permissions.has('people.read_confidential')
    ? within
    : sql<boolean>`${within} and not application.is_confidential`
}

function select(ctx: Ctx) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.application as application')
    .select(columns)
    .where(visible(ctx))
}

/** A file by its id; one out of sight is refused as one that is not there. */
export function getApplication(ctx: Ctx, id: string): Promise<Application> {
  return select(ctx)
    .where('id', '=', id)
    .modifyEnd(plannedOnce)
    .executeTakeFirstOrThrow(() => problems('application_not_found', { id }))
}

/** The same, locked for the rest of the transaction. */
export function getApplicationForUpdate(ctx: Ctx, id: string): Promise<Application> {
  return select(ctx)
    .where('id', '=', id)
    .forUpdate()
    .modifyEnd(plannedOnce)
    .executeTakeFirstOrThrow(() => problems('application_not_found', { id }))
}

/** These files, locked in the order of their ids, so that two batches wait for each other and never cross. */
export function listApplicationsForUpdate(ctx: Ctx, ids: readonly string[]): Promise<Application[]> {
  return select(ctx)
    .where(sql<boolean>`application.id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export function listApplicationsByIds(ctx: Ctx, ids: readonly string[]): Promise<Application[]> {
  return select(ctx)
    .where(sql<boolean>`application.id = any(${[...ids]}::uuid[])`)
    .execute()
}

/**
 * A file by what its applicant knows of it. As much of the birth date is compared as was written down: the year alone of who
 * had no more. The database compares it, so that a wrong date brings back as little as a wrong code, and takes as long.
 */
export function findApplicationByKey(
  ctx: Ctx,
  { code, born }: { readonly code: string; readonly born: string },
): Promise<Application | undefined> {
  const length = sql`case subject->>'bornPrecision' when 'year' then 4 when 'month' then 7 else 10 end`
  return select(ctx)
    .where('code', '=', code)
    .where(sql<boolean>`left(subject->>'born', ${length}) = left(${born}, ${length})`)
    .executeTakeFirst()
}

/** From one moment on, and before another. */
export type Moments = { readonly from: Instant; readonly before: Instant }

/** Open files that came to where they stand between two moments. */
export function listEntered(ctx: Ctx, { from, before }: Moments): Promise<Application[]> {
  return select(ctx)
    .where('closedAt', 'is', null)
    .where('stepSince', '>=', from)
    .where('stepSince', '<', before)
    .orderBy('id')
    .execute()
}

/** Open files whose time ran out between two moments, and that stand still for nothing. */
export function listFallenDue(ctx: Ctx, { from, before }: Moments): Promise<Application[]> {
  return select(ctx)
    .where('closedAt', 'is', null)
    .where('pausedAt', 'is', null)
    .where('dueAt', '>=', from)
    .where('dueAt', '<', before)
    .orderBy('id')
    .execute()
}

export async function insertApplication(ctx: Ctx, row: Insertable<ApplicationRow>): Promise<string> {
  const { id } = await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.application')
    .values({ id: newId(), ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes a file that is locked, and counts the change. */
export async function updateApplication(
  ctx: Ctx,
  { id, version }: Pick<Application, 'id' | 'version'>,
  what: Updateable<ApplicationRow>,
): Promise<number> {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.application')
    .set({ ...what, version: version + 1, changedAt: ctx.now, changedBy: ctx.actor.name })
    .where('id', '=', id)
    .execute()
  return version + 1
}

/** Shuts a file to whoever may not read of what few may know; what changed of it, the move that comes with it writes down. */
export async function markConfidential(ctx: Ctx, id: string) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.application')
    .set({ isConfidential: true })
    .where('id', '=', id)
    .execute()
}

export type NewEvent = {
  readonly applicationId: string
  readonly kind: string
  readonly fromStep?: string | null
  readonly toStep?: string | null
  readonly version: number
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes down what was done, by whom: the citizen is named as such, for nobody has signed in. */
export async function insertEvents(ctx: Ctx, events: readonly NewEvent[]) {
  await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.event')
    .values(
      events.map(({ fromStep = null, toStep = null, detail = {}, ...event }) => ({
        ...event,
        fromStep,
        toStep,
        at: ctx.now,
        byId: ctx.actor.userId || null,
        byName: ctx.actor.name,
        detail: JSON.stringify(detail),
      })),
    )
    .execute()
}

export function listEvents(ctx: Ctx, applicationId: string, afterVersion = 0) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.event')
    .selectAll()
    .where('applicationId', '=', applicationId)
    .where('version', '>', afterVersion)
    .orderBy('id')
    .execute()
}
