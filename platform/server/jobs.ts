import { sql } from 'kysely'
import type { Client } from 'pg'
import type { Actor, Ctx } from './context.ts'
import type { Database } from './database.ts'
import type { PlatformTables } from './tables.ts'

/** One run of a piece of work that outlives its request. It may be run again from the start, so it must be idempotent. */
export type Job = {
  readonly id: string
  /** What the request gave; the kind parses it. */
  readonly input: unknown
  /** On whose behalf, as they were when they asked. */
  readonly actor: Actor
  /** A transaction of its own, as the actor; refused once another worker has taken the job over. */
  readonly request: <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>
  /** A plain connection that already acts as the actor, for COPY; whoever asks for it ends it. */
  readonly connect: () => Promise<Client>
  /** Shows how far it is and renews the lease; throws once the work should stop. */
  readonly progress: (done: number, total: number | null, stage?: string) => Promise<void>
  /** Aborted when somebody cancels, the program stops, or another worker has the job. */
  readonly signal: AbortSignal
}

/** What a module can do in the background: `payroll.generate` → the function that does it and returns its output. */
export type JobKinds = Readonly<Record<string, (job: Job) => Promise<unknown>>>

export type NewJob = {
  readonly kind: string
  readonly input: unknown
  /** While a job of this kind and name is open, asking again gives that one. */
  readonly once?: string | undefined
}

/** Asks for work to be done after this transaction, as this actor; `isNew` is false where it had been asked already. */
export async function enqueue(
  ctx: Ctx,
  { kind, input, once }: NewJob,
): Promise<{ jobId: string; isNew: boolean }> {
  const db = ctx.db<PlatformTables>()
  const { permissions, sessionId: _ends, ...who } = ctx.actor
  const row = {
    kind,
    once: once ?? null,
    input: JSON.stringify(input ?? null),
    actor: JSON.stringify({ ...who, permissions: [...permissions] }),
  }
  for (;;) {
    const added = await db
      .insertInto('platform.job')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) return { jobId: added.id, isNew: true }
    const open = await db
      .selectFrom('platform.job')
      .select('id')
      .where('kind', '=', kind)
      .where('once', '=', once!) // Only `once` can conflict.
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirst()
    if (open) return { jobId: open.id, isNew: false } // Otherwise it ended between the two statements.
  }
}

/** The work of a kind that waits or goes on, if there is any. */
export async function findOpenJob(ctx: Ctx, kind: string): Promise<string | undefined> {
  const row = await ctx
    .db<PlatformTables>()
    .selectFrom('platform.job')
    .select('id')
    .where('kind', '=', kind)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return row?.id
}

/** Whether a piece of work waits or goes on. */
export async function isOpenJob(ctx: Ctx, id: string | null): Promise<boolean> {
  if (id === null) return false
  const row = await ctx
    .db<PlatformTables>()
    .selectFrom('platform.job')
    .select('id')
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return row !== undefined
}

/** Removes what was done long ago: people look at recent work only, and delivered events have had their effect. */
export async function forgetOldWork(db: Database) {
  await sql`delete from platform.job where ended_at < now() - interval '30 days'`.execute(db)
  await sql`delete from platform.delivery where done_at < now() - interval '30 days'`.execute(db)
  await sql`delete from platform.event e where recorded_at < now() - interval '30 days'
    and not exists (select from platform.delivery where event_id = e.id)`.execute(db)
}
