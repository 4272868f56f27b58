import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { CalledMonth } from '../domain/uncollected.ts'

type Called = CalledMonth & { readonly id: string }

/** In which months monthly money lay ready for these people, and whether somebody came for any of it. */
export async function listCalledMonths(
  ctx: Ctx,
  { as, ids }: { as: 'payee' | 'person'; ids: readonly string[] },
): Promise<Map<string, Called[]>> {
  const column = sql.ref(as === 'payee' ? 'instruction.payee_id' : 'item.person_id')
  const { rows } = await sql<Called>`
    select ${column} as id, instruction.month, bool_or(instruction.state = 'paid') as is_collected
    from payments.instruction join payments.item on item.instruction_id = instruction.id
    where ${column} = any(${[...ids]}::uuid[]) and instruction.state in ('unclaimed', 'paid')
      and item.programme <> 'one_off'
    group by ${column}, instruction.month order by ${column}, instruction.month`.execute(ctx.db())
  return Map.groupBy(rows, ({ id }) => id)
}

/** For whom money was that some instructions did not bring them. */
export async function listPeopleOf(ctx: Ctx, instructions: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from payments.item
    where instruction_id in (${instructions}) and programme <> 'one_off' order by person_id`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}
