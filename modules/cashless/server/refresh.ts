import { z } from 'zod'
import { addMonths, CivilDate, dayOf, Instant, monthOf } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { lock } from '#platform/server/request'
import { readSetting, writeSetting } from '#platform/server/settings'
import { forWholeCountry } from '#platform/server/whole-country'
import { countPayees } from '../db/payees.ts'
import { countResults } from '../db/results.ts'

export const refreshKind = 'cashless.refresh'
const key = 'cashless.counted'

/** A unit whose last list is older than so many months is not paid here any more. */
const listsLast = 3
/** Answers about older months are rare: they are counted once a day, these whenever something is heard. */
const monthsInMotion = 3

const Counted = z.object({
  /** When payees and orders were counted last. */
  at: Instant,
  /** The day on which every month was counted anew. */
  wholeOn: CivilDate,
})

/** What another version of the program wrote is as good as nothing: everything is counted again. */
async function findCounted(ctx: Ctx) {
  return Counted.optional()
    .catch(undefined)
    .parse(await readSetting(ctx, key))
}

/** When the figures were counted last; null before the first time. */
export async function findCountedAt(ctx: Ctx): Promise<Instant | null> {
  return (await findCounted(ctx))?.at ?? null
}

/** Asks for the figures to be counted again; while that waits, asking again changes nothing. */
export async function askForCounting(ctx: Ctx): Promise<void> {
  await enqueue(ctx, { kind: refreshKind, input: null, once: refreshKind })
}

/** Every hour: ways come into force and days pass without anybody telling. */
export async function askForCountingDaily(ctx: Ctx): Promise<void> {
  const at = await findCountedAt(ctx)
  if (at === null || dayOf(at) < ctx.today) await askForCounting(ctx)
}

/** Counts payees and what became of their orders, each in a transaction of its own. It may be done again at any time. */
export async function refresh({ request, progress }: Pick<Job, 'request' | 'progress'>) {
  const payees = await request((ctx) =>
    forWholeCountry(ctx, async (ctx) => {
      await lock(ctx, refreshKind)
      return countPayees(ctx, addMonths(monthOf(ctx.today), -listsLast))
    }),
  )
  await progress(1, 2)
  await request((ctx) =>
    forWholeCountry(ctx, async (ctx) => {
      await lock(ctx, refreshKind)
      const isWhole = (await findCounted(ctx))?.wholeOn !== ctx.today
      await countResults(ctx, isWhole ? null : addMonths(monthOf(ctx.today), -monthsInMotion))
      await writeSetting(ctx, key, { at: ctx.now, wholeOn: ctx.today })
    }),
  )
  return { payees }
}
