import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { refreshStandings, registerVersion } from '#modules/entitlement'
import type { Job } from '#platform/server/jobs'
import { readRegister } from './read-register.ts'
import { keepSnapshot, keyOf } from './snapshots.ts'

const Input = z.object({ month: Month })

/**
 * Reads the register of a month for whoever asked. The version is looked up first: what changes while it is read makes
 * the snapshot stale, never wrongly fresh.
 */
export async function takeSnapshot(job: Job) {
  const { month } = Input.parse(job.input)
  const { key, version, readAt } = await job.request(async (ctx) => {
    await refreshStandings(ctx)
    return { key: await keyOf(ctx, month), version: await registerVersion(ctx), readAt: ctx.now }
  })
  const client = await job.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const register = await readRegister(client, {
      month,
      areaIds: job.actor.areaId === 0 ? undefined : job.actor.areaIds,
      progress: (done, total) => job.progress(done, total, 'people'),
    })
    await client.query('commit')
    await keepSnapshot(key, { register, version, readAt })
    return { people: register.length }
  } finally {
    await client.end()
  }
}
