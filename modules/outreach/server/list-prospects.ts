import { addMonths, monthOf } from '#kernel/civil-date'
import { areaIdsWithin, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import {
  pageSize,
  type OutreachOverview,
  type ProspectFilter,
  type ProspectPage,
  type Stake,
  type View,
} from '../contract.ts'
import { countByArea, countByKind, listRows, listSome, type Wanted } from '../db/list.ts'
import { kindsOf, views } from '../domain/views.ts'
import { findRefreshedAt } from './pass.ts'
import { viewProspects } from './view-prospects.ts'

/** How many of each list the page of the day shows. */
const overviewRows = 4

/** What a filter asks for, with the months it means today. */
export async function wantedOf(
  ctx: Ctx,
  { view, within, areaId, benefit, progress }: { view: View } & ProspectFilter,
): Promise<Wanted> {
  return {
    view,
    benefit,
    progress,
    areaIds: areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId),
    through: within === undefined ? undefined : addMonths(monthOf(ctx.today), within),
  }
}

/** One page of a list, and how many stand on it in each commune. */
export async function listProspects(
  ctx: Ctx,
  { page, ...filter }: { view: View; page: number } & ProspectFilter,
): Promise<ProspectPage> {
  const refreshedAt = await findRefreshedAt(ctx)
  if (!refreshedAt) return nothingYet(page)
  const wanted = await wantedOf(ctx, filter)
  const counts = await countByArea(ctx, { ...wanted, areaIds: undefined })
  const asked = counts.filter(({ areaId }) => !wanted.areaIds || wanted.areaIds.includes(areaId))
  const names = await areaNames(
    ctx,
    counts.map(({ areaId }) => areaId),
  )
  const total = sumOf(asked, 'total')
  return {
    rows: await viewProspects(ctx, await listRows(ctx, wanted, page)),
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    total,
    // People live in one unit, so those of all units are people too.
    stake: stakeOf(asked),
    areas: counts
      .map(({ areaId, ...count }) => ({
        area: { id: areaId, name: names.get(areaId) ?? '' },
        ...stakeOf([count]),
      }))
      .toSorted((one, other) => peopleOf(other) - peopleOf(one) || one.area.id - other.area.id),
    views: await countViews(ctx),
    refreshedAt,
  }
}

function nothingYet(page: number): ProspectPage {
  const stake = { people: 0, amount: 0, waiting: 0, withFile: 0 }
  return { rows: [], page, pages: 1, total: 0, stake, areas: [], views: [], refreshedAt: null }
}

/** Every list in one line, and the next few people of the two that time will not wait for. */
export async function getOverview(ctx: Ctx): Promise<OutreachOverview> {
  const refreshedAt = await findRefreshedAt(ctx)
  if (!refreshedAt) return { refreshedAt, views: [], soon: [], ending: [] }
  const next = async (view: View) =>
    viewProspects(ctx, await listSome(ctx, { view, progress: 'open' }, { limit: overviewRows }))
  return {
    refreshedAt,
    views: await countViews(ctx),
    soon: await next('soon'),
    ending: await next('ending'),
  }
}

async function countViews(ctx: Ctx): Promise<OutreachOverview['views']> {
  const counts = await countByKind(ctx)
  return views.map((view) => {
    const own = counts.filter(({ kind }) => kindsOf[view].includes(kind))
    return { view, ...stakeOf(own) }
  })
}

type Count = Omit<Awaited<ReturnType<typeof countByKind>>[number], 'kind'>

function stakeOf(counts: readonly Count[]) {
  return {
    people: sumOf(counts, 'people'),
    amount: sumOf(counts, 'amount'),
    waiting: sumOf(counts, 'waiting'),
    withFile: sumOf(counts, 'withFile'),
  }
}

const peopleOf = ({ people, waiting, withFile }: Stake) => people + waiting + withFile

function sumOf(counts: readonly Count[], what: keyof Count): number {
  return counts.reduce((sum, count) => sum + count[what], 0)
}
