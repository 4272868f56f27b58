import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsThrough,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { shutOutOfConversion } from './converting.ts'
import { fingerprint } from './fingerprint.ts'
import type { Procedure } from './procedure.ts'
import type { BaseParameter, Dated, Exclusion, Group, Known, Regime, RuleSet } from './rule-set.ts'
import type { Benefit } from './determination.ts'

/** Rule sets by benefit month, and the procedures that turn decisions into months. */
export type Law = {
  readonly regimes: readonly [Regime, ...Regime[]]
  readonly procedures: readonly [Procedure, ...Procedure[]]
}

/** Everything that depends on the month and the day of knowledge alone, worked out once for all persons. */
export type MonthLaw = {
  readonly month: Month
  readonly regime: Regime
  readonly version: string
  readonly procedure: Procedure
  readonly earlier: Instant
  readonly later: Instant
  /** The day before the procedure changed within the month (C5), where it did, and the procedure until then. */
  readonly turn: (Instant & { readonly procedure: Procedure }) | undefined
  readonly groupsOf: ReadonlyMap<Benefit, readonly Group[]>
  readonly group: ReadonlyMap<string, Group>
  readonly exclusionsOf: ReadonlyMap<Benefit, readonly Exclusion[]>
  /** Those among them that only a month before the law came into force knows (TRN-05). */
  readonly conversion: readonly Exclusion[]
  readonly smallPension: 'full' | 'difference'
  readonly meritoriousOverlap: 'highest' | 'both'
  readonly base: (parameter: BaseParameter, territory: string) => Dong
}

/** A day rules are asked about. */
export type Instant = {
  readonly day: CivilDate
  /** The latest birth date that has reached an age; C10 comes of comparing text: 29 February waits for 1 March. */
  readonly bornBy: (months: number) => string
  readonly socialPension: Dong
  readonly group: ReadonlyMap<string, Group>
}

/**
 * The rule set for a benefit month as far as it was known on a day: in force by then, or public and in force before the
 * month begins. Undefined before 2015.
 */
export function regimeFor(law: Law, benefitMonth: Month, knownOn: CivilDate): Regime | undefined {
  return law.regimes.findLast(
    (regime) => regime.from <= benefitMonth && isKnown(regime, benefitMonth, knownOn),
  )
}

/** Months whose rule set is another one for who knows more: those a law in force since then reaches back to. */
export function monthsRevisedBy(law: Law, knownBefore: CivilDate, knownNow: CivilDate): Month[] {
  const candidates = monthsThrough(law.regimes[0].from, monthOf(knownNow))
  return candidates.filter((month) => regimeFor(law, month, knownBefore) !== regimeFor(law, month, knownNow))
}

/** Makes a lookup that keeps the last months it was asked for: payroll asks for one month 45,000 times. */
export function monthLaws(law: Law): (month: Month, knownOn: CivilDate) => MonthLaw | undefined {
  const kept = new Map<Regime, Map<string, MonthLaw>>()
  let last: { month: Month; knownOn: CivilDate; found: MonthLaw | undefined } | undefined
  return (month, knownOn) => {
    if (last?.month === month && last.knownOn === knownOn) return last.found
    const regime = regimeFor(law, month, knownOn)
    if (!regime) return undefined
    const procedure = law.procedures.findLast(
      (one) => one.inForce <= lastDayOf(month) && isKnown(one, month, knownOn),
    )
    if (!procedure) throw new RangeError(`No procedure is known for ${month}`)
    const ofRegime = kept.get(regime) ?? new Map<string, MonthLaw>()
    kept.set(regime, ofRegime)
    const key = `${month} ${procedure.id}`
    const former = law.procedures[law.procedures.indexOf(procedure) - 1] ?? procedure
    const found =
      ofRegime.get(key) ?? resolve(regime, { procedure, former }, month, conversionIn(law, regime, month))
    ofRegime.set(key, found)
    last = { month, knownOn, found }
    return found
  }
}

/** The version of a rule set: the sha256 of its canonical form, stored with every decision and line. */
export function versionOf(rules: RuleSet): string {
  const known = versions.get(rules)
  if (known) return known
  const version = fingerprint(rules)
  versions.set(rules, version)
  return version
}
const versions = new WeakMap<RuleSet, string>()

