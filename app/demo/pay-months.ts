import { sql } from 'kysely'
import { dayOf, type Instant, instant, type Month } from '#kernel/civil-date'
import { addCalendarDays, addWorkingDays } from '#modules/geography'
import { approveRun, closeRun, generate, generateRun, setOpening, submitRun } from '#modules/payroll'
import type { Actor } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import { jobByHand } from '#platform/server/job-by-hand'
import type { Job } from '#platform/server/jobs'
import { request, systemActor } from '#platform/server/request'
import { aftermath } from '../composition.ts'
import type { Staff } from './accounts.ts'
import { officeDays } from './months.ts'
import type { At } from './write-rights.ts'

export type Paying = {
  readonly db: Database
  readonly programUrl: string
  readonly staff: Staff
  readonly newId: () => string
}

/** Acts at a moment of the past, as the system or as a user. */
export function at(db: Database, now: Instant, actor: Actor = systemActor()): At {
  return (work) => request(db, { actor, now, traceId: `demo ${now}` }, aftermath, work)
}

/** From this month on the installation pays; what was before it is not looked at again. */
export function openMonths(db: Database, month: Month, knownAt: Instant, since: Month) {
  return at(db, knownAt)((ctx) => setOpening(ctx, { month, knownAt, since }))
}

type RunOf = { readonly month: Month; readonly areaId: number; readonly knownAt: Instant }
export type Drawn = RunOf & { readonly runId: Parameters<typeof submitRun>[1]['id']; readonly jobId: string }

/**
 * Draws up the run of a month as it was at that moment. `seen` hears when it has seen of the register what it will ever see:
 * whatever is written from then on comes into no line of it.
 */
export async function drawUpMonth(
  { db, programUrl, staff, newId }: Paying,
  { month, areaId, knownAt }: RunOf,
  seen: () => void = () => {},
): Promise<Drawn> {
  const { accountant } = staff
  const [runId, requestId] = [newId(), newId()]
  const jobId = await at(
    db,
    knownAt,
    accountant,
  )(async (ctx) => {
    const { id, jobId } = await generateRun(ctx, { month, areaId, requestId })
    // Nobody else may take this job, and two demonstrations are to be alike to the id.
    await sql`update platform.job set state = 'running', attempt = 1, leased_until = now() + interval '1 hour'
      where id = ${jobId}`.execute(ctx.db())
    await sql`with renamed as (update payroll.run set id = ${runId} where id = ${id})
      update payroll.run_area set run_id = ${runId} where run_id = ${id}`.execute(ctx.db())
    return jobId
  })
  await generate({
    ...handMade({ db, programUrl, actor: accountant, knownAt, jobId }, { runId }),
    progress: async (_done, _total, stage) => {
      if (stage === 'lines') seen()
    },
  })
  return { runId: runId as Drawn['runId'], jobId, month, areaId, knownAt } // A run has just been given it.
}

/** Has a run submitted, and approved by somebody else. */
export async function approveMonth({ db, staff }: Paying, { runId: id, jobId, knownAt }: Drawn) {
  const { accountant, approver } = staff
  await at(db, workingDaysLater(knownAt, 0, '08:40:00'), accountant)((ctx) => submitRun(ctx, { id }))
  await at(db, workingDaysLater(knownAt, 1, '02:15:00'), approver)((ctx) => approveRun(ctx, { id }))
  await at(
    db,
    knownAt,
  )(async (ctx) => {
    await sql`delete from platform.job where id = ${jobId}`.execute(ctx.db())
    await sql`update payroll.run set job_id = null where id = ${id}`.execute(ctx.db())
  })
}

/** Closes a run when its month is over. */
export async function closeMonth({ db, staff }: Paying, { runId, knownAt }: Drawn) {
  await at(db, daysLater(knownAt, 32, '03:00:00'), staff.approver)((ctx) => closeRun(ctx, { id: runId }))
}

/** An hour of a working day after a run was drawn up: so many working days later. */
export function workingDaysLater(knownAt: Instant, days: number, hour: string): Instant {
  return instant(`${addWorkingDays(officeDays, dayOf(knownAt), days)}T${hour}Z`)
}

/** An hour of the first working day from so many days on after a run was drawn up. */
export function daysLater(knownAt: Instant, days: number, hour: string): Instant {
  return instant(`${addCalendarDays(officeDays, dayOf(knownAt), days)}T${hour}Z`)
}

/** A job done here and now with the clock of its time. */
export function handMade(
  given: {
    readonly db: Database
    readonly programUrl: string
    readonly actor: Actor
    readonly knownAt: Instant
    readonly jobId: string
  },
  input: unknown,
): Job {
  const { db, programUrl, actor, knownAt, jobId } = given
  return jobByHand({ id: jobId, input, actor, programUrl, request: at(db, knownAt, actor) })
}
