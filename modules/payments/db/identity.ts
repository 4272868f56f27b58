import { sql, type RawBuilder } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { IdentityFigure } from '../contract.ts'

export type Sums = {
  readonly carriedIn: Dong
  readonly transferred: Dong
  readonly paid: Dong
  readonly returned: Dong
  readonly balance: Dong
}

/** The postings on the account of a provider. */
export const atProvider = (providerId: string) =>
  sql<boolean>`posting.provider_id = ${providerId} and posting.account = 'at_provider'`

/** Which of them a figure of some months is the sum of: a page and the entries behind it ask the same. */
export function figureOf(
  figure: IdentityFigure,
  { first, last }: { first: Month; last: Month },
): RawBuilder<boolean> {
  const within = sql<boolean>`posting.month between ${first} and ${last}`
  switch (figure) {
    case 'transferred':
      return sql`${within} and entry.kind = 'envelope_sent'`
    case 'carried_in':
      return sql`posting.month < ${first}`
    case 'paid':
      return sql`${within} and entry.kind in ('paid', 'returned')`
    case 'returned':
      return sql`${within} and entry.kind = 'refunded'`
    case 'carried_out':
      return sql`posting.month <= ${last}`
  }
}

/**
 * What the ledger says of the money at a provider in a month: what lay there, came, went to payees, was given back, and
 * lies there after it. A return to the account takes back a payment; money given back to the treasury is «hoàn trả».
 */
export async function sumAtProvider(
  ctx: Ctx,
  { providerId, month }: { providerId: string; month: Month },
): Promise<Sums> {
  const sum = (figure: IdentityFigure) =>
    sql`coalesce(sum(amount) filter (where ${figureOf(figure, { first: month, last: month })}), 0)::bigint`
  const { rows } = await sql<Sums>`
    select ${sum('carried_in')} as carried_in, ${sum('transferred')} as transferred, -${sum('paid')} as paid,
      -${sum('returned')} as returned, ${sum('carried_out')} as balance
    from payments.posting join payments.entry on entry.id = posting.entry_id
    where ${atProvider(providerId)} and ${withinArea(ctx, 'posting.area_id')}`.execute(ctx.db())
  return rows[0]!
}
