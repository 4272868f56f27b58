import { endCircumstance, recordCircumstance } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { problems } from '../../domain/problems.ts'
import { certifiedNow } from '../compute-certificate.ts'
import type { Numbered } from '../deciding.ts'
import { sourceOf, type Office } from './decision.ts'

/**
 * A certificate holds from the day it is signed (Điều 19 Luật 51/2010/QH12): from then on the register has the degree, with
 * the certificate that says so. One that only replaces a paper changes nothing but which paper it is.
 */
export async function certify(ctx: Ctx, one: Numbered, office: Office) {
  const { detail } = one.computed.terms
  if (detail?.kind !== 'certify') throw problems('detail_needed', { kind: 'certify' })
  const personId = PersonId.parse(one.proposal.personId)
  const { level, types, by, concludedOn } = detail
  const before = await certifiedNow(ctx, personId)
  const isReplaced = by === 'replacement' && before !== undefined
  const issuedOn = isReplaced ? String(before.detail['issuedOn']) : ctx.today
  const concluded = isReplaced ? before.detail['concludedOn'] : concludedOn
  const source = sourceOf(one)
  const startsToday = before?.during.from === ctx.today
  if (before && !isReplaced && !startsToday)
    await endCircumstance(ctx, { personId, circumstanceId: before.id, until: ctx.today, source })
  await recordCircumstance(ctx, {
    personId,
    kind: 'disability',
    detail: {
      level,
      types,
      issuedOn,
      certificate: one.number,
      ...(concluded !== undefined && { concludedOn: concluded }),
    },
    from: isReplaced ? before.during.from : ctx.today,
    until: isReplaced ? before.during.until : null,
    evidence: {
      document: 'Giấy xác nhận khuyết tật',
      number: one.number,
      issuedOn: ctx.today,
      issuedBy: office.title,
    },
    source,
    ...((isReplaced || startsToday) && before && { replaces: before.id }),
  })
}
