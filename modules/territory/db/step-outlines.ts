import type { Insertable } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { Step } from './reforms.ts'
import type { TerritoryTables } from './tables.ts'

type Day = Pick<Step, 'reformId' | 'effective'>

/** The outlines that were given with a day of a reform. */
export function listStepOutlines(ctx: Ctx, { reformId, effective }: Day) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.stepOutline')
    .select(['code', 'rings', 'areaKm2', 'source', 'note', 'isSchematic'])
    .where('reformId', '=', reformId)
    .where('effective', '=', effective)
    .orderBy('code')
    .execute()
}

/** Keeps outlines, each in the place of one that was given for its unit before. */
export async function putStepOutlines(
  ctx: Ctx,
  outlines: readonly Insertable<TerritoryTables['territory.stepOutline']>[],
): Promise<void> {
  await ctx
    .db<TerritoryTables>()
    .insertInto('territory.stepOutline')
    .values([...outlines])
    .onConflict((conflict) =>
      conflict.columns(['reformId', 'effective', 'code']).doUpdateSet((given) => ({
        rings: given.ref('excluded.rings'),
        areaKm2: given.ref('excluded.areaKm2'),
        source: given.ref('excluded.source'),
        note: given.ref('excluded.note'),
        isSchematic: given.ref('excluded.isSchematic'),
        givenAt: given.ref('excluded.givenAt'),
        givenBy: given.ref('excluded.givenBy'),
      })),
    )
    .execute()
}
