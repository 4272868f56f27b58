import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import { addYears, civilDate, type CivilDate } from '#kernel/civil-date'
import { areaNames, communesOf } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { doOnce } from '#platform/server/do-once'
import { enqueue } from '#platform/server/jobs'
import type { CampaignView, Counts, PartView } from '../contract.ts'
import {
  countLeft,
  countStates,
  getPart,
  insertCampaign,
  listCampaigns as findCampaigns,
  listUndrawn,
  listUnderReview,
  markClosed,
  type Counted,
  type Part,
} from '../db/parts.ts'
import { problems } from '../domain/problems.ts'
import { drawUpKind, drawUpPart } from './draw-up.ts'

export function once<Result extends Record<string, unknown>>(
  ctx: Ctx,
  kind: string,
  input: { readonly requestId: string },
  work: () => Promise<Result>,
): Promise<Result> {
  return doOnce(ctx, { table: 'review.command', kind, input, reused: () => problems('request_reused') }, work)
}

type Wish = {
  readonly year: number
  readonly title: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly areaIds: readonly number[]
  readonly officer: string | null
  readonly requestId: string
}

/** Opens a review; its lists are drawn up by a job, for a province has many people. */
export function openCampaign(ctx: Ctx, input: Wish): Promise<{ id: string; jobId: string }> {
  return once(ctx, 'open', input, async () => {
    const id = await putUnderReview(ctx, input)
    const { jobId } = await enqueue(ctx, { kind: drawUpKind, input: { campaignId: id }, once: id })
    return { id, jobId }
  })
}

/** Opens a review of a few communes and draws up their lists at once; tells the part of each. */
export async function startReview(ctx: Ctx, wish: Omit<Wish, 'requestId'>): Promise<string[]> {
  const parts = await listUndrawn(ctx, await putUnderReview(ctx, wish))
  for (const id of parts) await drawUpPart(ctx, id)
  return parts
}

async function putUnderReview(ctx: Ctx, wish: Omit<Wish, 'requestId'>): Promise<string> {
  const { year, title, from, to, officer } = wish
  assertDays(ctx, wish)
  const own = await ownCommunes(ctx)
  const asked = wish.areaIds.length > 0 ? [...new Set(wish.areaIds)] : own
  const strange = asked.filter((id) => !own.includes(id))
  if (strange.length > 0 || asked.length === 0) throw problems('not_a_commune', { ids: strange })
  // Two who open one at once: the unique index lets the first through, and here the second learns which.
  await sql`select pg_advisory_xact_lock(hashtextextended('review.open', 0))`.execute(ctx.db())
  const busy = await listUnderReview(ctx, asked)
  if (busy.length > 0)
    throw problems('under_review_already', { names: [...(await areaNames(ctx, busy)).values()] })
  const id = newId()
  const campaign = { id, year, title, fromOn: from, toOn: to }
  await insertCampaign(ctx, { ...campaign, areaId: ownArea(ctx, asked), areaIds: asked, officer })
  ctx.emit({ type: 'review.opened', campaignId: id })
  return id
}

/** A review of a year may begin in the half-year before it and end in the half-year after it. */
function assertDays({ today }: Ctx, { year, from, to }: Omit<Wish, 'requestId'>) {
  if (from > to) throw problems('days_out_of_order')
  const [first, last] = [civilDate(`${year - 1}-07-01`), civilDate(`${year + 1}-06-30`)]
  if (from < first || to > last) throw problems('days_of_another_year', { year, first, last })
  if (from < addYears(today, -1) || from > addYears(today, 1)) throw problems('days_too_far', { from })
}

/** The unit it is opened for: that of the actor, or the commune itself where somebody acts for the whole country. */
function ownArea({ actor }: Ctx, asked: readonly number[]): number {
  return actor.areaId > 0 ? actor.areaId : asked[0]! // At least one commune is asked for.
}

function ownCommunes(ctx: Ctx): Promise<number[]> {
  return communesOf(ctx, ctx.actor.areaId, ctx.today)
}

export async function listCommunes(ctx: Ctx) {
  const own = await ownCommunes(ctx)
  const names = await areaNames(ctx, own)
  const busy = new Set(await listUnderReview(ctx, own))
  return own.map((id) => ({ id, name: names.get(id) ?? '', isUnderReview: busy.has(id) }))
}

export async function listCampaigns(ctx: Ctx, { id }: { id?: string } = {}): Promise<CampaignView[]> {
  const campaigns = await findCampaigns(ctx, id)
  const parts = await viewParts(
    ctx,
    campaigns.flatMap((campaign) => campaign.parts),
  )
  return campaigns.map(({ parts: own, fromOn, toOn, ...campaign }) => {
    const views = own.map((part) => parts.get(part.id)!) // Every part was viewed.
    return {
      ...campaign,
      from: fromOn,
      to: toOn,
      parts: views,
      counts: sumOf(views.map(({ counts }) => counts)),
    }
  })
}

export async function viewParts(ctx: Ctx, parts: readonly Part[]): Promise<Map<string, PartView>> {
  const ids = parts.map(({ id }) => id)
  const names = await areaNames(
    ctx,
    parts.map(({ areaId }) => areaId),
  )
  const states = Map.groupBy(await countStates(ctx, ids), ({ partId }) => partId)
  const left = new Map((await countLeft(ctx, ids)).map((one) => [one.partId, one]))
  return new Map(
    parts.map(({ id, areaId, officer, frozenAt, closedAt, closedName, closeNote }) => [
      id,
      {
        id,
        area: { id: areaId, name: names.get(areaId) ?? '' },
        officer,
        frozenAt,
        closedAt,
        closedName,
        closeNote,
        counts: countsOf(states.get(id) ?? []),
        tasksOpen: left.get(id)?.tasks ?? 0,
        takes: left.get(id)?.takes ?? 0,
      },
    ]),
  )
}

const nothing: Counts = {
  total: 0,
  waiting: 0,
  unchanged: 0,
  changed: 0,
  not_met: 0,
  not_found: 0,
  conflict: 0,
}

function countsOf(counted: readonly Counted[]): Counts {
  const counts = { ...nothing }
  for (const { state, people } of counted) {
    counts[state] += people
    counts.total += people
  }
  return counts
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = { ...nothing }
  for (const counts of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key] // Its own keys.
  return sum
}

/** Closes the review of a commune. Who was not answered for stays so, and the note says why. */
export function closePart(
  ctx: Ctx,
  input: { id: string; note: string | null; requestId: string },
): Promise<{ id: string }> {
  return once(ctx, 'close', input, async () => {
    const { id, note } = input
    const part = await getPart(ctx, id, { isLocked: true })
    if (part.closedAt !== null) throw problems('part_closed')
    if (part.frozenAt === null) throw problems('not_drawn_yet')
    const { counts, takes } = (await viewParts(ctx, [part])).get(id)! // It was just viewed.
    if (takes > 0) throw problems('takes_out', { lists: takes })
    if (counts.conflict > 0) throw problems('conflicts_open', { people: counts.conflict })
    if (counts.waiting + counts.not_met > 0 && !note)
      throw problems('note_needed', { people: counts.waiting + counts.not_met })
    await markClosed(ctx, id, note)
    ctx.emit({ type: 'review.closed', partId: id })
    return { id }
  })
}
