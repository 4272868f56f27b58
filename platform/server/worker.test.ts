import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Problem } from '#kernel/problem'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { enqueue, forgetOldWork, type JobKinds } from './jobs.ts'
import { request, systemActor } from './request.ts'
import { runNextJob, startLoop, type Working } from './worker.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())
beforeEach(() => sql`delete from platform.job`.execute(own.db))

test('a job runs as whoever asked for it and its output is kept', async () => {
  const { jobId } = await ask('test.who', { say: 'chào' })
  await work({
    'test.who': (job) =>
      job.request(async (ctx) => {
        const { rows } = await sql`select current_setting('ansinh.area') as area`.execute(ctx.db())
        return { input: job.input, name: ctx.actor.name, ...rows[0]! }
      }),
  })
  expect(await find(jobId)).toMatchObject({
    state: 'done',
    output: { input: { say: 'chào' }, name: 'Lê Thị Hoa', area: '7' },
  })
})

test('a connection of its own acts as the actor too', async () => {
  const { jobId } = await ask('test.connect', {})
  await work({
    'test.connect': async (job) => {
      const client = await job.connect()
      const { rows } = await client.query(
        `select current_user as role, current_setting('ansinh.area') as area, current_setting('ansinh.user') as "user"`,
      )
      await client.end()
      return rows[0]
    },
  })
  expect(await find(jobId)).toMatchObject({
    output: { role: 'ansinh_program', area: '7', user: hoa.userId },
  })
})

