import { addMonths, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { isConfidentialRule, type Benefit, type Due, type Outlook } from '#modules/entitlement'
import { causesBetween, restsOnConfidential } from './causes.ts'
import { certificatesOf, type Certificate } from './certificates.ts'
import { delayCostOf } from './delay-cost.ts'
import { keeperOf } from './kept-by.ts'
import { monthsAhead, type Horizon } from './horizon.ts'
import { areaIn, changedBetween, dueOf, lookAhead, sumOf, type MonthAhead } from './months-ahead.ts'
import { eventOf, type Kind, type Prospect } from './prospect.ts'
import { monthsToLookAt, nextTurn, turningDays } from './turning-days.ts'
import { withListsCarriedOn } from './yearly-lists.ts'

export type Looked = {
  readonly prospects: readonly Prospect[]
  /** The month in which this person has to be looked at again, if nothing becomes known before; undefined for never. */
  readonly lookAgain: Month | undefined
}

/** What the law alone, and the papers a right rests on, will change for a person from the present month through the window. */
export function prospectsOf(
  outlook: Outlook,
  horizon: Horizon,
  certificates: readonly Certificate[] = [],
): Looked {
  const days = turningDays(outlook, horizon.ages)
  const months = monthsToLookAt(days, horizon)
  const { standings, carried } = withListsCarriedOn(outlook.standings, horizon.years, horizon.isListed)
  const likely = withLapsesOfNow({ ...outlook, standings }, horizon, carried)
  const expected = changesIn(likely, months, horizon)
  const atRisk = carried.length > 0 ? changesIn(withLapsesOfNow(outlook, horizon), months, horizon) : []
  const papers = certificatesOf(likely, certificates, horizon)
  const prospects = [...expected, ...restingOnLists(atRisk, expected, carried), ...papers.prospects]
  const next = nextTurn(days, horizon)
  const again = [
    ...prospects.map(({ month }) => month).filter((month) => month > horizon.month),
    // The present month in which the turn comes into the window.
    ...(next ? [addMonths(next, -monthsAhead)] : []),
    ...(papers.lookAgain ? [papers.lookAgain] : []),
  ]
  return { prospects, lookAgain: again.toSorted()[0] }
}

/**
 * An award that has lapsed needs a new decision. One that is said to lapse later is found to do so by walking there, and
 * what lapsed for want of a list alone has not lapsed where the list is carried on.
 */
function withLapsesOfNow(outlook: Outlook, { month }: Horizon, carried: readonly number[] = []): Outlook {
  const last = [month, ...carried.map((year) => `${year - 1}-12` as Month)].toSorted()[0]! // A year has twelve.
  return {
    ...outlook,
    awards: outlook.awards.map((award) =>
      award.lapsedFrom !== null && award.lapsedFrom > last ? { ...award, lapsedFrom: null } : award,
    ),
  }
}

/** What ends or shrinks only if the household does not stand on the list of the year to come. */
function restingOnLists(
  atRisk: readonly Prospect[],
  expected: readonly Prospect[],
  carried: readonly number[],
): Prospect[] {
  return atRisk
    .filter(({ kind }) => kind === 'lose' || kind === 'lower' || kind === 'ended')
    .filter(
      ({ benefit, month, after }) =>
        !expected.some((other) => other.benefit === benefit && other.month <= month && other.after <= after),
    )
    .map((prospect) => ({
      ...prospect,
      kind: 'renewal',
      causes: carried.map((year) => ({ kind: 'list', year }) as const),
    }))
}

function changesIn(outlook: Outlook, months: readonly Month[], horizon: Horizon): Prospect[] {
  const found: Prospect[] = []
  let before: MonthAhead | undefined
  let known = outlook
  for (const month of months) {
    const now = lookAhead(known, horizon, month)
    if (!now) continue
    const changes = before ? turned(known, before, now) : already(known, now, horizon)
    for (const { kind, benefit } of changes) if (kind === 'lose') known = lapsed(known, benefit, month)
    found.push(...changes)
    before = now
  }
  return found
}

/** Whoever has been without the right for a month has it again by a new decision only. */
function lapsed(outlook: Outlook, benefit: Benefit, month: Month): Outlook {
  return {
    ...outlook,
    awards: outlook.awards.map((award) =>
      award.benefit === benefit && award.lapsedFrom === null ? { ...award, lapsedFrom: month } : award,
    ),
  }
}

/** What is so today: rights nobody asked for, and grants without a right. */
function already(outlook: Outlook, now: MonthAhead, horizon: Horizon): Prospect[] {
  const begun = (isSo: (month: MonthAhead) => boolean) => {
    const month = since(outlook, horizon, isSo)
    return {
      month,
      before: lookAhead(outlook, horizon, addMonths(month, -1)),
      turn: lookAhead(outlook, horizon, month),
    }
  }
  const found: Prospect[] = []
  for (const [benefit, to] of now.offers) {
    const start = begun(({ offers }) => offers.has(benefit))
    found.push(
      prospect(outlook, {
        ...start,
        benefit,
        kind: now.granted.has(benefit) ? 'resume' : 'unused',
        now,
        from: now.determined.due,
        to,
      }),
    )
  }
  for (const benefit of now.granted) {
    if (now.held.has(benefit)) continue
    const start = begun((one) => one.granted.has(benefit) && !one.held.has(benefit))
    const from = start.before ? dueOf(start.before, benefit) : []
    found.push(prospect(outlook, { ...start, benefit, kind: 'ended', now, from, to: [] }))
  }
  return found
}

/** What is otherwise in a month than in the one looked at before it. */
function turned(outlook: Outlook, before: MonthAhead, now: MonthAhead): Prospect[] {
  const { month } = now
  const found: Prospect[] = []
  for (const [benefit, to] of now.offers)
    if (!before.offers.has(benefit))
      found.push(
        prospect(outlook, { benefit, kind: 'gain', before, now, from: now.determined.due, to, month }),
      )
  for (const benefit of now.granted) {
    if (!before.granted.has(benefit)) continue
    const from = dueOf(before, benefit)
    const to = dueOf(now, benefit)
    if (before.held.has(benefit) && !now.held.has(benefit))
      found.push(prospect(outlook, { benefit, kind: 'lose', before, now, from, to: [], month }))
    else if (!now.suspended.has(benefit) && from.length > 0 && to.length > 0 && sum(from) !== sum(to))
      found.push(
        prospect(outlook, {
          benefit,
          kind: sum(to) > sum(from) ? 'raise' : 'lower',
          before,
          now,
          from,
          to,
          month,
        }),
      )
  }
  return found
}

/** The first of the months without a break, back from the present one, in which something was so. */
function since(outlook: Outlook, horizon: Horizon, isSo: (month: MonthAhead) => boolean): Month {
  for (let first = horizon.month; ; first = addMonths(first, -1)) {
    const earlier = lookAhead(outlook, horizon, addMonths(first, -1))
    if (!earlier || !isSo(earlier)) return first
  }
}

type Found = {
  readonly benefit: Benefit
  readonly kind: Kind
  /** The month before it turned, and the one in which it did, where that is not the present one. */
  readonly before?: MonthAhead | undefined
  readonly turn?: MonthAhead | undefined
  readonly now: MonthAhead
  readonly from: readonly Due[]
  readonly to: readonly Due[]
  readonly month: Month
}

function prospect(outlook: Outlook, found: Found): Prospect {
  const { benefit, kind, before, now, turn = now, from, to, month } = found
  const { lost, won } = changedBetween(from, to)
  const rulesBefore = lost.map(({ rule }) => rule)
  const rulesAfter = won.map(({ rule }) => rule)
  const causes = before ? causesBetween(outlook.standings, before, turn, [...rulesBefore, ...rulesAfter]) : []
  return {
    personId: outlook.personId,
    benefit,
    kind,
    month,
    before: sum(lost),
    after: sum(won),
    rulesBefore,
    rulesAfter,
    causes,
    delayCost: eventOf[kind] === 'grant' ? delayCostOf(now.law, rulesAfter, sum(won) - sum(lost)) : dong(0),
    keptBy:
      (eventOf[kind] === 'stop' || kind === 'lower') && before
        ? (keeperOf(before, turn, benefit) ?? null)
        : null,
    isConfidential:
      [...rulesBefore, ...rulesAfter].some(isConfidentialRule) ||
      restsOnConfidential(turn, benefit, causes, kind),
    areaId: areaIn(outlook, now.month),
  }
}

function sum(dues: readonly Due[]): Dong {
  return dong(sumOf(dues))
}
