import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '#kernel/problem'
import type { Actor } from './context.ts'
import type { Database } from './database.ts'
import { connectAs } from './job-by-hand.ts'
import type { Job, JobKinds } from './jobs.ts'
import { request, type Aftermath } from './request.ts'
import type { StoredActor } from './tables.ts'

export type Working = {
  readonly db: Database
  /** Where a job’s own plain connections go, as the program’s role. */
  readonly programUrl: string
  readonly kinds: JobKinds
  readonly aftermath: Aftermath
  /** Hears of a job that failed for a reason nobody foresaw, and names the incident. */
  readonly onError: (error: unknown, job: { id: string; kind: string }) => string
}

const lease = sql`interval '10 seconds'`
const beatEvery = 1_000
const progressEvery = 200
/** How often a job is tried without getting further than before. */
const mostTries = 3

type Claimed = {
  id: string
  kind: string
  input: unknown
  actor: StoredActor
  attempt: number
  tries: number
  furthest: number
}

/** Why a job’s signal was aborted. */
type Halt = 'cancelled' | 'lost' | 'stopping'

/** Runs the next job that is due, or one whose worker is gone; false where there is none. */
export async function runNextJob(working: Working, stopping?: AbortSignal): Promise<boolean> {
  await giveUpHopeless(working.db)
  const claimed = await claim(working.db, Object.keys(working.kinds))
  if (!claimed) return false
  await run(working, claimed, stopping)
  return true
}

/** Whether there is anything for a worker to do. */
export async function isJobDue(db: Database, kinds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from platform.job where kind = any(${[...kinds]}::text[])
      and ((state = 'waiting' and (due_at <= now() or cancel_asked)) or (state = 'running' and leased_until < now()))) as due`.execute(
    db,
  )
  return rows[0]!.due // A question has an answer.
}

/** Takes the next job that is due, or one whose worker stopped renewing its lease. */
async function claim(db: Database, kinds: readonly string[]): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    update platform.job
    set state = 'running', attempt = attempt + 1, leased_until = now() + ${lease},
      tries = case when done > furthest then 1 else tries + 1 end, furthest = greatest(furthest, done)
    where id = (
      select id from platform.job
      where kind = any(${[...kinds]}::text[]) and not cancel_asked
        and ((state = 'waiting' and due_at <= now())
          or (state = 'running' and leased_until < now() and (tries < ${mostTries} or done > furthest)))
      order by due_at limit 1 for update skip locked)
    returning id, kind, input, actor, attempt, tries, furthest`.execute(db)
  return rows[0]
}

/** Ends what killed every worker that tried it and got no further, and what was cancelled before anybody could hear of it. */
async function giveUpHopeless(db: Database) {
  await sql`
    update platform.job
    set state = case when cancel_asked then 'cancelled' else 'failed' end, ended_at = now(), leased_until = null,
      problem = case when cancel_asked then null else jsonb_build_object('code', 'platform.job_gave_up', 'details', '{}'::jsonb) end
    where (state = 'running' and leased_until < now() and ((tries >= ${mostTries} and done <= furthest) or cancel_asked))
       or (state = 'waiting' and cancel_asked)`.execute(db)
}

async function run(working: Working, claimed: Claimed, stopping?: AbortSignal) {
  const { db, kinds } = working
  const { id, kind, attempt } = claimed
  const halt = new AbortController()
  const stop = () => halt.abort('stopping' satisfies Halt)
  stopping?.addEventListener('abort', stop)
  let shown = { done: 0, total: null as number | null, stage: null as string | null }
  let shownAt = 0

  const beat = async () => {
    const { done, total, stage } = shown
    const { rows } = await sql<{ asked: boolean }>`
      update platform.job set leased_until = now() + ${lease}, done = ${done}, total = ${total}, stage = ${stage}
      where id = ${id} and attempt = ${attempt} and state = 'running' returning cancel_asked as asked`.execute(
      db,
    )
    if (!rows[0]) halt.abort('lost' satisfies Halt)
    else if (rows[0].asked) halt.abort('cancelled' satisfies Halt)
  }
  // A beat that fails is not the end: the next may succeed, and if none does another worker takes over.
  const timer = setInterval(() => void beat().catch((error) => working.onError(error, claimed)), beatEvery)

  const job: Job = {
    id,
    input: claimed.input,
    actor: actorOf(claimed.actor),
    signal: halt.signal,
    progress: async (done, total, stage = shown.stage ?? undefined) => {
      const isNewStage = (stage ?? null) !== shown.stage
      shown = { done, total, stage: stage ?? null }
      if (isNewStage || performance.now() - shownAt > progressEvery) {
        shownAt = performance.now()
        await beat()
      }
      halt.signal.throwIfAborted()
    },
    request: (work) =>
      request(db, { actor: actorOf(claimed.actor) }, working.aftermath, async (ctx) => {
        const { rows } = await sql`select from platform.job
          where id = ${id} and attempt = ${attempt} and state = 'running'`.execute(ctx.db())
        if (rows.length === 0) halt.abort('lost' satisfies Halt)
        halt.signal.throwIfAborted()
        return work(ctx)
      }),
    connect: () => connectAs(working.programUrl, claimed.actor),
  }

  try {
    const output = await kinds[kind]!(job)
    await finish(db, claimed, { state: 'done', output: output ?? null, shown })
  } catch (error) {
    await settle(working, claimed, { error, halt: halt.signal, shown })
  } finally {
    clearInterval(timer)
    stopping?.removeEventListener('abort', stop)
  }
}

