import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { Programme } from '../domain/programme.ts'

/**
 * Takes the money of a refund from its provider and puts it back into the treasury, in the month it was given back: until then it lay
 * there, and a year that is over keeps what it carried out. An order of a later month is accounted for in its own, so that no month
 * gives back what it had not got.
 */
export async function bookGivenBack(ctx: Ctx, entryId: number, refund: { id: string; givenBackIn: Month }) {
  for (const [account, sign] of [
    ['treasury', 1],
    ['at_provider', -1],
  ] as const)
    await sql`
      insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id, month)
      select ${entryId}, ${account}, ${sql.raw(String(sign))} * sum(refund_item.amount), refund_item.area_id,
        instruction.provider_id, refund_item.programme, instruction.envelope_id, greatest(instruction.month, ${refund.givenBackIn})
      from payments.refund_item join payments.instruction on instruction.id = refund_item.instruction_id
      where refund_item.refund_id = ${refund.id}
      group by refund_item.area_id, instruction.provider_id, refund_item.programme, instruction.envelope_id, instruction.month`.execute(
      ctx.db(),
    )
}

/**
 * By which envelopes the budget was held that money given back had been spent from: up the chain of tries, to the one that was
 * transferred by money of its own.
 */
export async function sumGivenBack(ctx: Ctx, refundId: string) {
  const { rows } = await sql<{ heldBy: string; heldFor: Month; programme: Programme; amount: Dong }>`
    with recursive chain as (
      select refund_item.programme, refund_item.amount, instruction.replaces_id, instruction.is_carried, instruction.envelope_id
      from payments.refund_item join payments.instruction on instruction.id = refund_item.instruction_id
      where refund_item.refund_id = ${refundId}
      union all
      select chain.programme, chain.amount, former.replaces_id, former.is_carried, former.envelope_id
      from chain join payments.instruction as former on former.id = chain.replaces_id
      where chain.is_carried or (former.state = 'withdrawn' and not former.is_carried))
    select envelope_id as held_by, envelope.month as held_for, programme, sum(chain.amount)::bigint as amount
    from chain join payments.envelope on envelope.id = envelope_id
    where replaces_id is null or not (is_carried or exists (select from payments.instruction as former
      where former.id = chain.replaces_id and former.state = 'withdrawn' and not former.is_carried))
    group by envelope_id, envelope.month, programme order by envelope_id, programme`.execute(ctx.db())
  return rows
}

/** What an envelope has spent from the budget lines of a year for a programme, less what came back. */
export async function listSpent(
  ctx: Ctx,
  { envelopeId, programme, year }: { envelopeId: string; programme: Programme; year: number },
) {
  const { rows } = await sql<{ fundId: string; areaId: number; year: number; amount: Dong }>`
    select fund.id as fund_id, fund.area_id, fund.year, sum(posting.amount)::bigint as amount
    from payments.posting join payments.fund on fund.id = posting.fund_id
    where posting.envelope_id = ${envelopeId} and posting.programme = ${programme} and posting.account = 'budget_spent'
    group by fund.id having sum(posting.amount) > 0 order by fund.year = ${year} desc, fund.id`.execute(
    ctx.db(),
  )
  return rows
}

/** What of a refund is free on budget lines again. */
export async function sumFreed(ctx: Ctx, refundId: string): Promise<Dong> {
  const { rows } = await sql<{ amount: Dong }>`
    select coalesce(sum(posting.amount), 0)::bigint as amount
    from payments.entry join payments.posting on posting.entry_id = entry.id
    where entry.kind = 'refunded' and entry.cause = ${`refund ${refundId}`} and posting.account = 'budget_available'`.execute(
    ctx.db(),
  )
  return rows[0]!.amount
}
