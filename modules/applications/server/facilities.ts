import { areaAt, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { once } from '../db/commands.ts'
import * as offices from '../db/offices.ts'
import { problems } from '../domain/problems.ts'

/** Facilities that take people in, for whoever proposes an admission. */
export async function listFacilities(ctx: Ctx) {
  const facilities = await offices.listFacilities(ctx)
  const names = await areaNames(ctx, new Set(facilities.map(({ areaId }) => areaId)))
  return {
    facilities: facilities.map(({ id, areaId, name, superior, abbreviation, headTitle }) => ({
      id,
      area: { id: areaId, name: names.get(areaId) ?? '' },
      name,
      superior,
      abbreviation,
      headTitle,
    })),
  }
}

type Wish = {
  readonly name: string
  readonly superior: string | null
  readonly abbreviation: string
  readonly headTitle: string
  readonly requestId: string
}

/** Records the facility whoever asks heads, where they are assigned; once more it changes what its papers say from then on. */
export function recordFacility(ctx: Ctx, input: Wish) {
  return once(ctx, 'record_facility', input, async () => {
    const { requestId: _, ...facility } = input
    const { areaId, userId } = ctx.actor
    const unit = (await areaAt(ctx, [areaId], ctx.today)).get(areaId)
    if (unit === undefined) throw problems('not_competent')
    return { id: await offices.putFacility(ctx, { ...facility, areaId: unit, headId: userId }) }
  })
}
