import { monthOf } from '#kernel/civil-date'
import type { components } from '#modules/entitlement/contract'
import { listAwards } from '#modules/entitlement'
import { countReadyInImport, knownInImport, peopleAround, summariesOf, takeInOnTrial } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import { JobId } from '#platform/contract/jobs'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { forWholeCountry } from '#platform/server/whole-country'
import { effectsAtOnce, type ImportEffects } from '../contract.ts'
import {
  beginCount,
  endCount,
  findCount,
  listImportEffects,
  noteStretch,
  sumLasting,
} from '../db/import-effects.ts'
import { effectsOf } from '../domain/effect.ts'
import { monthsToCompare } from './months-to-compare.ts'
import { duesOf, lookedAt, tryForWholeCountry } from './preview.ts'

/** So many rows are tried in one transaction: whoever else works on these people waits no longer than for that. */
const rowsAtOnce = 250

export const countKind = 'changes.count_import_effects'

/** Asks for the count of what a list comes to; asked again while it is going on, that is the same. */
export async function countImportEffects(ctx: Ctx, { id }: { id: string }): Promise<{ jobId: JobId }> {
  const ready = await countReadyInImport(ctx, id)
  const { jobId, isNew } = await enqueue(ctx, { kind: countKind, input: { importId: id }, once: id })
  if (isNew) await beginCount(ctx, { importId: id, jobId, ready })
  return { jobId: JobId.parse(jobId) }
}

/**
 * Counts it, stretch by stretch: rows are taken in, the law is asked, and all of it is taken back. Each stretch is kept with
 * how far it came, so that a count that was cut off goes on. What the list grants whoever is new is its own to say.
 */
export async function countJob(job: Job): Promise<void> {
  const { importId } = job.input as { importId: string } // As it was asked for.
  for (;;) {
    const done = await job.request((ctx) => countStretch(ctx, importId))
    if (!done) return
    await job.progress(done.counted, Math.max(done.ready, done.counted), 'counting')
    if (done.isLast) break
  }
  await job.request((ctx) => endCount(ctx, importId))
}

/** Tries the next rows; undefined where the list, and its count with it, is gone. */
async function countStretch(ctx: Ctx, importId: string) {
  const count = await findCount(ctx, importId)
  if (!count) return undefined
  const stretch = { id: importId, after: count.afterRow, most: rowsAtOnce }
  const { personIds, rows, last } = await knownInImport(ctx, stretch)
  const isLast = rows < rowsAtOnce
  // Whoever lives with somebody of the list may be given otherwise by what it says of them.
  const { concerned, months } = await forWholeCountry(ctx, async (ctx) => {
    const awards = await listAwards(ctx, await peopleAround(ctx, { personIds }))
    const holders = awards.map(({ personId }) => personId)
    return {
      concerned: [...new Set([...personIds, ...holders])],
      months: monthsToCompare(ctx, awards),
    }
  })
  const before = await duesOf(ctx, concerned, months)
  const after =
    // Those whom nobody knows yet take nothing from anybody.
    concerned.length === 0
      ? before
      : await tryForWholeCountry(ctx, async (ctx) => {
          await takeInOnTrial(ctx, stretch)
          return duesOf(ctx, concerned, months)
        })
  const ahead = months.filter((month) => month >= monthOf(ctx.today))
  await noteStretch(ctx, {
    importId,
    last,
    rows,
    people: personIds.length,
    looked: lookedAt(months),
    effects: [
      ...effectsOf({ before: before.given, after: after.given }, { months, isAwarded: true }),
      ...effectsOf({ before: before.possible, after: after.possible }, { months: ahead, isAwarded: false }),
    ],
  })
  return { counted: count.counted + rows, ready: count.ready, isLast }
}

/** What a list comes to for those who are given something already, as it was last counted; the greatest differences first. */
export async function importEffects(
  ctx: Ctx,
  { id, page }: { id: string; page: number },
): Promise<ImportEffects> {
  const ready = await countReadyInImport(ctx, id)
  const count = await findCount(ctx, id)
  if (!count?.finishedAt)
    return { jobId: count ? JobId.parse(count.jobId) : null, ready, counted: null, page, effects: [] }
  const { total, ...lasting } = await sumLasting(ctx, id)
  const effects = await listImportEffects(ctx, {
    importId: id,
    offset: (page - 1) * effectsAtOnce,
    most: effectsAtOnce,
  })
  const people = await summariesOf(
    ctx,
    effects.map(({ personId }) => personId),
  )
  const { finishedAt, ready: rows, firstMonth, lastMonth } = count
  const present = monthOf(ctx.today)
  return {
    jobId: null,
    ready,
    counted: {
      at: finishedAt,
      rows,
      people: count.people,
      looked: { from: firstMonth ?? present, through: lastMonth ?? present },
      lasting,
      total,
    },
    page,
    effects: effects.map(({ personId, component, ...effect }) => ({
      ...effect,
      component: component as (typeof components)[number], // As the law names them.
      person: { id: PersonId.parse(personId), fullName: people.get(personId)?.fullName ?? null },
    })),
  }
}
