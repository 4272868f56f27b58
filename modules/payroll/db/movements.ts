import type { Client } from 'pg'
import { addMonths, type Month } from '#kernel/civil-date'
import type { PaymentRunId } from '../contract.ts'
import type { Arithmetic, ArrearsSum, Change } from '../domain/changes.ts'

type InRun = { readonly runId: PaymentRunId; readonly month: Month }

/** Keeps for this transaction which unit of the run each unit, old or new, has become. */
export async function rememberUnits(sink: Client, units: ReadonlyMap<number, number>) {
  await sink.query(
    'create temporary table unit_now (from_id integer primary key, to_id integer) on commit drop',
  )
  await sink.query('insert into unit_now select * from unnest($1::integer[], $2::integer[])', [
    [...units.keys()],
    [...units.values()],
  ])
  await sink.query('analyze unit_now')
}

export type MovementRow = {
  readonly personId: string
  readonly component: string
  readonly before: Arithmetic | undefined
  readonly now: Arithmetic | undefined
  readonly wasElsewhere: boolean
  readonly wasEarlier: boolean
}

/** Everybody whose regular money, or whose unit, is not that of the month before. */
export async function listMovements(sink: Client, { runId, month }: InRun): Promise<MovementRow[]> {
  const json = (side: string) =>
    `case when ${side}.person_id is not null then json_build_object('rule', ${side}.rule, 'coefficient', ${side}.coefficient,
       'units', ${side}.units, 'standard', ${side}.standard, 'areaId', ${side}.area_id, 'amount', ${side}.amount,
       'awardId', ${side}.award_id) end`
  const { rows } = await sink.query<{
    person_id: string
    component: string
    before: Arithmetic | null
    now: Arithmetic | null
    was_elsewhere: boolean
    was_earlier: boolean
  }>(
    `with before as (
       select person_id, component, rule, coefficient, units, standard, amount, award_id, to_id as area_id
       from payroll.line join unit_now on from_id = area_id where month = $3 and kind = 'regular'
     ), now as (
       select person_id, component, rule, coefficient, units, standard, amount, award_id, area_id
       from payroll.line where month = $2 and run_id = $1 and kind = 'regular'
     )
     select person_id, component, ${json('before')} as before, ${json('now')} as now,
       before.amount is null and exists (select from payroll.line as line
         where line.month = $3 and line.person_id = now.person_id and line.component = now.component
           and line.kind = 'regular') as was_elsewhere,
       before.amount is null and exists (select from payroll.line as line
         where line.month < $3 and line.person_id = now.person_id and line.component = now.component
           and line.kind = 'regular') as was_earlier
     from before full join now using (person_id, component)
     where before.amount is distinct from now.amount or before.area_id is distinct from now.area_id
     order by person_id, component`,
    [runId, month, addMonths(month, -1)],
  )
  return rows.map(({ person_id, component, before, now, was_elsewhere, was_earlier }) => ({
    personId: person_id,
    component,
    before: before ?? undefined,
    now: now ?? undefined,
    wasElsewhere: was_elsewhere,
    wasEarlier: was_earlier,
  }))
}

/** Everybody with arrears in this month or the one before. */
export async function listArrearsMovements(sink: Client, { runId, month }: InRun) {
  const { rows } = await sink.query<{
    person_id: string
    component: string
    before: ArrearsSum | null
    now: ArrearsSum | null
  }>(
    `with sums as (
       select person_id, component, month, sum(amount) as amount, min(coalesce(to_id, area_id)) as area_id,
         json_agg(benefit_month order by benefit_month) as months
       from payroll.line left join unit_now on from_id = area_id
       where kind = 'arrears' and (month = $2 and run_id = $1 or month = $3 and to_id is not null)
       group by person_id, component, month
     )
     select person_id, component,
       (json_agg(json_build_object('amount', amount, 'areaId', area_id, 'months', months)) filter (where month = $3)) -> 0 as before,
       (json_agg(json_build_object('amount', amount, 'areaId', area_id, 'months', months)) filter (where month = $2)) -> 0 as now
     from sums group by person_id, component order by person_id, component`,
    [runId, month, addMonths(month, -1)],
  )
  return rows.map(({ person_id, component, before, now }) => ({
    personId: person_id,
    component,
    before: before ?? undefined,
    now: now ?? undefined,
  }))
}

const rowsAtOnce = 10_000

export async function insertChanges(sink: Client, { runId }: InRun, changes: readonly Change[]) {
  for (let start = 0; start < changes.length; start += rowsAtOnce)
    await sink.query(
      `insert into payroll.change (run_id, person_id, component, reason, before, after, area_id, detail)
       select $1, "personId", component, reason, before, after, "areaId", detail
       from json_to_recordset($2::json) as row ("personId" uuid, component text, reason text, before bigint,
         after bigint, "areaId" integer, detail jsonb)`,
      [runId, JSON.stringify(changes.slice(start, start + rowsAtOnce))],
    )
}
