import type { CivilDate } from '#kernel/civil-date'
import { communesOf, getArea, isValidOn } from '#modules/geography'
import type { Ctx } from '#platform/server/context'

/** When a brief is handed in, by the province of that day, and whether the unit it is about is no more by then. */
export type Issue = { readonly today: CivilDate; readonly office: string; readonly isOfFormer: boolean }

/** How a brief of today goes out about a unit, whose land may lie in another province by now. */
export async function issueOf(ctx: Ctx, areaId: number): Promise<Issue> {
  const { today } = ctx
  const about = await getArea(ctx, areaId)
  const [commune] = await communesOf(ctx, areaId, today)
  let area = commune === undefined ? about : await getArea(ctx, commune)
  while (area.level !== 1 && area.parentId !== null) area = await getArea(ctx, area.parentId)
  return { today, office: area.name, isOfFormer: !isValidOn(about, today) }
}
