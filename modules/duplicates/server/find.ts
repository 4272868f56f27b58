import { listListedTwice } from '#modules/payroll'
import { matchPeople, type Looked } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job, type JobKinds } from '#platform/server/jobs'
import type { Subscribers } from '#platform/server/outbox'
import { followHomes, forgetPairs, keepPairs, listUndecided, writeStakes } from '../db/found-pairs.ts'

const kind = 'duplicates.find'

/** Asks for whoever changed to be compared with everybody; while that is under way, asking again changes nothing. */
export async function askForDuplicates(ctx: Ctx): Promise<void> {
  await enqueue(ctx, { kind, input: null, once: kind })
}

/** Looks for people written down twice: everybody in the first night, then whoever was written or changed since. */
async function findDuplicates(job: Job) {
  const done = await matchPeople(job, keepLooked)
  await job.request(countStakes)
  return done
}

async function keepLooked(ctx: Ctx, { lookedAt, pairs }: Looked) {
  await forgetPairs(ctx, lookedAt, pairs)
  await keepPairs(ctx, pairs)
  if (lookedAt !== 'everybody') await followHomes(ctx, lookedAt)
}

/** What was listed for both of each open pair, so that what costs most is looked at first. */
async function countStakes(ctx: Ctx) {
  const pairs = await listUndecided(ctx)
  const listed = await listListedTwice(ctx, pairs)
  await writeStakes(
    ctx,
    pairs.map(({ id }) => ({
      id,
      amount: (listed.get(id) ?? []).reduce((sum, { amount }) => sum + amount, 0),
    })),
  )
}

export const duplicatesJobs: JobKinds = { [kind]: findDuplicates }

export const duplicatesSubscribers: Subscribers = {
  'duplicates.look_at_who_changed': {
    on: ['people.registered', 'people.identity_corrected', 'people.moved'],
    run: (ctx) => askForDuplicates(ctx),
  },
}
