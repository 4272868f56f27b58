import { monthOf } from '#kernel/civil-date'
import { allAreas, showStepMap, type Area, type ReformStep } from '#modules/geography'
import { monthsAround, paidInUnits } from '#modules/payroll'
import { JobId } from '#platform/contract/jobs'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import {
  ReformId,
  StepId,
  type ReformHead,
  type StepHead,
  type StepMap,
  type StepReport,
  type StepView,
} from '../contract.ts'
import { getReform, getStep, listReformRows, listSteps, type Step } from '../db/reforms.ts'
import { countToPlace } from '../db/to-place.ts'
import { sumOf } from '../domain/figures.ts'
import { isRefused } from '../domain/reform-line.ts'
import { countStep } from './count.ts'
import { givenOutlines, listParts } from './outlines.ts'

export async function listReforms(ctx: Ctx): Promise<ReformHead[]> {
  const reforms = await listReformRows(ctx)
  return headsOf(ctx, reforms)
}

export async function showReform(ctx: Ctx, { id }: { id: string }) {
  const reform = await getReform(ctx, id)
  const [head] = await headsOf(ctx, [reform])
  return { ...head!, found: reform.lines }
}

async function headsOf(ctx: Ctx, reforms: Awaited<ReturnType<typeof listReformRows>>): Promise<ReformHead[]> {
  const steps = await listSteps(
    ctx,
    reforms.map(({ id }) => id),
  )
  const left = await countToPlace(
    ctx,
    steps.map(({ id }) => id),
  )
  const byReform = Map.groupBy(steps, ({ reformId }) => reformId)
  return reforms.map(({ id, fileName, createdAt, createdName, lines }) => ({
    id: ReformId.parse(id),
    fileName,
    createdAt,
    createdName,
    lines: lines.length,
    refused: lines.filter(isRefused).length,
    steps: (byReform.get(id) ?? []).map((step) => headOf(step, left.get(step.id) ?? 0)),
  }))
}

function headOf(step: Step, toPlace: number): StepHead {
  return {
    id: StepId.parse(step.id),
    on: step.effective,
    state: step.state,
    closes: step.plan.closes.length,
    opens: step.plan.opens.length,
    orderedName: step.orderedName,
    orderedAt: step.orderedAt,
    appliedAt: step.appliedAt,
    jobId: step.jobId === null ? null : JobId.parse(step.jobId),
    toPlace,
  }
}

/** What a step would do, counted now; or what it did, as it was counted then. */
export async function showStep(ctx: Ctx, { id }: { id: string }): Promise<StepView> {
  const step = await getStep(ctx, id)
  const earlier = await earlierSteps(ctx, step)
  const figures = step.figures ?? (await countStep(ctx, step.plan, earlier))
  const unit = await unitNamer(ctx, [...earlier, step.plan])
  const opened = new Set(step.plan.opens.map(({ id }) => id))
  const left = await countToPlace(ctx, [step.id])
  return {
    ...headOf(step, left.get(step.id) ?? 0),
    reformId: ReformId.parse(step.reformId),
    month: figures.month,
    before: figures.before.map(({ areaId, figures }) => ({ ...unit(areaId), isNew: false, figures })),
    after: figures.after.map(({ areaId, figures }) => ({
      ...unit(areaId),
      isNew: opened.has(areaId),
      figures,
    })),
    ways: step.plan.changes.map(({ fromId, toId, kind, villages, share, act }) => ({
      fromId,
      toId,
      kind,
      villages: villages && [...villages],
      share,
      act,
    })),
    totals: {
      before: sumOf(figures.before.map((one) => one.figures)),
      after: sumOf(figures.after.map((one) => one.figures)),
    },
    parts: await listParts(ctx, step),
    unplaced: figures.toPlace.map(({ areaId, people }) => ({ unit: unit(areaId), people })),
    outcome: step.outcome,
  }
}

/** The communes of a province before a step and after it; null where it touches none we know. */
export async function mapStep(
  ctx: Ctx,
  { id, landId }: { id: string; landId?: number | undefined },
): Promise<StepMap | null> {
  const step = await getStep(ctx, id)
  const earlier = await stepsBefore(ctx, step)
  const map = await showStepMap(ctx, {
    earlier: earlier.map(({ plan }) => plan),
    step: step.plan,
    landId,
    given: await givenOutlines(ctx, [...earlier, step]),
  })
  return map ?? null
}

/** Days of the same file that come before and are not in the register yet. */
async function stepsBefore(ctx: Ctx, step: Step): Promise<Step[]> {
  if (step.state === 'applied') return []
  const steps = await listSteps(ctx, [step.reformId])
  return steps.filter(({ effective, state }) => effective < step.effective && state !== 'applied')
}

const earlierSteps = async (ctx: Ctx, step: Step): Promise<ReformStep[]> =>
  (await stepsBefore(ctx, step)).map(({ plan }) => plan)

/** Names units of the register and those that a plan will begin. */
async function unitNamer(ctx: Ctx, plans: readonly ReformStep[]) {
  const known = new Map<number, Area>((await allAreas(ctx)).map((area) => [area.id, area]))
  for (const { opens } of plans) for (const area of opens) known.set(area.id, area)
  return (areaId: number) => {
    const { id, code, name } = known.get(areaId)! // A plan names units it has.
    return { id, code, name }
  }
}

const nothing = { people: 0, amount: 0 }

/** Reports come out right on both sides: by the units of the time, and carried to those of now. */
export async function reportStep(ctx: Ctx, { id }: { id: string }): Promise<StepReport> {
  const step = await getStep(ctx, id)
  const earlier = await earlierSteps(ctx, step)
  const figures = step.figures ?? (await countStep(ctx, step.plan, earlier))
  const unit = await unitNamer(ctx, [...earlier, step.plan])
  const newIds = figures.after.map(({ areaId }) => areaId)
  return forWholeCountry(ctx, async (ctx) => {
    const { since } =
      step.state === 'applied' ? await monthsAround(ctx, newIds, monthOf(step.effective)) : { since: null }
    const now = since === null ? undefined : await paidInUnits(ctx, since, newIds)
    const old = new Map(
      figures.before.map(({ areaId, figures }) => [
        areaId,
        { people: figures.paidPeople, amount: figures.paidAmount },
      ]),
    )
    const units = figures.after.map(({ areaId, figures }) => ({
      ...unit(areaId),
      from: step.plan.changes
        .filter(({ toId }) => toId === areaId)
        .map(({ fromId }) => ({ ...unit(fromId), sum: old.get(fromId) ?? nothing })),
      carried: { people: figures.paidPeople, amount: figures.paidAmount },
      now: now ? (now.get(areaId) ?? nothing) : null,
    }))
    const total = (sums: readonly { people: number; amount: number }[]) =>
      sums.reduce(
        (sum, one) => ({ people: sum.people + one.people, amount: sum.amount + one.amount }),
        nothing,
      )
    return {
      before: figures.month,
      since,
      units,
      totals: {
        old: total([...old.values()]),
        carried: total(units.map(({ carried }) => carried)),
        now: now ? total(units.map((one) => one.now ?? nothing)) : null,
      },
    }
  })
}
