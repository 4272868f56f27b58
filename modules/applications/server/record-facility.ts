import { dayOf, type CivilDate } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import { listColleagues } from '#modules/identity'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { once } from '../db/commands.ts'
import {
  findByAbbreviation,
  findFacilityOf,
  getFacilityForUpdate,
  insertFacility,
  updateFacility,
  type Facility,
  type FacilityTold,
} from '../db/facilities.ts'
import { mostInSmall } from '../domain/facility.ts'
import { problems } from '../domain/problems.ts'
import { residentsOf } from './facilities.ts'

type Told = Omit<FacilityTold, 'areaId' | 'headId' | 'headName'>

/** Records the facility whoever asks heads, where they are assigned; once more it changes what its papers say from then on. */
export function recordFacility(ctx: Ctx, input: Told & { readonly requestId: string }) {
  return once(ctx, 'record_facility', input, async () => {
    const { requestId: _, ...told } = input
    const { areaId, userId, name } = ctx.actor
    const own = await findFacilityOf(ctx, userId)
    return put(ctx, own && (await getFacilityForUpdate(ctx, own.id)), {
      ...told,
      areaId: await unitNow(ctx, areaId),
      headId: userId,
      headName: name,
    })
  })
}

/** Records a facility for its head, or changes one: it stands where its head is assigned, and signs there. */
export function registerFacility(
  ctx: Ctx,
  input: Told & { readonly id: string | null; readonly headId: string; readonly requestId: string },
) {
  return once(ctx, 'register_facility', input, async () => {
    const { requestId: _, id, headId, ...told } = input
    const heads = await listColleagues(ctx, { may: 'applications.sign_for_facility' })
    const head = heads.find((one) => one.id === headId)
    if (!head || head.areaId === null) throw problems('facility_head_unknown', { headId })
    const asIs = id === null ? undefined : await getOfActor(ctx, id)
    const heading = await findFacilityOf(ctx, headId)
    if (heading && heading.id !== asIs?.id) throw problems('facility_head_taken', { facility: heading.name })
    const areaId = await unitNow(ctx, head.areaId)
    // Its numbers, and the files it has in hand, are those of the commune it stands in.
    if (asIs && areaId !== (await unitNow(ctx, asIs.areaId)))
      throw problems('facility_head_unknown', { headId, areaId: asIs.areaId })
    return put(ctx, asIs, { ...told, areaId, headId, headName: head.name })
  })
}

/** Closes a facility nobody lives in any more; null opens it again, with its numbers where they stood. */
export function closeFacility(
  ctx: Ctx,
  input: { readonly id: string; readonly closedOn: CivilDate | null; readonly requestId: string },
) {
  return once(ctx, 'close_facility', input, async () => {
    const { id, closedOn } = input
    const facility = await getOfActor(ctx, id)
    const residents = (await residentsOf(ctx, [facility])).get(id) ?? 0
    if (closedOn !== null && residents > 0)
      throw problems('facility_lived_in', { facility: facility.name, residents })
    if (closedOn !== null && closedOn > ctx.today) throw problems('facility_closed_ahead', { closedOn })
    const recordedOn = dayOf(facility.recordedAt)
    if (closedOn !== null && closedOn < recordedOn)
      throw problems('facility_closed_before', { closedOn, recordedOn })
    const heading = await findFacilityOf(ctx, facility.headId)
    if (closedOn === null && heading && heading.id !== id)
      throw problems('facility_head_taken', { facility: heading.name })
    await updateFacility(ctx, id, { closedOn })
    return { id }
  })
}

async function put(ctx: Ctx, asIs: Facility | undefined, told: FacilityTold): Promise<{ id: string }> {
  const { areaId, abbreviation, kind, places } = told
  if (kind === 'small' && (places ?? 0) > mostInSmall)
    throw problems('facility_too_large', { most: mostInSmall, places })
  // Two who record at once wait for each other, and the second is told.
  await lock(ctx, `applications.facility ${areaId}`)
  const same = await findByAbbreviation(ctx, { areaId, abbreviation })
  if (same && same.id !== asIs?.id)
    throw problems('facility_abbreviation_taken', { abbreviation, facility: same.name })
  if (!asIs) return { id: await insertFacility(ctx, told) }
  const { id, name, formerNames } = asIs
  const isRenamed = name !== told.name
  await updateFacility(ctx, id, {
    ...told,
    ...(isRenamed && { formerNames: [...formerNames.filter((one) => one !== told.name), name] }),
  })
  return { id }
}

/** A facility in the units of whoever asks; those of others are read, and changed there. */
async function getOfActor(ctx: Ctx, id: string): Promise<Facility> {
  const facility = await getFacilityForUpdate(ctx, id)
  const { areaId } = facility
  const unit = (await areaAt(ctx, [areaId], ctx.today)).get(areaId) ?? areaId
  if (!ctx.actor.areaIds.includes(unit)) throw problems('facility_not_found', { id })
  return facility
}

async function unitNow(ctx: Ctx, areaId: number): Promise<number> {
  const unit = (await areaAt(ctx, [areaId], ctx.today)).get(areaId)
  if (unit === undefined) throw problems('not_competent')
  return unit
}
