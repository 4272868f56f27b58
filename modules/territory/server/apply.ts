import { addDays } from '#kernel/civil-date'
import { applyStep as changeUnits, successionOf, type ReformStep } from '#modules/geography'
import { followUnits } from '#modules/identity'
import { countInVillages, followSplit } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { lock } from '#platform/server/request'
import { forWholeCountry } from '#platform/server/whole-country'
import {
  getReform,
  getStep,
  listDueSteps,
  listSteps,
  markApplied,
  markCancelled,
  markOrdered,
} from '../db/reforms.ts'
import { insertToPlace } from '../db/to-place.ts'
import type { Outcome } from '../domain/figures.ts'
import { problems } from '../domain/problems.ts'
import { countStep, waysByVillage } from './count.ts'
import { keepGiven } from './outlines.ts'
import { planLines } from './plan.ts'

export const applyKind = 'territory.apply'

/** Orders a step: at once where its day has come, otherwise on that day. Asked again, it gives the same. */
export async function orderStep(ctx: Ctx, { id }: { id: string }): Promise<{ jobId: string | null }> {
  await lock(ctx, 'territory.step')
  const step = await getStep(ctx, id, { isLocked: true })
  if (step.state === 'ordered' || step.state === 'applied') return { jobId: step.jobId }
  if (step.state !== 'planned') throw problems('step_wrong_state', { state: step.state })
  const earlier = (await listSteps(ctx, [step.reformId])).find(
    (one) => one.effective < step.effective && one.state !== 'applied' && one.state !== 'ordered',
  )
  if (earlier) throw problems('earlier_step_first', { on: earlier.effective })
  const jobId = step.effective <= ctx.today ? await ask(ctx, id) : null
  await markOrdered(ctx, id, jobId)
  return { jobId }
}

/** Takes an order back as long as nothing was done, the last day of a file first: later days rest on earlier ones. */
export async function cancelStep(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await lock(ctx, 'territory.step')
  const step = await getStep(ctx, id, { isLocked: true })
  if (step.state === 'applied') throw problems('step_wrong_state', { state: step.state })
  const later = (await listSteps(ctx, [step.reformId])).findLast(
    (one) => one.effective > step.effective && one.state === 'ordered',
  )
  if (later) throw problems('later_step_first', { on: later.effective })
  await markCancelled(ctx, id)
}

async function ask(ctx: Ctx, stepId: string): Promise<string> {
  const { jobId } = await enqueue(ctx, { kind: applyKind, input: { stepId }, once: stepId })
  return jobId
}

/** Asks for the ordered steps whose day has come. */
export async function applyDueSteps(ctx: Ctx): Promise<void> {
  for (const { id } of await listDueSteps(ctx, ctx.today)) await ask(ctx, id)
}

/** The job: everything in one transaction, so that whatever kills it leaves the units as they were. */
export async function applyJob(job: Job): Promise<Outcome> {
  const { stepId } = job.input as { stepId: string } // As `ask` wrote it.
  await job.progress(0, 1, 'counting')
  const outcome = await job.request((ctx) => applyNow(ctx, stepId, (stage) => job.progress(0, 1, stage)))
  await job.progress(1, 1)
  return outcome
}

/** Applies a step now, once: what it did is kept with it, and given again to whoever asks again. */
export async function applyNow(
  ctx: Ctx,
  id: string,
  progress: (stage: 'units' | 'people' | 'accounts') => Promise<void> = async () => {},
): Promise<Outcome> {
  const begun = performance.now()
  await lock(ctx, 'territory.step')
  const step = await getStep(ctx, id, { isLocked: true })
  if (step.outcome) return step.outcome
  if (step.state !== 'ordered') throw problems('step_wrong_state', { state: step.state })
  await assertStillPlanned(ctx, step)
  const figures = await countStep(ctx, step.plan)
  const { on, closes, opens } = step.plan
  const splits = await splitsOf(ctx, step.plan)
  await progress('units')
  await changeUnits(ctx, step.plan)
  await keepGiven(ctx, step)
  await progress('people')
  let [followed, toPlace] = [0, 0]
  for (const { fromId, standsFor, villages, act } of splits) {
    const done = await forWholeCountry(ctx, (ctx) =>
      followSplit(ctx, { standsFor, on, villages, source: act }),
    )
    await insertToPlace(ctx, { stepId: id, areaId: fromId, personIds: done.toPlace })
    followed += done.followed
    toPlace += done.toPlace.length
  }
  await progress('accounts')
  const accounts = await followUnits(ctx, successorsOf(step.plan))
  const outcome: Outcome = {
    closed: closes.length,
    opened: opens.length,
    followed,
    toPlace,
    accounts,
    milliseconds: Math.round(performance.now() - begun),
  }
  await markApplied(ctx, id, { figures, outcome })
  ctx.audit({
    action: 'territory.step_applied',
    subject: id,
    details: {
      on,
      closed: closes.length,
      opened: opens.length,
      followed,
      toPlace,
      accounts: accounts.length,
    },
  })
  ctx.emit({ type: 'territory.units_changed', stepId: id, on, closes: [...closes] })
  return outcome
}

/** Whatever changed since the file was checked, a step does only what was shown. */
async function assertStillPlanned(ctx: Ctx, step: Awaited<ReturnType<typeof getStep>>) {
  const { lines } = await getReform(ctx, step.reformId)
  const rows = new Set(step.plan.rows)
  const { steps } = await planLines(
    ctx,
    lines.flatMap(({ row, parsed }) => (parsed && rows.has(row) ? parsed : [])),
  )
  const now = steps.find(({ on }) => on === step.effective)
  if (!now || canonical(now) !== canonical(step.plan)) throw problems('plan_outdated', { on: step.effective })
}

/** What has to agree; shares by people shift with every birth, and do not matter here. */
function canonical({ on, closes, opens, changes }: ReformStep): string {
  return JSON.stringify([
    on,
    [...closes].toSorted((a, b) => a - b),
    opens.map(({ id, name, parentId }) => `${id} ${parentId} ${name}`).toSorted(inOrder),
    changes
      .map(({ fromId, toId, kind, villages }) => `${fromId} ${toId} ${kind} ${villages?.join(';')}`)
      .toSorted(inOrder),
  ])
}

const inOrder = (one: string, other: string) => (one < other ? -1 : 1)

async function splitsOf(ctx: Ctx, plan: ReformStep) {
  const succession = await successionOf(ctx)
  const splits = []
  for (const [fromId, ways] of Map.groupBy(plan.changes, (change) => change.fromId)) {
    if (ways.length === 1) continue
    const standsFor = succession.standsFor(fromId, addDays(plan.on, -1))
    const wayOf = waysByVillage(ways)
    const written = await forWholeCountry(ctx, (ctx) => countInVillages(ctx, standsFor))
    const villages = new Map<string, number>()
    for (const village of written.keys()) {
      const toId = village === null ? undefined : wayOf(village)
      if (village !== null && toId !== undefined) villages.set(village, toId)
    }
    splits.push({ fromId, standsFor, villages, act: ways[0]!.act ?? '' })
  }
  return splits
}

/** Whoever served a divided unit serves its largest part, until an administrator says otherwise. */
function successorsOf({ changes }: ReformStep): Map<number, number> {
  const successors = new Map<number, number>()
  for (const { fromId, toId } of changes.toSorted((one, other) => other.share - one.share))
    if (!successors.has(fromId)) successors.set(fromId, toId)
  return successors
}