/** The entry that speaks for a month; undefined where the list has a gap. */
export function valueIn<Entry extends Dated<unknown>>(
  list: readonly Entry[],
  month: Month,
): Entry | undefined {
  return list.findLast(({ from, until }) => from <= month && (until === undefined || month < until))
}

/** What a territory has set for a month, `central` for the centre. */
export function provincialIn(rules: RuleSet, month: Month, territory: string) {
  const ofTerritory = rules.parameters.standard.filter((dated) => dated.territory === territory)
  return valueIn(ofTerritory, month)
}

/** `max(central, provincial)`: an old provincial resolution never lowers anyone. */
export function standardIn(rules: RuleSet, month: Month, territory: string): Dong {
  const central = provincialIn(rules, month, 'central')?.value
  if (central === undefined) throw new RangeError(`No standard amount in ${month}`)
  const provincial = provincialIn(rules, month, territory)?.value
  return provincial !== undefined && provincial > central ? provincial : central
}

/** Another day under the same parameters: what would hold if only time went by. */
export function instantOn(day: CivilDate, { socialPension, group }: Instant): Instant {
  return { day, bornBy: bornBy(day), socialPension, group }
}

function isKnown({ issued, inForce }: Known, benefitMonth: Month, knownOn: CivilDate): boolean {
  return inForce <= knownOn || (issued <= knownOn && inForce <= firstDayOf(benefitMonth))
}

/** What a law that reaches back shuts out in a month before it came into force. */
export function conversionIn({ regimes }: Law, regime: Regime, month: Month): readonly Exclusion[] {
  const before = regimes.findLast(({ from, inForce }) => from <= month && inForce < regime.inForce)
  if (!before || month >= monthOf(regime.inForce)) return []
  return shutOutOfConversion(regime, before.rules, (rules) => socialPensionIn(rules, month))
}

function socialPensionIn({ parameters }: RuleSet, month: Month): Dong {
  return valueIn(parameters.social_pension, month)?.value ?? (0 as Dong) // Zero is whole.
}

function resolve(
  regime: Regime,
  { procedure, former }: { readonly procedure: Procedure; readonly former: Procedure },
  month: Month,
  conversion: readonly Exclusion[],
): MonthLaw {
  const { rules } = regime
  const { parameters, combination } = rules
  const group = new Map(rules.groups.map((one) => [one.id, one]))
  const socialPension = socialPensionIn(rules, month)
  const exclusions = [...combination.exclusions, ...conversion]
  const at = (day: CivilDate): Instant => ({ day, bornBy: bornBy(day), socialPension, group })
  const standards = new Map<string, Dong>()
  const standard = (territory: string) => {
    const known = standards.get(territory) ?? standardIn(rules, month, territory)
    standards.set(territory, known)
    return known
  }
  const benefits = new Set(rules.groups.map(({ benefit }) => benefit))
  const { inForce } = procedure
  let version: string | undefined
  return {
    month,
    regime,
    // A phone that only asks what somebody is due never needs it, and hashing the rules would hold its first page up.
    get version() {
      return (version ??= versionOf(rules))
    },
    procedure,
    earlier: at(lastDayOf(addMonths(month, -1))),
    later: at(lastDayOf(month)),
    turn:
      monthOf(inForce) === month && inForce > firstDayOf(month)
        ? { ...at(addDays(inForce, -1)), procedure: former }
        : undefined,
    group,
    groupsOf: new Map(
      [...benefits].map((one) => [one, rules.groups.filter(({ benefit }) => benefit === one)]),
    ),
    exclusionsOf: new Map(
      [...benefits].map((one) => [one, exclusions.filter((exclusion) => exclusion.benefits.includes(one))]),
    ),
    conversion,
    smallPension: valueIn(parameters.small_pension, month)?.value ?? 'full',
    meritoriousOverlap: valueIn(parameters.meritorious_overlap, month)?.value ?? 'both',
    base: (parameter, territory) => (parameter === 'standard' ? standard(territory) : socialPension),
  }
}

function bornBy(day: CivilDate): (months: number) => string {
  const known = new Map<number, string>()
  const [year, month] = day.split('-').map(Number) as [number, number, number] // A civil date has three parts.
  return (months) => {
    const found = known.get(months)
    if (found !== undefined) return found
    const count = year * 12 + (month - 1) - months
    const text = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(7)}`
    known.set(months, text)
    return text
  }
}
