import { sql } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Benefit } from '../domain/determination.ts'
import type { ListedState } from '../domain/listed-state.ts'
import type { EntitlementTables } from './tables.ts'

/** An award a list brought along, as the list said it, and what was decided about it. */
export type ListedAward = {
  readonly id: string
  readonly importId: string
  readonly rowNumber: number
  /** Whose it is today, should the record of the list have been merged into another. */
  readonly personId: string
  readonly benefit: Benefit
  readonly decisionNumber: string
  readonly signedOn: CivilDate
  readonly signerTitle: string
  readonly areaId: number
  readonly firstMonth: Month
  /** The last month the lists before have paid. */
  readonly paidThrough: Month | null
  readonly monthly: Dong | null
  readonly broughtBy: string
  readonly appliedBy: string
  readonly state: ListedState
  readonly decidedName: string | null
  readonly decidedAt: Instant | null
  readonly reason: string
}

/** The rows of a list that are of one unit: what one person confirms at a time. */
export type ListOfUnit = { readonly importId: string; readonly areaId: number }

const columns = [
  'id',
  'importId',
  'rowNumber',
  'benefit',
  'decisionNumber',
  'signedOn',
  'signerTitle',
  'areaId',
  'firstMonth',
  'paidThrough',
  'monthly',
  'broughtBy',
  'appliedBy',
  'state',
  'decidedName',
  'decidedAt',
  'reason',
] as const

/** Keeps what a list says until it is confirmed; false where the row was kept before. */
export async function insertListedAward(
  ctx: Ctx,
  row: Omit<EntitlementTables['entitlement.listedAward'], 'state' | 'reason'>,
): Promise<boolean> {
  const added = await ctx
    .db<EntitlementTables>()
    .insertInto('entitlement.listedAward')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

function visible(ctx: Ctx) {
  return ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.listedAward')
    .select(columns)
    .select(sql<string>`people.root_of(person_id)`.as('personId'))
    .where(withinArea(ctx, 'areaId'))
}

function ofList(ctx: Ctx, { importId, areaId }: ListOfUnit) {
  return visible(ctx).where('importId', '=', importId).where('areaId', '=', areaId)
}

/** Rows of a list in its own order, by page. */
export function listListedAwards(
  ctx: Ctx,
  {
    state,
    page,
    size,
    ...list
  }: ListOfUnit & { state?: ListedState | undefined; page: number; size: number },
): Promise<ListedAward[]> {
  return ofList(ctx, list)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .orderBy('rowNumber')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
}

/** Locks the rows for the rest of the transaction: those named, or all that wait. */
export function getListedAwardsForUpdate(
  ctx: Ctx,
  list: ListOfUnit,
  ids: readonly string[] | undefined,
): Promise<ListedAward[]> {
  return ofList(ctx, list)
    .$if(ids === undefined, (query) => query.where('state', '=', 'proposed'))
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${[...ids!]}::uuid[])`))
    .orderBy('rowNumber')
    .forUpdate()
    .execute()
}

/** What lists said of a person that nobody has confirmed. */
export function listWaitingOf(ctx: Ctx, personId: string): Promise<ListedAward[]> {
  return visible(ctx)
    .where('state', '=', 'proposed')
    .where(
      sql<boolean>`person_id in (select person_id from people.public_record
        where person_id = ${personId} or merged_into = ${personId})`,
    )
    .orderBy('rowNumber')
    .execute()
}

export type ListSummary = ListOfUnit & {
  readonly fileName: string
  readonly appliedName: string
  readonly listedAt: Instant
  readonly proposed: number
  readonly confirmed: number
  readonly held: number
  readonly sentBack: number
  /** What the list says the waiting ones are paid each month, where it says it. */
  readonly monthly: Dong
  /** Since when the first of those that wait is due. */
  readonly earliest: Month | null
  readonly isOwn: boolean
}

/** Lists by unit, those that waited longest first; all of an import, one, or those that wait. */
export async function summariseLists(
  ctx: Ctx,
  { importId, areaId, isWaiting = false }: Partial<ListOfUnit> & { isWaiting?: boolean },
): Promise<ListSummary[]> {
  const me = ctx.actor.userId || null
  const { rows } = await sql<ListSummary>`
    select import_id, area_id, min(file_name) as file_name, min(applied_name) as applied_name,
      min(listed_at) as listed_at, count(*) filter (where state = 'proposed')::int as proposed,
      count(*) filter (where state = 'confirmed')::int as confirmed, count(*) filter (where state = 'held')::int as held,
      count(*) filter (where state = 'sent_back')::int as sent_back,
      coalesce(sum(monthly) filter (where state = 'proposed'), 0)::bigint as monthly,
      min(first_month) filter (where state = 'proposed') as earliest,
      coalesce(bool_or(brought_by = ${me}::uuid or applied_by = ${me}::uuid), false) as is_own
    from entitlement.listed_award
    where ${withinArea(ctx, 'areaId')} and (${importId ?? null}::uuid is null or import_id = ${importId ?? null}::uuid)
      and (${areaId ?? null}::integer is null or area_id = ${areaId ?? null}::integer)
    group by import_id, area_id
    having not ${isWaiting} or count(*) filter (where state = 'proposed') > 0
    order by min(listed_at), area_id limit 500`.execute(ctx.db())
  return rows
}

/** Writes down what was decided about rows that were locked. */
export async function decideListed(
  ctx: Ctx,
  { ids, state, reason = '' }: { ids: readonly string[]; state: ListedState; reason?: string },
): Promise<void> {
  if (ids.length === 0) return
  await ctx
    .db<EntitlementTables>()
    .updateTable('entitlement.listedAward')
    .set({
      state,
      reason,
      decidedBy: ctx.actor.userId,
      decidedName: ctx.actor.name,
      decidedAt: ctx.now,
    })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}

/** Tells what waits of a list, where its row says nothing itself, through which month the lists before have paid. */
export async function tellPaidThrough(
  ctx: Ctx,
  { importId, paidThrough }: { importId: string; paidThrough: Month | null },
): Promise<void> {
  await ctx
    .db<EntitlementTables>()
    .updateTable('entitlement.listedAward')
    .set({ paidThrough })
    .where('importId', '=', importId)
    .where('state', 'in', ['proposed', 'sent_back'])
    .where('isPaidTold', '=', false)
    .execute()
}
