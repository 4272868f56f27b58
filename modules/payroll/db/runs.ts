import { sql } from 'kysely'
import { addMonths, type Instant, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { withinArea } from '#platform/server/scope'
import type { PaymentRunId } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import type { RunState } from '../domain/run-state.ts'
import type { PayrollTables } from './tables.ts'

const columns = [
  'id',
  'month',
  'areaId',
  'exceptIds',
  'state',
  'knownAt',
  'inputsHash',
  'ruleSets',
  'engineTotal',
  'preparedBy',
  'preparedName',
  'preparedAt',
  'submittedBy',
  'submittedName',
  'submittedAt',
  'decidedBy',
  'decidedName',
  'decidedAt',
  'returnReason',
  'cancelledBy',
  'cancelledName',
  'cancelledAt',
  'cancelReason',
  'requestId',
  'generationId',
  'jobId',
] as const

export type Run = Awaited<ReturnType<typeof getRunRow>>

/** Row-level security adds to these the runs that pay a unit within the actor's own. */
export function listRunRows(
  ctx: Ctx,
  { month, state }: { month?: Month | undefined; state?: RunState | undefined },
) {
  let query = ctx
    .db<PayrollTables>()
    .selectFrom('payroll.run')
    .select(columns)
    .where(paysActor(ctx))
    .orderBy('month', 'desc')
    .orderBy('preparedAt', 'desc')
  if (month) query = query.where('month', '=', month)
  if (state) query = query.where('state', '=', state)
  return query.execute()
}

export function getRunRow(ctx: Ctx, id: PaymentRunId) {
  return ctx
    .db<PayrollTables>()
    .selectFrom('payroll.run')
    .select(columns)
    .where('id', '=', id)
    .where(paysActor(ctx))
    .executeTakeFirstOrThrow(() => problems('run_not_found', { id }))
}

/** Whether the whole run is the actor's, or it pays some unit of theirs. */
function paysActor(ctx: Ctx) {
  return sql<boolean>`(${withinArea(ctx, 'payroll.run.areaId')} or exists (
    select from payroll.run_area where run_area.run_id = run.id and ${withinArea(ctx, 'payroll.runArea.areaId')}))`
}

/** Locks the run for the rest of the transaction; only whoever answers for its whole area may change it. */
export async function getRunForUpdate(ctx: Ctx, id: PaymentRunId): Promise<Run> {
  return ctx
    .db<PayrollTables>()
    .selectFrom('payroll.run')
    .select(columns)
    .where('id', '=', id)
    .where(withinArea(ctx, 'payroll.run.areaId'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('run_not_found', { id }))
}

/** Whoever changes what has been decided does it alone: arrears rest on the sums of all lines there are. */
export const decidedLines = 'payroll.line'

/** Whoever claims units for a month, or gives them back, does it alone. */
export async function lockClaims(ctx: Ctx) {
  await lock(ctx, 'payroll.run_area')
}

export async function lockDecidedLines(ctx: Ctx) {
  await lock(ctx, decidedLines)
}

/** Takes away what a run had decided; its units stay claimed. */
export async function forgetLines(ctx: Ctx, { id, month }: Pick<Run, 'id' | 'month'>) {
  await sql`delete from payroll.line where month = ${month} and run_id = ${id}`.execute(ctx.db())
  for (const table of ['roll', 'change', 'overpaid', 'control_total'])
    await sql`delete from payroll.${sql.id(table)} where run_id = ${id}`.execute(ctx.db())
}

/** The living runs of a month that have a claim on any of these units. */
export async function listClaims(ctx: Ctx, month: Month, areaIds: Iterable<number>) {
  const { rows } = await sql<{
    areaId: number
    runId: PaymentRunId
    state: RunState
    preparedName: string
    preparedAt: Instant
    knownAt: Instant | null
    law: string | null
  }>`
    select run_area.area_id, run.id as run_id, run.state, run.prepared_name, run.prepared_at, run.known_at, run.law
    from payroll.run_area join payroll.run on run.id = run_area.run_id
    where run_area.month = ${month} and run_area.area_id = any(${[...areaIds]}::integer[])
    order by run_area.area_id`.execute(ctx.db())
  return rows
}

/** The last month each of these units has a list for, whatever has become of it. */
export async function listLastMonths(ctx: Ctx, areaIds: Iterable<number>): Promise<Map<number, Month>> {
  const { rows } = await sql<{ areaId: number; month: Month }>`
    select area_id, max(month) as month from payroll.run_area
    where area_id = any(${[...areaIds]}::integer[]) group by area_id`.execute(ctx.db())
  return new Map(rows.map(({ areaId, month }) => [areaId, month]))
}

/** When the first list of a month, wherever and whatever became of it, was drawn up. */
export async function firstKnownOf(ctx: Ctx, month: Month): Promise<Instant | undefined> {
  const { rows } = await sql<{ first: Instant | null }>`
    select min(first_known_at) as first from payroll.run where month = ${month}`.execute(ctx.db())
  return rows[0]?.first ?? undefined
}

/** Which of these people a run gives something, or was found to have given too much. */
export async function listGiven(
  ctx: Ctx,
  { id, month }: Pick<Run, 'id' | 'month'>,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from payroll.line
    where month = ${month} and run_id = ${id} and person_id = any(${[...personIds]}::uuid[])
    union
    select person_id from payroll.overpaid
    where run_id = ${id} and person_id = any(${[...personIds]}::uuid[])`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

/** Whether a later month has already been drawn up for any of these units. */
export async function findLaterRun(ctx: Ctx, month: Month, areaIds: Iterable<number>) {
  const { rows } = await sql<{ month: Month; runId: PaymentRunId }>`
    select month, run_id from payroll.run_area
    where month > ${month} and area_id = any(${[...areaIds]}::integer[])
    order by month desc limit 1`.execute(ctx.db())
  return rows[0]
}

export const monthBefore = (month: Month) => addMonths(month, -1)

/** The units a run pays. */
export async function unitsOf(ctx: Ctx, id: PaymentRunId): Promise<number[]> {
  const rows = await ctx
    .db<PayrollTables>()
    .selectFrom('payroll.runArea')
    .select('areaId')
    .where('runId', '=', id)
    .orderBy('areaId')
    .execute()
  return rows.map(({ areaId }) => areaId)
}
