import { sql } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { EntryFilter } from '../contract.ts'
import type { Account, EntryKind } from '../domain/accounts.ts'
import { assertSound, type Posting } from '../domain/entry.ts'
import { atProvider, figureOf } from './identity.ts'
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

/** Whether the entry of this kind and cause moved just this sum, for just this debt. */
export async function wasBookedSo(
  ctx: Ctx,
  { kind, cause }: Pick<NewEntry, 'kind' | 'cause'>,
  { account, amount, recoveryId }: { account: Posting['account']; amount: Dong; recoveryId: string },
): Promise<boolean> {
  const row = await ctx
    .db<PaymentsTables>()
    .selectFrom('payments.entry')
    .innerJoin('payments.posting', 'payments.posting.entryId', 'payments.entry.id')
    .select('payments.entry.id')
    .where('kind', '=', kind)
    .where('cause', '=', cause)
    .where('account', '=', account)
    .where('amount', '=', amount)
    .where('recoveryId', '=', recoveryId)
    .executeTakeFirst()
  return row !== undefined
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
        instructionId: posting.instructionId ?? null,
        personId: posting.personId ?? null,
        recoveryId: posting.recoveryId ?? null,
        month: posting.month ?? null,
      })),
    )
    .execute()
}

/** What was booked on a budget line by entries of a kind, each with the decision it was booked by. */
export async function listBookedOnFund(
  ctx: Ctx,
  { kind, fundId }: Pick<NewEntry, 'kind'> & { readonly fundId: string },
): Promise<{ decision: string; amount: Dong }[]> {
  const { rows } = await sql<{ decision: string; amount: Dong }>`
    select coalesce(entry.note, '') as decision, sum(posting.amount)::bigint as amount from payments.posting
    join payments.entry on entry.id = posting.entry_id
    where posting.fund_id = ${fundId} and posting.amount > 0 and entry.kind = ${kind} group by entry.id`.execute(
    ctx.db(),
  )
  return rows
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
  readonly bookedOn: CivilDate
  readonly recordedAt: Instant
  readonly byName: string
  readonly account: Account
  readonly debit: Dong
  readonly credit: Dong
  readonly month: Month | null
  readonly note: string | null
}

const debit = sql`coalesce(sum(posting.amount) filter (where posting.amount > 0), 0)::bigint as debit`
const credit = sql`coalesce(-sum(posting.amount) filter (where posting.amount < 0), 0)::bigint as credit`

/** The postings a filter means, in the actor’s units. */
function meant(ctx: Ctx, filter: EntryFilter) {
  const {
    account,
    kind,
    month,
    envelopeId,
    instructionId,
    personId,
    providerId,
    recoveryId,
    fundId,
    figure,
  } = filter
  const conditions = [withinArea(ctx, 'posting.area_id')]
  if (account) conditions.push(sql`posting.account = ${account}`)
  if (kind) conditions.push(sql`entry.kind = ${kind}`)
  if (envelopeId) conditions.push(sql`posting.envelope_id = ${envelopeId}`)
  if (instructionId) conditions.push(sql`posting.instruction_id = ${instructionId}`)
  if (personId) conditions.push(sql`posting.person_id = ${personId}`)
  if (recoveryId) conditions.push(sql`posting.recovery_id = ${recoveryId}`)
  if (fundId) conditions.push(sql`posting.fund_id = ${fundId}`)
  if (figure && providerId && month)
    conditions.push(atProvider(providerId), figureOf(figure, { first: month, last: month }))
  else {
    if (providerId) conditions.push(sql`posting.provider_id = ${providerId}`)
    if (month) conditions.push(sql`posting.month = ${month}`)
  }
  return sql`payments.posting join payments.entry on entry.id = posting.entry_id where ${sql.join(conditions, sql` and `)}`
}

/** The entries behind a figure, newest first: each entry and account is one row, whatever many people it is about. */
export async function listEntryLines(
  ctx: Ctx,
  filter: EntryFilter,
  { page, size }: { page: number; size: number },
) {
  const { rows } = await sql<EntryLine>`
    select entry.id as entry_id, entry.kind, entry.booked_on, entry.recorded_at, entry.by_name, entry.note,
      posting.account, posting.month, ${debit}, ${credit}
    from ${meant(ctx, filter)}
    group by entry.id, posting.account, posting.month
    order by entry.id desc, posting.account, posting.month
    limit ${size} offset ${(page - 1) * size}`.execute(ctx.db())
  const sums = await sql<{ total: number; debit: Dong; credit: Dong }>`
    select count(*)::int as total, coalesce(sum(debit), 0)::bigint as debit, coalesce(sum(credit), 0)::bigint as credit
    from (select ${debit}, ${credit} from ${meant(ctx, filter)} group by entry.id, posting.account, posting.month) as line`.execute(
    ctx.db(),
  )
  return { rows, ...sums.rows[0]! }
}
