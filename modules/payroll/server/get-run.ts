import { moneyInWords } from '#kernel/money-in-words'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { Month } from '#kernel/civil-date'
import type { LineComponent, PaymentRunId, RunState, RunSummary, RunView, Tally } from '../contract.ts'
import { listPayPointRows } from '../db/pay-points.ts'
import { getRunRow, listRunRows, monthBefore, type Run } from '../db/runs.ts'
import {
  listCounts,
  listCountsOfRuns,
  summariseChanges,
  summariseOverpaid,
  tallyByComponent,
  type Count,
} from '../db/totals.ts'
import { RunStep, stagesOf } from '../domain/run-state.ts'
import { isWithinArea } from '#platform/server/scope'
import { findLaterThan, refusalOf } from './guards.ts'
import { whyKnownTo } from './why-known.ts'
import { compare, countOf, hasMonthBefore, tallyOf, unexplained } from './totals.ts'

export async function listRuns(
  ctx: Ctx,
  filter: { month?: Month | undefined; state?: RunState | undefined },
): Promise<RunSummary[]> {
  const runs = await listRunRows(ctx, filter)
  const [whole, part] = [runs.filter(isMine(ctx)), runs.filter((run) => !isMine(ctx)(run))]
  const counts = await listCountsOfRuns(
    ctx,
    whole.map(({ id }) => id),
  )
  for (const run of part) counts.set(run.id, await listCounts(ctx, run))
  const names = await areaNames(ctx, new Set(runs.flatMap((run) => [seenArea(ctx)(run), ...run.exceptIds])))
  return runs.map((run) => summaryOf(ctx, run, counts.get(run.id) ?? [], names))
}

const isMine =
  ({ actor }: Ctx) =>
  ({ areaId }: { areaId: number }) =>
    isWithinArea(actor, areaId)

/** Whoever sees only a part of a run sees the totals of their own unit: these go by its name, not by that of the run. */
const seenArea = (ctx: Ctx) => (run: { areaId: number }) => (isMine(ctx)(run) ? run.areaId : ctx.actor.areaId)

export async function getRun(ctx: Ctx, { id }: { id: PaymentRunId }): Promise<RunView> {
  const run = await getRunRow(ctx, id)
  const counts = await listCounts(ctx, run)
  const changes = await summariseChanges(ctx, run)
  const payPoints = await listPayPointRows(ctx)
  const inAreas = counts.filter(({ dimension }) => dimension === 'area')
  const names = await areaNames(
    ctx,
    new Set([seenArea(ctx)(run), ...run.exceptIds, ...inAreas.map(({ key }) => Number(key))]),
  )
  const all = countOf(counts, 'all', '')
  const later = await findLaterThan(ctx, run)
  const why = whyKnownTo(ctx.actor)
  return {
    ...summaryOf(ctx, run, counts, names),
    knownAt: run.knownAt,
    inputsHash: run.inputsHash,
    ruleSets: run.ruleSets ?? [],
    returnReason: run.returnReason,
    cancelled: cancellationOf(run),
    stages: stagesOf(run.state),
    steps: RunStep.options.map((step) => {
      const refusal = isMine(ctx)(run) ? refusalOf(ctx, run, step, later) : 'payroll.area_not_yours'
      return { step, isAllowed: refusal === undefined, refusal: refusal ?? null }
    }),
    totalInWords: moneyInWords(all.amount),
    byComponent: counts
      .filter(({ dimension }) => dimension === 'component')
      .map((count) => ({ component: count.key as LineComponent, ...tallyOf(count) })),
    byRule: byRule(counts, why),
    unnamed: why.isTold ? await tallyByComponent(ctx, run, rulesWithoutName(counts, why)) : [],
    byArea: inAreas.map((count) => ({ area: named(Number(count.key), names), ...tallyOf(count) })),
    byPayPoint: counts
      .filter(({ dimension }) => dimension === 'pay_point')
      .map((count) => {
        const payPoint = payPoints.find(({ id }) => String(id) === count.key)
        return { payPoint: payPoint ? { id: payPoint.id, name: payPoint.name } : null, ...tallyOf(count) }
      }),
    engineTotal: isMine(ctx)(run) ? (run.engineTotal ?? all.amount) : all.amount,
    comparison: {
      month: monthBefore(run.month),
      hasMonthBefore: hasMonthBefore(counts, changes),
      rows: compare(counts),
      changes,
      unexplained: unexplained(counts, changes),
    },
    overpaid: await summariseOverpaid(ctx, id),
  }
}

function signed(by: string | null, name: string | null, at: Run['submittedAt']) {
  return by !== null && at !== null ? { by: { id: by, name: name ?? '' }, at } : null
}

function cancellationOf({ cancelledBy, cancelledName, cancelledAt, cancelReason }: Run) {
  const by = signed(cancelledBy, cancelledName, cancelledAt)
  return by && { ...by, reason: cancelReason ?? '' }
}

function summaryOf(
  ctx: Ctx,
  run: Run,
  counts: readonly Count[],
  names: ReadonlyMap<number, string>,
): RunSummary {
  return {
    id: run.id,
    month: run.month,
    area: named(seenArea(ctx)(run), names),
    except: isMine(ctx)(run) ? run.exceptIds.map((unit) => named(unit, names)) : [],
    state: run.state,
    totals: countOf(counts, 'all', ''),
    prepared: { by: { id: run.preparedBy, name: run.preparedName }, at: run.preparedAt },
    submitted: signed(run.submittedBy, run.submittedName, run.submittedAt),
    decided: signed(run.decidedBy, run.decidedName, run.decidedAt),
    jobId: run.jobId as RunSummary['jobId'], // The column holds nothing else.
  }
}

export function named(id: number, names: ReadonlyMap<number, string>) {
  return { id, name: names.get(id) ?? '' }
}

/** The groups of this run that no line of one person may name to whoever asks. */
function rulesWithoutName(counts: readonly Count[], why: ReturnType<typeof whyKnownTo>): string[] {
  return counts
    .filter(({ dimension }) => dimension === 'rule')
    .map(({ key }) => key.split(' ')[1]!) // Component and rule.
    .filter((rule) => why.ofLine(rule) === null)
}

function byRule(counts: readonly Count[], why: ReturnType<typeof whyKnownTo>) {
  const merged = new Map<string, Tally & { component: LineComponent; rule: string | null }>()
  for (const count of counts) {
    if (count.dimension !== 'rule') continue
    const [component, name] = count.key.split(' ') as [LineComponent, string]
    const rule = why.ofMany(name)
    const key = `${component} ${rule}`
    const { people, lines, amount } = merged.get(key) ?? { people: 0, lines: 0, amount: 0 }
    merged.set(key, {
      component,
      rule,
      people: people + count.people,
      lines: lines + count.lines,
      amount: (amount + count.amount) as Tally['amount'], // Whole plus whole is whole.
    })
  }
  return [...merged.values()]
}
