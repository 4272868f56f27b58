import { sql, type RawBuilder } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { Programme } from '../domain/programme.ts'
import { isOwedAnew, movedAway } from './held-budget.ts'
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

/** What an envelope is to pay for the first time; a new try is owed already. */
const freshOf = (envelopeId: string) => sql`payments.instruction
  join ${itemsDue} as item on item.instruction_id = instruction.id and item.amount > 0
  where instruction.envelope_id = ${envelopeId} and instruction.replaces_id is null`

/** Recognises what an approved envelope owes («ghi nhận phải trả»), person by person. */
export async function bookDebts(ctx: Ctx, entryId: number, envelopeId: string) {
  await postItems(entryId, 'payable', -1, freshOf(envelopeId)).execute(ctx.db())
  await postOtherSide(entryId, 'expense', 'payable').execute(ctx.db())
}

/** What new tries of an envelope owe anew: it was called back, and is due after all. */
const owedAnewBy = (envelopeId: string) => sql`payments.instruction
  join ${itemsDue} as item on item.instruction_id = instruction.id and item.amount > 0
  where instruction.envelope_id = ${envelopeId} and instruction.replaces_id is not null and ${isOwedAnew}`

/** Recognises what an approved envelope owes anew; gives its sums, for which the budget is held anew as well. */
export async function bookOwedAnew(ctx: Ctx, { id, cause }: { id: string; cause: string }) {
  const { rows } = await sql<{ programme: Programme; amount: Dong }>`
    select item.programme, sum(item.amount)::bigint as amount from ${owedAnewBy(id)}
    group by item.programme order by item.programme`.execute(ctx.db())
  if (rows.length === 0) return rows
  const entryId = await openEntry(ctx, { kind: 'owed_again', cause })
  if (entryId === undefined) throw new Error(`What ${cause} owes anew was booked before`)
  await postItems(entryId, 'payable', -1, owedAnewBy(id)).execute(ctx.db())
  await postOtherSide(entryId, 'expense', 'payable').execute(ctx.db())
  return rows
}

/** Takes back what was called back of an envelope that is given up, or came to be owed again: its approval is taken back whole. */
export async function bookOppositeOfRecalls(ctx: Ctx, { id, cause }: { id: string; cause: string }) {
  for (const [kind, opposite] of [
    ['recalled', 'owed_again'],
    ['owed_again', 'recalled'],
  ] as const) {
    const { rows } = await sql<{ id: number }>`
      select distinct entry.id from payments.posting join payments.entry on entry.id = posting.entry_id
      where (posting.envelope_id = ${id} or posting.instruction_id in (
          select instruction.id from payments.instruction where instruction.envelope_id = ${id}))
        and entry.kind = ${kind} and entry.cause not like 'cancelled %'`.execute(ctx.db())
    if (rows.length === 0) continue
    const entryId = await openEntry(ctx, { kind: opposite, cause: `cancelled ${cause}` })
    if (entryId === undefined) continue
    await postOpposites(ctx, entryId, rows)
  }
}

/** Takes back what an entry booked, to the đồng: the opposite of each of its postings. */
export async function bookOpposite(ctx: Ctx, entry: NewEntry, of: { kind: string; cause: string }) {
  const { rows } = await sql<{ id: number }>`
    select id from payments.entry where kind = ${of.kind} and cause = ${of.cause}`.execute(ctx.db())
  if (!rows[0]) return
  const entryId = await openEntry(ctx, entry)
  if (entryId === undefined) return
  await postOpposites(ctx, entryId, [rows[0]])
}

async function postOpposites(ctx: Ctx, entryId: number, of: readonly { readonly id: number }[]) {
  await sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, fund_id, programme, envelope_id,
      instruction_id, person_id, month, recovery_id)
    select ${entryId}, account, -amount, area_id, provider_id, fund_id, programme, envelope_id, instruction_id, person_id, month,
      recovery_id
    from payments.posting where entry_id = any(${of.map(({ id }) => id)}::bigint[])`.execute(ctx.db())
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

/** What of an envelope is owed already and has to be transferred a second time, by programme. */
export async function sumTransferredAnew(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{ programme: Programme; amount: Dong }>`
    select item.programme, sum(item.amount)::bigint as amount from payments.instruction
    join payments.instruction as former on former.id = instruction.replaces_id
    join ${itemsDue} as item on item.instruction_id = instruction.id and item.amount > 0
    where instruction.envelope_id = ${envelopeId} and ${movedAway}
    group by item.programme order by item.programme`.execute(ctx.db())
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
