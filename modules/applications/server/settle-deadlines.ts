import { createHash } from 'node:crypto'
import { loadCalendar } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { readSetting, writeSetting } from '#platform/server/settings'
import { listOpenForUpdate, setDeadlines } from '../db/deadlines.ts'
import { deadlinesOf } from '../domain/plan.ts'
import { procedures } from '../domain/procedures/index.ts'
import { openFiles } from './open-file.ts'

export const settleDeadlinesKind = 'applications.settle_deadlines'

const settledKey = 'applications.deadlines'
const batchSize = 200

/** Asks for the days of open files to be counted anew once the calendar or the procedures are others than they were counted by. */
export async function askForDeadlines(ctx: Ctx) {
  if ((await readSetting(ctx, settledKey)) !== (await fingerprintOfRules(ctx)))
    await enqueue(ctx, { kind: settleDeadlinesKind, input: null, once: settleDeadlinesKind })
}

/**
 * Counts the days of every open file by the calendar and the procedures of now, and keeps those that are others: a year that was only
 * expected has been announced, a clock was added, or a file was written before its step had one. Nobody’s version of a file grows old by it.
 */
export async function settleDeadlines({ request, progress }: Pick<Job, 'request' | 'progress'>) {
  const counted = await request(fingerprintOfRules)
  let [after, looked, changed] = ['', 0, 0]
  for (;;) {
    const found = await request((ctx) => settleSome(ctx, after))
    looked += found.looked
    changed += found.changed
    if (found.last === undefined) break
    after = found.last
    await progress(looked, null)
  }
  await request((ctx) => writeSetting(ctx, settledKey, counted))
  return { looked, changed }
}

async function settleSome(ctx: Ctx, after: string) {
  const open = await listOpenForUpdate(ctx, { after, limit: batchSize })
  const calendar = await loadCalendar(ctx)
  const differing = (await openFiles(ctx, open)).flatMap(({ application, edition, way }) => {
    const { dueAt, actBy } = deadlinesOf(edition, way, { calendar, now: ctx.now })
    const isSame = dueAt === application.dueAt && actBy === application.actBy
    return isSame ? [] : [{ id: application.id, dueAt, actBy }]
  })
  await setDeadlines(ctx, differing)
  return { looked: open.length, changed: differing.length, last: open.at(-1)?.id }
}

async function fingerprintOfRules(ctx: Ctx): Promise<string> {
  const { days } = await loadCalendar(ctx)
  const rules = JSON.stringify([[...days.values()], procedures])
  return createHash('sha256').update(rules).digest('hex').slice(0, 16)
}
