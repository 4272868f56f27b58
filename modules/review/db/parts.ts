import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { State } from '../domain/standing.ts'
import { isToSee } from './rows.ts'

/** The review of one commune, with the campaign it belongs to. */
export type Part = {
  readonly id: string
  readonly campaignId: string
  readonly areaId: number
  readonly officer: string | null
  readonly frozenAt: Instant | null
  readonly closedAt: Instant | null
  readonly closedName: string | null
  readonly closeNote: string | null
  readonly year: number
  readonly title: string
  readonly fromOn: CivilDate
  readonly toOn: CivilDate
}

export type Campaign = {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly fromOn: CivilDate
  readonly toOn: CivilDate
  readonly openedAt: Instant
  readonly openedName: string
}

const partColumns = sql`part.id, part.campaign_id, part.area_id, part.officer, part.frozen_at, part.closed_at, part.closed_name,
  part.close_note, campaign.year, campaign.title, campaign.from_on, campaign.to_on`

export async function insertCampaign(
  ctx: Ctx,
  {
    areaIds,
    officer,
    ...campaign
  }: Pick<Campaign, 'id' | 'year' | 'title' | 'fromOn' | 'toOn'> & {
    readonly areaId: number
    readonly areaIds: readonly number[]
    readonly officer: string | null
  },
) {
  await sql`
    insert into review.campaign (id, year, title, from_on, to_on, area_id, opened_at, opened_by, opened_name)
    values (${campaign.id}, ${campaign.year}, ${campaign.title}, ${campaign.fromOn}, ${campaign.toOn}, ${campaign.areaId},
      ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.name})`.execute(ctx.db())
  await sql`
    insert into review.part (id, campaign_id, area_id, officer)
    select id, ${campaign.id}, area_id, ${officer}
    from unnest(${areaIds.map(() => newId())}::uuid[], ${[...areaIds]}::integer[]) as fresh (id, area_id)`.execute(
    ctx.db(),
  )
}

/** The reviews of communes within the actor’s own, newest campaign first. */
export async function listCampaigns(ctx: Ctx, id?: string): Promise<(Campaign & { parts: Part[] })[]> {
  const { rows: parts } = await sql<Part>`
    select ${partColumns} from review.part join review.campaign on campaign.id = part.campaign_id
    where ${withinArea(ctx, 'part.area_id')} and (${id ?? null}::uuid is null or campaign.id = ${id ?? null}::uuid)
    order by part.area_id`.execute(ctx.db())
  const byCampaign = Map.groupBy(parts, ({ campaignId }) => campaignId)
  const { rows } = await sql<Campaign>`
    select id, year, title, from_on, to_on, opened_at, opened_name from review.campaign
    where id = any(${[...byCampaign.keys()]}::uuid[]) order by opened_at desc, id`.execute(ctx.db())
  return rows.map((campaign) => ({ ...campaign, parts: byCampaign.get(campaign.id) ?? [] }))
}

export async function getPart(ctx: Ctx, id: string, { isLocked = false } = {}): Promise<Part> {
  const { rows } = await sql<Part>`
    select ${partColumns} from review.part join review.campaign on campaign.id = part.campaign_id
    where part.id = ${id} and ${withinArea(ctx, 'part.area_id')}
    ${isLocked ? sql`for update of part` : sql``}`.execute(ctx.db())
  if (!rows[0]) throw problems('part_not_found', { id })
  return rows[0]
}

/** A part that can still be answered, for the rest of the transaction nobody closes it. */
export async function getOpenPart(ctx: Ctx, id: string): Promise<Part> {
  const { rows } = await sql<Part>`
    select ${partColumns} from review.part join review.campaign on campaign.id = part.campaign_id
    where part.id = ${id} and ${withinArea(ctx, 'part.area_id')} for share of part`.execute(ctx.db())
  const [part] = rows
  if (!part) throw problems('part_not_found', { id })
  if (part.frozenAt === null) throw problems('not_drawn_yet')
  if (part.closedAt !== null) throw problems('part_closed')
  return part
}

export async function listUndrawn(ctx: Ctx, campaignId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from review.part
    where campaign_id = ${campaignId} and frozen_at is null and ${withinArea(ctx, 'area_id')} order by area_id`.execute(
    ctx.db(),
  )
  return rows.map(({ id }) => id)
}

/** The communes among these that have a review under way. */
export async function listUnderReview(ctx: Ctx, areaIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ areaId: number }>`
    select area_id from review.part where closed_at is null and area_id = any(${[...areaIds]}::integer[])`.execute(
    ctx.db(),
  )
  return rows.map(({ areaId }) => areaId)
}

/** Every review that is drawn up and not closed, of the actor’s own communes. */
export async function listOpenParts(ctx: Ctx): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select ${partColumns} from review.part join review.campaign on campaign.id = part.campaign_id
    where part.closed_at is null and part.frozen_at is not null and ${withinArea(ctx, 'part.area_id')}
    order by part.area_id`.execute(ctx.db())
  return rows
}

export async function markDrawn(ctx: Ctx, id: string) {
  await sql`update review.part set frozen_at = ${ctx.now} where id = ${id}`.execute(ctx.db())
}

export async function markClosed(ctx: Ctx, id: string, note: string | null) {
  await sql`
    update review.part set closed_at = ${ctx.now}, closed_by = ${ctx.actor.userId}, closed_name = ${ctx.actor.name},
      close_note = ${note} where id = ${id}`.execute(ctx.db())
}

export type Counted = { readonly partId: string; readonly state: State; readonly people: number }

export async function countStates(ctx: Ctx, partIds: readonly string[]): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select part_id, state, count(*)::int as people from review.row
    where part_id = any(${[...partIds]}::uuid[]) and ${isToSee} and ${withinArea(ctx, 'area_id')}
    group by part_id, state`.execute(ctx.db())
  return rows
}

export type Left = { readonly partId: string; readonly tasks: number; readonly takes: number }

/** What each part leaves to do, and how many carry its list about. */
export async function countLeft(ctx: Ctx, partIds: readonly string[]): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select part.id as part_id,
      (select count(*)::int from review.task where task.part_id = part.id and done_at is null and kind <> 'request') as tasks,
      (select count(*)::int from review.take where take.part_id = part.id and handed_in_at is null
        and recalled_at is null and expires_at > ${ctx.now}) as takes
    from review.part where part.id = any(${[...partIds]}::uuid[])`.execute(ctx.db())
  return rows
}

/** The reviews under way that have one of these people on their list. */
export async function listOpenPartsOf(ctx: Ctx, personIds: readonly string[]): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select ${partColumns} from review.part join review.campaign on campaign.id = part.campaign_id
    where part.closed_at is null and part.frozen_at is not null and ${withinArea(ctx, 'part.area_id')}
      and exists (select from review.row where part_id = part.id and person_id = any(${[...personIds]}::uuid[]))
    order by part.area_id`.execute(ctx.db())
  return rows
}
