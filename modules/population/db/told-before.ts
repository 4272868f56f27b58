import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'

/** What the population register told of somebody before that speaks against a late death. */
export type ToldBefore = {
  /** The last day it told of that only the living see. */
  readonly aliveOn: CivilDate | null
  /** The last day it struck a death of theirs out. */
  readonly struckOutOn: CivilDate | null
}

/** By person, of these and of whoever was merged into them; what could not have been on its day says nothing. */
export async function toldBefore(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ToldBefore>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<ToldBefore & { personId: string }>`
    with recursive record (id, person_id) as (
      select id, id from unnest(${[...personIds]}::uuid[]) as id
      union
      select merged.person_id, record.person_id
      from record join people.public_record as merged on merged.merged_into = record.id)
    select record.person_id, max(happened_on) filter (where kind <> 'death_cancelled') as alive_on,
      max(happened_on) filter (where kind = 'death_cancelled') as struck_out_on
    from record join population.entry on entry.person_id = record.id
    where kind in ('alive', 'move', 'marriage', 'divorce', 'death_cancelled') and reason is distinct from 'day_impossible'
    group by record.person_id`.execute(ctx.db())
  return new Map(rows.map(({ personId, ...told }) => [personId, told]))
}
