import { sql, type RawBuilder } from 'kysely'
import type { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { unnamedRules } from '#modules/entitlement/contract'
import { personKeys } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import {
  pageSize,
  type ChangeReason,
  type LineComponent,
  type LineFilter,
  type LineKind,
  type PaymentRunId,
  type RunState,
  type Tally,
} from '../contract.ts'
import type { OverpaidCause } from '../domain/arrears.ts'
import { isToldWhy } from '../domain/discretion.ts'
import { monthBefore } from './runs.ts'

export type LineRow = {
  readonly month: Month
  readonly runId: PaymentRunId
  readonly personId: string
  readonly fullName: string
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly sex: 'female' | 'male'
  readonly areaId: number
  readonly component: LineComponent
  readonly rule: string
  readonly kind: LineKind
  readonly benefitMonth: Month
  readonly coefficient: number
  readonly units: number
  readonly standard: Dong
  readonly amount: Dong
  readonly payeeId: string
  readonly payeeName: string
  readonly method: 'cash' | 'account'
  readonly payPointId: number | null
  readonly before: Dong | null
  readonly reason: ChangeReason | null
}

type InRun = { readonly id: PaymentRunId; readonly month: Month }

const wholeLine = sql`
  line.month, line.run_id, line.person_id, person.full_name, person.born, person.born_precision, person.sex,
  line.area_id, line.component, line.rule, line.kind, line.benefit_month, line.coefficient, line.units, line.standard,
  line.amount, line.payee_id, payee.full_name as payee_name,
  coalesce(own_channel.method, channel.method, 'cash') as method,
  line.pay_point_id`

const withNames = sql`
  join payroll.roll as person on person.run_id = line.run_id and person.person_id = line.person_id
  join payroll.roll as payee on payee.run_id = line.run_id and payee.person_id = line.payee_id
  left join payroll.channel on channel.person_id = line.payee_id
  left join payroll.award_channel as own_channel on own_channel.payee_id = line.payee_id
    and own_channel.person_id = line.person_id and own_channel.benefit = payroll.benefit_of(line.component)`

const reasonOfLine = sql`(
  select change.reason from payroll.change
  where change.run_id = line.run_id and change.person_id = line.person_id and change.component = line.component
    and (change.reason = 'arrears') = (line.kind = 'arrears') and change.after > 0
  limit 1)`

/** One page of the lines that fit, by unit and name, and what all of them add up to. */
export async function listLineRows(ctx: Ctx, run: InRun, filter: LineFilter, page: number) {
  const where = fits(ctx, run, filter)
  const totals = await sql<Tally>`
    select count(distinct line.person_id)::int as people, count(*)::int as lines,
      coalesce(sum(line.amount), 0)::bigint as amount
    from payroll.line ${filter.name ? withNames : sql``} where ${where}`.execute(ctx.db())
  const { rows } = await sql<LineRow>`
    select ${wholeLine}, ${reasonOfLine} as reason,
      case when line.kind = 'regular' then (
        select earlier.amount from payroll.line as earlier
        where earlier.month = ${monthBefore(run.month)} and earlier.person_id = line.person_id
          and earlier.component = line.component and earlier.kind = 'regular') end as before
    from payroll.line ${withNames}
    where ${where}
    order by line.area_id, person.sort_key, line.person_id, line.benefit_month desc, line.component
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db())
  return { rows, totals: totals.rows[0]! }
}

/** A line on paper: of the account only the last four digits are read. */
export type LineToPrint = LineRow & { readonly bank: string | null; readonly accountEnding: string | null }

/** Every line of a list to be printed, by unit, pay point and name. */
export async function listLinesToPrint(ctx: Ctx, run: InRun, filter: LineFilter, limit: number) {
  const { rows } = await sql<LineToPrint>`
    select ${wholeLine}, null as before, null as reason, 
      case when own_channel.payee_id is null then channel.bank else own_channel.bank end as bank,
      right(case when own_channel.payee_id is null then channel.account else own_channel.account end, 4) as account_ending
    from payroll.line ${withNames}
    where ${fits(ctx, run, filter)}
    order by line.area_id, line.pay_point_id nulls first, person.sort_key, line.person_id, line.benefit_month desc,
      line.component
    limit ${limit}`.execute(ctx.db())
  return rows
}

function fits(ctx: Ctx, { id, month }: InRun, filter: LineFilter): RawBuilder<boolean> {
  const conditions = [
    sql`line.month = ${month} and line.run_id = ${id}`,
    sql`${withinArea(ctx, 'line.area_id')}`,
  ]
  if (filter.areaId !== undefined) conditions.push(sql`line.area_id = ${filter.areaId}`)
  if (filter.payPointId !== undefined) conditions.push(sql`line.pay_point_id = ${filter.payPointId}`)
  if (asksWhy(ctx, filter)) conditions.push(sql`false`)
  if (filter.component) conditions.push(sql`line.component = ${filter.component}`)
  if (filter.kind) conditions.push(sql`line.kind = ${filter.kind}`)
  if (filter.rule) conditions.push(fitsRule(ctx, filter.rule))
  if (filter.reason) conditions.push(sql`${reasonOfLine} = ${filter.reason}`)
  if (filter.name) {
    const key = personKeys(filter.name)
      .plainKey.trim()
      .replaceAll(/[%_\\]/g, '')
    conditions.push(sql`person.plain_key like ${`% ${key}%`}`)
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** Whoever is not told why people are paid cannot ask who is paid for it either. */
function asksWhy({ actor }: Ctx, { component, reason }: Pick<LineFilter, 'component' | 'reason'>) {
  return (component !== undefined || reason !== undefined) && !isToldWhy(actor.permissions)
}

/** Whoever may not know a group can neither see nor ask for it. */
function fitsRule({ actor }: Ctx, rule: string) {
  if (actor.permissions.has('people.read_confidential'))
    return rule === 'other' ? sql`false` : sql`line.rule = ${rule}`
  if (!isToldWhy(actor.permissions)) return rule === 'other' ? sql`true` : sql`false`
  return rule === 'other'
    ? sql`line.rule ~ ${unnamedRules}`
    : sql`line.rule = ${rule} and line.rule !~ ${unnamedRules}`
}

export type ChangeRow = {
  readonly personId: string
  readonly fullName: string | null
  readonly born: CivilDate | null
  readonly bornPrecision: BirthPrecision | null
  readonly sex: 'female' | 'male' | null
  readonly areaId: number
  readonly component: LineComponent
  readonly reason: ChangeReason
  readonly before: Dong
  readonly after: Dong
  readonly detail: Readonly<Record<string, unknown>>
}

/**
 * One page of what changed: what waits for a decision, then the largest difference first, and last what only ended because
 * arrears are paid once; by the difference alone for whoever is not told why. Whoever is gone is called as in the month before.
 */
export async function listChangeRows(
  ctx: Ctx,
  { id }: InRun,
  filter: { reason?: ChangeReason | undefined; areaId?: number | undefined },
  page: number,
) {
  const conditions = [sql`change.run_id = ${id}`, sql`${withinArea(ctx, 'change.area_id')}`]
  if (asksWhy(ctx, filter)) conditions.push(sql`false`)
  if (filter.reason) conditions.push(sql`change.reason = ${filter.reason}`)
  if (filter.areaId !== undefined) conditions.push(sql`change.area_id = ${filter.areaId}`)
  const where = sql.join(conditions, sql` and `)
  const totals = await sql<{ total: number; difference: Dong }>`
    select count(*)::int as total, coalesce(sum(after - before), 0)::bigint as difference
    from payroll.change where ${where}`.execute(ctx.db())
  const byReason = isToldWhy(ctx.actor.permissions)
    ? sql`change.reason = 'arrears_ended', change.reason <> 'needs_decision', change.reason <> 'listed',`
    : sql``
  const { rows } = await sql<ChangeRow>`
    select change.person_id, change.area_id, change.component, change.reason, change.before, change.after,
      change.detail, person.full_name, person.born, person.born_precision, person.sex
    from payroll.change left join lateral (
      select roll.full_name, roll.born, roll.born_precision, roll.sex
      from payroll.roll join payroll.run on run.id = roll.run_id
      where roll.person_id = change.person_id order by run.month desc limit 1) as person on true
    where ${where}
    order by ${byReason} abs(change.after - change.before) desc, change.person_id, change.component, change.reason
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db())
  return { rows, ...totals.rows[0]! }
}

export async function listOverpaidRows(ctx: Ctx, { id }: InRun) {
  const { rows } = await sql<{
    personId: string
    component: LineComponent
    benefitMonth: Month
    amount: Dong
    cause: OverpaidCause
    areaId: number
  }>`
    select person_id, component, benefit_month, amount, cause, area_id from payroll.overpaid
    where run_id = ${id} and amount > 0 and ${withinArea(ctx, 'area_id')}
    order by amount desc, person_id, benefit_month, component limit 1000`.execute(ctx.db())
  return rows
}

/** A line with what explains where it comes from. */
export type LineOfPerson = LineRow & {
  readonly state: RunState
  readonly knownAt: Instant | null
  readonly awardId: string
}

/** Every line of a person in living runs, newest first. */
export async function listLinesOfPerson(ctx: Ctx, personId: string) {
  const { rows } = await sql<LineOfPerson>`
    select ${wholeLine}, null as before, null as reason, run.state, run.known_at, line.award_id
    from payroll.line join payroll.run on run.id = line.run_id ${withNames}
    where line.person_id = ${personId} and ${withinArea(ctx, 'line.area_id')}
    order by line.month desc, line.benefit_month desc, line.component`.execute(ctx.db())
  return rows
}
