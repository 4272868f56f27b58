import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '#platform/server/jobs'
import { silence } from '#platform/server/log'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { startWorkersBeside, workOff } from './workers.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

test('beside a server jobs are done by a thread, one after the other, until the server stops', async () => {
  const { db, programUrl } = own
  const workers = startWorkersBeside({ db, programUrl, log: silence, jobsAtOnce: 2 })
  for (const _ of ['the first starts the thread', 'the second finds it there'])
    expect(await ended(await ask())).toEqual({ state: 'failed', code: 'payroll.run_not_found' })
  await workers.stop()
  const late = await ask()
  await sleep(500)
  expect(await stateOf(late)).toMatchObject({ state: 'waiting' })
})

test('what another process does is left to it until that has ended', async () => {
  const { db, programUrl } = own
  const { promise: elsewhere, resolve: end } = Promise.withResolvers<void>()
  const workers = startWorkersBeside({ db, programUrl, log: silence, jobsAtOnce: 1, elsewhere })
  const theirs = await ask()
  await sleep(500)
  expect(await stateOf(theirs)).toMatchObject({ state: 'waiting' })
  await workOff({ db, programUrl, log: silence })
  expect(await stateOf(theirs)).toMatchObject({ state: 'failed', code: 'payroll.run_not_found' })
  end()
  expect(await ended(await ask())).toEqual({ state: 'failed', code: 'payroll.run_not_found' })
  await workers.stop()
})

/** A job that comes to a known end without anything to work on. */
async function ask() {
  const asked = await own.request((ctx) =>
    enqueue(ctx, { kind: 'payroll.generate', input: { runId: crypto.randomUUID() } }),
  )
  return asked.jobId
}

async function ended(jobId: string) {
  for (;;) {
    const { hasEnded, ...end } = await stateOf(jobId)
    if (hasEnded) return end
    await sleep(50)
  }
}

async function stateOf(jobId: string) {
  const { rows } = await own.request((ctx) =>
    sql<{ state: string; code: string | null; hasEnded: boolean }>`
      select state, problem->>'code' as code, ended_at is not null as has_ended
      from platform.job where id = ${jobId}`.execute(ctx.db()),
  )
  return rows[0]!
}
