import { sql } from 'kysely'
import { basename } from 'node:path'
import type { Database } from './database.ts'

/** Whether this node can do its work, and what it would tell whoever looks after it. */
export type Readiness = {
  readonly isReady: boolean
  readonly database: boolean
  /** Migrations this program knows and the database has not run. */
  readonly missingMigrations: readonly string[]
  readonly jobsWaiting: number
  readonly jobsRunning: number
  readonly oldestWaitingSeconds: number
  readonly eventsOwed: number
  readonly deliveriesFailing: number
}

type Counts = Omit<Readiness, 'isReady' | 'database' | 'missingMigrations'> & { names: string[] }

const unreachable: Readiness = {
  isReady: false,
  database: false,
  missingMigrations: [],
  jobsWaiting: 0,
  jobsRunning: 0,
  oldestWaitingSeconds: 0,
  eventsOwed: 0,
  deliveriesFailing: 0,
}

export async function checkReadiness(
  db: Database,
  migrations: readonly string[],
  onError: (error: unknown) => void,
): Promise<Readiness> {
  try {
    const { rows } = await sql<Counts>`
      select
        (select array_agg(name) from public.migration) as names,
        (select count(*) from platform.job where state = 'waiting')::int as jobs_waiting,
        (select count(*) from platform.job where state = 'running')::int as jobs_running,
        (select coalesce(extract(epoch from max(now() - due_at)), 0) from platform.job
          where state = 'waiting' and due_at < now())::int as oldest_waiting_seconds,
        (select count(*) from platform.delivery where done_at is null)::int as events_owed,
        (select count(*) from platform.delivery where done_at is null and error is not null)::int as deliveries_failing
      `.execute(db)
    const { names, ...counts } = rows[0]! // A select without a table gives one row.
    const missingMigrations = migrations.map((file) => basename(file)).filter((name) => !names.includes(name))
    return { isReady: missingMigrations.length === 0, database: true, missingMigrations, ...counts }
  } catch (error) {
    onError(error)
    return unreachable
  }
}
