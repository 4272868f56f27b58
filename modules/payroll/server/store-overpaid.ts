import type { Client } from 'pg'
import type { Overpayment } from '../domain/overpayment.ts'
import type { Frame } from './frame.ts'
import type { Findings } from './drawing.ts'

/** Keeps what is new about overpayments: a first finding, another amount, or 0 where a finding no longer holds. */
export async function storeOverpaid(
  sink: Client,
  frame: Frame,
  { overpaid: found, settled }: Pick<Findings, 'settled'> & { readonly overpaid: readonly Overpayment[] },
) {
  if (found.length === 0 && settled.size === 0) return
  await sink.query(
    `with found as (
       select * from json_to_recordset($2::json)
         as row ("personId" uuid, component text, "benefitMonth" text, amount bigint, cause text, "areaId" integer)
     ), known as (
       select distinct on (person_id, component, benefit_month) person_id, component, benefit_month, amount, cause, overpaid.area_id
       from payroll.overpaid join payroll.run on run.id = run_id
       where run.state <> 'cancelled'
       order by person_id, component, benefit_month, run.month desc, run.known_at desc
     )
     insert into payroll.overpaid (run_id, person_id, component, benefit_month, amount, cause, area_id)
     select $1, coalesce("personId", person_id), coalesce(found.component, known.component),
       coalesce("benefitMonth", benefit_month), coalesce(found.amount, 0), coalesce(found.cause, known.cause),
       coalesce("areaId", known.area_id)
     from found full join known on "personId" = person_id and found.component = known.component
       and "benefitMonth" = benefit_month
     where coalesce(found.amount, 0) <> coalesce(known.amount, 0)
       and ("personId" is not null or person_id || ' ' || benefit_month = any($3::text[]))`,
    [frame.runId, JSON.stringify(found), [...settled]],
  )
}
