import { sql } from 'kysely'
import type { Database } from '#platform/server/database'

/**
 * Makes an approved run as long as wanted, in a copy of the database nobody needs afterwards: everybody on it again under other
 * ids, or only the first of them, and each payee on an account of their own. Its totals are counted anew.
 */
export async function lengthenRun(
  owner: Database,
  { runId, month, orders }: { runId: string; month: string; orders: number },
): Promise<void> {
  await owner.connection().execute(async (db) => {
    const line = sql.table(`payroll.line_${month.replace('-', '_')}`)
    const run = (query: ReturnType<typeof sql>) => query.execute(db)
    await run(sql`create temporary table payee as
      select payee_id, row_number() over (order by payee_id) as rank, count(*) over () as payees
      from payroll.line where month = ${month} and run_id = ${runId} group by payee_id`)
    await run(sql`create temporary table again as
      select payee_id, k from payee, generate_series(1, ${orders}::int / payees::int) as k
      where k * payees + rank <= ${orders}`)
    await run(sql`delete from payroll.line where month = ${month} and run_id = ${runId}
      and payee_id in (select payee_id from payee where rank > ${orders})`)
    await run(sql`create temporary table more_lines as
      select line.*, k from payroll.line join again using (payee_id) where month = ${month} and run_id = ${runId}`)
    await run(
      sql`update more_lines set person_id = md5(person_id::text || k)::uuid, payee_id = md5(payee_id::text || k)::uuid`,
    )
    await run(sql`alter table more_lines drop column k`)
    await run(sql`insert into payroll.line (${sql.raw(await columnsOf(db, 'line'))})
      select ${sql.raw(await columnsOf(db, 'line'))} from more_lines`)
    await run(sql`create temporary table more_names as
      select roll.*, k from payroll.roll join again on payee_id = person_id where run_id = ${runId}`)
    await run(sql`update more_names set person_id = md5(person_id::text || k)::uuid`)
    await run(sql`insert into payroll.roll (${sql.raw(await columnsOf(db, 'roll'))})
      select ${sql.raw(await columnsOf(db, 'roll'))} from more_names`)
    // Those who are added are in no register: only this bench pays them.
    await run(sql`alter table payroll.channel drop constraint channel_person_id_fkey`)
    await run(sql`insert into payroll.channel (person_id, method, bank, account)
      select payee_id, 'account', (select min(bank) from payroll.channel where not is_wallet),
        (260020000000 + row_number() over (order by payee_id))::text
      from (select distinct payee_id from payroll.line where month = ${month} and run_id = ${runId}) as every
      on conflict (person_id) do update set method = 'account', bank = excluded.bank, account = excluded.account,
        is_wallet = false, holder = null, is_receivers = false, receiver = null, receiver_until = null`)
    await run(sql`update payroll.control_total set lines = counted.lines, amount = counted.amount
      from (select count(*)::int as lines, sum(amount)::bigint as amount from payroll.line
        where month = ${month} and run_id = ${runId}) as counted
      where run_id = ${runId} and dimension = 'all'`)
    for (const table of [line, sql.table('payroll.roll'), sql.table('payroll.channel')])
      await run(sql`analyze ${table}`)
    for (const table of ['payee', 'again', 'more_lines', 'more_names'])
      await run(sql`drop table ${sql.table(table)}`)
  })
}

async function columnsOf(db: Database, table: string): Promise<string> {
  const { rows } = await sql<{ columns: string }>`
    select string_agg(column_name, ', ' order by ordinal_position) as columns from information_schema.columns
    where table_schema = 'payroll' and table_name = ${table}`.execute(db)
  return rows[0]!.columns
}
