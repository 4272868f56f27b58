import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { LineComponent, PaymentRunId } from '../contract.ts'
import { listOverpaidRows } from '../db/lines.ts'
import { getRunForUpdate, getRunRow } from '../db/runs.ts'
import type { PayrollTables } from '../db/tables.ts'
import { listCountsOfRuns } from '../db/totals.ts'
import type { RunState } from '../domain/run-state.ts'
import { problems } from '../domain/problems.ts'

/** A run as whoever pays it needs it: what is due is in the view `payroll.public_due`, and its sum is known here too. */
export type RunToPay = {
  readonly id: PaymentRunId
  readonly month: Month
  readonly areaId: number
  readonly state: RunState
  readonly lines: number
  readonly amount: Dong
}

/** Locks a run whose money may leave the house for the rest of the transaction: it can be neither returned nor closed meanwhile. */
export async function lockRunToPay(ctx: Ctx, id: PaymentRunId): Promise<RunToPay> {
  const { month, areaId, state } = await getRunForUpdate(ctx, id)
  if (state !== 'approved' && state !== 'sent') throw problems('run_moved_on', { id, state })
  const all = (await listCountsOfRuns(ctx, [id])).get(id)?.find(({ dimension }) => dimension === 'all')
  return { id, month, areaId, state, lines: all?.lines ?? 0, amount: all?.amount ?? dong(0) }
}

/** Says that money of a run is on its way: from now on it stays as it is. */
export async function markRunSent(ctx: Ctx, { id, month, state }: RunToPay) {
  if (state === 'sent') return
  await ctx
    .db<PayrollTables>()
    .updateTable('payroll.run')
    .set({ state: 'sent' })
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'payroll.run_sent', runId: id, month })
}

/** Says that every đồng of a run that was sent is accounted for, so that it can be closed. */
export async function markRunReconciled(ctx: Ctx, { id, month, state }: RunToPay) {
  if (state !== 'sent') throw problems('run_moved_on', { id, state })
  await ctx
    .db<PayrollTables>()
    .updateTable('payroll.run')
    .set({ state: 'reconciled' })
    .where('id', '=', id)
    .execute()
  ctx.emit({ type: 'payroll.run_reconciled', runId: id, month })
}

/** What a run found paid above the right, with the names of the people: for whoever asks it back. */
export async function listOverpaidOf(ctx: Ctx, id: PaymentRunId) {
  const rows = await listOverpaidRows(ctx, { id, month: (await getRunRow(ctx, id)).month })
  const people = await summariesOf(ctx, [...new Set(rows.map(({ personId }) => personId))])
  return rows.map((row) => ({ ...row, personName: people.get(row.personId)?.fullName ?? '' }))
}

/** What approved lists give a person of which nothing has been sent yet, nor was paid elsewhere. */
export async function listNotSentOf(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ component: LineComponent; benefitMonth: Month }>`
    select line.component, line.benefit_month from payroll.run
    join payroll.line on line.month = run.month and line.run_id = run.id
    where run.state = 'approved' and line.person_id = ${personId}`.execute(ctx.db())
  return rows
}
