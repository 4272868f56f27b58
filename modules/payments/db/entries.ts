import { sql } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Account, EntryKind } from '../domain/accounts.ts'
import { problems } from '../domain/problems.ts'
import type { Programme } from '../domain/programme.ts'

/** An entry of which something is in the actor’s units. */
export async function getEntryRow(ctx: Ctx, id: number) {
  const { rows } = await sql<{
    id: number
    kind: EntryKind
    cause: string
    bookedOn: CivilDate
    recordedAt: Instant
    byName: string
    note: string | null
  }>`select id, kind, cause, booked_on, recorded_at, by_name, note from payments.entry
    where id = ${id} and exists (select from payments.posting
      where posting.entry_id = entry.id and ${withinArea(ctx, 'posting.area_id')})`.execute(ctx.db())
  if (!rows[0]) throw problems('entry_not_found', { id })
  return rows[0]
}

const both = sql`coalesce(sum(amount) filter (where amount > 0), 0)::bigint as debit,
  coalesce(-sum(amount) filter (where amount < 0), 0)::bigint as credit`

export async function sumEntry(ctx: Ctx, id: number) {
  const { rows } = await sql<{
    account: Account
    areaId: number
    programme: Programme | null
    debit: Dong
    credit: Dong
  }>`
    select account, area_id, programme, ${both} from payments.posting
    where entry_id = ${id} and ${withinArea(ctx, 'area_id')}
    group by account, area_id, programme order by area_id, account, programme`.execute(ctx.db())
  return rows
}

export async function listEntryPeople(ctx: Ctx, id: number, { page, size }: { page: number; size: number }) {
  const where = sql`entry_id = ${id} and person_id is not null and ${withinArea(ctx, 'area_id')}`
  const { rows } = await sql<{
    personId: string
    instructionId: string | null
    account: Account
    debit: Dong
    credit: Dong
  }>`
    select person_id, instruction_id, account, ${both} from payments.posting where ${where}
    group by person_id, instruction_id, account order by person_id, instruction_id, account
    limit ${size} offset ${(page - 1) * size}`.execute(ctx.db())
  const totals = await sql<{ total: number }>`
    select count(*)::int as total from (
      select from payments.posting where ${where} group by person_id, instruction_id, account) as one`.execute(
    ctx.db(),
  )
  return { rows, total: totals.rows[0]!.total }
}

/** What the postings of an entry say they are about. */
export async function listSubjects(ctx: Ctx, id: number) {
  const { rows } = await sql<{ envelopes: string[]; recoveries: string[]; funds: string[] }>`
    select coalesce(array_agg(distinct envelope_id) filter (where envelope_id is not null), '{}') as envelopes,
      coalesce(array_agg(distinct recovery_id) filter (where recovery_id is not null), '{}') as recoveries,
      coalesce(array_agg(distinct fund_id) filter (where fund_id is not null), '{}') as funds
    from payments.posting where entry_id = ${id} and ${withinArea(ctx, 'area_id')}`.execute(ctx.db())
  return rows[0]!
}

export async function findAnswer(ctx: Ctx, id: string) {
  const { rows } = await sql<{ name: string; receivedName: string; receivedAt: Instant }>`
    select name, received_name, received_at from payments.response where id = ${id}`.execute(ctx.db())
  return rows[0]
}

export async function listFundsNamed(ctx: Ctx, ids: readonly string[]) {
  const { rows } = await sql<{ code: string; year: number }>`
    select code, year from payments.fund where id = any(${[...ids]}::uuid[]) order by year, code`.execute(
    ctx.db(),
  )
  return rows
}

export async function listRecoveriesNamed(ctx: Ctx, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string
    personId: string
    personName: string
    decision: string | null
    decidedName: string | null
  }>`
    select id, person_id, person_name, decision, decided_name from payments.recovery
    where id = any(${[...ids]}::uuid[]) and ${withinArea(ctx, 'area_id')}`.execute(ctx.db())
  return rows
}
