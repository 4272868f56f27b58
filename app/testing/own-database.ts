import { inject } from 'vitest'
import { instant, type Instant } from '#kernel/civil-date'
import type { Actor, Ctx } from '#platform/server/context'
import { openDatabase, type Database } from '#platform/server/database'
import type { JobKinds } from '#platform/server/jobs'
import { deliverNext, publish, type Subscribers } from '#platform/server/outbox'
import { createDatabase, dropDatabase, urlsOf } from '#platform/server/postgres'
import { request, systemActor, type Aftermath } from '#platform/server/request'
import { runNextJob } from '#platform/server/worker'
import * as composition from '../composition.ts'
import { holdTestServer } from './test-server.ts'

export type OwnDatabase = {
  readonly db: Database
  readonly programUrl: string
  readonly ownerUrl: string
  /** One committed transaction, for the whole country unless an actor is given. */
  readonly request: <Result>(
    work: (ctx: Ctx) => Promise<Result>,
    who?: { actor?: Partial<Actor>; now?: Instant },
  ) => Promise<Result>
  /** Runs every job that is due, one after the other. */
  readonly runJobs: () => Promise<void>
  /** Delivers every event that is owed; where a module is named, what is owed to that one. */
  readonly deliver: (module?: string) => Promise<void>
  readonly drop: () => Promise<void>
}

/**
 * A migrated database of a test’s own, for what needs several connections and real commits: jobs, COPY, races.
 * `beforeAll(async () => { own = await openOwnDatabase() })`, `afterAll(() => own.drop())`.
 */
export async function openOwnDatabase({
  kinds = composition.jobKinds,
  subscribers = composition.subscribers,
}: { kinds?: JobKinds; subscribers?: Subscribers } = {}): Promise<OwnDatabase> {
  const server = await holdTestServer()
  const name = `${inject('copies')}_own_${crypto.randomUUID().slice(0, 8)}`
  await createDatabase(server, name, inject('template'))
  const { programUrl, ownerUrl } = urlsOf(server, name)
  const db = openDatabase(programUrl, 4)
  const aftermath: Aftermath = {
    ...composition.aftermath,
    publish: (ctx, events) => publish(subscribers, ctx, events),
  }
  const onError = (error: unknown): never => {
    throw error
  }
  return {
    db,
    programUrl,
    ownerUrl,
    request: (work, { actor, now = instant('2026-11-23T02:00:00Z') } = {}) =>
      request(db, { actor: { ...systemActor(), ...actor }, now }, aftermath, work),
    runJobs: async () => {
      while (await runNextJob({ db, programUrl, kinds, aftermath, onError }));
    },
    deliver: async (module) => {
      const isMeant = (name: string) => module === undefined || name.startsWith(`${module}.`)
      const meant = Object.fromEntries(Object.entries(subscribers).filter(([name]) => isMeant(name)))
      while (await deliverNext({ db, subscribers: meant, aftermath, onError }));
    },
    drop: async () => {
      await db.destroy()
      await dropDatabase(server, name)
      server.release()
    },
  }
}
