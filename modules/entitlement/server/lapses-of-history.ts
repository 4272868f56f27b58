import { addDays, addMonths, monthOf, type Instant, type Month } from '#kernel/civil-date'
import { isKnownAt, type PersonHistory } from '#modules/people'
import type { Award } from '../db/awards.ts'
import { lapsesOf, type Lapsing } from '../domain/lapse.ts'
import type { Stood } from '../domain/stood.ts'

type Judged = Award & Lapsing

/**
 * Since when each award of a person has lapsed: by the law, or because whoever is paid for care cares no more
 * («thay người chăm sóc»). Money for care is the carer’s own, so another carer is paid by a new decision only.
 */
export function lapsesOfHistory(
  awards: readonly Judged[],
  standings: readonly Stood[],
  { relations }: Pick<PersonHistory, 'relations'>,
  { through = null, knownAt }: { through?: Month | null; knownAt?: Instant } = {},
): Map<string, Month> {
  const lapses = lapsesOf(awards, standings, { through })
  for (const award of awards.filter(isForCare)) {
    const gone = carerGone(award, relations, knownAt)
    const byLaw = lapses.get(award.id)
    if (gone && (!byLaw || gone < byLaw)) lapses.set(award.id, gone)
  }
  return lapses
}

/** Whether an award pays somebody else for their care. */
export function isForCare({ benefit, personId, payeeId }: Award): boolean {
  return benefit === 'care_support' && payeeId !== personId
}

/** The first whole month without the carer, within the award; undefined where the register knows of no end to the care. */
function carerGone({ payeeId, during }: Judged, relations: PersonHistory['relations'], knownAt?: Instant) {
  const isKnown = (fact: Parameters<typeof isKnownAt>[0]) =>
    knownAt ? isKnownAt(fact, knownAt) : fact.retractedAt === null
  const ends = relations
    .filter(({ kind, side, otherId }) => kind === 'cares_for' && side === 'to' && otherId === payeeId)
    .filter(isKnown)
    .map(({ during: { until }, other }) => {
      // Nobody cares beyond their death, though the tie was never ended.
      const diedOn = other.lives.findLast(isKnown)?.diedOn
      const died = diedOn ? addDays(diedOn, 1) : null
      return died && (!until || died < until) ? died : until
    })
  if (ends.length === 0 || ends.includes(null)) return undefined
  const until = ends
    .filter((end) => end !== null)
    .toSorted()
    .at(-1)! // There is one, and none is open.
  const gone = addMonths(monthOf(addDays(until, -1)), 1)
  const first = monthOf(during.from!) // An award has a first month.
  const month = gone < first ? first : gone
  return during.until === null || `${month}-01` < during.until ? month : undefined
}
