import { sql } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import { getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Assumptions, Backtest, Basis, EstimateId } from '../contract.ts'
import { problems } from '../domain/problems.ts'

export type EstimateRow = {
  readonly id: EstimateId
  readonly name: string
  readonly year: number
  readonly areaId: number
  readonly baseMonth: Month
  readonly knownOn: CivilDate
  readonly assumptions: Assumptions
  readonly basis: Basis
  readonly backtest: Backtest | null
  readonly madeBy: string
  readonly madeName: string
  readonly madeAt: Instant
  readonly submittedName: string | null
  readonly submittedAt: Instant | null
}

const columns =
  sql.raw(`estimate.id, name, year, estimate.area_id, base_month, known_on, assumptions, basis, backtest, made_by, made_name,
  made_at, submitted_name, submitted_at`)

/** Those of the actor’s units, and what was submitted for a unit that theirs lies in. */
async function visible(ctx: Ctx) {
  const above = await unitsAbove(ctx)
  return sql`(${withinArea(ctx, 'estimate.area_id')}
    or (submitted_at is not null and estimate.area_id = any(${above}::integer[])))`
}

async function unitsAbove(ctx: Ctx): Promise<number[]> {
  const above: number[] = []
  if (ctx.actor.areaId <= 0) return above
  for (
    let { parentId } = await getArea(ctx, ctx.actor.areaId);
    parentId !== null && parentId !== 0;
    { parentId } = await getArea(ctx, parentId)
  )
    above.push(parentId)
  return above
}

/** The newest first, with what they come to in the actor’s units. */
export async function listEstimateRows(ctx: Ctx, { year }: { year?: number } = {}) {
  const { rows } = await sql<EstimateRow & { amount: number }>`
    select ${columns}, coalesce(sum(base_amount + ageing_amount + law_amount + deaths_amount + trend_amount
      + arrears_amount), 0)::bigint as amount
    from budget.estimate left join budget.figure on estimate_id = estimate.id and ${withinArea(ctx, 'figure.area_id')}
    where ${await visible(ctx)} and (${year ?? null}::integer is null or year = ${year ?? null})
    group by estimate.id order by year desc, made_at desc, estimate.id limit 200`.execute(ctx.db())
  return rows
}

export async function getEstimateRow(
  ctx: Ctx,
  id: EstimateId,
  { forUpdate = false } = {},
): Promise<EstimateRow> {
  const { rows } = await sql<EstimateRow>`
    select ${columns} from budget.estimate where estimate.id = ${id}
      and ${forUpdate ? withinArea(ctx, 'estimate.area_id') : await visible(ctx)}
    ${sql.raw(forUpdate ? 'for update' : '')}`.execute(ctx.db())
  if (!rows[0]) throw problems('estimate_not_found', { id })
  return rows[0]
}

export async function findEstimateBy(ctx: Ctx, requestId: string): Promise<EstimateId | undefined> {
  const { rows } = await sql<{ id: EstimateId }>`
    select id from budget.estimate where request_id = ${requestId} and ${withinArea(ctx, 'area_id')}`.execute(
    ctx.db(),
  )
  return rows[0]?.id
}

export async function isNameTaken(
  ctx: Ctx,
  { areaId, year, name, requestId }: { areaId: number; year: number; name: string; requestId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from budget.estimate where area_id = ${areaId} and year = ${year} and lower(name) = lower(${name})
      and request_id <> ${requestId} and ${withinArea(ctx, 'area_id')}`.execute(ctx.db())
  return rows.length > 0
}

export async function insertEstimate(
  ctx: Ctx,
  given: Pick<
    EstimateRow,
    'name' | 'year' | 'areaId' | 'baseMonth' | 'knownOn' | 'assumptions' | 'basis' | 'backtest'
  > & {
    requestId: string
  },
): Promise<EstimateId> {
  const { rows } = await sql<{ id: EstimateId }>`
    insert into budget.estimate (request_id, name, year, area_id, base_month, known_on, assumptions, basis, backtest, made_by,
      made_name, made_at)
    values (${given.requestId}, ${given.name}, ${given.year}, ${given.areaId}, ${given.baseMonth}, ${given.knownOn},
      ${JSON.stringify(given.assumptions)}::jsonb, ${JSON.stringify(given.basis)}::jsonb,
      ${given.backtest && JSON.stringify(given.backtest)}::jsonb, ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    returning id`.execute(ctx.db())
  return rows[0]!.id // One row went in.
}

export async function writeSubmission(ctx: Ctx, id: EstimateId): Promise<void> {
  await sql`update budget.estimate set submitted_by = ${ctx.actor.userId}, submitted_name = ${ctx.actor.name},
    submitted_at = ${ctx.now} where id = ${id}`.execute(ctx.db())
}

export async function deleteEstimate(ctx: Ctx, id: EstimateId): Promise<void> {
  await sql`delete from budget.estimate where id = ${id}`.execute(ctx.db())
}

/** The one submitted for a year and unit. */
export async function findSubmitted(ctx: Ctx, { areaId, year }: { areaId: number; year: number }) {
  const { rows } = await sql<{ name: string; submittedName: string }>`
    select name, submitted_name from budget.estimate
    where area_id = ${areaId} and year = ${year} and submitted_at is not null and ${await visible(ctx)}`.execute(
    ctx.db(),
  )
  return rows[0]
}
