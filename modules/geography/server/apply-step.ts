import { sql } from 'kysely'
import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import type { GeographyTables } from '../db/tables.ts'
import { foldName } from '../domain/area.ts'
import { problems } from '../domain/problems.ts'
import type { ReformStep } from '../domain/reform/reform-step.ts'
import { renewRegister } from './register.ts'

/**
 * Ends and begins the units of a day and says what became what, in the caller's transaction. People are not touched: what
 * was recorded for a unit is found through its successors.
 */
export async function applyStep(ctx: Ctx, { on, closes, opens, changes }: ReformStep): Promise<void> {
  await lock(ctx, 'geography.reform')
  const db = ctx.db<GeographyTables>()
  const { rows: closed } = await sql<{ id: number }>`
    update geography.area set during = daterange(lower(during), ${on}::date)
    where id = any(${[...closes]}::integer[]) and upper_inf(during) returning id`.execute(ctx.db())
  if (closed.length !== closes.length)
    throw problems('units_changed_meanwhile', { expected: closes.length, found: closed.length })
  if (opens.length > 0)
    await db
      .insertInto('geography.area')
      .values(
        opens.map(({ during, ...area }) => ({
          ...area,
          during: rangeOf(during),
          act: actFor(area.id, changes),
          searchKey: foldName(area.name),
        })),
      )
      .execute()
  await db
    .insertInto('geography.areaChange')
    .values(
      changes.map(({ villages, share, ...change }) => ({
        ...change,
        share: String(share),
        villages: villages && [...villages],
      })),
    )
    .execute()
  await widenContainment(ctx, { opens, changes })
  await renewRegister(ctx)
}

function actFor(areaId: number, changes: ReformStep['changes']): string | null {
  return changes.find(({ toId }) => toId === areaId)?.act ?? null
}

/** Adds what the step puts within what; nothing that was within another ever leaves it. The same as `rewriteContainment`, for the few. */
async function widenContainment(ctx: Ctx, { opens, changes }: Pick<ReformStep, 'opens' | 'changes'>) {
  const ids = opens.map(({ id }) => id)
  const parents = opens.map(({ parentId }) => parentId)
  await sql`
    insert into geography.area_within (within_id, area_id)
    select id, id from unnest(${ids}::integer[]) as opened (id)
    union
    select within_id, id from unnest(${ids}::integer[], ${parents}::integer[]) as opened (id, parent_id)
      join geography.area_within on area_id = parent_id
    on conflict do nothing`.execute(ctx.db())
  await sql`
    insert into geography.area_within (within_id, area_id)
    select above.within_id, below.area_id
    from unnest(${changes.map(({ fromId }) => fromId)}::integer[], ${changes.map(({ toId }) => toId)}::integer[])
      as change (from_id, to_id)
      join geography.area_within above on above.area_id = to_id
      join geography.area_within below on below.within_id = from_id
    on conflict do nothing`.execute(ctx.db())
}
