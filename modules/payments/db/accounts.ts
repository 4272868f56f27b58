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

export type AccountRow = Omit<AccountMonth, 'once'> & {
  /** What was given once, by which rule and to whom: a row of its own. */
  readonly oneOffId: string | null
  readonly rule: string | null
  readonly payeeName: string | null
  readonly isOwn: boolean | null
}

/**
 * The account of a person («sổ chi tiết»): what each month owed, and what became of it. What is given once stands by itself, for it may be
 * owed to another: whoever buried somebody is owed it because of the dead.
 */
export async function listAccountRows(ctx: Ctx, personId: string): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select posting.month, instruction.one_off_id, min(item.component) as rule, min(instruction.payee_name) as payee_name,
      bool_and(instruction.payee_id = posting.person_id) as is_own,
      -coalesce(sum(posting.amount) filter (where entry.kind in ('envelope_approved', 'recalled', 'owed_again')
        or (entry.kind = 'envelope_cancelled' and entry.cause not like 'offset of %')), 0)::bigint as due,
      coalesce(sum(posting.amount) filter (where entry.kind in ('paid', 'returned')), 0)::bigint as paid,
      coalesce(sum(posting.amount) filter (where entry.kind = 'recovery_offset'
        or (entry.kind = 'envelope_cancelled' and entry.cause like 'offset of %')), 0)::bigint as set_off,
      -sum(posting.amount)::bigint as waiting
    from payments.posting join payments.entry on entry.id = posting.entry_id
    left join payments.instruction on instruction.id = posting.instruction_id and instruction.one_off_id is not null
    left join payments.item on item.instruction_id = instruction.id
    where posting.person_id = ${personId} and posting.account = 'payable' and posting.month is not null
      and ${withinArea(ctx, 'posting.area_id')}
    group by posting.month, instruction.one_off_id
    order by posting.month desc, instruction.one_off_id nulls first limit 36`.execute(ctx.db())
  return rows
}