type Shown = { done: number; total: number | null; stage: string | null }

/** Decides what becomes of work that did not reach its end. */
async function settle(
  working: Working,
  claimed: Claimed,
  { error, halt, shown }: { error: unknown; halt: AbortSignal; shown: Shown },
) {
  const { db } = working
  const why = halt.aborted ? (halt.reason as Halt) : undefined // Only we abort it.
  if (why === 'lost') return
  if (why === 'cancelled') return finish(db, claimed, { state: 'cancelled', shown })
  if (why === 'stopping') return putBack(db, claimed)
  if (error instanceof Problem) {
    const { code, details } = error
    return finish(db, claimed, { state: 'failed', problem: { code, details }, shown })
  }
  const incident = working.onError(error, claimed)
  if (claimed.tries < mostTries || shown.done > claimed.furthest) return retryLater(db, claimed, shown)
  return finish(db, claimed, {
    state: 'failed',
    problem: { code: 'platform.job_gave_up', details: { incident } },
    shown,
  })
}

async function finish(
  db: Database,
  { id, attempt }: Claimed,
  {
    state,
    output,
    problem,
    shown,
  }: { state: 'done' | 'failed' | 'cancelled'; output?: unknown; problem?: unknown; shown: Shown },
) {
  await sql`update platform.job
    set state = ${state}, ended_at = now(), leased_until = null, done = ${shown.done}, total = ${shown.total},
      stage = ${shown.stage}, output = ${jsonOf(output)}::jsonb, problem = ${jsonOf(problem)}::jsonb
    where id = ${id} and attempt = ${attempt} and state = 'running'`.execute(db)
}

/** The program stops while the job runs: whoever starts next does it at once, and it does not count as an attempt. */
async function putBack(db: Database, { id, attempt }: Claimed) {
  await sql`update platform.job set state = 'waiting', attempt = attempt - 1, tries = tries - 1, leased_until = null, due_at = now()
    where id = ${id} and attempt = ${attempt} and state = 'running'`.execute(db)
}

async function retryLater(db: Database, { id, attempt, tries }: Claimed, { done }: Shown) {
  await sql`update platform.job set state = 'waiting', leased_until = null, done = ${done},
      due_at = now() + interval '2 seconds' * ${tries}
    where id = ${id} and attempt = ${attempt} and state = 'running'`.execute(db)
}

function jsonOf(value: unknown) {
  return value === undefined ? null : JSON.stringify(value)
}

function actorOf({ permissions, ...who }: StoredActor): Actor {
  return { ...who, permissions: new Set(permissions) }
}

export type Loop = { readonly stop: () => Promise<void> }

/** The longest pause after a step that failed again and again. */
const longestPause = 5_000

/**
 * Repeats a step as long as it finds something to do, and looks again after a pause when it does not; after a longer one
 * each time it fails, for what is not there will not come sooner by being asked.
 */
export function startLoop(
  step: (stopping: AbortSignal) => Promise<boolean>,
  { pause, onError }: { pause: number; onError: (error: unknown) => void },
): Loop {
  const halt = new AbortController()
  const ended = (async () => {
    let wait = pause
    while (!halt.signal.aborted) {
      let hasFailed = false
      const found = await step(halt.signal).catch((error: unknown) => {
        if (!halt.signal.aborted) onError(error)
        hasFailed = true
        return false
      })
      wait = hasFailed ? Math.max(pause, Math.min(2 * wait, longestPause)) : pause
      if (!found)
        await sleep(wait, undefined, { signal: halt.signal }).catch((error: Error) => {
          if (error.name !== 'AbortError') throw error
        })
    }
  })()
  return {
    stop: async () => {
      halt.abort()
      await ended
    },
  }
}
