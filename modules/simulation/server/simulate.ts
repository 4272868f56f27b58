import { setImmediate as otherWork } from 'node:timers/promises'
import {
  compileMonth,
  engineFor,
  law,
  refreshStandings,
  registerVersion,
  type Kernel,
} from '#modules/entitlement'
import { territoryOf } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { enqueue } from '#platform/server/jobs'
import type { JobId } from '#platform/contract/jobs'
import { secondsBetween, type CivilDate } from '#kernel/civil-date'
import type { Result, Scenario } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import { baselineOf } from '../domain/baseline.ts'
import { reckon } from '../domain/reckon.ts'
import { reformOf } from '../domain/reform.ts'
import { communesWithin, getPlace } from './places.ts'
import { showResult } from './show-result.ts'
import { baselinesOf, findSnapshot, keyOf, type Snapshot, type SnapshotKey } from './snapshots.ts'

export type Simulated =
  { readonly state: 'done'; readonly result: Result } | { readonly state: 'preparing'; readonly jobId: JobId }

/** Reckons a scenario on the register as it is now, or has the register of its month read first. */
export async function runSimulation(ctx: Ctx, { scenario }: { scenario: Scenario }): Promise<Simulated> {
  const asked = await ask(ctx, scenario)
  await refreshStandings(ctx)
  const version = await registerVersion(ctx)
  const key = await keyOf(ctx, scenario.month)
  const snapshot = await findSnapshot(key, version)
  if (snapshot && (snapshot.version === version || isRecent(ctx, snapshot)))
    return { state: 'done', result: await work(ctx, asked, key, snapshot) }
  const { jobId } = await enqueue(ctx, {
    kind: 'simulation.snapshot',
    input: { month: scenario.month },
    once: `${key} ${ctx.actor.userId}`,
  })
  return { state: 'preparing', jobId: jobId as JobId } // A job has just been given it.
}

/** The figures to keep with a scenario: those of the snapshot its author has seen them on. */
export async function simulateToKeep(ctx: Ctx, scenario: Scenario): Promise<Result> {
  const asked = await ask(ctx, scenario)
  const key = await keyOf(ctx, scenario.month)
  const snapshot = await findSnapshot(key)
  if (!snapshot) throw problems('not_run_yet')
  return work(ctx, asked, key, snapshot)
}

type Asked = Awaited<ReturnType<typeof ask>>

/** Everything that can be refused, before anything is reckoned. */
async function ask(ctx: Ctx, scenario: Scenario) {
  const area = await getPlace(ctx, scenario.areaId)
  const reform = reformOf(law, scenario, ctx.today)
  if (!reform.isSound) throw problems('scenario_refused', { refusals: reform.refusals })
  return { scenario, area, reform, knownOn: scenario.knownOn ?? ctx.today }
}

async function work(
  ctx: Ctx,
  { scenario, area, reform, knownOn }: Asked,
  key: SnapshotKey,
  snapshot: Snapshot,
): Promise<Result> {
  const { register } = snapshot
  const communes = await communesWithin(ctx, area.id, scenario.month, register.areas)
  const kernels = [law, reform.law].map((one) => kernelOf(one, scenario, knownOn, register.territories)) as [
    Kernel,
    Kernel,
  ] // One for each law.
  const baselines = baselinesOf(key, kernels[0])
  const baseline = baselines.find() ?? (await takingTurns(baselineOf(register, kernels[0])))
  baselines.keep(baseline)
  const reckoning = await takingTurns(
    reckon({
      register,
      isInArea: register.areas.map((id) => communes.of(id) !== undefined),
      before: kernels[0],
      baseline,
      after: kernels[1],
    }),
  )
  const territories = await territoryOf(ctx, [area.id])
  return showResult({
    scenario,
    knownOn,
    area,
    territory: territories.get(area.id)!, // One was asked for.
    before: reform.before,
    after: reform.after,
    snapshot,
    reckonedBy: reckonedBy(scenario, knownOn),
    communes,
    reckoning,
  })
}

function kernelOf(
  one: Parameters<typeof engineFor>[0],
  { month }: Scenario,
  knownOn: CivilDate,
  territories: readonly string[],
) {
  const ml = engineFor(one).lawIn(month, knownOn)
  if (!ml) throw new RangeError(`No law is known for ${month}`)
  return compileMonth(ml, territories)
}

/**
 * Goes up when the same law and register would come to other figures: 2 lets a year end where the centre overtakes, 3
 * only where that is known already, 4 gives a couple one share.
 */
const wayOfReckoning = 4

/** The law and the way by which a scenario is reckoned now; figures that came of another are old. */
export function reckonedBy({ month }: Scenario, knownOn: CivilDate): string {
  return `${wayOfReckoning} ${engineFor(law).lawIn(month, knownOn)?.version}`
}

/** Lets other requests go on between the parts of a long piece of work. */
async function takingTurns<Found>(work: Generator<void, Found>): Promise<Found> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await otherWork()
  }
}

/** Where the register changes all the time, figures a minute old are better than none. */
function isRecent(ctx: Ctx, { readAt }: Snapshot): boolean {
  return secondsBetween(readAt, ctx.now) < 60
}
