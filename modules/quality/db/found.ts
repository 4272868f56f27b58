import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { rules, ruleIds } from '../domain/rules.ts'
import { termsOf, type AsOf } from './as-of.ts'
import { queries } from './rules/index.ts'

/** Asks every rule about who was laid out (as-of.ts) and keeps what they say in `found`, a table of this transaction. */
export async function find(
  ctx: Ctx,
  asOf: AsOf,
  { ofEverybody, onlyWithPast = false }: { readonly ofEverybody: boolean; readonly onlyWithPast?: boolean },
): Promise<void> {
  const terms = termsOf(asOf)
  // Behind a policy the planner expects a handful of rows and walks through the register once for each of them.
  if (ofEverybody) await sql`set local enable_nestloop = off`.execute(ctx.db())
  await sql`create temporary table found (rule text, person_id uuid, since date, other_id uuid, detail jsonb)
    on commit drop`.execute(ctx.db())
  for (const rule of ruleIds)
    if (rules[rule].hasPast || !onlyWithPast)
      await sql`
        insert into pg_temp.found (rule, person_id, since, other_id, detail)
        select ${rule}::text, broken.* from (${queries[rule](terms)}) as broken`.execute(ctx.db())
  await sql`set local enable_nestloop = on`.execute(ctx.db())
}

/** Makes the findings of who was looked at exactly those found; what stays keeps the day from which it was so. */
export async function writeFound(
  ctx: Ctx,
  looked: 'everybody' | readonly string[],
  runIds: readonly string[],
): Promise<void> {
  const db = ctx.db()
  const among = (column: string) =>
    looked === 'everybody' ? sql`true` : sql`${sql.ref(column)} = any(${[...looked]}::uuid[])`
  await sql`
    insert into quality.finding as known (rule, person_id, area_id, other_id, since, detail)
    select found.rule, found.person_id, coalesce(unit.now_id, subject.area_id), found.other_id,
      least(coalesce(found.since, ${ctx.today}::date), ${ctx.today}::date + 60), found.detail
    from pg_temp.found join pg_temp.subject on subject.person_id = found.person_id
    join pg_temp.unit on unit.area_id = subject.area_id
    on conflict (rule, person_id) do update set area_id = excluded.area_id, other_id = excluded.other_id,
      detail = excluded.detail, since = case
        when known.detail = excluded.detail and known.other_id is not distinct from excluded.other_id
        then least(known.since, excluded.since) else excluded.since end
    where (known.area_id, known.other_id, known.detail)
      is distinct from (excluded.area_id, excluded.other_id, excluded.detail)`.execute(db)
  await sql`
    delete from quality.finding where ${among('finding.personId')} and not exists (
      select from pg_temp.found where found.rule = finding.rule and found.person_id = finding.person_id)`.execute(
    db,
  )
  await sql`
    update quality.finding set monthly = coalesce(listed.amount, 0)
    from quality.finding as own left join (
      select due.person_id, sum(due.amount) as amount from payroll.public_due as due
      where due.run_id = any(${[...runIds]}::uuid[]) and due.benefit_month = due.month
        and ${among('due.personId')}
        and due.person_id in (select person_id from quality.finding)
      group by due.person_id) as listed on listed.person_id = own.person_id
    where own.rule = finding.rule and own.person_id = finding.person_id and ${among('finding.personId')}
      and finding.monthly <> coalesce(listed.amount, 0)`.execute(db)
}

/** Keeps how many broke each rule on a day, unit by unit; the last look of a day is the one that counts. */
export async function writeCounts(ctx: Ctx, day: CivilDate): Promise<void> {
  await begin(ctx, day, false)
  await sql`
    insert into quality.count (day, rule, area_id, people, monthly)
    select ${day}, rule, area_id, count(*), sum(monthly) from quality.finding group by rule, area_id`.execute(
    ctx.db(),
  )
}

/** The same of a day gone by, from what was found as it was known then; what was paid for it is not asked again. */
export async function writePastCounts(ctx: Ctx, day: CivilDate): Promise<void> {
  await begin(ctx, day, true)
  await sql`
    insert into quality.count (day, rule, area_id, people, monthly)
    select ${day}, found.rule, coalesce(unit.now_id, subject.area_id), count(*), 0
    from pg_temp.found join pg_temp.subject on subject.person_id = found.person_id
    join pg_temp.unit on unit.area_id = subject.area_id
    group by 2, 3`.execute(ctx.db())
}

async function begin(ctx: Ctx, day: CivilDate, isPast: boolean) {
  await sql`delete from quality.count where day = ${day}`.execute(ctx.db())
  await sql`insert into quality.counted (day, is_past) values (${day}, ${isPast})
    on conflict (day) do update set is_past = excluded.is_past`.execute(ctx.db())
}

export async function listCounted(ctx: Ctx): Promise<CivilDate[]> {
  const { rows } = await sql<{ day: CivilDate }>`select day from quality.counted order by day`.execute(
    ctx.db(),
  )
  return rows.map(({ day }) => day)
}

/** Forgets the counts of single days once they are older than this one, but for the last of each month. */
export async function forgetDays(ctx: Ctx, before: CivilDate): Promise<void> {
  const past = sql`day < ${before} and extract(month from day + 1) = extract(month from day)`
  await sql`delete from quality.count where ${past}`.execute(ctx.db())
  await sql`delete from quality.counted where ${past}`.execute(ctx.db())
}
