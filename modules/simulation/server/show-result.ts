import { addMonths, monthOf, monthsThrough, type CivilDate, type Month } from '#kernel/civil-date'
import {
  choices,
  isSummedTogether,
  law,
  nameOfRule,
  provincialIn,
  regimeFor,
  standardIn,
  valueIn,
  type Group,
  type Regime,
  type RuleSet,
} from '#modules/entitlement'
import type { Area } from '#modules/geography'
import type { Change, ChangeView, CountsOfPart, FlagView, Result, Scenario } from '../contract.ts'
import { bucketsOf } from '../domain/buckets.ts'
import { povertyOf } from '../domain/conditions.ts'
import { freshCost } from '../domain/cost.ts'
import { discreet, tellsOfDiagnosis, undisclosed } from '../domain/discretion.ts'
import { ageBands, type Reckoning, type Sum } from '../domain/reckon.ts'
import { counters, type Counts } from '../domain/tally.ts'
import { mayWiden } from '../domain/widening.ts'
import { citedAs } from './law-to-change.ts'
import type { Communes } from './places.ts'
import type { Snapshot } from './snapshots.ts'

export type Reckoned = {
  readonly scenario: Scenario
  readonly knownOn: CivilDate
  readonly area: Area
  /** Whose standard holds there. */
  readonly territory: string
  readonly before: Regime
  readonly after: RuleSet
  readonly snapshot: Snapshot
  readonly reckonedBy: string
  readonly communes: Communes
  readonly reckoning: Reckoning
}

/** The figures as people read them: names, citations, costs, what is uncertain, and nothing that tells of few. */
export function showResult(reckoned: Reckoned): Result {
  const { scenario, knownOn, area, before, snapshot, reckoning } = reckoned
  const { month, from, takeUp } = scenario
  return {
    month,
    from,
    knownOn,
    area: { id: area.id, name: area.name },
    takeUp,
    law: before.rules.label,
    dataAt: snapshot.readAt,
    version: snapshot.version,
    reckonedBy: reckoned.reckonedBy,
    people: reckoning.people,
    before: sumOf(reckoning.before),
    after: sumOf(reckoning.after),
    all: reckoning.all,
    unchanged: reckoning.unchanged,
    freshAlreadyPaid: reckoning.freshAlreadyPaid,
    cost: costOf(reckoned),
    differences: bucketsOf(reckoning.differences),
    byGroup: groupsOf(reckoned),
    byArea: communesOf(reckoned),
    bySex: toldOf(reckoning.bySex, (place) => ({ sex: choices.sex[place]! })),
    byAge: toldOf(reckoning.byAge, (place) => ({
      from: ageBands[place]!,
      below: ageBands[place + 1] ?? null,
    })),
    byPoverty: toldOf(reckoning.byPoverty, (place) => ({ household: choices.household[place]! })),
    changes: scenario.changes.map((change) => viewOf(change, reckoned)),
    flags: flagsOf(reckoned),
  }
}

/** Rows that cut the same people in parts, without what would tell of few. */
function toldOf<Row extends Counts, Head>(rows: readonly Row[], headOf: (place: number) => Head) {
  return discreet(rows).map((counts, place) => ({ ...rows[place]!, ...headOf(place), ...counts }))
}

function sumOf({ people, lines, amount, parts }: Sum): Result['before'] {
  return {
    people,
    lines,
    amount,
    parts: Array.from(parts, ([standard, coefficients]) => ({ standard, coefficients })).toSorted(
      (one, other) => other.standard * other.coefficients - one.standard * one.coefficients,
    ),
  }
}

/**
 * The register stays as it was in the month: a year is twelve such months, the first one those left of it. A higher
 * standard and nothing else costs nothing more from the month in which the whole country has as much.
 */
