import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'vitest'
import type { OwnDatabase } from './own-database.ts'

/**
 * Runs a program of its own and kills it as soon as it says something. Comes back when the database has taken back whatever
 * was not committed: the server notices a connection that is gone only a moment later.
 */
export async function killOnceItSpeaks(own: OwnDatabase, file: string, ...words: readonly string[]) {
  const program = spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(program, 'exit')
  const hasSpoken = await Promise.race([
    once(program.stdout, 'data').then(() => true),
    ended.then(() => false),
  ])
  expect(hasSpoken, `${file} ended before it came so far`).toBe(true)
  program.kill('SIGKILL')
  await ended
  await expect.poll(() => transactionsOf(own), { timeout: 20_000, interval: 20 }).toBe(0)
}

/** How many transactions are open in a database beside the one that asks. */
async function transactionsOf(own: OwnDatabase): Promise<number> {
  const { rows } = await own.request((ctx) =>
    sql<{ open: number }>`
      select count(*)::int as open from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and xact_start is not null and backend_type = 'client backend'`.execute(ctx.db()),
  )
  return rows[0]!.open
}
