import { sql } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Account, EntryKind } from '../domain/accounts.ts'
import { assertSound, type Posting } from '../domain/entry.ts'
import type { PaymentsTables } from './tables.ts'

export type NewEntry = {
  readonly kind: EntryKind
  /** The one thing it is about: with it nothing is booked twice. */
  readonly cause: string
  readonly bookedOn?: CivilDate | undefined
  readonly note?: string | undefined
}

/** Opens an entry, to be posted in the same transaction; undefined where the same has been booked before. */
export async function openEntry(ctx: Ctx, { kind, cause, bookedOn, note }: NewEntry) {
  const row = await ctx
    .db<PaymentsTables>()
    .insertInto('payments.entry')
    .values({
      kind,
      cause,
      bookedOn: bookedOn ?? ctx.today,
      recordedAt: ctx.now,
      byUser: ctx.actor.userId,
      byName: ctx.actor.name,
      note: note ?? null,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'cause']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Books a small entry as a whole; false where it has been booked before. */
export async function book(ctx: Ctx, entry: NewEntry, postings: readonly Posting[]): Promise<boolean> {
  assertSound(entry.kind, postings)
  const entryId = await openEntry(ctx, entry)
  if (entryId === undefined) return false
  await postTo(ctx, entryId, postings)
  return true
}

/** Adds postings to an entry of this transaction; together they balance when it ends. */
export async function postTo(ctx: Ctx, entryId: number, postings: readonly Posting[]) {
  if (postings.length === 0) return
  await ctx
    .db<PaymentsTables>()
    .insertInto('payments.posting')
    .values(
      postings.map((posting) => ({
        entryId,
        account: posting.account,
        amount: posting.amount,
        areaId: posting.areaId,
        providerId: posting.providerId ?? null,
        fundId: posting.fundId ?? null,
        programme: posting.programme ?? null,
        envelopeId: posting.envelopeId ?? null,
        instructionId: null,
        personId: posting.personId ?? null,
        recoveryId: posting.recoveryId ?? null,
        month: posting.month ?? null,
      })),
    )
    .execute()
}

export type Balance = { readonly account: Account; readonly debit: Dong; readonly credit: Dong }

/** What stands on each account («bảng cân đối thử») in the actor’s units: debit and credit add up to the same. */
export async function trialBalance(ctx: Ctx): Promise<Balance[]> {
  const { rows } = await sql<Balance>`
    select account, coalesce(sum(amount) filter (where amount > 0), 0)::bigint as debit,
      coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as credit
    from payments.posting where ${withinArea(ctx, 'area_id')} group by account order by account`.execute(
    ctx.db(),
  )
  return rows
}

export type EntryLine = {
  readonly entryId: number
  readonly kind: EntryKind
  readonly cause: string
  readonly bookedOn: CivilDate
  readonly recordedAt: Instant
  readonly byName: string
  readonly account: Account
  readonly debit: Dong
  readonly credit: Dong
  readonly month: Month | null
  readonly note: string | null
}

type EntryFilter = {
  readonly account?: Account | undefined
  readonly envelopeId?: string | undefined
  readonly personId?: string | undefined
  readonly providerId?: string | undefined
}

/** The entries behind a figure, newest first: each entry and account is one row, whatever many people it is about. */
export async function listEntryLines(
  ctx: Ctx,
  { account, envelopeId, personId, providerId }: EntryFilter,
  { page, size }: { page: number; size: number },
) {
  const conditions = [withinArea(ctx, 'posting.area_id')]
  if (account) conditions.push(sql`posting.account = ${account}`)
  if (envelopeId) conditions.push(sql`posting.envelope_id = ${envelopeId}`)
  if (personId) conditions.push(sql`posting.person_id = ${personId}`)
  if (providerId) conditions.push(sql`posting.provider_id = ${providerId}`)
  const { rows } = await sql<EntryLine & { total: number }>`
    select entry.id as entry_id, entry.kind, entry.cause, entry.booked_on, entry.recorded_at, entry.by_name, entry.note,
      posting.account, posting.month,
      coalesce(sum(amount) filter (where amount > 0), 0)::bigint as debit,
      coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as credit,
      (count(*) over ())::int as total
    from payments.posting join payments.entry on entry.id = posting.entry_id
    where ${sql.join(conditions, sql` and `)}
    group by entry.id, posting.account, posting.month
    order by entry.id desc, posting.account
    limit ${size} offset ${(page - 1) * size}`.execute(ctx.db())
  return { rows, total: rows[0]?.total ?? 0 }
}
