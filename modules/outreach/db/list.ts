import { sql, type RawBuilder } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Benefit } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { filesFor } from '../domain/asked-by.ts'
import type { Outcome } from '../domain/follow-up.ts'
import type { Cause, Event, Keeper, Kind } from '../domain/prospect.ts'
import { kindsOf, pageSize, type View } from '../domain/views.ts'

export type ProspectRow = {
  readonly id: string
  readonly personId: string
  readonly benefit: Benefit
  readonly event: Event
  readonly kind: Kind
  readonly month: Month
  readonly areaId: number
  readonly before: Dong
  readonly after: Dong
  readonly rulesBefore: string[]
  readonly rulesAfter: string[]
  readonly causes: Cause[]
  readonly delayCost: Dong
  readonly keptBy: Keeper | null
  readonly foundAt: Instant
  /** The file by which it is being asked for, or by which its end is being decided. */
  readonly fileId: string | null
  readonly fileCode: string | null
  /** The imported list by which it is received already, once a second person confirms it; and the unit whose part of it that is. */
  readonly waitingImportId: string | null
  readonly waitingAreaId: number | null
}

type Progress = 'open' | 'filed' | 'waiting' | Outcome

export type Wanted = {
  readonly view: View
  readonly areaIds?: readonly number[] | undefined
  readonly benefit?: Benefit | undefined
  /** The last month that counts. */
  readonly through?: Month | undefined
  readonly progress?: Progress | undefined
}

const columns = sql`prospect.id, prospect.person_id, prospect.benefit, prospect.event, prospect.kind, prospect.month,
  prospect.area_id, prospect.before, prospect.after, prospect.rules_before, prospect.rules_after, prospect.causes,
  prospect.delay_cost, prospect.kept_by, prospect.found_at, file.application_id as file_id, file.code as file_code,
  waiting.import_id as waiting_import_id, waiting.area_id as waiting_area_id`

/** Prospects, each with the oldest file in hand about it, or the list by which it waits to be confirmed. */
const prospects = sql`outreach.prospect left join lateral (
  select application_id, code from applications.public_open_file as open_file
  where open_file.person_id = prospect.person_id
    and (prospect.event, prospect.benefit, open_file.procedure) in (${sql.join(
      filesFor.map(({ event, benefit, procedure }) => sql`(${event}, ${benefit}, ${procedure})`),
    )})
  order by application_id limit 1) as file on true
  left join (
    select distinct on (person_id, benefit) person_id, benefit, import_id, area_id
    from entitlement.public_waiting_award order by person_id, benefit, first_month) as waiting
  on waiting.person_id = prospect.person_id and waiting.benefit = prospect.benefit
    and prospect.event = 'grant' and file.application_id is null`

/** What is being asked for, or waits to be confirmed, is not being lost for want of a file. */
const isLeftAlone = sql`(prospect.event <> 'grant' or coalesce(file.application_id, waiting.import_id) is null)`
const isLeftOrWaits = sql`(prospect.event <> 'grant' or file.application_id is null)`

/** What was done last, since the prospect was found. */
const lastDone = sql`(
  select follow_up.outcome from outreach.follow_up
  where follow_up.person_id = prospect.person_id and follow_up.benefit = prospect.benefit
    and follow_up.event = prospect.event and follow_up.recorded_at >= prospect.found_at
    and (prospect.event in ('grant', 'stop', 'certify') or follow_up.month = prospect.month)
  order by follow_up.recorded_at desc, follow_up.id desc limit 1)`

/** The monthly money that is gained or changes, that ends, or that rests on a certificate. */
const stake = sql`case when prospect.kind = 'certificate' then prospect.before
  when prospect.kind in ('lose', 'ended', 'renewal') then prospect.before - prospect.after
  else prospect.after - prospect.before end`

/** Whoever may not know it is not told that there is something to know. */
function visible(ctx: Ctx): RawBuilder<unknown> {
  const open = ctx.actor.permissions.has('people.read_confidential')
    ? sql`true`
    : sql`not prospect.is_confidential`
  return sql`${withinArea(ctx, 'prospect.area_id')} and ${open}`
}

