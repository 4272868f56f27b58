import { areaNames } from '#modules/geography'
import { countResidents } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { PublicFacility } from '../contract.ts'
import * as db from '../db/facilities.ts'
import { problems } from '../domain/problems.ts'
import { forCitizen } from './citizen.ts'

/** Facilities that take people in or did, for whoever proposes an admission and whoever keeps their register. */
export async function listFacilities(ctx: Ctx) {
  const facilities = await db.listFacilities(ctx)
  const names = await areaNames(ctx, new Set(facilities.map(({ areaId }) => areaId)))
  const residents = await residentsOf(ctx, facilities)
  return {
    facilities: facilities.map(({ areaId, headId, headName, ...facility }) => ({
      ...facility,
      area: { id: areaId, name: names.get(areaId) ?? '' },
      head: { id: headId, name: headName },
      residents: residents.get(facility.id) ?? 0,
    })),
  }
}

/** Those that let themselves be found, and how many places each has free: of who lives there nothing is told. */
export function listPublicFacilities(ctx: Ctx): Promise<PublicFacility[]> {
  return forCitizen(ctx, async (ctx) => {
    const listed = (await db.listFacilities(ctx)).filter((one) => one.isListed && db.isOpenOn(one, ctx.today))
    const names = await areaNames(ctx, new Set(listed.map(({ areaId }) => areaId)))
    const residents = await residentsOf(ctx, listed)
    return listed.map(({ id, areaId, name, serves, address, phone, places }) => ({
      name,
      commune: names.get(areaId) ?? '',
      serves,
      address,
      phone,
      freePlaces: places === null ? null : Math.max(0, places - (residents.get(id) ?? 0)),
    }))
  })
}

/** How many live in each today, wherever they come from and whatever it was called then: a number, and nobody’s name. */
export async function residentsOf(
  ctx: Ctx,
  facilities: readonly db.Facility[],
): Promise<ReadonlyMap<string, number>> {
  const names = facilities.flatMap(db.namesOf)
  const counted = await forWholeCountry(ctx, (ctx) => countResidents(ctx, names, ctx.today))
  return new Map(
    facilities.map((one) => [
      one.id,
      db.namesOf(one).reduce((sum, name) => sum + (counted.get(name) ?? 0), 0),
    ]),
  )
}

/** Whoever is in danger is taken in at once; everybody else where there is room, and nobody where it has closed. */
export async function assertRoom(ctx: Ctx, facility: db.Facility, group: string) {
  const { id, name, places, closedOn } = facility
  if (!db.isOpenOn(facility, ctx.today)) throw problems('facility_closed', { facility: name, closedOn })
  if (places === null || group === 'B') return
  const residents = (await residentsOf(ctx, [facility])).get(id) ?? 0
  if (residents >= places) throw problems('facility_full', { facility: name, places, residents })
}
