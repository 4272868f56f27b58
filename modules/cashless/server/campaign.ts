import { areaIdsWithin, areaNames } from '#modules/geography'
import { contactsOf, membersNow } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { pageSize, type CampaignFilter, type CampaignRow } from '../contract.ts'
import { countPayeesBy } from '../db/counts.ts'
import { countStandings, listEntries, type CampaignEntry, type Wanted } from '../db/campaign.ts'
import { listVisitsOf } from '../db/visits.ts'
import { standings } from '../domain/visit.ts'
import { findCountedAt } from './refresh.ts'

/** What a filter asks for, in units: a list is of one commune, for that is where somebody goes. */
export async function wantedOf(
  ctx: Ctx,
  { areaId, ...filter }: CampaignFilter & { areaId: number },
): Promise<Wanted> {
  return { ...filter, areaIds: await areaIdsWithin(ctx, areaId) }
}

/** One page of those of a commune who still get cash; of the one with most of them where none is named. */
export async function listCampaign(ctx: Ctx, { page, ...filter }: CampaignFilter & { page: number }) {
  const areas = await listAreas(ctx)
  const areaId =
    filter.areaId ?? areas.reduce((most, one) => (one.payees > most.payees ? one : most), areas[0]!)?.id
  const countedAt = await findCountedAt(ctx)
  if (areaId === undefined) return { rows: [], area: null, total: 0, standings: [], areas, countedAt }
  const wanted = await wantedOf(ctx, { ...filter, areaId })
  const counts = await countStandings(ctx, wanted)
  const entries = await listEntries(ctx, wanted, { limit: pageSize, offset: (page - 1) * pageSize })
  return {
    rows: await viewEntries(ctx, entries),
    area: areas.find(({ id }) => id === areaId) ?? null,
    total: sumOf(counts.filter(({ standing }) => !wanted.standing || standing === wanted.standing)),
    standings: standings
      .filter((standing) => standing !== 'cashless')
      .map((standing) => ({ standing, payees: sumOf(counts.filter((one) => one.standing === standing)) })),
    areas,
    countedAt,
  }
}

/** Every commune with anybody who gets cash. */
async function listAreas(ctx: Ctx) {
  const counts = (await countPayeesBy(ctx, undefined)).flatMap(({ areaId, payees, cashless }) =>
    areaId === null || payees === cashless ? [] : [{ id: areaId, payees: payees - cashless }],
  )
  const names = await areaNames(
    ctx,
    counts.map(({ id }) => id),
  )
  return counts
    .map((one) => ({ ...one, name: names.get(one.id) ?? '' }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/** The rows as people read them: who, where, whom one could call, and what was said at the door. */
export async function viewEntries(ctx: Ctx, entries: readonly CampaignEntry[]): Promise<CampaignRow[]> {
  if (entries.length === 0) return []
  const ids = entries.map(({ personId }) => personId)
  const names = await areaNames(
    ctx,
    entries.map(({ areaId }) => areaId),
  )
  const visits = Map.groupBy(await listVisitsOf(ctx, ids), ({ personId }) => personId)
  const relatives = await relativesOf(ctx, ids)
  return entries.map(({ personId, areaId, fullName, assigneeId, assigneeName, ...entry }) => ({
    person: {
      id: personId,
      name: fullName,
      sex: entry.sex,
      born: entry.born,
      bornPrecision: entry.bornPrecision,
      phone: entry.phone,
    },
    area: { id: areaId, name: names.get(areaId) ?? '' },
    village: entry.village,
    disability: entry.disability ?? 'none',
    way: entry.way,
    hasReceiver: entry.hasReceiver,
    relative: relatives.get(personId) ?? null,
    standing: entry.standing,
    assignee: assigneeName,
    isMine: assigneeId === ctx.actor.userId,
    visits: (visits.get(personId) ?? []).map(({ outcome, reason, note, askAgainOn, at, byName }) => ({
      outcome,
      reason,
      note,
      askAgainOn,
      at,
      by: byName,
    })),
  }))
}

/** Of each household, the first other member with a telephone: whom to call before one goes. */
async function relativesOf(ctx: Ctx, ids: readonly string[]) {
  const members = await membersNow(ctx, { personIds: ids })
  const contacts = await contactsOf(ctx, [...new Set(members.map(({ personId }) => personId))])
  const households = Map.groupBy(members, ({ householdId }) => householdId)
  const relatives = new Map<string, { name: string; phone: string }>()
  for (const household of households.values())
    for (const { personId } of household) {
      const other = household.find((one) => one.personId !== personId && contacts.get(one.personId)?.phone)
      const phone = other && contacts.get(other.personId)?.phone
      if (other && phone) relatives.set(personId, { name: other.fullName, phone })
    }
  return relatives
}

const sumOf = (counts: readonly { payees: number }[]) => counts.reduce((sum, { payees }) => sum + payees, 0)