function fits(ctx: Ctx, { view, areaIds, benefit, through, progress }: Wanted): RawBuilder<unknown> {
  const conditions = [visible(ctx), sql`prospect.kind = any(${[...kindsOf[view]]}::text[])`]
  if (areaIds) conditions.push(sql`prospect.area_id = any(${[...areaIds]}::integer[])`)
  if (benefit) conditions.push(sql`prospect.benefit = ${benefit}`)
  if (through) conditions.push(sql`prospect.month <= ${through}`)
  if (progress === 'open') conditions.push(sql`${lastDone} is null and ${isLeftAlone}`)
  else if (progress === 'filed') conditions.push(sql`file.application_id is not null`)
  else if (progress === 'waiting') conditions.push(sql`waiting.import_id is not null`)
  else if (progress) conditions.push(sql`${lastDone} = ${progress}`)
  return sql.join(conditions, sql` and `)
}

/** What comes first is first; of what is there already, what costs most. */
function order(view: View): RawBuilder<unknown> {
  return view === 'unused' || view === 'ended'
    ? sql`${stake} desc, prospect.month, prospect.person_id, prospect.benefit`
    : sql`prospect.month, ${stake} desc, prospect.person_id, prospect.benefit`
}

export async function listRows(ctx: Ctx, wanted: Wanted, page: number): Promise<ProspectRow[]> {
  return listSome(ctx, wanted, { limit: pageSize, offset: (page - 1) * pageSize })
}

export async function listSome(
  ctx: Ctx,
  wanted: Wanted,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<ProspectRow[]> {
  const { rows } = await sql<ProspectRow>`
    select ${columns} from ${prospects} where ${fits(ctx, wanted)}
    order by ${order(wanted.view)} limit ${limit} offset ${offset}`.execute(ctx.db())
  return rows
}

/** These prospects, as far as the actor may see them. */
export async function listByIds(ctx: Ctx, ids: readonly string[]): Promise<ProspectRow[]> {
  const { rows } = await sql<ProspectRow>`
    select ${columns} from ${prospects}
    where prospect.id = any(${[...ids]}::uuid[]) and ${visible(ctx)}
    order by prospect.area_id, prospect.month, prospect.person_id, prospect.benefit`.execute(ctx.db())
  return rows
}

type Count = {
  readonly total: number
  /** Whom nothing is asked for yet, and the money that is about; those who wait or have a file in hand beside them. */
  readonly people: number
  readonly amount: number
  readonly waiting: number
  readonly withFile: number
}

const counted = sql`count(*)::int as total,
  (count(distinct prospect.person_id) filter (where ${isLeftAlone}))::int as people,
  coalesce(sum(${stake}) filter (where ${isLeftAlone}), 0)::bigint as amount,
  (count(distinct prospect.person_id) filter (where ${isLeftOrWaits})
    - count(distinct prospect.person_id) filter (where ${isLeftAlone}))::int as waiting,
  (count(distinct prospect.person_id)
    - count(distinct prospect.person_id) filter (where ${isLeftOrWaits}))::int as with_file`

/** How many fit, unit by unit. */
export async function countByArea(ctx: Ctx, wanted: Wanted): Promise<(Count & { areaId: number })[]> {
  const { rows } = await sql<Count & { areaId: number }>`
    select prospect.area_id, ${counted}
    from ${prospects} where ${fits(ctx, wanted)} group by prospect.area_id`.execute(ctx.db())
  return rows
}

/** How many stand on each list, of what may be seen. */
export async function countByKind(ctx: Ctx): Promise<(Count & { kind: Kind })[]> {
  const { rows } = await sql<Count & { kind: Kind }>`
    select prospect.kind, ${counted}
    from ${prospects} where ${visible(ctx)} group by prospect.kind`.execute(ctx.db())
  return rows
}

/** Which of these must not be spoken of in words others may read. */
export async function listConfidential(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from outreach.prospect where id = any(${[...ids]}::uuid[]) and is_confidential`.execute(
    ctx.db(),
  )
  return new Set(rows.map(({ id }) => id))
}

/** What is known to come for these people, confidential reasons left out: for whoever reviews them. */
export async function listComing(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<Pick<ProspectRow, 'personId' | 'benefit' | 'kind' | 'month'>[]> {
  const { rows } = await sql<Pick<ProspectRow, 'personId' | 'benefit' | 'kind' | 'month'>>`
    select person_id, benefit, kind, month from outreach.prospect
    where person_id = any(${[...personIds]}::uuid[]) and not is_confidential
    order by month, benefit`.execute(ctx.db())
  return rows
}
