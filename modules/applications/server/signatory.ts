import { facilityOffice, placeOf, type Issuer, type Signer } from '#modules/documents'
import { areaAt, getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { getFacility, isOpenOn, listFacilities, namesOf, type Facility } from '../db/facilities.ts'
import { findDelegation } from '../db/offices.ts'
import type { Application } from '../db/applications.ts'
import type { DecisionDetail } from '../domain/decision-detail.ts'
import { documentKindOf, seriesOf, seriesOfFacility } from '../domain/document.ts'
import { competentOn } from '../domain/edition.ts'
import type { AskedFacts } from '../domain/file-condition.ts'
import type { Competence, DecisionKind, Procedure } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { residesNow } from './compute-stay.ts'
import { issuerOf, officeSigned } from './issuer.ts'

/** Whose paper it is, in what capacity it is signed, and how it is numbered. */
export type Signatory = {
  readonly issuer: Issuer
  readonly capacity: Signer['capacity']
  /** Of the head of a facility; a chair has no other title. */
  readonly title: string | null
  /** As awards and decisions keep it: «KT. Chủ tịch, Phó Chủ tịch Ủy ban nhân dân xã Tam Sơn». */
  readonly office: string
  readonly series: (kind: DecisionKind) => string
}

type Concerned = {
  readonly procedure: Procedure
  /** The unit whose chair decides, or where the facility stands. */
  readonly unit: number
  readonly facts?: AskedFacts | undefined
  /** Whose step it is, where the procedure names somebody; else whoever decides on the day. */
  readonly office?: Pick<Competence, 'by' | 'title'> | undefined
  readonly detail?: DecisionDetail | null | undefined
  /** The file it is decided in. */
  readonly application?: Pick<Application, 'facilityId' | 'personId'> | undefined
}

/** The level of the units whose chairs decide. */
const levels: Readonly<Record<string, number>> = { commune_chair: 3, district_chair: 2 }

/**
 * Who signs on a day, if it is whoever asks: the chair of the very unit – to be above it, or beside it, gives no competence
 * (TRN-04) –, a deputy by a written delegation that holds, or the head of the very facility.
 */
export async function signatoryFor(ctx: Ctx, concerned: Concerned): Promise<Signatory> {
  const { by, title } = concerned.office ?? competentOn(concerned.procedure, ctx.today, concerned.facts)
  const { areaId, permissions, userId } = ctx.actor
  const refused = () => problems('not_competent', { competent: title })
  const here = (await areaAt(ctx, [areaId], ctx.today)).get(areaId)
  if (here !== concerned.unit) throw refused()
  const signsForFacility = permissions.has('applications.sign_for_facility')
  if (signsForFacility !== (by === 'facility_head')) throw refused()
  if (by === 'facility_head') {
    const facility = await facilityOf(ctx, concerned)
    if (facility.headId !== userId) throw refused()
    return ofFacility(ctx, facility)
  }
  const { level } = await getArea(ctx, areaId)
  if (by in levels && level !== levels[by]) throw refused()
  const isDeputy = permissions.has('applications.sign_by_delegation')
  if (isDeputy && !(await findDelegation(ctx, { areaId: here, deputyId: userId, on: ctx.today })))
    throw problems('not_delegated', { on: ctx.today })
  return ofCommittee(await issuerOf(ctx, concerned.unit), isDeputy)
}

/** Whose paper it will be, before anybody signs. */
export async function signatoryOfDraft(ctx: Ctx, concerned: Concerned): Promise<Signatory> {
  const { by } = competentOn(concerned.procedure, ctx.today, concerned.facts)
  if (by === 'facility_head') return ofFacility(ctx, await facilityOf(ctx, concerned))
  const isDeputy = ctx.actor.permissions.has('applications.sign_by_delegation')
  return ofCommittee(await issuerOf(ctx, concerned.unit), isDeputy)
}

function ofCommittee(issuer: Issuer, isDeputy: boolean): Signatory {
  return {
    issuer,
    capacity: isDeputy ? 'deputy' : 'chair',
    title: null,
    office: officeSigned(issuer, isDeputy),
    series: (kind) => seriesOf[documentKindOf(kind)]!, // What is signed is numbered.
  }
}

async function ofFacility(ctx: Ctx, facility: Facility): Promise<Signatory> {
  const { abbreviation, headTitle } = facility
  const { name: unit } = await getArea(ctx, facility.areaId)
  const issuer = facilityOffice({ ...facility, place: placeOf(unit) })
  return {
    issuer,
    capacity: 'head',
    title: headTitle,
    office: issuer.authority,
    series: (kind) => seriesOfFacility(kind === 'refuse' ? 'refusal' : 'decision', abbreviation),
  }
}

/** The facility that is named, else the one the file was sent to or the person lives in, else that of whoever asks. */
async function facilityOf(ctx: Ctx, { detail, unit, application }: Concerned): Promise<Facility> {
  if (detail?.kind === 'admit') return getFacility(ctx, detail.facilityId)
  if (application?.facilityId) return getFacility(ctx, application.facilityId)
  const here = (await listFacilities(ctx)).filter((one) => one.areaId === unit && isOpenOn(one, ctx.today))
  const own = here.find(({ headId }) => headId === ctx.actor.userId)
  const found = (await livedIn(ctx, here, application)) ?? own ?? (here.length === 1 ? here[0] : undefined)
  if (!found) throw problems('facility_not_found', { areaId: unit })
  return found
}

/** Of several facilities in one commune each lets go of those who live in it. */
async function livedIn(ctx: Ctx, here: readonly Facility[], application: Concerned['application']) {
  const personId = application?.personId
  if (!personId || here.length < 2) return undefined
  const stay = await forWholeCountry(ctx, (ctx) => residesNow(ctx, personId))
  const lives = (stay?.detail as { facility?: string } | undefined)?.facility // Checked when it was recorded.
  return here.find((one) => lives !== undefined && namesOf(one).includes(lives))
}
