import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import { addMonths, type Month } from '#kernel/civil-date'
import type { PaymentRunId } from '../contract.ts'
import type { Arithmetic, Change } from '../domain/changes.ts'

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
  /** The unit, of its time, whose list had them in the month before; none where no list had. */
  readonly formerAreaId: number | undefined
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
    former_area_id: number | null
    was_earlier: boolean
  }>(
    `with before as (
       select person_id, component, rule, coefficient, units, standard, amount, award_id, to_id as area_id,
         area_id as former_area_id
       from payroll.line join unit_now on from_id = area_id where month = $1 and kind = 'regular'
     ), now as (
       select person_id, component, rule, coefficient, units, standard, amount, award_id, area_id
       from payroll.line where month = $2 and run_id = $3 and kind = 'regular'
     )
     select person_id, component, ${json('before')} as before, ${json('now')} as now,
       coalesce(before.former_area_id, past.former_area_id) as former_area_id, coalesce(past.was_earlier, false) as was_earlier
     from before full join now using (person_id, component)
     -- Asked for the few who are new, each by their key; as a condition it would be worked out for everybody.
     left join lateral (
       select max(area_id) filter (where month = $1) as former_area_id, bool_or(month < $1) as was_earlier from payroll.line as line
       where before.amount is null and line.month <= $1 and line.person_id = now.person_id
         and line.component = now.component and line.kind = 'regular'
     ) as past on true
     where before.amount is distinct from now.amount or before.area_id is distinct from now.area_id
     order by person_id, component`,
    [addMonths(month, -1), month, runId],
  )
  return rows.map(({ person_id, component, before, now, former_area_id, was_earlier }) => ({
    personId: person_id,
    component,
    before: before ?? undefined,
    now: now ?? undefined,
    formerAreaId: former_area_id ?? undefined,
    wasElsewhere: before === null && former_area_id !== null,
    wasEarlier: was_earlier,
  }))
}

/**
 * Says of everybody with arrears in this month or the one before that those paid before end, and those paid now are
 * new: a whole province after a change of the law, so that none of it leaves the database.
 */
export async function insertArrearsChanges(sink: Client, { runId, month }: InRun) {
  const benefitMonths = `jsonb_build_object('benefitMonths', jsonb_agg(benefit_month order by benefit_month))`
  await sink.query(
    `insert into payroll.change (run_id, person_id, component, reason, before, after, area_id, detail)
     select $1::uuid, person_id, component, 'arrears_ended', sum(amount), 0, min(to_id), ${benefitMonths}
     from payroll.line join unit_now on from_id = area_id where month = $2 and kind = 'arrears'
     group by person_id, component
     union all
     select $1::uuid, person_id, component, 'arrears', 0, sum(amount), min(area_id), ${benefitMonths}
     from payroll.line where month = $3 and run_id = $1 and kind = 'arrears'
     group by person_id, component
     order by 2, 3`,
    [runId, addMonths(month, -1), month],
  )
}

/** Takes changes in by COPY, through a table of this transaction’s own, as the lines. */
export async function insertChanges(sink: Client, { runId }: InRun, changes: readonly Change[]) {
  if (changes.length === 0) return
  await sink.query(`create temporary table differing (
    person_id uuid, component text, reason text, before bigint, after bigint, area_id integer, detail jsonb
  ) on commit drop`)
  await pipeline(Readable.from(inPieces(changes)), sink.query(from('copy differing from stdin')))
  await sink.query(
    `insert into payroll.change (run_id, person_id, component, reason, before, after, area_id, detail)
     select $1, person_id, component, reason, before, after, area_id, detail from differing`,
    [runId],
  )
}

const rowsAtOnce = 1000

function* inPieces(changes: readonly Change[]) {
  for (let start = 0; start < changes.length; start += rowsAtOnce)
    yield changes
      .slice(start, start + rowsAtOnce)
      .map(rowOf)
      .join('')
}

/** Only the detail can hold a backslash, which COPY wants twice; JSON writes tabs and line ends with one. */
function rowOf({ personId, component, reason, before, after, areaId, detail }: Change) {
  const json = JSON.stringify(detail).replaceAll('\\', '\\\\')
  return `${personId}\t${component}\t${reason}\t${before}\t${after}\t${areaId}\t${json}\n`
}
