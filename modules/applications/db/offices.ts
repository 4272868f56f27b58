import { sql, type Selectable } from 'kysely'
import { rangeOf, type Period } from '#kernel/period'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { ApplicationsTables, DelegationRow } from './tables.ts'

export type Delegation = Selectable<DelegationRow>

/** Delegations of the actor’s units, the latest first. */
export function listDelegations(ctx: Ctx): Promise<Delegation[]> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.delegation as delegation')
    .selectAll()
    .where(withinArea(ctx, 'delegation.area_id'))
    .orderBy('recordedAt', 'desc')
    .limit(200)
    .execute()
}

/** By which a deputy of a unit signs on a day. */
export function findDelegation(
  ctx: Ctx,
  { areaId, deputyId, on }: { areaId: number; deputyId: string; on: CivilDate },
): Promise<Delegation | undefined> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.delegation')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('deputyId', '=', deputyId)
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
}

export function getDelegationForUpdate(ctx: Ctx, id: string): Promise<Delegation> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.delegation as delegation')
    .selectAll()
    .where('id', '=', id)
    .where(withinArea(ctx, 'delegation.area_id'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('delegate_unknown', { id }))
}

/** Whether somebody has a delegation of the unit in some of these days already. */
export async function isDelegated(
  ctx: Ctx,
  { areaId, deputyId, during }: { areaId: number; deputyId: string; during: Period },
): Promise<boolean> {
  const found = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.delegation')
    .select('id')
    .where('areaId', '=', areaId)
    .where('deputyId', '=', deputyId)
    .where(sql<boolean>`during && ${rangeOf(during)}::daterange`)
    .executeTakeFirst()
  return found !== undefined
}

export async function insertDelegation(
  ctx: Ctx,
  { during, ...row }: Omit<Delegation, 'id' | 'recordedAt' | 'recordedBy'>,
): Promise<string> {
  const { id } = await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.delegation')
    .values({ ...row, during: rangeOf(during), recordedAt: ctx.now, recordedBy: ctx.actor.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function endDelegation(ctx: Ctx, { id, during }: Pick<Delegation, 'id' | 'during'>) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.delegation')
    .set({ during: rangeOf(during) })
    .where('id', '=', id)
    .execute()
}
