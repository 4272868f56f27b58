import { addMonthsToDay, addYears } from '#kernel/civil-date'
import { bare } from '#kernel/bare'
import { listPaidIn } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import { listComing } from '#modules/outreach'
import {
  confidentialKinds,
  contactsOf,
  loadHistories,
  summariesOf,
  type PersonSummary,
} from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Job } from '#platform/server/jobs'
import { z } from 'zod'
import { getPart, listOpenParts, listOpenPartsOf, listUndrawn, markDrawn, type Part } from '../db/parts.ts'
import { insertRows, listPeople, markLeft, type NewRow } from '../db/rows.ts'
import { problems } from '../domain/problems.ts'
import { staleIn, type Reason } from '../domain/reason.ts'
import { waysOf } from './known.ts'

export const drawUpKind = 'review.draw_up'
const Input = z.object({ campaignId: z.uuid() })
/** So many histories are read at a time. */
const batch = 500

/** Draws up the lists of a campaign, commune by commune, each in a transaction of its own; it goes on where it stopped. */
export async function drawUp({ input, request, progress, signal }: Job): Promise<{ people: number }> {
  const { campaignId } = Input.parse(input)
  const parts = await request((ctx) => listUndrawn(ctx, campaignId))
  let people = 0
  for (const [done, id] of parts.entries()) {
    signal.throwIfAborted()
    people += await request((ctx) => drawUpPart(ctx, id))
    await progress(done + 1, parts.length)
  }
  return { people }
}

/** Puts everybody who receives in a commune on its list, as they are known today; a list is drawn up once. */
export async function drawUpPart(ctx: Ctx, id: string): Promise<number> {
  const part = await getPart(ctx, id, { isLocked: true })
  if (part.frozenAt !== null) return 0
  const { ids } = await receivingIn(ctx, part)
  const added = await addPeople(ctx, part, ids)
  await markDrawn(ctx, id)
  return added
}

/** Adds who has come to receive in the commune since, and marks who no longer does. */
export async function addArrivals(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ added: number; left: number }> {
  const part = await getPart(ctx, id, { isLocked: true })
  if (part.frozenAt === null) throw problems('not_drawn_yet')
  if (part.closedAt !== null) throw problems('part_closed')
  return bringUpToDate(ctx, part)
}

/** The same for every review under way; once a day is enough, nobody waits for it. */
export async function lookAfterReviews(ctx: Ctx): Promise<void> {
  for (const { id } of await listOpenParts(ctx))
    await bringUpToDate(ctx, await getPart(ctx, id, { isLocked: true }))
}

/** Two records became one, or two again: the lists that have either say so at once, not only the next day. */
export async function followRecords(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  for (const { id } of await listOpenPartsOf(ctx, personIds))
    await bringUpToDate(ctx, await getPart(ctx, id, { isLocked: true }))
}

async function bringUpToDate(ctx: Ctx, part: Part) {
  const { ids } = await receivingIn(ctx, part)
  const receiving = new Set(ids)
  const listed = await listPeople(ctx, part.id)
  const known = new Set(listed.map(({ personId }) => personId))
  const gone = listed.filter(({ personId, leftOn }) => leftOn === null && !receiving.has(personId))
  const back = listed.filter(({ personId, leftOn }) => leftOn !== null && receiving.has(personId))
  await markLeft(ctx, part.id, { people: gone, on: ctx.today })
  await markLeft(ctx, part.id, { people: back, on: null })
  const added = await addPeople(
    ctx,
    part,
    ids.filter((personId) => !known.has(personId)),
  )
  return { added, left: gone.length }
}

async function receivingIn(ctx: Ctx, { areaId }: Part) {
  const areaIds = await areaIdsWithin(ctx, areaId)
  const paid = await listPaidIn(ctx, areaIds, ctx.today)
  return { areaIds, ids: paid.map(({ personId }) => personId) }
}

async function addPeople(ctx: Ctx, part: Part, ids: readonly string[]): Promise<number> {
  const homes = new Set(await areaIdsWithin(ctx, part.areaId))
  let added = 0
  for (let from = 0; from < ids.length; from += batch) {
    const some = ids.slice(from, from + batch)
    const people = await summariesOf(ctx, some)
    const reasons = await reasonsOf(ctx, part, people, homes)
    const rows = [...people.values()].map(({ id, fullName, sortKey, homeVillage }): NewRow => ({
      personId: id,
      village: homeVillage,
      sortKey,
      plainKey: bare(fullName),
      reasons: reasons.get(id) ?? [],
    }))
    added += await insertRows(ctx, { partId: part.id, areaId: part.areaId }, rows)
  }
  return added
}

async function reasonsOf(
  ctx: Ctx,
  { year }: Part,
  people: ReadonlyMap<string, PersonSummary>,
  homes: ReadonlySet<number>,
): Promise<Map<string, Reason[]>> {
  const ids = [...people.keys()]
  const histories = new Map((await loadHistories(ctx, ids)).map((one) => [one.personId, one]))
  const contacts = await contactsOf(ctx, ids)
  const ways = await waysOf(ctx, ids)
  const coming = Map.groupBy(await listComing(ctx, ids), ({ personId }) => personId)
  const days = {
    today: ctx.today,
    inAYear: addMonthsToDay(ctx.today, 12),
    aYearAgo: addMonthsToDay(ctx.today, -12),
    sixYearsAgo: addYears(ctx.today, -6),
  }
  return new Map(
    [...people.values()].map((person) => [
      person.id,
      [
        ...(coming.get(person.id) ?? []).map(({ kind, benefit, month }): Reason => ({
          kind: 'prospect',
          prospect: kind,
          benefit,
          month,
        })),
        ...staleIn({
          ...days,
          year,
          history: histories.get(person.id),
          hasNumber: contacts.get(person.id)?.hasPersonalId ?? false,
          isVerified: contacts.get(person.id)?.isVerified ?? false,
          receiverUntil: ways.get(person.id)?.receiverUntil ?? null,
          born: person.born,
          diedOn: person.diedOn,
          isAtHome: homes.has(person.homeAreaId),
          confidential: confidentialKinds,
        }),
      ],
    ]),
  )
}
