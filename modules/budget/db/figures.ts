import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Component } from '#modules/entitlement'
import type { Programme } from '#modules/payments'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { EstimateId } from '../contract.ts'

/** Grants and đồng, by what makes them up; `arrears` of approved lists. */
export type Amounts = {
  readonly basePeople: number
  readonly ageingPeople: number
  readonly lawPeople: number
  readonly deathsPeople: number
  readonly trendPeople: number
  readonly baseAmount: number
  readonly ageingAmount: number
  readonly lawAmount: number
  readonly deathsAmount: number
  readonly trendAmount: number
  readonly arrearsAmount: number
}

export type FigureRow = Amounts & {
  readonly month: Month
  readonly areaId: number
  readonly component: Component
  readonly lawGroup: string
  readonly isListed: boolean
}

export type RangeRow = {
  readonly areaId: number
  readonly programme: Programme | null
  readonly component: Component | null
  readonly lawGroup: string | null
  readonly month: Month | null
  readonly below: number
  readonly above: number
}

const figureColumns = sql.raw(
  'month, area_id, component, law_group, is_listed, base_people, ageing_people, law_people, deaths_people, trend_people, ' +
    'base_amount, ageing_amount, law_amount, deaths_amount, trend_amount, arrears_amount',
)

/** Writes the figures of an estimate in one statement. */
export async function insertFigures(ctx: Ctx, id: EstimateId, rows: readonly FigureRow[]): Promise<void> {
  await sql`insert into budget.figure (estimate_id, ${figureColumns})
    select ${id}, "month", "areaId", "component", "lawGroup", "isListed", "basePeople", "ageingPeople", "lawPeople",
      "deathsPeople", "trendPeople", "baseAmount", "ageingAmount", "lawAmount", "deathsAmount", "trendAmount", "arrearsAmount"
    from json_to_recordset(${JSON.stringify(rows)}::json) as given ("month" text, "areaId" integer, "component" text,
      "lawGroup" text, "isListed" boolean, "basePeople" integer, "ageingPeople" integer, "lawPeople" integer,
      "deathsPeople" integer, "trendPeople" integer, "baseAmount" bigint, "ageingAmount" bigint, "lawAmount" bigint,
      "deathsAmount" bigint, "trendAmount" bigint, "arrearsAmount" bigint)`.execute(ctx.db())
}

export async function insertRanges(ctx: Ctx, id: EstimateId, rows: readonly RangeRow[]): Promise<void> {
  await sql`insert into budget.range (estimate_id, area_id, programme, component, law_group, month, below, above)
    select ${id}, "areaId", "programme", "component", "lawGroup", "month", "below", "above"
    from json_to_recordset(${JSON.stringify(rows)}::json) as given ("areaId" integer, "programme" text, "component" text,
      "lawGroup" text, "month" text, "below" bigint, "above" bigint)`.execute(ctx.db())
}

type Narrowed = { readonly areaId?: number | undefined }

/** The figures of an estimate in the actor’s units, summed over them; over one alone where it is named. */
export async function sumFigures(
  ctx: Ctx,
  id: EstimateId,
  { areaId }: Narrowed = {},
): Promise<Omit<FigureRow, 'areaId'>[]> {
  const { rows } = await sql<Omit<FigureRow, 'areaId'>>`
    select month, component, law_group, is_listed, ${summed} from budget.figure
    where estimate_id = ${id} and ${withinArea(ctx, 'area_id')}
      and (${areaId ?? null}::integer is null or area_id = ${areaId ?? null})
    group by 1, 2, 3, 4 order by 1, 2, 3`.execute(ctx.db())
  return rows
}

/** The same by commune, over all months. */
export async function sumFiguresByArea(
  ctx: Ctx,
  id: EstimateId,
): Promise<(Amounts & { areaId: number; component: Component; lawGroup: string })[]> {
  const { rows } = await sql<Amounts & { areaId: number; component: Component; lawGroup: string }>`
    select area_id, component, law_group, ${summed} from budget.figure
    where estimate_id = ${id} and ${withinArea(ctx, 'area_id')}
    group by 1, 2, 3 order by 1, 2, 3`.execute(ctx.db())
  return rows
}

const summed = sql.raw(
  [
    ...['base', 'ageing', 'law', 'deaths', 'trend'].flatMap((cause) => [
      `sum(${cause}_people)::int as ${cause}_people`,
      `sum(${cause}_amount)::bigint as ${cause}_amount`,
    ]),
    'sum(arrears_amount)::bigint as arrears_amount',
  ].join(', '),
)

/** The ranges kept with an estimate, in the actor’s units. */
export async function listRanges(
  ctx: Ctx,
  ids: readonly EstimateId[],
): Promise<(RangeRow & { estimateId: EstimateId })[]> {
  const { rows } = await sql<RangeRow & { estimateId: EstimateId }>`
    select estimate_id, area_id, programme, component, law_group, month, below, above from budget.range
    where estimate_id = any(${[...ids]}::uuid[]) and ${withinArea(ctx, 'area_id')}`.execute(ctx.db())
  return rows
}
