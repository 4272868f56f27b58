import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { Tie } from '../domain/contradictions.ts'

/** A tie as it stands in the register, seen from one of the two. */
export type TieRow = Tie & {
  readonly id: string
  readonly personId: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** Whatever ties these people to anybody, at any time, seen from each of them; of whoever is out of sight it is not told who. */
export async function tiesAround(ctx: Ctx, personIds: readonly string[]): Promise<TieRow[]> {
  const { rows } = await sql<TieRow>`
    select tie.id, tie.person_id, tie.other_id, kind, side, detail, during,
      case when other.id is not null then jsonb_build_object('fullName', other.full_name, 'born', other.born,
        'bornPrecision', other.born_precision) end as other
    from (
      select id, person_id, other_id, kind, 'from' as side, detail, during from people.relation
        where person_id = any(${[...personIds]}::uuid[]) and retracted_at is null
      union all
      select id, other_id, person_id, kind, 'to', detail, during from people.relation
        where other_id = any(${[...personIds]}::uuid[]) and retracted_at is null) as tie
    left join people.person as other on other.id = tie.other_id`.execute(ctx.db())
  return rows
}
