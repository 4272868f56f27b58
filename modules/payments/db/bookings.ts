import { sql, type RawBuilder } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { Programme } from '../domain/programme.ts'
import { openEntry, type NewEntry } from './ledger.ts'
import { itemsDue } from './not-due.ts'

/** Whole envelopes and answer files are booked by the database: one entry, a posting for each person and payee in it. */

/** The items of some instructions as postings of a person. */
function postItems(entryId: number, account: string, sign: 1 | -1, from: RawBuilder<unknown>) {
  return sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id,
      instruction_id, person_id, month)
    select ${entryId}, ${account}, ${sql.raw(String(sign))} * sum(item.amount), item.area_id, instruction.provider_id,
      item.programme, instruction.envelope_id, instruction.id, item.person_id, instruction.month
    from ${from} group by item.area_id, item.programme, instruction.id, item.person_id`
}

/** The same items by unit and programme, where nobody asks for whom. */
function postSums(entryId: number, account: string, sign: 1 | -1, from: RawBuilder<unknown>) {
  return sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id, month)
    select ${entryId}, ${account}, ${sql.raw(String(sign))} * sum(item.amount), item.area_id, instruction.provider_id,
      item.programme, instruction.envelope_id, instruction.month
    from ${from}
    group by item.area_id, item.programme, instruction.provider_id, instruction.envelope_id, instruction.month`
}

/** The other side of what an entry has on an account so far, by unit and programme: the items are not looked up a second time. */
function postOtherSide(entryId: number, account: string, of: string) {
  return sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id, month)
    select ${entryId}, ${account}, -sum(amount), area_id, provider_id, programme, envelope_id, month
    from payments.posting where entry_id = ${entryId} and account = ${of}
    group by area_id, provider_id, programme, envelope_id, month`
}

/** What a new envelope is to be paid for the first time; a new try is owed already. */
const freshOf = (envelopeId: string) => sql`payments.instruction
  join ${itemsDue} as item on item.instruction_id = instruction.id and item.amount > 0
  where instruction.envelope_id = ${envelopeId} and instruction.replaces_id is null`

/** Recognises what an approved envelope owes («ghi nhận phải trả»), person by person. */
export async function bookDebts(ctx: Ctx, entryId: number, envelopeId: string) {
  await postItems(entryId, 'payable', -1, freshOf(envelopeId)).execute(ctx.db())
  await postOtherSide(entryId, 'expense', 'payable').execute(ctx.db())
}

/** Takes back what the approval of an envelope had booked, to the đồng: the opposite of each of its postings. */
export async function bookOpposite(ctx: Ctx, entry: NewEntry, of: { kind: string; cause: string }) {
  const { rows } = await sql<{ id: number }>`
    select id from payments.entry where kind = ${of.kind} and cause = ${of.cause}`.execute(ctx.db())
  if (!rows[0]) return
  const entryId = await openEntry(ctx, entry)
  if (entryId === undefined) return
  await sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, fund_id, programme, envelope_id,
      instruction_id, person_id, month, recovery_id)
    select ${entryId}, account, -amount, area_id, provider_id, fund_id, programme, envelope_id, instruction_id, person_id, month,
      recovery_id
    from payments.posting where entry_id = ${rows[0].id}`.execute(ctx.db())
}

/** What of an envelope has to be transferred and is not at the provider already, by programme. */
export async function sumFresh(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{ programme: Programme; amount: Dong }>`
    select item.programme, sum(item.amount)::bigint as amount from ${freshOf(envelopeId)}
    group by item.programme order by item.programme`.execute(ctx.db())
  return rows
}

/** Transfers to the provider what does not lie there yet («chuyển tiền cho đơn vị chi trả»). */
export async function bookTransfer(ctx: Ctx, entryId: number, envelopeId: string) {
  const from = sql`payments.instruction join payments.item on item.instruction_id = instruction.id
    where instruction.envelope_id = ${envelopeId} and instruction.state = 'sent' and not instruction.is_carried`
  await postSums(entryId, 'at_provider', 1, from).execute(ctx.db())
  await postOtherSide(entryId, 'treasury', 'at_provider').execute(ctx.db())
}

/** New tries that cannot be paid by what was transferred for the ones before: it lies at another provider, or was given back. */
const movedAway = sql`not instruction.is_carried and (former.state <> 'withdrawn' or former.is_carried)`

/** What of an envelope is owed already and has to be transferred a second time, by programme. */
export async function sumTransferredAnew(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{ programme: Programme; amount: Dong }>`
    select item.programme, sum(item.amount)::bigint as amount from payments.instruction
    join payments.instruction as former on former.id = instruction.replaces_id
    join payments.item on item.instruction_id = instruction.id
    where instruction.envelope_id = ${envelopeId} and instruction.state = 'ready' and ${movedAway}
    group by item.programme order by item.programme`.execute(ctx.db())
  return rows
}

/**
 * What an envelope is about to transfer, by the envelope that held the budget for it: a later try of what was not sent at first
 * is paid from there; one that has to be transferred a second time is paid by its own.
 */
export async function sumTransferred(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{ heldBy: string; programme: Programme; amount: Dong }>`
    with recursive chain as (
      select instruction.id as sent_id, instruction.envelope_id,
        case when ${movedAway} then null else instruction.replaces_id end as replaces_id
      from payments.instruction left join payments.instruction as former on former.id = instruction.replaces_id
      where instruction.envelope_id = ${envelopeId} and instruction.state = 'sent' and not instruction.is_carried
      union all
      select chain.sent_id, instruction.envelope_id, case when ${movedAway} then null else instruction.replaces_id end
      from chain join payments.instruction on instruction.id = chain.replaces_id
      left join payments.instruction as former on former.id = instruction.replaces_id)
    select chain.envelope_id as held_by, item.programme, sum(item.amount)::bigint as amount
    from chain join payments.item on item.instruction_id = chain.sent_id where chain.replaces_id is null
    group by chain.envelope_id, item.programme order by chain.envelope_id, item.programme`.execute(ctx.db())
  return rows
}

/** What an envelope still holds on each budget line of a programme. */
export async function listHeld(ctx: Ctx, envelopeId: string, programme: Programme) {
  const { rows } = await sql<{ fundId: string; areaId: number; month: Month | null; amount: Dong }>`
    select fund_id, area_id, month, sum(amount)::bigint as amount from payments.posting
    where fund_id is not null and envelope_id = ${envelopeId} and programme = ${programme} and account = 'budget_blocked'
    group by fund_id, area_id, month having sum(amount) > 0 order by fund_id, month`.execute(ctx.db())
  return rows
}

/** Books what became of some instructions: money that left the provider, or came back to it. */
export async function bookOutcome(
  ctx: Ctx,
  entryId: number,
  { kind, instructions }: { kind: 'paid' | 'returned'; instructions: RawBuilder<unknown> },
) {
  const from = sql`payments.instruction join payments.item on item.instruction_id = instruction.id
    where instruction.id in (${instructions})`
  await postItems(entryId, 'payable', kind === 'paid' ? 1 : -1, from).execute(ctx.db())
  await postOtherSide(entryId, 'at_provider', 'payable').execute(ctx.db())
}
