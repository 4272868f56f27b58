import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

export type PaidOn = { readonly personId: string; readonly bank: string; readonly account: string }

/** Whoever is paid on an account, or is to be once somebody has approved or its days are over. */
const onAccounts = sql`(select person_id, bank, account from payroll.public_channel where method = 'account'
  union select payee_id, bank, account from payroll.public_award_channel where method = 'account'
  union select person_id, after -> 'by' ->> 'bank', after -> 'by' ->> 'account' from payments.way_request
    where state in ('asked', 'approved') and after -> 'by' ->> 'channel' in ('account', 'wallet')) as paid`

/** Everybody who is or is to be paid on an account of these numbers, whatever the bank is called there. */
export async function listPaidOn(ctx: Ctx, accounts: readonly string[]): Promise<PaidOn[]> {
  const { rows } = await sql<PaidOn>`
    select person_id, bank, account from ${onAccounts} where account = any(${[...accounts]}::text[]) order by account, person_id`.execute(
    ctx.db(),
  )
  return rows
}

/** Accounts that more than one payee is paid on, those of most payees first. */
export async function listSharedAccounts(ctx: Ctx, most: number): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from ${onAccounts}
    group by account having count(distinct person_id) > 1 order by count(distinct person_id) desc, account limit ${most}`.execute(
    ctx.db(),
  )
  return rows.map(({ account }) => account)
}
