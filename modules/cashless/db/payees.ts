import { type RawBuilder, sql } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { tallyPayees } from './counts.ts'

/** How payroll’s ways are called by payments: an account, a wallet, a counter, or the door. */
const wayOf = (from: RawBuilder<unknown>) => sql`case ${from}.method when 'account'
  then case when ${from}.is_wallet then 'wallet' else 'account' end
  else case when ${from}.pay_point_kind = 'home' then 'cash_home' else 'cash_point' end end`

/** What the bank said of the account that is in force: of one that was taken over from elsewhere nobody asked. */
const nameCheckOf = (person: RawBuilder<unknown>, way: RawBuilder<unknown>) => sql`case
  when ${way} not in ('account', 'wallet') then 'none'
  else coalesce((select case name_check when 'matches' then 'matches' when 'differs' then 'doubtful'
      when 'unknown' then 'doubtful' when 'closed' then 'doubtful' else 'unchecked' end
    from payments.public_way_request as request
    where request.person_id = ${person} and request.state = 'in_force' and not request.is_of_one_award
    order by request.in_force_at desc limit 1), 'unchecked') end`

/** Makes the payees exactly those whom the last approved list of each unit pays, of lists from a month on. */
export async function countPayees(ctx: Ctx, since: Month): Promise<number> {
  // The months are told one by one, so that only their partitions are read; and all rows of them are, which no index helps.
  const lists = await listLatest(ctx, since)
  await sql`set local enable_nestloop = off`.execute(ctx.db())
  // What a list pays for somebody is told by its lines, one for each right; the largest says where they live.
  await sql`create temporary table cashless_due on commit drop as
    select due.payee_id as person_id, (array_agg(due.area_id order by due.amount desc, due.area_id))[1] as area_id,
      max(due.month) as month, (array_agg(due.method order by due.amount desc, due.area_id))[1] as method,
      (array_agg(due.is_wallet order by due.amount desc, due.area_id))[1] as is_wallet,
      (array_agg(due.pay_point_kind order by due.amount desc, due.area_id))[1] as pay_point_kind,
      bool_or(due.receiver is not null) as has_receiver, bool_or(due.person_id <> due.payee_id) as for_others
    from payroll.public_due as due
    join json_to_recordset(${JSON.stringify(lists)}::json) as latest ("areaId" integer, "runId" uuid)
      on due.run_id = latest."runId" and due.area_id = latest."areaId"
    where due.month = any(${[...new Set(lists.map(({ month }) => month))]}::text[])
    group by due.payee_id`.execute(ctx.db())
  await sql`set local enable_nestloop = on`.execute(ctx.db())
  await sql`analyze cashless_due`.execute(ctx.db())
  const { rows } = await sql`
    insert into cashless.payee (person_id, area_id, month, way, name_check, has_receiver, for_others, sex, born,
      disability, counted_at)
    select due.person_id, due.area_id, due.month, way.way, ${nameCheckOf(sql`due.person_id`, sql`way.way`)},
      coalesce(due.has_receiver, false), due.for_others, person.sex, person.born, disability.level, ${ctx.now}
    from cashless_due as due cross join lateral (select ${wayOf(sql`due`)} as way) as way
    join people.public_person as person on person.person_id = due.person_id
    left join (select distinct on (person_id) person_id, level from people.public_disability
      where during @> ${ctx.today}::date order by person_id, lower(during) desc) as disability
      on disability.person_id = due.person_id
    where person.died_on is null
    on conflict (person_id) do update set area_id = excluded.area_id, month = excluded.month, way = excluded.way,
      name_check = excluded.name_check, has_receiver = excluded.has_receiver, for_others = excluded.for_others,
      sex = excluded.sex, born = excluded.born, disability = excluded.disability, counted_at = excluded.counted_at
    returning 1`.execute(ctx.db())
  await sql`delete from cashless.payee where counted_at < ${ctx.now}`.execute(ctx.db())
  // Whoever moved is visited by those of the unit that pays them now.
  await sql`update cashless.stance set area_id = payee.area_id from cashless.payee
    where payee.person_id = stance.person_id and payee.area_id <> stance.area_id`.execute(ctx.db())
  await sql`drop table cashless_due`.execute(ctx.db())
  await tallyPayees(ctx, undefined)
  return rows.length
}

/** The last approved list of each unit, of a month or later. */
async function listLatest(ctx: Ctx, since: Month) {
  const { rows } = await sql<{ areaId: number; runId: string; month: Month }>`
    select distinct on (area_id) area_id, run_id, month from payroll.public_approved_run
    where month >= ${since} order by area_id, month desc`.execute(ctx.db())
  return rows
}

/** How these people are paid from now on, where they are among the payees. */
export async function noteWays(ctx: Ctx, personIds: readonly string[]) {
  const { rows } = await sql<{ areaId: number }>`
    update cashless.payee set way = told.way, name_check = told.name_check, has_receiver = told.has_receiver
    from (select channel.person_id, way.way, channel.receiver is not null as has_receiver,
        ${nameCheckOf(sql`channel.person_id`, sql`way.way`)} as name_check
      from payroll.public_channel as channel cross join lateral (select ${wayOf(sql`channel`)} as way) as way
      where channel.person_id = any(${[...personIds]}::uuid[])) as told
    where told.person_id = payee.person_id returning payee.area_id`.execute(ctx.db())
  await tallyUnits(ctx, rows)
}

/** Nobody asks the dead. */
export async function forgetPayee(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ areaId: number }>`
    delete from cashless.payee where person_id = ${personId} returning area_id`.execute(ctx.db())
  await tallyUnits(ctx, rows)
}

async function tallyUnits(ctx: Ctx, rows: readonly { areaId: number }[]) {
  if (rows.length > 0)
    await tallyPayees(
      ctx,
      rows.map(({ areaId }) => areaId),
    )
}

/** When payees were counted last, and by lists of which month. */
export async function findCount(ctx: Ctx): Promise<{ countedAt: Instant; month: Month } | undefined> {
  const { rows } = await sql<{ countedAt: Instant; month: Month }>`
    select counted_at, month from cashless.payee limit 1`.execute(ctx.db())
  return rows[0]
}
