import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'

/** How many people live in each of these facilities on a day, by the names the register has of them. */
export async function countResidents(
  ctx: Ctx,
  facilities: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ facility: string; residents: number }>`
    select detail ->> 'facility' as facility, count(*)::int as residents from people.circumstance
    where kind = 'facility_residence' and retracted_at is null and during @> ${on}::date
      and detail ->> 'facility' = any(${[...facilities]}::text[])
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ facility, residents }) => [facility, residents]))
}