test('a job asked for in a transaction that fails is not there', async () => {
  const failing = own.request(async (ctx) => {
    await enqueue(ctx, { kind: 'test.never', input: {} })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await countJobs()).toBe(0)
})

test('while one is open, asking again gives the same job; afterwards a new one', async () => {
  const first = await ask('test.once', {}, 'kỳ 11/2026')
  expect(await ask('test.once', {}, 'kỳ 11/2026')).toEqual({ jobId: first.jobId, isNew: false })
  await work({ 'test.once': () => Promise.resolve(null) })
  expect(await ask('test.once', {}, 'kỳ 11/2026')).toMatchObject({ isNew: true })
})

test('a problem ends the job with its code; it is not tried again', async () => {
  const { jobId } = await ask('test.refused', {})
  await work({
    'test.refused': () => Promise.reject(new Problem('payroll.run_exists', 409, { month: '2026-11' })),
  })
  expect(await find(jobId)).toMatchObject({
    state: 'failed',
    attempt: 1,
    problem: { code: 'payroll.run_exists', details: { month: '2026-11' } },
  })
})

test('a bug is tried three times and then given up, with the incident to ask about', async () => {
  const { jobId } = await ask('test.bug', {})
  const bug = { 'test.bug': () => Promise.reject(new Error('a bug')) }
  for (const attempt of [1, 2, 3]) {
    await sql`update platform.job set due_at = now()`.execute(own.db)
    await work(bug)
    expect(await find(jobId)).toMatchObject({ attempt, state: attempt < 3 ? 'waiting' : 'failed' })
  }
  expect(await find(jobId)).toMatchObject({ problem: { details: { incident: 'AS-TEST' } } })
})

test('two workers never have the same job', async () => {
  for (let n = 0; n < 20; n++) await ask('test.counted', { n })
  const done: unknown[] = []
  const kinds: JobKinds = {
    'test.counted': async (job) => {
      done.push(job.input)
      await sleep(5)
    },
  }
  await Promise.all([work(kinds), work(kinds)])
  expect(done).toHaveLength(20)
  expect(new Set(done.map((input) => JSON.stringify(input))).size).toBe(20)
})

test('progress is seen from outside while the work goes on', async () => {
  const { jobId } = await ask('test.progress', {})
  let seen: unknown
  await work({
    'test.progress': async (job) => {
      await job.progress(31_250, 43_435, 'lines')
      seen = await find(jobId)
    },
  })
  expect(seen).toMatchObject({ state: 'running', done: 31_250, total: 43_435, stage: 'lines' })
})

test('a wish to cancel reaches the work, and what it does afterwards does not count', async () => {
  const { jobId } = await ask('test.long', {})
  let began = 0
  const running = work({
    'test.long': async (job) => {
      await sql`update platform.job set cancel_asked = true where id = ${jobId}`.execute(own.db)
      began = performance.now()
      await sleep(30_000, undefined, { signal: job.signal })
    },
  })
  await running
  expect(performance.now() - began).toBeLessThan(15_000)
  expect(await find(jobId)).toMatchObject({ state: 'cancelled', problem: null })
})

test('cancelled before anybody began, it never begins', async () => {
  const { jobId } = await ask('test.unwanted', {})
  await sql`update platform.job set cancel_asked = true where id = ${jobId}`.execute(own.db)
  await work({ 'test.unwanted': () => Promise.reject(new Error('must not run')) })
  expect(await find(jobId)).toMatchObject({ state: 'cancelled', attempt: 0 })
})

test('a program that stops puts its job back, for whoever starts next, without counting the attempt', async () => {
  const { jobId } = await ask('test.long', {})
  const begun = Promise.withResolvers<void>()
  const kinds: JobKinds = {
    'test.long': async (job) => {
      begun.resolve()
      await sleep(30_000, undefined, { signal: job.signal })
    },
  }
  const loop = startLoop((stopping) => runNextJob(working(kinds), stopping), { pause: 10, onError: fail })
  await begun.promise
  await loop.stop()
  expect(await find(jobId)).toMatchObject({ state: 'waiting', attempt: 0 })
})

test('a worker that lost its job to another can write nothing more in its name', async () => {
  const { jobId } = await ask('test.slow', {})
  await work({
    'test.slow': async (job) => {
      await sql`update platform.job set attempt = attempt + 1 where id = ${jobId}`.execute(own.db) // As a second worker does.
      await expect(job.request(() => Promise.resolve('written'))).rejects.toBe('lost')
      expect(job.signal.aborted).toBe(true)
    },
  })
  expect(await find(jobId)).toMatchObject({ state: 'running', output: null })
})

test('a worker killed in the middle: another takes the job over and finishes it', async () => {
  const { jobId } = await ask('test.slow', {})
  await killWorkerIn(jobId)
  expect(await work({ 'test.slow': () => Promise.resolve('too early') })).toBe(0)
  await sleep(10_500)
  await work({ 'test.slow': () => Promise.resolve('by the second worker') })
  expect(await find(jobId)).toMatchObject({ state: 'done', attempt: 2, output: 'by the second worker' })
})

test('a job that kills every worker at the same place is given up', async () => {
  const { jobId } = await ask('test.slow', {})
  // The first of them got somewhere; three more get no further.
  for (let attempt = 1; attempt <= 4; attempt++) {
    await killWorkerIn(jobId)
    await sql`update platform.job set leased_until = now() - interval '1 second'`.execute(own.db)
  }
  expect(await work({ 'test.slow': () => Promise.resolve('never') })).toBe(0)
  expect(await find(jobId)).toMatchObject({ state: 'failed', problem: { code: 'platform.job_gave_up' } })
})

test('a job that gets further each time is never given up, until it stays where it was', async () => {
  const { jobId } = await ask('test.further', {})
  let reached = 0
  const fail = (step: number): JobKinds => ({
    'test.further': async (job) => {
      reached += step
      await job.progress(reached, 100)
      throw new Error('interrupted')
    },
  })
  for (let attempt = 1; attempt <= 6; attempt++) {
    await work(fail(10))
    expect(await find(jobId)).toMatchObject({ attempt, state: 'waiting', done: attempt * 10 })
    await sql`update platform.job set due_at = now()`.execute(own.db)
  }
  for (const state of ['waiting', 'waiting', 'failed']) {
    await work(fail(0))
    expect(await find(jobId)).toMatchObject({ state, done: 60 })
    await sql`update platform.job set due_at = now()`.execute(own.db)
  }
})

test('a job whose worker is killed after it got further is taken over once more', async () => {
  const { jobId } = await ask('test.slow', {})
  for (let attempt = 1; attempt <= 4; attempt++) {
    await killWorkerIn(jobId)
    await sql`update platform.job set leased_until = now() - interval '1 second', done = ${attempt}`.execute(
      own.db,
    )
  }
  expect(await work({ 'test.slow': () => Promise.resolve('whole') })).toBe(1)
  expect(await find(jobId)).toMatchObject({ state: 'done', attempt: 5, output: 'whole' })
})

test('jobs that ended a month ago are forgotten, open ones never', async () => {
  for (const days of [1, 40]) {
    const { jobId } = await ask('test.old', {})
    await sql`update platform.job set state = 'done', ended_at = now() - interval '1 day' * ${days}
      where id = ${jobId}`.execute(own.db)
  }
  await ask('test.open', {})
  await sql`update platform.job set created_at = now() - interval '90 days'`.execute(own.db)
  await forgetOldWork(own.db)
  expect(await countJobs()).toBe(2)
})

const hoa = {
  ...systemActor(['payroll.prepare']),
  userId: '0197f000-0000-7000-8000-000000000001',
  name: 'Lê Thị Hoa',
  areaId: 7,
  areaIds: [7, 8],
}
const aftermath = { publish: () => Promise.resolve(), record: () => '' }

function ask(kind: string, input: unknown, once?: string) {
  return request(own.db, { actor: hoa }, aftermath, (ctx) => enqueue(ctx, { kind, input, once }))
}

function fail(error: unknown): never {
  throw error
}

function working(kinds: JobKinds): Working {
  return { db: own.db, programUrl: own.programUrl, kinds, aftermath, onError: () => 'AS-TEST' }
}

/** Runs what is due and says how many jobs that were. */
async function work(kinds: JobKinds) {
  let ran = 0
  while (await runNextJob(working(kinds))) ran++
  return ran
}

async function find(jobId: string) {
  const { rows } = await sql`select * from platform.job where id = ${jobId}`.execute(own.db)
  return rows[0]
}

async function countJobs() {
  const { rows } = await sql<{ count: number }>`select count(*)::int from platform.job`.execute(own.db)
  return rows[0]!.count
}

async function killWorkerIn(jobId: string) {
  const file = fileURLToPath(new URL('../../app/testing/worker-process.ts', import.meta.url))
  const worker = spawn(process.execPath, [file, own.programUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(worker.stdout, 'data')
  expect(await find(jobId)).toMatchObject({ state: 'running', stage: 'by the first worker' })
  worker.kill('SIGKILL')
  await once(worker, 'exit')
}
