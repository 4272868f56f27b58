import { addMonths, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { engine } from '#modules/entitlement'
import { latestApproved } from '#modules/payroll'
import type { JobId } from '#platform/contract/jobs'
import type { Ctx } from '#platform/server/context'
import { enqueue } from '#platform/server/jobs'
import { isWithinArea } from '#platform/server/scope'
import { isNameTaken } from '../db/estimates.ts'
import type { Assumptions, EstimateOrder } from '../domain/assumptions.ts'
import { problems } from '../domain/problems.ts'

/** How many years after the month that is known are reckoned at most: what is not known of people grows with each. */
const farthestYears = 3

/** An order with nothing left open. */
export type SettledOrder = {
  readonly year: number
  readonly areaId: number
  readonly baseMonth: Month
  readonly knownOn: CivilDate
  readonly assumptions: Assumptions
}

/** What is refused is refused at once, before a job is given. */
export async function settleOrder(ctx: Ctx, order: EstimateOrder): Promise<SettledOrder> {
  const { year, assumptions, knownOn = ctx.today } = order
  const latest = await latestApproved(ctx)
  const areaId = order.areaId ?? (ctx.actor.areaId !== 0 ? ctx.actor.areaId : latest?.areaId)
  if (areaId === undefined || areaId === 0 || !isWithinArea(ctx.actor, areaId))
    throw problems('area_not_yours', { areaId: areaId ?? 0 })
  const present = monthOf(ctx.today)
  const baseMonth = order.baseMonth ?? latest?.month ?? addMonths(present, -1)
  const isTooEarly = !engine.lawIn(addMonths(baseMonth, -assumptions.trendMonths), knownOn)
  if (isTooEarly || baseMonth > addMonths(present, 1)) throw problems('base_unknown', { month: baseMonth })
  const baseYear = Number(baseMonth.slice(0, 4))
  if (year < baseYear || `${year}-12` === baseMonth) throw problems('year_past', { year, baseMonth })
  if (year > baseYear + farthestYears)
    throw problems('year_too_far', { year, last: baseYear + farthestYears })
  if (!engine.lawIn(`${year}-12` as Month, knownOn))
    throw problems('law_unknown', { month: `${year}-12`, knownOn }) // A year has a December.
  return { year, areaId, baseMonth, knownOn, assumptions }
}

/** Has an estimate made («lập dự toán»): it is there, whole, when the job has ended. */
export async function makeEstimate(
  ctx: Ctx,
  { name, requestId, ...order }: EstimateOrder & { name: string; requestId: string },
): Promise<{ jobId: JobId }> {
  const settled = await settleOrder(ctx, order)
  if (await isNameTaken(ctx, { ...settled, name, requestId })) throw problems('name_taken', { name })
  const { jobId } = await enqueue(ctx, {
    kind: 'budget.estimate',
    input: { name, requestId, order: settled },
    once: requestId,
  })
  return { jobId: jobId as JobId } // A job has just been given it.
}
