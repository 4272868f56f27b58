import { sql, type RawBuilder } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { FindingView } from '../contract.ts'
import { rules, type RuleId, type Severity } from '../domain/rules.ts'

export type FindingRow = Pick<FindingView, 'since' | 'detail' | 'monthly'> & {
  readonly rule: RuleId
  readonly personId: string
  readonly areaId: number
  readonly otherId: string | null
  readonly exceptionId: string | null
  readonly reason: string | null
  readonly until: CivilDate | null
  readonly exceptedAt: Instant | null
  readonly exceptedBy: string | null
}

export type Wanted = {
  readonly rule: RuleId
  readonly areaIds?: readonly number[] | undefined
  readonly show: 'open' | 'excepted'
}

/** An exception counts until its day, and only while the same is found. */
const joined = (ctx: Ctx) => sql`quality.finding left join quality.exception on exception.rule = finding.rule
  and exception.person_id = finding.person_id and exception.ended_at is null and exception.detail = finding.detail
  and (exception.until is null or exception.until >= ${ctx.today}::date)`

function visible(ctx: Ctx, areaIds?: readonly number[]): RawBuilder<unknown> {
  const own = withinArea(ctx, 'finding.areaId')
  return areaIds ? sql`${own} and finding.area_id = any(${[...areaIds]}::integer[])` : own
}

const fits = (ctx: Ctx, { rule, areaIds, show }: Wanted) =>
  sql`finding.rule = ${rule} and ${visible(ctx, areaIds)}
    and exception.id is ${show === 'open' ? sql`null` : sql`not null`}`

/** Those with most money first, then those of whom it has been so longest. */
export async function listRows(
  ctx: Ctx,
  wanted: Wanted,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select finding.rule, finding.person_id, finding.area_id, finding.other_id, finding.since, finding.detail,
      finding.monthly, exception.id as exception_id, exception.reason, exception.until,
      exception.recorded_at as excepted_at, exception.recorded_name as excepted_by
    from ${joined(ctx)} where ${fits(ctx, wanted)}
    order by finding.monthly desc, finding.since, finding.person_id limit ${limit} offset ${offset}`.execute(
    ctx.db(),
  )
  return rows
}

export async function findFinding(
  ctx: Ctx,
  { rule, personId }: { readonly rule: RuleId; readonly personId: string },
): Promise<Pick<FindingRow, 'detail' | 'exceptionId'> | undefined> {
  const { rows } = await sql<Pick<FindingRow, 'detail' | 'exceptionId'>>`
    select finding.detail, exception.id as exception_id
    from ${joined(ctx)} where finding.rule = ${rule} and finding.person_id = ${personId} and ${visible(ctx)}`.execute(
    ctx.db(),
  )
  return rows[0]
}

type Count = { readonly people: number; readonly monthly: number }

/** How many fit, unit by unit. */
export async function countByArea(ctx: Ctx, wanted: Wanted): Promise<(Count & { areaId: number })[]> {
  const { rows } = await sql<Count & { areaId: number }>`
    select finding.area_id, count(*)::int as people, sum(finding.monthly)::bigint as monthly
    from ${joined(ctx)} where ${fits(ctx, wanted)} group by finding.area_id`.execute(ctx.db())
  return rows
}

/** How many break each rule, with those somebody said are right. */
export async function countByRule(
  ctx: Ctx,
  areaIds?: readonly number[],
): Promise<(Count & { rule: RuleId; excepted: number })[]> {
  const { rows } = await sql<Count & { rule: RuleId; excepted: number }>`
    select finding.rule, count(*) filter (where exception.id is null)::int as people,
      coalesce(sum(finding.monthly) filter (where exception.id is null), 0)::bigint as monthly,
      count(exception.id)::int as excepted
    from ${joined(ctx)} where ${visible(ctx, areaIds)} group by finding.rule`.execute(ctx.db())
  return rows
}

/** How many people of each unit break a rule at all, and how many one of each severity. */
export async function countAreas(
  ctx: Ctx,
): Promise<(Count & { areaId: number } & Readonly<Record<Severity, number>>)[]> {
  const of = (severity: Severity) =>
    sql`finding.rule = any(${Object.entries(rules).flatMap(([rule, one]) => (one.severity === severity ? [rule] : []))}::text[])`
  const { rows } = await sql<Count & { areaId: number } & Readonly<Record<Severity, number>>>`
    select area_id, count(*)::int as people, sum(monthly)::bigint as monthly, count(*) filter (where money)::int as money,
      count(*) filter (where "right")::int as "right", count(*) filter (where file)::int as file
    from (
      select finding.area_id, finding.person_id, max(finding.monthly) as monthly, bool_or(${of('money')}) as money,
        bool_or(${of('right')}) as "right", bool_or(${of('file')}) as file
      from ${joined(ctx)} where ${visible(ctx)} and exception.id is null
      group by finding.area_id, finding.person_id) as person
    group by area_id`.execute(ctx.db())
  return rows
}

/** How many broke each rule on the days that were counted; a rule is not there on a day it could not be counted. */
export async function listTrend(
  ctx: Ctx,
  areaIds?: readonly number[],
): Promise<{ day: CivilDate; isPast: boolean; counts: Readonly<Record<string, number>> }[]> {
  const own = withinArea(ctx, 'count.areaId')
  const asked = areaIds ? sql`count.area_id = any(${[...areaIds]}::integer[])` : sql`true`
  const { rows } = await sql<{ day: CivilDate; isPast: boolean; counts: Readonly<Record<string, number>> }>`
    select counted.day, counted.is_past, coalesce((
      select jsonb_object_agg(rule, people) from (
        select count.rule, sum(count.people) as people from quality.count
        where count.day = counted.day and ${own} and ${asked} group by count.rule) as of_rule), '{}'::jsonb) as counts
    from quality.counted
    where extract(month from counted.day + 1) <> extract(month from counted.day)
      or counted.day = (select max(day) from quality.counted)
    order by counted.day desc limit 13`.execute(ctx.db())
  return rows.toReversed()
}
