import { areaAt } from '#modules/geography'
import { listAwards } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { Application } from '../db/applications.ts'
import { getFacility, isOpenOn, type Facility } from '../db/facilities.ts'
import type { DecisionDetail } from '../domain/decision-detail.ts'
import { isWaiting } from '../domain/edition.ts'
import type { Step } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import type { OpenFile } from './open-file.ts'

/** Which unit has a file in hand, and which other one has a part in it. */
export type Hands = Pick<Application, 'areaId' | 'otherAreaId' | 'isAway' | 'facilityId'>

type Told = {
  readonly otherAreaId?: number | undefined
  /** The facility it goes to: of two in one commune only one has it. */
  readonly facilityId?: string | undefined
  readonly detail?: DecisionDetail | null | undefined
}

export const handsNow = ({ areaId, otherAreaId, isAway, facilityId }: Application): Hands => ({
  areaId,
  otherAreaId,
  isAway,
  facilityId,
})

/** The same hands, or the other ones where the step is with the other unit, or with it no more. */
export async function handsOf(ctx: Ctx, file: OpenFile, to: Step, told: Told = {}): Promise<Hands> {
  const hands = await findHands(ctx, file, to, told)
  if (!hands) throw problems('other_unit_needed', { step: to.id })
  return hands
}

/** The same, as far as it is known which the other unit is. */
export async function findHands(
  ctx: Ctx,
  file: OpenFile,
  to: Step,
  told: Told = {},
): Promise<Hands | undefined> {
  const { application } = file
  const goesAway = isWaiting(to) && to.at === 'other'
  if (goesAway === application.isAway) return handsNow(application)
  const facilityId = told.detail?.kind === 'admit' ? told.detail.facilityId : told.facilityId
  const facility = goesAway && facilityId ? await getOpenFacility(ctx, facilityId) : undefined
  const other = goesAway ? await otherUnit(ctx, file, { ...told, facility }) : application.otherAreaId
  if (other === null) return undefined
  return {
    areaId: other,
    otherAreaId: application.areaId,
    isAway: goesAway,
    facilityId: facility?.id ?? application.facilityId,
  }
}

async function getOpenFacility(ctx: Ctx, id: string): Promise<Facility> {
  const facility = await getFacility(ctx, id)
  const { name, closedOn } = facility
  if (!isOpenOn(facility, ctx.today)) throw problems('facility_closed', { facility: name, closedOn })
  return facility
}

/** The commune that pays now, or the one of the facility; told where neither is known. */
async function otherUnit(
  ctx: Ctx,
  { application, procedure }: OpenFile,
  { facility, otherAreaId }: Told & { readonly facility: Facility | undefined },
): Promise<number | null> {
  const known =
    facility?.areaId ??
    otherAreaId ??
    application.otherAreaId ??
    (procedure.id === 'residence_transfer' ? await payingUnit(ctx, application) : undefined)
  if (known === undefined) return null
  const unit = (await areaAt(ctx, [known], ctx.today)).get(known) ?? known
  if (procedure.id === 'residence_transfer' && unit === application.areaId)
    throw problems('not_moving', { areaId: unit })
  return unit
}

async function payingUnit(ctx: Ctx, { personId }: Application): Promise<number | undefined> {
  if (personId === null) return undefined
  const awards = await forWholeCountry(ctx, (ctx) => listAwards(ctx, [personId]))
  const paying = awards.findLast(({ during }) => during.until === null)
  return (paying ?? awards.findLast(({ closeReason }) => closeReason === 'moved'))?.areaId
}