function costOf({ scenario, knownOn, before: regime, reckoning }: Reckoned): Result['cost'] {
  const { from, takeUp } = scenario
  const { before, after, freshAmount } = reckoning.all
  const byAwards = after - before
  const fresh = freshCost(freshAmount, takeUp)
  const monthly = byAwards + fresh
  const overtaken = monthOvertaken(scenario, regime, knownOn)
  const paidMonths = overtaken && isDeducted(scenario) ? monthsThrough(from, overtaken.month).length - 1 : 12
  const [year, first] = from.split('-').map(Number) as [number, number] // A month has two parts.
  const months = Math.min(13 - first, paidMonths)
  return {
    byAwards,
    fresh,
    monthly,
    firstYear: { year, months, amount: monthly * months },
    fullYear: monthly * paidMonths,
  }
}

/** Another change would go on costing something beside the standard, and how much is not known from the one month. */
const isDeducted = ({ changes }: Scenario) => changes.length === 1

function groupsOf({ reckoning, before, after }: Reckoned): Result['byGroup'] {
  const known = new Map<string, Group>()
  for (const group of [...after.groups, ...before.rules.groups]) known.set(group.id, group)
  const rows = Array.from(reckoning.byGroup, ([id, counts]) => ({ group: known.get(id)!, counts })).filter(
    ({ counts }) => counters.some((counter) => counts[counter] !== 0),
  )
  const together = rows.filter(({ group }) => isSummedTogether(group.id))
  const apart = rows.filter(({ group }) => !isSummedTogether(group.id))
  const [first] = together
  const shown = [
    ...(first
      ? [{ ...first, id: 'together', counts: together.map(({ counts }) => counts).reduce(addGroups) }]
      : []),
    ...apart.map((row) => ({ ...row, id: row.group.id })),
  ]
  return toldOf(
    shown.map(({ counts }) => counts),
    (place) => {
      const { id, group } = shown[place]!
      const cite = group.cite.document === 'scenario' ? null : citedAs(group.cite)
      return { id, name: group.label, cite }
    },
  ).map(withoutShares)
}

/** A coefficient times the standard is the money, and either by the coefficient of one line is how many: all of them, or none. */
function withoutShares<
  Row extends CountsOfPart & { readonly coefficients: readonly [number | null, number | null] },
>(row: Row) {
  const { coefficients, peopleBefore, peopleAfter, before, after } = row
  const [isTold, isToldAfter] = [
    peopleBefore !== null && before !== null,
    peopleAfter !== null && after !== null,
  ]
  const [was, becomes] = coefficients
  return {
    ...row,
    ...(!isTold && { peopleBefore: null, before: null }),
    ...(!isToldAfter && { peopleAfter: null, after: null }),
    coefficients: [isTold ? was : null, isToldAfter ? becomes : null] as [number | null, number | null], // Two of them.
  }
}

type GroupCounts = Counts & { readonly coefficients: readonly [number, number] }

function addGroups(one: GroupCounts, other: GroupCounts): GroupCounts {
  return {
    ...added(one, other),
    coefficients: [one.coefficients[0] + other.coefficients[0], one.coefficients[1] + other.coefficients[1]],
  }
}

function added(one: Counts, other: Counts): Counts {
  return Object.fromEntries(counters.map((counter) => [counter, one[counter] + other[counter]])) as Counts // Every counter.
}

/** Rows by the communes of the month, whatever unit the register recorded. */
function communesOf({ scenario, snapshot, communes, reckoning }: Reckoned): Result['byArea'] {
  const none = Object.fromEntries(counters.map((counter) => [counter, 0])) as Counts // Every counter.
  const rows = new Map(communes.ids.map((id) => [id, none]))
  snapshot.register.areas.forEach((registered, place) => {
    const commune = communes.of(registered)
    const counts = reckoning.byArea.get(place)
    if (commune !== undefined && counts) rows.set(commune, added(rows.get(commune)!, counts))
  })
  const tell = tellsOfDiagnosis(scenario.changes) ? undisclosed : discreet
  const told = tell([...rows.values()])
  return [...rows.keys()].map((id, place) => ({ ...communes.shown(id), ...told[place]! }))
}

