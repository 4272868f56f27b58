import { addMonths, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { contains, type Period } from '#kernel/period'
import {
  assessedAnew,
  determine,
  isConfidentialRule,
  reachedOn,
  type Benefit,
  type Outlook,
  type Standing,
} from '#modules/entitlement'
import { monthsAhead, type Horizon } from './horizon.ts'
import { areaIn, changedBetween, dueOf, lookAhead, sumOf, type MonthAhead } from './months-ahead.ts'
import type { Prospect } from './prospect.ts'

/** A certificate of disability as the register holds it, and the day it was issued where that is known. */
export type Certificate = { readonly during: Period; readonly issuedOn: CivilDate | null }

/**
 * Whose certificate is from before the age at which it has to be made anew («xác định lại khi đủ 6 tuổi»), and what rests on
 * it. The law ends nothing by itself, so such a person is named until another certificate is recorded or somebody decides.
 */
export function certificatesOf(
  outlook: Outlook,
  certificates: readonly Certificate[],
  horizon: Horizon,
): { readonly prospects: readonly Prospect[]; readonly lookAgain: Month | undefined } {
  const born = outlook.standings.at(-1)?.standing.born
  if (born === undefined || certificates.length === 0) return { prospects: [], lookAgain: undefined }
  const on = reachedOn(born, assessedAnew.atMonths)
  const turn = monthOf(on)
  if (turn > horizon.through) return { prospects: [], lookAgain: addMonths(turn, -monthsAhead) }
  const isOld = certificates.some((certificate) => isFromBefore(certificate, on, horizon.knownOn))
  const now = isOld && lookAhead(outlook, horizon, turn > horizon.month ? turn : horizon.month)
  if (!now) return { prospects: [], lookAgain: undefined }
  const prospects = [...now.granted].flatMap((benefit) => restingOn(outlook, now, benefit, on))
  return { prospects, lookAgain: undefined }
}

/** One of somebody who has yet to reach the age is from before it, whatever is known of its day. */
function isFromBefore({ during, issuedOn }: Certificate, on: CivilDate, today: CivilDate): boolean {
  const held = on > today ? on : today
  return contains(during, held) && (on > today || (issuedOn !== null && issuedOn < on))
}

/** Asks the law itself what would be left without the certificate. */
function restingOn(outlook: Outlook, now: MonthAhead, benefit: Benefit, on: CivilDate): Prospect[] {
  const without = (standing: Standing | undefined) => standing && { ...standing, disability: 'none' as const }
  const { earlier, later } = now.person
  const determined = determine(now.law, {
    ...now.person,
    earlier: without(earlier),
    later: without(later),
  })
  const { lost, won } = changedBetween(dueOf(now, benefit), dueOf({ determined }, benefit))
  if (sumOf(lost) <= sumOf(won)) return []
  const rulesBefore = lost.map(({ rule }) => rule)
  return [
    {
      personId: outlook.personId,
      benefit,
      kind: 'certificate',
      month: monthOf(on),
      before: dong(sumOf(lost)),
      // Nothing changes until somebody decides.
      after: dong(sumOf(lost)),
      rulesBefore,
      rulesAfter: rulesBefore,
      causes: [{ kind: 'certificate', on }],
      delayCost: dong(0),
      keptBy: null,
      isConfidential: rulesBefore.some(isConfidentialRule),
      areaId: areaIn(outlook, now.month),
    },
  ]
}
