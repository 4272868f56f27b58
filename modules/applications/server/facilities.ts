import { areaAt, areaNames } from '#modules/geography'
import { countResidents } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { PublicFacility } from '../contract.ts'
import { once } from '../db/commands.ts'
import * as offices from '../db/offices.ts'
import { problems } from '../domain/problems.ts'
import { forCitizen } from './citizen.ts'

/** Facilities that take people in, for whoever proposes an admission. */
export async function listFacilities(ctx: Ctx) {
  const facilities = await offices.listFacilities(ctx)
  const names = await areaNames(ctx, new Set(facilities.map(({ areaId }) => areaId)))
  const residents = await residentsOf(ctx, facilities)
  return {
    facilities: facilities.map(({ id, areaId, name, superior, abbreviation, headTitle, places }) => ({
      id,
      area: { id: areaId, name: names.get(areaId) ?? '' },
      name,
      superior,
      abbreviation,
      headTitle,
      places,
      residents: residents.get(name) ?? 0,
    })),
  }
}

/** Those that let themselves be found, and how many places each has free: of who lives there nothing is told. */
export function listPublicFacilities(ctx: Ctx): Promise<PublicFacility[]> {
  return forCitizen(ctx, async (ctx) => {
    const listed = (await offices.listFacilities(ctx)).filter(({ isListed }) => isListed)
    const names = await areaNames(ctx, new Set(listed.map(({ areaId }) => areaId)))
    const residents = await residentsOf(ctx, listed)
    return listed.map(({ areaId, name, serves, address, phone, places }) => ({
      name,
      commune: names.get(areaId) ?? '',
      serves,
      address,
      phone,
      freePlaces: places === null ? null : Math.max(0, places - (residents.get(name) ?? 0)),
    }))
  })
}

/** How many live in each today, wherever they come from: a number, and nobody’s name. */
function residentsOf(ctx: Ctx, facilities: readonly offices.Facility[]) {
  const names = facilities.map(({ name }) => name)
  return forWholeCountry(ctx, (ctx) => countResidents(ctx, names, ctx.today))
}

/** Whoever is in danger is taken in at once; everybody else where there is room. */
export async function assertRoom(ctx: Ctx, facility: offices.Facility, group: string) {
  const { name, places } = facility
  if (places === null || group === 'B') return
  const residents = (await residentsOf(ctx, [facility])).get(name) ?? 0
  if (residents >= places) throw problems('facility_full', { facility: name, places, residents })
}

type Wish = {
  readonly name: string
  readonly superior: string | null
  readonly abbreviation: string
  readonly headTitle: string
  readonly places: number | null
  readonly serves: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly isListed: boolean
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
