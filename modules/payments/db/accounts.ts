import { sql } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { AccountMonth } from '../contract.ts'

/** How a recovery came back so far, each a sum of its entries. */
export async function sumRecovered(ctx: Ctx, recoveryId: string) {
  const of = (kinds: string) =>
    sql`coalesce(-sum(amount) filter (where entry.kind in (${sql.raw(kinds)})), 0)::bigint`
  const { rows } = await sql<{ repaid: Dong; setOff: Dong; writtenOff: Dong }>`
    select ${of(`'recovery_repaid'`)} as repaid,
      ${of(`'recovery_offset', 'envelope_cancelled', 'recalled', 'owed_again'`)} as set_off,
      ${of(`'recovery_written_off'`)} as written_off
    from payments.posting join payments.entry on entry.id = posting.entry_id
    where posting.recovery_id = ${recoveryId} and posting.account = 'receivable'`.execute(ctx.db())
  return rows[0]!
}

/** The account of a person («sổ chi tiết»): what each month owed them, and what became of it. */
export async function listAccountMonths(ctx: Ctx, personId: string): Promise<AccountMonth[]> {
  const { rows } = await sql<AccountMonth>`
    select posting.month,
      -coalesce(sum(amount) filter (where entry.kind in ('envelope_approved', 'recalled', 'owed_again')
        or (entry.kind = 'envelope_cancelled' and entry.cause not like 'offset of %')), 0)::bigint as due,
      coalesce(sum(amount) filter (where entry.kind in ('paid', 'returned')), 0)::bigint as paid,
      coalesce(sum(amount) filter (where entry.kind = 'recovery_offset'
        or (entry.kind = 'envelope_cancelled' and entry.cause like 'offset of %')), 0)::bigint as set_off,
      -sum(amount)::bigint as waiting
    from payments.posting join payments.entry on entry.id = posting.entry_id
    where posting.person_id = ${personId} and posting.account = 'payable' and posting.month is not null
      and ${withinArea(ctx, 'posting.area_id')}
    group by posting.month order by posting.month desc limit 36`.execute(ctx.db())
  return rows
}
