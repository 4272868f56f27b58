import { listListedTwice } from '#modules/payroll'
import { matchPeople, type Looked } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job, type JobKinds } from '#platform/server/jobs'
import type { Subscribers } from '#platform/server/outbox'
import { followHomes, forgetPairs, keepPairs, listUndecided, writeStakes } from '../db/found-pairs.ts'

const kind = 'duplicates.find'
const moneyKind = 'duplicates.count_money'
const countedAtOnce = 2000

/** Asks for whoever changed to be compared with everybody; while that is under way, asking again changes nothing. */
export async function askForDuplicates(ctx: Ctx): Promise<void> {
  await enqueue(ctx, { kind, input: null, once: kind })
}

/** Looks for people written down twice: everybody in the first night, then whoever was written or changed since. */
function findDuplicates(job: Job) {
  return matchPeople(job, keepLooked)
}

async function keepLooked(ctx: Ctx, { lookedAt, pairs }: Looked) {
  await forgetPairs(ctx, lookedAt, pairs)
  await keepPairs(ctx, pairs)
  if (lookedAt !== 'everybody') await followHomes(ctx, lookedAt)
  await countMoney(ctx, await listUndecided(ctx, lookedAt))
}

/** What was listed for both of each open pair, so that what costs most is looked at first. */
async function countMoney(ctx: Ctx, pairs: Awaited<ReturnType<typeof listUndecided>>) {
  for (let start = 0; start < pairs.length; start += countedAtOnce) {
    const some = pairs.slice(start, start + countedAtOnce)
    const listed = await listListedTwice(ctx, some)
    await writeStakes(
      ctx,
      some.map(({ id }) => ({
        id,
        amount: (listed.get(id) ?? []).reduce((sum, { amount }) => sum + amount, 0),
      })),
    )
  }
}

export const duplicatesJobs: JobKinds = {
  [kind]: findDuplicates,
  [moneyKind]: async ({ request }) =>
    request(async (ctx) => {
      const pairs = await listUndecided(ctx, 'everybody')
      await countMoney(ctx, pairs)
      return { pairs: pairs.length }
    }),
}

export const duplicatesSubscribers: Subscribers = {
  'duplicates.look_at_who_changed': {
    on: ['people.registered', 'people.identity_corrected', 'people.moved'],
    run: (ctx) => askForDuplicates(ctx),
  },
  // A list that was approved may have given both of a pair something again.
  'duplicates.count_money': {
    on: ['payroll.run_approved'],
    run: async (ctx) => void (await enqueue(ctx, { kind: moneyKind, input: null, once: moneyKind })),
  },
}
