import { sql } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { LineComponent, LineKind, PaymentRunId } from '../contract.ts'

export type RunToReplay = {
  readonly id: PaymentRunId
  readonly month: Month
  readonly areaId: number
  readonly knownAt: Instant
}

/** Lists whose lines stand, oldest knowledge first. */
export async function listRunsToReplay(ctx: Ctx, month: Month | undefined): Promise<RunToReplay[]> {
  const { rows } = await sql<RunToReplay>`
    select id, month, area_id, known_at from payroll.run
    where known_at is not null and state not in ('generating', 'cancelled')
      and (${month ?? null}::text is null or month = ${month ?? null})
    order by known_at, id`.execute(ctx.db())
  return rows
}

export type LineToReplay = {
  readonly personId: string
  readonly component: LineComponent
  readonly kind: LineKind
  readonly benefitMonth: Month
  readonly amount: Dong
  readonly units: number
  readonly rule: string
  readonly ruleSet: string
}

/** What a list says of these people. */
export async function listLinesToReplay(
  ctx: Ctx,
  { id, month }: RunToReplay,
  personIds: readonly string[],
): Promise<LineToReplay[]> {
  const { rows } = await sql<LineToReplay>`
    select person_id, component, kind, benefit_month, amount, units, rule, rule_set from payroll.line
    where month = ${month} and run_id = ${id} and person_id = any(${[...personIds]}::uuid[])`.execute(
    ctx.db(),
  )
  return rows
}

export type DecidedBefore = {
  readonly personId: string
  readonly component: LineComponent
  readonly benefitMonth: Month
  readonly amount: Dong
}

/** What lists drawn up before this one gave these people for some months. */
export async function listDecidedBefore(
  ctx: Ctx,
  { knownAt }: RunToReplay,
  personIds: readonly string[],
  months: readonly Month[],
): Promise<DecidedBefore[]> {
  const { rows } = await sql<DecidedBefore>`
    select person_id, component, benefit_month, sum(amount)::bigint as amount
    from payroll.line join payroll.run on run.id = line.run_id
    where run.known_at < ${knownAt} and run.state not in ('generating', 'cancelled')
      and person_id = any(${[...personIds]}::uuid[]) and benefit_month = any(${[...months]}::text[])
    group by person_id, component, benefit_month`.execute(ctx.db())
  return rows
}
