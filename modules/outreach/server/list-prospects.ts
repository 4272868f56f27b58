import { addMonths, monthOf } from '#kernel/civil-date'
import { areaIdsWithin, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import {
  pageSize,
  type OutreachOverview,
  type ProspectFilter,
  type ProspectPage,
  type View,
} from '../contract.ts'
import { countByArea, countByKind, listRows, listSome, type Wanted } from '../db/list.ts'
import { kindsOf, views } from '../domain/views.ts'
import { readPass } from './pass.ts'
import { viewProspects } from './view-prospects.ts'

/** What the home page shows: two weeks and the month after them are what can still be done something about. */
const overviewMonths = 2
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
  const wanted = await wantedOf(ctx, filter)
  const counts = await countByArea(ctx, wanted)
  const names = await areaNames(
    ctx,
    counts.map(({ areaId }) => areaId),
  )
  const total = counts.reduce((sum, count) => sum + count.total, 0)
  return {
    rows: await viewProspects(ctx, await listRows(ctx, wanted, page)),
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    total,
    // People live in one unit, so those of all units are people too.
    stake: {
      people: counts.reduce((sum, { people }) => sum + people, 0),
      amount: counts.reduce((sum, { amount }) => sum + amount, 0),
    },
    byArea: counts
      .map(({ areaId, people, amount }) => ({
        area: { id: areaId, name: names.get(areaId) ?? '' },
        people,
        amount,
      }))
      .toSorted((one, other) => other.people - one.people || one.area.id - other.area.id),
  }
}

/** Every list in one line, and the next few people of the two that time will not wait for. */
export async function getOverview(ctx: Ctx): Promise<OutreachOverview> {
  const pass = await readPass(ctx)
  const counts = await countByKind(ctx)
  const through = addMonths(monthOf(ctx.today), overviewMonths)
  const next = async (view: View) =>
    viewProspects(ctx, await listSome(ctx, { view, through, progress: 'open' }, { limit: overviewRows }))
  return {
    refreshedAt: pass?.refreshedAt ?? null,
    views: views.map((view) => {
      const own = counts.filter(({ kind }) => kindsOf[view].includes(kind))
      return {
        view,
        people: own.reduce((sum, { people }) => sum + people, 0),
        amount: own.reduce((sum, { amount }) => sum + amount, 0),
      }
    }),
    soon: await next('soon'),
    ending: await next('ending'),
  }
}
