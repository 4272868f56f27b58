import { addDays, monthOf } from '#kernel/civil-date'
import {
  allAreas,
  findArea,
  planReform,
  refused,
  successionOf,
  type Area,
  type ReformFinding,
  type ReformPlan,
  type ReformRow,
} from '#modules/geography'
import { monthsAround } from '#modules/payroll'
import { countInVillages } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'

/** What the lines would do to the units as they are now, with everything known of the people and the lists in them. */
export async function planLines(ctx: Ctx, rows: readonly ReformRow[]): Promise<ReformPlan> {
  const succession = await successionOf(ctx)
  const hindrances = new Map<string, ReformFinding>()
  const residents = new Map<number, ReadonlyMap<string | null, number>>()
  const ways = Map.groupBy(rows, ({ from, on }) => `${from} ${on}`)
  for (const [key, group] of ways) {
    const { from: code, on } = group[0]!
    const unit = await findArea(ctx, { code, on: addDays(on, -1) })
    if (!unit) continue
    const standsFor = succession.standsFor(unit.id, addDays(on, -1))
    const found = isWithinArea(ctx.actor, unit.id)
      ? await drawnUp(ctx, unit, group[0]!, standsFor)
      : refused('not_in_area', unit.name)
    if (found) hindrances.set(key, found)
    if (group.length > 1 || group.some(({ villages }) => villages.length > 0))
      residents.set(unit.id, await forWholeCountry(ctx, (ctx) => countInVillages(ctx, standsFor)))
  }
  return planReform(await allAreas(ctx), rows, {
    residentsOf: (area) => residents.get(area.id) ?? new Map(),
    hindrance: ({ code }, on) => hindrances.get(`${code} ${on}`),
    becameOn: (areaId, on) => succession.becameOn(areaId, on),
  })
}

/** A list of a month is by the units of its last day: once it is there, these cannot become others before it. */
async function drawnUp(ctx: Ctx, unit: Area, { on }: ReformRow, standsFor: readonly number[]) {
  const { since } = await forWholeCountry(ctx, (ctx) => monthsAround(ctx, standsFor, monthOf(on)))
  return since === null ? undefined : refused('list_drawn_up', `${unit.name}|${since}`)
}
