import { areaAt, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { AreaView } from '../contract.ts'

/** Each unit under the name it was recorded with, and what it is today. */
export async function viewAreas(ctx: Ctx, ids: Iterable<number>): Promise<(id: number) => AreaView> {
  const asked = [...new Set(ids)]
  const today = await areaAt(ctx, asked, ctx.today)
  const names = await areaNames(ctx, [...asked, ...today.values()])
  return (id) => {
    const nowId = today.get(id) ?? id
    return { id, name: names.get(id) ?? '', nowId, nowName: names.get(nowId) ?? '' }
  }
}
