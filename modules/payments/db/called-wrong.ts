import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { accountKey } from '../domain/way-rules.ts'

/** An account that was called wrong for a payee, since when and by which paper. */
export type CalledWrong = {
  readonly personId: string
  readonly bank: string
  readonly account: string
  readonly since: Instant
  readonly paper: string
}

/**
 * Accounts that were called wrong, or a fraudster’s, when an order was called back («tài khoản bị báo sai»), each for the payee of the
 * order. It is wrong no more once a change has put the payee on it anew, of which the bank gave the right name after that.
 */
export async function listCalledWrong(
  ctx: Ctx,
  only: { readonly personIds?: readonly string[]; readonly accounts?: readonly string[] } = {},
): Promise<CalledWrong[]> {
  const { personIds, accounts } = only
  const { rows } = await sql<CalledWrong & { readonly clearedAt: readonly string[] }>`
    select instruction.payee_id as person_id, instruction.bank, instruction.account, called.decided_at as since, called.paper,
      array(select said.after -> 'by' ->> 'bank' from payments.way_request as said
        where said.person_id = instruction.payee_id and said.state = 'in_force' and said.name_check = 'matches'
          and said.checked_at > called.decided_at and said.after -> 'by' ->> 'account' = instruction.account) as cleared_at
    from payments.recall_request as called join payments.instruction on instruction.id = called.instruction_id
    where called.ground = 'wrong_account' and called.state = 'approved'
      and ${personIds ? sql`instruction.payee_id = any(${[...personIds]}::uuid[])` : sql`true`}
      and ${accounts ? sql`instruction.account = any(${[...accounts]}::text[])` : sql`true`}
    order by called.decided_at desc`.execute(ctx.db())
  return rows
    .filter((row) =>
      row.clearedAt.every((bank) => accountKey({ bank, account: row.account }) !== accountKey(row)),
    )
    .map(({ personId, bank, account, since, paper }) => ({ personId, bank, account, since, paper }))
}
