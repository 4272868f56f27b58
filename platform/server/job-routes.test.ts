import { sql } from 'kysely'
import { expect } from 'vitest'
import { cancelJob, getJob, listMyJobs, type JobId } from '#platform/contract/jobs'
import { test, type World } from '#testing/world'
import { enqueue } from './jobs.ts'

test('whoever asked for work sees how far it is, and nobody needs a further permission for that', async ({
  world,
}) => {
  const { hoa, id } = await givenJob(world)
  await sql`update platform.job set state = 'running', done = 3, total = 12, stage = 'lines'`.execute(
    world.ctx.db(),
  )
  expect(await hoa.call(getJob, { id })).toMatchObject({
    state: 'running',
    done: 3,
    total: 12,
    stage: 'lines',
  })
  expect(await hoa.call(listMyJobs, { isOpen: true })).toMatchObject([{ id }])
})

test('to others it does not exist, unless they watch the jobs of that area', async ({ world }) => {
  const { id } = await givenJob(world)
  const other = { userId: '0197f000-0000-7000-8000-0000000000ee', areaId: 7, areaIds: [7, 8] }
  const colleague = world.as({ ...other, can: ['identity.self'] })
  await expect(colleague.call(getJob, { id })).rejects.toThrow('platform.job_not_found')
  await expect(colleague.call(cancelJob, { id })).rejects.toThrow('platform.job_not_found')
  expect(await colleague.call(listMyJobs, {})).toEqual([])
  const watcher = world.as({ ...other, can: ['identity.self', 'jobs.read'] })
  expect(await watcher.call(getJob, { id })).toMatchObject({ id })
  const elsewhere = world.as({ ...other, areaId: 9, areaIds: [9], can: ['identity.self', 'jobs.read'] })
  await expect(elsewhere.call(getJob, { id })).rejects.toThrow('platform.job_not_found')
})

test('a job can be cancelled until it has ended, and the trail says who did', async ({ world }) => {
  const { hoa, id } = await givenJob(world)
  await hoa.call(cancelJob, { id })
  expect(await hoa.call(getJob, { id })).toMatchObject({ isCancelAsked: true })
  await sql`update platform.job set state = 'cancelled', ended_at = now()`.execute(world.ctx.db())
  await expect(hoa.call(cancelJob, { id })).rejects.toThrow('platform.job_already_ended')
  const { rows } = await sql`select action, subject from audit.entry`.execute(world.ctx.db())
  expect(rows).toEqual([{ action: 'platform.job_cancelled', subject: id }])
})

/** A job that Hoa asked for in unit 8. */
async function givenJob(world: World) {
  const hoa = world.as({ can: ['identity.self'], areaId: 8, areaIds: [8] })
  const { jobId } = await enqueue(hoa.ctx, { kind: 'test.job', input: {} })
  return { hoa, id: jobId as JobId } // The database made it a uuid.
}
