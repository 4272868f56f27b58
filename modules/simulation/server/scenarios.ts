import { isDeepStrictEqual } from 'node:util'
import { registerVersion } from '#modules/entitlement'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import type { Result, SavedScenario, Scenario, ScenarioId, ScenarioSummary } from '../contract.ts'
import {
  deleteScenario,
  findSavedBy,
  getScenarioForUpdate,
  getScenarioRow,
  insertScenario,
  isNameTaken,
  listScenarioRows,
  updateScenario,
} from '../db/scenarios.ts'
import { problems } from '../domain/problems.ts'
import { reckonedBy, simulateToKeep } from './simulate.ts'

export async function listScenarios(ctx: Ctx): Promise<ScenarioSummary[]> {
  const rows = await listScenarioRows(ctx)
  const names = await areaNames(ctx, new Set(rows.map(({ scenario }) => scenario.areaId)))
  return rows.map(({ id, name, scenario, result, isShared, ownerId, ownerName, savedAt }) => ({
    id,
    name,
    month: scenario.month,
    from: scenario.from,
    area: { id: scenario.areaId, name: names.get(scenario.areaId) ?? '' },
    isShared,
    isMine: ownerId === ctx.actor.userId,
    saved: { name: ownerName, at: savedAt },
    monthly: result.cost.monthly,
    fullYear: result.cost.fullYear,
    isOutdated: isOutdated(ctx, scenario, result),
  }))
}

export async function getScenario(ctx: Ctx, { id }: { id: ScenarioId }): Promise<SavedScenario> {
  const row = await getScenarioRow(ctx, id)
  const { name, scenario, result, isShared, ownerId, ownerName, savedAt, revision } = row
  return {
    id,
    name,
    scenario,
    result,
    isShared,
    isMine: ownerId === ctx.actor.userId,
    saved: { name: ownerName, at: savedAt },
    revision,
    isStale: result.version !== (await registerVersion(ctx)),
    isOutdated: isOutdated(ctx, scenario, result),
  }
}

function isOutdated(ctx: Ctx, scenario: Scenario, result: Result): boolean {
  return result.reckonedBy !== reckonedBy(scenario, scenario.knownOn ?? ctx.today)
}

type Wish = { readonly name: string; readonly scenario: Scenario; readonly isShared: boolean }

export async function saveScenario(
  ctx: Ctx,
  { name, scenario, isShared, requestId }: Wish & { requestId: string },
): Promise<{ id: ScenarioId }> {
  await lock(ctx, `simulation ${ctx.actor.userId}`)
  const before = await findSavedBy(ctx, requestId)
  if (before) return { id: before }
  if (await isNameTaken(ctx, name)) throw problems('name_taken', { name })
  const settled = { ...scenario, knownOn: scenario.knownOn ?? ctx.today }
  const result = await simulateToKeep(ctx, settled)
  return { id: await insertScenario(ctx, { name, scenario: settled, result, isShared, requestId }) }
}

/** Another name leaves the figures as they are; another content, or another run, has its own. */
export async function reviseScenario(
  ctx: Ctx,
  {
    id,
    name,
    scenario,
    isShared,
    revision,
    isRerun,
  }: Wish & { readonly id: ScenarioId; readonly revision: number; readonly isRerun: boolean },
): Promise<{ revision: number }> {
  await lock(ctx, `simulation ${ctx.actor.userId}`)
  const row = await getScenarioForUpdate(ctx, id)
  if (row.revision !== revision)
    throw problems('scenario_changed', { by: row.ownerName, at: row.savedAt, name: row.name })
  if (await isNameTaken(ctx, name, id)) throw problems('name_taken', { name })
  const settled = { ...scenario, knownOn: scenario.knownOn ?? ctx.today }
  const isSame = !isRerun && isDeepStrictEqual(settled, row.scenario)
  const result = isSame ? row.result : await simulateToKeep(ctx, settled)
  return { revision: await updateScenario(ctx, id, { name, scenario: settled, result, isShared }) }
}

export async function removeScenario(ctx: Ctx, { id }: { id: ScenarioId }): Promise<void> {
  await getScenarioForUpdate(ctx, id)
  await deleteScenario(ctx, id)
}

export async function checkFreshness(ctx: Ctx): Promise<{ version: string }> {
  return { version: await registerVersion(ctx) }
}
