import { monthOf } from '#kernel/civil-date'
import { closeAwards, grantAwards } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { endCircumstance, peopleOnPaper, recordCircumstance } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { getFacilityForUpdate } from '../../db/facilities.ts'
import { problems } from '../../domain/problems.ts'
import { lastDayOfStay, residesNow } from '../compute-stay.ts'
import type { Numbered } from '../deciding.ts'
import { receive } from '../submit.ts'
import { assertRoom } from '../facilities.ts'
import { sourceOf, withBasis, type Office } from './decision.ts'

/** Whoever is admitted lives in the facility, is nursed at the State’s cost but in group D, and leaves what gives way to it. */
export async function admit(ctx: Ctx, one: Numbered, office: Office) {
  const { terms } = one.computed
  const { detail, ends = [] } = terms
  if (detail?.kind !== 'admit') throw problems('detail_needed', { kind: 'admit' })
  const { group, from } = detail
  const personId = PersonId.parse(one.proposal.personId)
  const decision = withBasis(ctx, one, office)
  const before = await residesNow(ctx, personId)
  const facility = await getFacilityForUpdate(ctx, detail.facilityId)
  if (!before) await assertRoom(ctx, facility, group)
  // Whoever stays on after an emergency lives there already, on other terms.
  if (before)
    await endCircumstance(ctx, { personId, circumstanceId: before.id, until: from, source: sourceOf(one) })
  await recordCircumstance(ctx, {
    personId,
    kind: 'facility_residence',
    detail: { group, facility: facility.name },
    from,
    until: lastDayOfStay(group, from),
    evidence: {
      document: 'Quyết định tiếp nhận',
      number: one.number,
      issuedOn: ctx.today,
      issuedBy: office.title,
    },
    source: sourceOf(one),
  })
  // A decision of awards does one thing: what ends by this one is kept beside it, under the same number.
  const ending = { ...decision, id: undefined }
  await closeAwards(
    ctx,
    ends.map((benefit) => ({
      personId,
      benefit,
      decision: ending,
      lastMonth: monthOf(from),
      reason: 'other' as const,
    })),
  )
  if (group !== 'D' && !one.computed.basis.awarded.includes('facility_care'))
    await grantAwards(ctx, [{ personId, benefit: 'facility_care', decision, from: terms.effective }])
}

/** The stay ends in the register and the nursing with the month; a file is opened for each benefit the law gives at home. */
export async function discharge(ctx: Ctx, one: Numbered, office: Office) {
  const { detail, ends = [], benefits = [], lastMonth } = one.computed.terms
  if (detail?.kind !== 'discharge') throw problems('detail_needed', { kind: 'discharge' })
  const personId = PersonId.parse(one.proposal.personId)
  const stay = await residesNow(ctx, personId)
  if (!stay) throw problems('not_resident')
  await endCircumstance(ctx, { personId, circumstanceId: stay.id, until: detail.on, source: sourceOf(one) })
  const decision = withBasis(ctx, one, office)
  await closeAwards(
    ctx,
    ends.map((benefit) => ({
      personId,
      benefit,
      decision,
      lastMonth: lastMonth ?? monthOf(detail.on),
      reason: detail.ground === 'died' ? ('died' as const) : ('other' as const),
    })),
  )
  if (detail.ground === 'died') return
  for (const procedure of ['monthly_allowance', 'social_pension'] as const)
    if (benefits.includes(procedure)) await openFileAtHome(ctx, one, procedure)
}

/** Moving home starts no allowance by itself: the file for it is there the same day, so that no month is lost. */
async function openFileAtHome(ctx: Ctx, one: Numbered, procedure: 'monthly_allowance' | 'social_pension') {
  const { proposal, file } = one
  const person = (await peopleOnPaper(ctx, [proposal.personId])).get(proposal.personId)
  if (!person) return
  const { fullName, sex, born, bornPrecision, number, homeAreaId, homeVillage } = person
  const { subject } = file.application
  await receive(ctx, {
    procedure,
    channel: 'counter',
    areaId: (await areaAt(ctx, [homeAreaId], ctx.today)).get(homeAreaId) ?? homeAreaId,
    personId: proposal.personId,
    subject: {
      fullName,
      sex,
      born,
      bornPrecision,
      number,
      phone: subject.phone,
      village: homeVillage,
      address: subject.address,
    },
    applicant: null,
    asked: { standing: {}, event: {}, answers: {} },
    payment: null,
    papers: [],
  })
}
