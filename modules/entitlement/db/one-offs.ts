import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { OneOff } from '../domain/one-off.ts'
import type { EntitlementTables } from './tables.ts'

export type NewOneOff = Omit<OneOff, 'id' | 'state' | 'takenBy' | 'settledAt' | 'recordedAt'>

export async function insertOneOffs(ctx: Ctx, rows: readonly NewOneOff[]): Promise<string[]> {
  if (rows.length === 0) return []
  const inserted = await ctx
    .db<EntitlementTables>()
    .insertInto('entitlement.oneOff')
    .values(
      rows.map(({ payee, ...row }) => ({
        ...row,
        payee: payee && JSON.stringify(payee),
        recordedAt: ctx.now,
      })),
    )
    .returning('id')
    .execute()
  return inserted.map(({ id }) => id)
}

function select(ctx: Ctx) {
  return ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.oneOff as one')
    .selectAll('one')
    .where(withinArea(ctx, 'one.area_id'))
}

/** The same with the decision that gives it. */
function selectDecided(ctx: Ctx) {
  return select(ctx)
    .innerJoin('entitlement.decision as decision', 'decision.id', 'one.decisionId')
    .select(['decision.number as decisionNumber', 'decision.signedOn'])
}

export type DecidedOneOff = Awaited<ReturnType<typeof listOneOffsOf>>[number]

/** What is due in these units and on no list yet, in the order it was decided. */
export function listOneOffsDue(
  ctx: Ctx,
  { areaIds, limit = 1000 }: { areaIds: readonly number[]; limit?: number },
) {
  return selectDecided(ctx)
    .where('one.state', '=', 'due')
    .where(sql<boolean>`one.area_id = any(${[...areaIds]}::integer[])`)
    .orderBy('one.recordedAt')
    .orderBy('one.id')
    .limit(limit)
    .execute()
}

/** Everything that was ever given once because of what happened to these people. */
export function listOneOffsOf(ctx: Ctx, personIds: readonly string[]) {
  return selectDecided(ctx)
    .where(sql<boolean>`one.person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('one.recordedAt')
    .orderBy('one.id')
    .execute()
}

/** These, locked in the order of their ids. */
export function listOneOffsForUpdate(ctx: Ctx, ids: readonly string[]): Promise<OneOff[]> {
  return select(ctx)
    .where(sql<boolean>`one.id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function updateOneOffs(
  ctx: Ctx,
  ids: readonly string[],
  set: Pick<OneOff, 'state' | 'takenBy' | 'settledAt'>,
) {
  await ctx
    .db<EntitlementTables>()
    .updateTable('entitlement.oneOff')
    .set(set)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}
