import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Result, Scenario, ScenarioId } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import type { SimulationTables } from './tables.ts'

/** The actor’s own, and what others share, whose whole area is within the actor’s. */
function visible(ctx: Ctx) {
  return ctx
    .db<SimulationTables>()
    .selectFrom('simulation.scenario')
    .select([
      'id',
      'name',
      'areaId',
      'ownerId',
      'ownerName',
      'isShared',
      'scenario',
      'result',
      'revision',
      'savedAt',
    ])
    .where(withinArea(ctx, 'simulation.scenario.areaId'))
    .where(sql<boolean>`(is_shared or owner_id = ${ctx.actor.userId}::uuid)`)
}

export function listScenarioRows(ctx: Ctx) {
  return visible(ctx).orderBy('savedAt', 'desc').orderBy('id').execute()
}

export function getScenarioRow(ctx: Ctx, id: ScenarioId) {
  return visible(ctx)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => problems('scenario_not_found', { id }))
}

/** Locks it for the rest of the transaction; only its owner may change it. */
export async function getScenarioForUpdate(ctx: Ctx, id: ScenarioId) {
  const row = await visible(ctx)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('scenario_not_found', { id }))
  if (row.ownerId !== ctx.actor.userId) throw problems('not_yours', { by: row.ownerName })
  return row
}

type Content = {
  readonly name: string
  readonly scenario: Scenario
  readonly result: Result
  readonly isShared: boolean
}

/** Which scenario a request saved before, so that it may be sent twice. */
export async function findSavedBy(ctx: Ctx, requestId: string): Promise<ScenarioId | undefined> {
  const row = await visible(ctx).where('requestId', '=', requestId).executeTakeFirst()
  return row?.id
}

export async function insertScenario(
  ctx: Ctx,
  { name, scenario, result, isShared, requestId }: Content & { readonly requestId: string },
): Promise<ScenarioId> {
  const { id } = await ctx
    .db<SimulationTables>()
    .insertInto('simulation.scenario')
    .values({
      name,
      areaId: ctx.actor.areaId,
      ownerId: ctx.actor.userId,
      ownerName: ctx.actor.name,
      isShared,
      scenario: JSON.stringify(scenario),
      result: JSON.stringify(result),
      savedAt: ctx.now,
      requestId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateScenario(
  ctx: Ctx,
  id: ScenarioId,
  { name, scenario, result, isShared }: Content,
): Promise<number> {
  const { revision } = await ctx
    .db<SimulationTables>()
    .updateTable('simulation.scenario')
    .set({
      name,
      isShared,
      scenario: JSON.stringify(scenario),
      result: JSON.stringify(result),
      revision: sql<number>`revision + 1`,
      savedAt: ctx.now,
    })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

export async function deleteScenario(ctx: Ctx, id: ScenarioId) {
  await ctx.db<SimulationTables>().deleteFrom('simulation.scenario').where('id', '=', id).execute()
}

/** Whether the actor has another scenario of this name. */
export async function isNameTaken(ctx: Ctx, name: string, except?: ScenarioId): Promise<boolean> {
  const rows = await ctx
    .db<SimulationTables>()
    .selectFrom('simulation.scenario')
    .select('id')
    .where('areaId', '=', ctx.actor.areaId)
    .where('ownerId', '=', ctx.actor.userId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .execute()
  return rows.some(({ id }) => id !== except)
}
