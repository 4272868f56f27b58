import { dayOf } from '#kernel/civil-date'
import { loadHistories, type CircumstanceFact } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { concludes, hasQuorum } from '../domain/council.ts'
import type { DecisionDetail } from '../domain/decision-detail.ts'
import { problems } from '../domain/problems.ts'
import type { Computed } from './compute-monthly.ts'
import { plainBasis, termsWithoutMonths, type Told } from './compute-asked.ts'

type Conclusion = Extract<DecisionDetail, { kind: 'certify' }>

/** A certificate says what a council or a board concluded; the law asks that the council could conclude it. */
export async function computeCertificate(ctx: Ctx, told: Told): Promise<Computed> {
  const { detail, personId, file } = told
  if (detail?.kind !== 'certify') throw problems('detail_needed', { kind: 'certify' })
  assertConcluded(detail, told)
  const present = await certifiedNow(ctx, personId)
  if (detail.by === 'replacement') assertReplaces(detail, present)
  const { cite } = file.edition
  return {
    terms: {
      ...termsWithoutMonths(told),
      citations: [`${cite.place}, ${cite.document}`],
    },
    basis: {
      ...plainBasis(told),
      ...(present && { facts: { disability: present.detail['level'] as Conclusion['level'] } }), // Checked when it was recorded.
    },
    isConfidential: false,
  }
}

/** The disability the register knows of now. */
export async function certifiedNow(ctx: Ctx, personId: string): Promise<CircumstanceFact | undefined> {
  const [history] = await loadHistories(ctx, [personId])
  return history?.circumstances.findLast(
    ({ kind, retractedAt, during }) =>
      kind === 'disability' && retractedAt === null && (during.until === null || during.until > ctx.today),
  )
}

/** G-DIS-2, G-DIS-3: enough members were there, and most of them concluded so, the president where votes were equal. */
function assertConcluded(conclusion: Conclusion, { file, signedOn }: Told) {
  const { by, meeting, concludedOn } = conclusion
  const { councils = [] } = file.edition
  const receivedOn = dayOf(file.way.receivedAt)
  // Nobody concludes about a file that has not come in; what is replaced was concluded long ago.
  if (concludedOn > signedOn || (by !== 'replacement' && concludedOn < receivedOn))
    throw problems('conclusion_differs', { concludedOn, receivedOn })
  if (by !== 'council') return
  if (!meeting) throw problems('detail_needed', { kind: 'certify', fields: ['meeting'] })
  const [council] = councils
  const { members, present, presidentIsFor } = meeting
  if (council && !hasQuorum(council, members, present)) {
    const { numerator, denominator } = council.quorum! // Without one there is always enough.
    throw problems('no_quorum', { members, present, needed: Math.ceil((members * numerator) / denominator) })
  }
  const { people } = meeting
  const isCounted =
    people.length === 0 ||
    (people.length === members && people.filter(({ isPresent }) => isPresent).length === present)
  const isPossible = isCounted && present <= members && meeting.for + meeting.against <= present
  if (!isPossible || concludes(meeting, presidentIsFor ? 'for' : 'against') !== 'for')
    throw problems('conclusion_differs', { ...meeting })
}

/** A new paper says what the old one said («cấp đổi, cấp lại»); another degree needs a new determination. */
function assertReplaces({ level, types }: Conclusion, present: CircumstanceFact | undefined) {
  if (!present) throw problems('certificate_needed')
  const before = present.detail as { level?: string; types?: readonly string[] } // Checked when it was recorded.
  // A list taken over may not have said of what kind it is.
  const isOtherKind = before.types && before.types.toSorted().join() !== types.toSorted().join()
  if (before.level !== level || isOtherKind)
    throw problems('conclusion_differs', { level: before.level, types: before.types })
}
