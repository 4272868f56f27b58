import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

export type Sums = {
  readonly carriedIn: Dong
  readonly transferred: Dong
  readonly paid: Dong
  readonly returned: Dong
  readonly balance: Dong
}

/**
 * What the ledger says of the money at a provider in a month: what lay there, came, went to payees, was given back, and
 * lies there after it. A return to the account takes back a payment; money given back to the treasury is «hoàn trả».
 */
export async function sumAtProvider(
  ctx: Ctx,
  { providerId, month }: { providerId: string; month: Month },
): Promise<Sums> {
  const inMonth = sql`posting.month = ${month}`
  const { rows } = await sql<Sums>`
    select
      coalesce(sum(amount) filter (where posting.month < ${month}), 0)::bigint as carried_in,
      coalesce(sum(amount) filter (where ${inMonth} and entry.kind = 'envelope_sent'), 0)::bigint as transferred,
      -coalesce(sum(amount) filter (where ${inMonth} and entry.kind in ('paid', 'returned')), 0)::bigint as paid,
      -coalesce(sum(amount) filter (where ${inMonth} and entry.kind = 'refunded'), 0)::bigint as returned,
      coalesce(sum(amount) filter (where posting.month <= ${month}), 0)::bigint as balance
    from payments.posting join payments.entry on entry.id = posting.entry_id
    where posting.provider_id = ${providerId} and posting.account = 'at_provider'
      and ${withinArea(ctx, 'posting.area_id')}`.execute(ctx.db())
  return rows[0]!
}
