import { lastDayOf, type Month } from '#kernel/civil-date'
import {
  benefitOf,
  determine,
  endsOf,
  type AwardMonths,
  type Benefit,
  type Determined,
  type Due,
  type MonthLaw,
  type Outlook,
  type PersonMonth,
} from '#modules/entitlement'
import type { Horizon } from './horizon.ts'

/** A person’s money in a month: what the grants give, and what else the law would give if it were granted. */
export type MonthAhead = {
  readonly month: Month
  readonly law: MonthLaw
  readonly person: PersonMonth
  /** Benefits with an open award; of these, those that pay by it. */
  readonly granted: ReadonlySet<Benefit>
  readonly awarded: ReadonlySet<Benefit>
  readonly determined: Determined
  /** Of those granted, the ones a decision has suspended: they are held, and their level changes nobody’s money. */
  readonly suspended: ReadonlySet<Benefit>
  /** The benefits granted that are a right in this month, whether they pay by the award or need a new decision. */
  readonly held: ReadonlySet<Benefit>
  /** For each benefit that is a right, pays something and is not granted: what would be due with it. */
  readonly offers: ReadonlyMap<Benefit, readonly Due[]>
}

/** What one month looks like from today; undefined where no law is known for it. */
export function lookAhead(
  { standings, awards }: Outlook,
  { lawOf, knownOn }: Horizon,
  month: Month,
): MonthAhead | undefined {
  const law = lawOf(month)
  if (!law) return undefined
  const open = awards.filter((award) => covers(award, month))
  const paying = open.filter(({ lapsedFrom }) => lapsedFrom === null || month < lapsedFrom)
  const granted = new Set(open.map(({ benefit }) => benefit))
  const suspended = new Set(open.filter(({ isSuspended }) => isSuspended).map(({ benefit }) => benefit))
  const awarded = paying.length === open.length ? granted : new Set(paying.map(({ benefit }) => benefit))
  const person: PersonMonth = {
    month,
    knownOn,
    ...endsOf(standings, month),
    awarded,
  }
  const determined = determine(law, person)
  const { rights } = awarded === granted ? determined : determine(law, { ...person, awarded: granted })
  const held = new Set([...granted].filter((benefit) => rights.get(benefit)!.paid.length > 0))
  const offers = offersIn(law, person, awarded, determined)
  return { month, law, person, granted, awarded, suspended, determined, held, offers }
}

function covers({ from, through }: AwardMonths, month: Month): boolean {
  return from <= month && (through === null || month <= through)
}

/** A benefit is offered where asking for it alone would leave the person with more than now. */
function offersIn(
  law: MonthLaw,
  person: PersonMonth,
  awarded: ReadonlySet<Benefit>,
  determined: Determined,
): ReadonlyMap<Benefit, readonly Due[]> {
  const offers = new Map<Benefit, readonly Due[]>()
  const whole = determine(law, { ...person, awarded: 'all' })
  for (const [benefit, { paid }] of whole.rights) {
    const isDue = paid.some(({ band }) => whole.due.some(({ rule }) => rule === band.id))
    // Nobody is told to ask for what stops with this month.
    const goesOn = whole.rights.get(benefit)!.later.length > 0
    if (awarded.has(benefit) || !isDue || !goesOn) continue
    const due = determine(law, { ...person, awarded: new Set([...awarded, benefit]) }).due
    if (sumOf(due) > sumOf(determined.due)) offers.set(benefit, due)
  }
  return offers
}

export function sumOf(dues: readonly Due[]): number {
  return dues.reduce((sum, { amount }) => sum + amount, 0)
}

/** What of a month’s money is for a benefit. */
export function dueOf({ determined }: Pick<MonthAhead, 'determined'>, benefit: Benefit): Due[] {
  return determined.due.filter(({ component }) => benefitOf[component] === benefit)
}

/** What of some money is there no more, and what is there instead; what stays as it is, such as the money of a carer, is in neither. */
export function changedBetween(
  from: readonly Due[],
  to: readonly Due[],
): { readonly lost: readonly Due[]; readonly won: readonly Due[] } {
  return {
    lost: from.filter((due) => !to.some((other) => isSame(due, other))),
    won: to.filter((due) => !from.some((other) => isSame(due, other))),
  }
}

function isSame(one: Due, other: Due): boolean {
  return one.component === other.component && one.rule === other.rule && one.amount === other.amount
}

/** Where the person lives in a month, as the register recorded the unit. */
export function areaIn({ standings, awards }: Outlook, month: Month): number {
  const lived = standings.findLast(({ during }) => during.from !== null && during.from <= lastDayOf(month))
  const areaId = (lived ?? standings.at(-1))?.areaId ?? awards.at(-1)?.areaId
  if (areaId === undefined) throw new RangeError('Whoever has neither a standing nor an award has no right')
  return areaId
}