function viewOf(change: Change, { scenario: { month }, before: { rules }, territory }: Reckoned): ChangeView {
  const groupOf = (id: string) => rules.groups.find((group) => group.id === id)
  switch (change.kind) {
    case 'standard': {
      const provincial = provincialIn(rules, month, territory)
      const central = provincialIn(rules, month, 'central')
      const higher = provincial && central && provincial.value >= central.value ? provincial : central
      return {
        change,
        before: standardIn(rules, month, territory),
        name: null,
        cite: higher ? citedAs(higher.cite) : null,
      }
    }
    case 'social_pension':
    case 'small_pension': {
      const found =
        change.kind === 'social_pension'
          ? valueIn(rules.parameters.social_pension, month)
          : valueIn(rules.parameters.small_pension, month)
      return { change, before: found?.value ?? null, name: null, cite: found ? citedAs(found.cite) : null }
    }
    case 'coefficient': {
      const band = rules.groups.flatMap(({ bands }) => bands).find(({ id }) => id === change.rule)
      return {
        change,
        before: band?.coefficient ?? null,
        name: { vi: nameOfRule(change.rule, 'vi'), en: nameOfRule(change.rule, 'en') },
        cite: band ? citedAs(band.cite) : null,
      }
    }
    case 'age':
    case 'poverty':
    case 'without': {
      const group = groupOf(change.group)
      const level = group && povertyOf(group)
      return {
        change,
        before: change.kind === 'age' ? change.from : change.kind === 'poverty' ? (level ?? null) : null,
        name: group?.label ?? null,
        cite: group ? citedAs(group.cite) : null,
      }
    }
    case 'new_group':
      return { change, before: null, name: { vi: change.name, en: change.name }, cite: null }
  }
}

function flagsOf(reckoned: Reckoned): FlagView[] {
  const { scenario, before, knownOn, reckoning } = reckoned
  const { month, from, changes } = scenario
  const { parameters } = before.rules
  const flags: FlagView[] = []
  for (const { cite } of changes.map((change) => viewOf(change, reckoned)))
    if (cite?.certainty === 'uncertain') flags.push({ code: 'uncertain_source', cite })
  const pension = valueIn(parameters.social_pension, month)
  if (
    pension &&
    changes.some(({ kind }) => kind === 'standard') &&
    !changes.some(({ kind }) => kind === 'social_pension')
  )
    flags.push({ code: 'social_pension_apart', value: pension.value })
  if (pension && valueIn(parameters.small_pension, month)?.cite.certainty === 'uncertain')
    flags.push({ code: 'small_pension_uncertain' })
  const overtaken = monthOvertaken(scenario, before, knownOn)
  if (overtaken) flags.push({ code: 'central_overtakes', ...overtaken, isDeducted: isDeducted(scenario) })
  const byStart = regimeFor(law, from, knownOn)
  if (byStart && byStart !== before) flags.push({ code: 'other_law_by_start', law: byStart.rules.label })
  if (reckoning.all.fresh > 0 || changes.some((change) => mayWiden(change, before.rules)))
    flags.push({ code: 'register_incomplete', people: reckoning.people })
  if (tellsOfDiagnosis(changes)) flags.push({ code: 'communes_hidden' })
  return flags
}

/**
 * When, within a year of its start, the standard for the whole country reaches the one proposed, as far as it is known
 * on the day the scenario speaks of: whoever proposes in 2023 does not know the decree of 2024.
 */
function monthOvertaken(
  { from, changes }: Scenario,
  before: Regime,
  knownOn: CivilDate,
): { month: Month; value: number } | undefined {
  const proposed = changes.find((change) => change.kind === 'standard')
  if (!proposed) return undefined
  const last = monthOf(knownOn)
  for (let month = from; month < addMonths(from, 12); month = addMonths(month, 1)) {
    const regime = regimeFor(law, month, knownOn) ?? before
    // A standard that begins after that day is one of which nothing says when it was announced.
    const central = provincialIn(regime.rules, month < last ? month : last, 'central')
    if (central && central.value >= proposed.value) return { month, value: central.value }
  }
  return undefined
}
