import { sql } from 'kysely'
import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import type { Database } from '#platform/server/database'

/** Scattered is for tests: as few people as in the tiny one, but over all communes, so that what goes wrong in a far corner shows. */
export const DemoSize = z.enum(['tiny', 'scattered', 'province', 'full'])
export type DemoSize = z.infer<typeof DemoSize>

/** What a demonstration was made of; with the same, the same is made again. */
export const DemoState = z.object({
  state: z.enum(['creating', 'ready']),
  size: DemoSize,
  until: Month,
  /** The last day that was worked at the desks; demonstrations made before there were desks have none. */
  through: CivilDate.optional(),
  seed: z.int(),
})
export type DemoState = z.infer<typeof DemoState>

export async function readDemo(db: Database): Promise<DemoState | undefined> {
  const { rows } = await sql<{
    value: unknown
  }>`select value from platform.setting where key = 'demo'`.execute(db)
  return rows[0] && DemoState.parse(rows[0].value)
}

export async function writeDemo(db: Database, demo: DemoState) {
  const value = JSON.stringify(demo)
  await sql`insert into platform.setting (key, value) values ('demo', ${value}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(db)
}

/** Whether anybody real may be in this database: people, accounts or runs that no demonstration made. */
export async function isInUse(db: Database): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from people.person) or exists (select from identity.user) or exists (select from payroll.run)
      as used`.execute(db)
  return rows[0]!.used
}

/** What was there before any demonstration: units, the calendar, the trail of audit, and rows a migration wrote. */
const kept = {
  schemas: ['public', 'geography', 'audit', 'platform'],
  tables: ['population.sync', 'notices.channel'],
  emptied: ['platform.job', 'platform.event', 'platform.delivery', 'platform.file'],
}

/** Empties what a demonstration filled and what was done in it since, of whatever module; what was there before stays. */
export async function wipe(owner: Database) {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and schemaname <> all(${kept.schemas}::text[])
        and schemaname || '.' || tablename <> all(${kept.tables}::text[])
      or schemaname || '.' || tablename = any(${kept.emptied}::text[])
    order by 1`.execute(owner)
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.raw(name)))} restart identity cascade`.execute(
    owner,
  )
  await sql`update population.sync set last_number = 0, newest_number = 0, tries = 0, down_since = null, next_try_at = null,
    trouble = null, last_success_at = null`.execute(owner)
  await sql`delete from platform.setting where key in ('demo', 'payroll.opening', 'identity.demo_accounts', 'cashless.counted')`.execute(
    owner,
  )
}
