import { sql, type RawBuilder } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { Reason, ReasonKind } from '../domain/reason.ts'
import type { State } from '../domain/standing.ts'

export type Row = {
  readonly partId: string
  readonly personId: string
  readonly areaId: number
  readonly village: string | null
  readonly reasons: readonly Reason[]
  readonly addedAt: Instant
  readonly leftOn: CivilDate | null
  readonly state: State
  readonly tries: number
  readonly answeredAt: Instant | null
  readonly answeredName: string | null
  readonly confirmedOn: CivilDate | null
}

export type NewRow = Pick<Row, 'personId' | 'village' | 'reasons'> & {
  readonly sortKey: string
  readonly plainKey: string
}

export type RowWish = {
  readonly partId: string
  readonly state?: State | undefined
  readonly reason?: ReasonKind | 'any' | undefined
  readonly village?: string | undefined
  readonly q?: string | undefined
  /** Without those who left before anybody saw to them. */
  readonly isCounting?: boolean | undefined
}

/** Whoever receives nothing here any more needs no visit; what was found of them before they left counts on. */
export const isToSee = sql`(left_on is null or state not in ('waiting', 'not_met'))`

const columns = sql`row.part_id, row.person_id, row.area_id, row.village, row.reasons, row.added_at, row.left_on, row.state,
  row.tries, row.answered_at, row.answered_name, row.confirmed_on`

/** Puts people on a list; whoever is on it already stays as they are. Says how many were new. */
export async function insertRows(
  ctx: Ctx,
  { partId, areaId }: { partId: string; areaId: number },
  rows: readonly NewRow[],
): Promise<number> {
  const { rows: added } = await sql`
    insert into review.row (part_id, person_id, area_id, village, sort_key, plain_key, reasons, added_at)
    select ${partId}, "personId", ${areaId}, village, "sortKey", "plainKey", reasons, ${ctx.now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as fresh ("personId" uuid, village text, "sortKey" text,
      "plainKey" text, reasons jsonb)
    on conflict do nothing returning 1`.execute(ctx.db())
  return added.length
}

export async function listPeople(
  ctx: Ctx,
  partId: string,
): Promise<{ personId: string; leftOn: CivilDate | null }[]> {
  const { rows } = await sql<{ personId: string; leftOn: CivilDate | null }>`
    select person_id, left_on from review.row where part_id = ${partId}`.execute(ctx.db())
  return rows
}

/** Marks who receives nothing here any more, or takes the mark off; the rows stay. */
export async function markLeft(
  ctx: Ctx,
  partId: string,
  {
    people,
    on,
  }: { readonly people: readonly { readonly personId: string }[]; readonly on: CivilDate | null },
) {
  if (people.length === 0) return
  const ids = people.map(({ personId }) => personId)
  await sql`
    update review.row set left_on = ${on} where part_id = ${partId} and person_id = any(${ids}::uuid[])`.execute(
    ctx.db(),
  )
}

function fits(ctx: Ctx, { partId, state, reason, village, q, isCounting }: RowWish): RawBuilder<unknown> {
  const conditions = [sql`row.part_id = ${partId}`, withinArea(ctx, 'row.area_id')]
  if (state) conditions.push(sql`row.state = ${state}`)
  if (reason === 'any') conditions.push(sql`jsonb_array_length(row.reasons) > 0`)
  else if (reason) conditions.push(sql`row.reasons @> ${JSON.stringify([{ kind: reason }])}::jsonb`)
  if (village !== undefined) conditions.push(sql`coalesce(row.village, '') = ${village}`)
  if (isCounting) conditions.push(isToSee)
  if (q) conditions.push(sql`row.plain_key like ${`%${q}%`}`)
  return sql.join(conditions, sql` and `)
}

/** A page of a list, by village and name. */
export async function listRows(
  ctx: Ctx,
  wish: RowWish,
  { offset = 0, limit }: { offset?: number; limit: number },
) {
  const { rows } = await sql<Row>`
    select ${columns} from review.row where ${fits(ctx, wish)}
    order by row.village nulls last, row.sort_key, row.person_id limit ${limit} offset ${offset}`.execute(
    ctx.db(),
  )
  return rows
}

export async function countRows(ctx: Ctx, wish: RowWish): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from review.row where ${fits(ctx, wish)}`.execute(ctx.db())
  return rows[0]?.total ?? 0
}

export async function countVillages(ctx: Ctx, partIds: readonly string[]) {
  const { rows } = await sql<{ partId: string; name: string | null; people: number; waiting: number }>`
    select part_id, village as name, count(*)::int as people,
      (count(*) filter (where state in ('waiting', 'not_met')))::int as waiting
    from review.row where part_id = any(${[...partIds]}::uuid[]) and ${isToSee} and ${withinArea(ctx, 'area_id')}
    group by part_id, village order by village nulls last`.execute(ctx.db())
  return rows
}

export async function countReasons(ctx: Ctx, partId: string) {
  const { rows } = await sql<{ kind: ReasonKind; people: number }>`
    select reason ->> 'kind' as kind, count(distinct person_id)::int as people
    from review.row, jsonb_array_elements(reasons) as reason
    where part_id = ${partId} and ${isToSee} and ${withinArea(ctx, 'area_id')} group by 1 order by 2 desc, 1`.execute(
    ctx.db(),
  )
  return rows
}

/** Locks somebody’s row for the rest of the transaction: what is said about one person comes one after the other. */
export async function getRowForUpdate(ctx: Ctx, partId: string, personId: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select ${columns} from review.row
    where part_id = ${partId} and person_id = ${personId} and ${withinArea(ctx, 'row.area_id')} for update`.execute(
    ctx.db(),
  )
  if (!rows[0]) throw problems('person_not_on_list', { personId })
  return rows[0]
}

export async function updateRow(
  ctx: Ctx,
  { partId, personId }: Pick<Row, 'partId' | 'personId'>,
  to: Pick<Row, 'state' | 'tries' | 'answeredAt' | 'answeredName' | 'confirmedOn'>,
) {
  await sql`
    update review.row set state = ${to.state}, tries = ${to.tries}, answered_at = ${to.answeredAt},
      answered_name = ${to.answeredName}, confirmed_on = ${to.confirmedOn}
    where part_id = ${partId} and person_id = ${personId}`.execute(ctx.db())
}

export type Confirmed = {
  readonly personId: string
  readonly confirmedOn: CivilDate | null
  readonly metOn: CivilDate | null
}

/** When these people were last found as the register has them, and last met at all. */
export async function lastConfirmed(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, Confirmed>> {
  const { rows } = await sql<Confirmed>`
    select person_id, confirmed_on, met_on from review.public_confirmed
    where person_id = any(${[...personIds]}::uuid[])`.execute(ctx.db())
  return new Map(rows.map((row) => [row.personId, row]))
}

export async function listReviewsOf(ctx: Ctx, personId: string) {
  const { rows } = await sql<
    Pick<Row, 'partId' | 'state' | 'answeredAt' | 'answeredName'> & { title: string; year: number }
  >`
    select row.part_id, row.state, row.answered_at, row.answered_name, campaign.title, campaign.year
    from review.row join review.part on part.id = row.part_id join review.campaign on campaign.id = part.campaign_id
    where row.person_id = ${personId} and ${withinArea(ctx, 'row.area_id')}
    order by campaign.opened_at desc`.execute(ctx.db())
  return rows
}
