import { areaIdsWithin, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { QualityOverview } from '../contract.ts'
import { countAreas, countByRule, listTrend } from '../db/list.ts'
import { ruleIds, rules } from '../domain/rules.ts'
import { readLook } from './last-look.ts'

/** Every rule with how many break it and how that has changed, and the units with most to put right. */
export async function getQualityOverview(
  ctx: Ctx,
  { areaId }: { readonly areaId?: number | undefined },
): Promise<QualityOverview> {
  const look = await readLook(ctx)
  const areaIds = areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId)
  const counts = new Map((await countByRule(ctx, areaIds)).map((count) => [count.rule, count]))
  const trend = await listTrend(ctx, areaIds)
  const areas = await countAreas(ctx)
  const names = await areaNames(
    ctx,
    areas.map((one) => one.areaId),
  )
  return {
    lookedAt: look?.lookedAt ?? null,
    rules: ruleIds.map((rule) => ({
      rule,
      people: counts.get(rule)?.people ?? 0,
      monthly: counts.get(rule)?.monthly ?? 0,
      excepted: counts.get(rule)?.excepted ?? 0,
      trend: trend.map(({ day, isPast, counts: counted }) => ({
        day,
        people: isPast && !rules[rule].hasPast ? null : (counted[rule] ?? 0),
      })),
    })),
    areas: areas
      .map(({ areaId: id, people, monthly, money, right, file }) => ({
        area: { id, name: names.get(id) ?? '' },
        people,
        monthly,
        bySeverity: { money, right, file },
      }))
      .toSorted((one, other) => other.people - one.people || one.area.id - other.area.id),
  }
}
