import {
  addDays,
  addMonths,
  lastDayOf,
  monthOf,
  monthsThrough,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import { lawOf, startOf } from '../../law/golden/case-months.ts'
import { isAnswered, type Question } from '../../law/golden/questions.ts'
import { benefits, type Benefit, type Due, type PersonMonth } from '../determination.ts'
import { determine, engineFor, rightsOn, type Right } from '../determine.ts'
import { valueIn, type Instant, type Law, type MonthLaw } from '../law-in-force.ts'
import type { RegimeId, RuleSet } from '../rule-set.ts'
import type { Standing } from '../standing.ts'
import { axesOf, readingOf, standingOf, type Axis } from './finite-table-classes.ts'
import { benefitsTogether, combinationsOf } from './finite-table.ts'
import type { Mutant } from './mutants.ts'

/** What became of a mutant: a case tells it from the law, nobody could, or it goes unnoticed. */
export type Verdict = 'killed' | 'equivalent' | 'survives'

/** Judges mutants of a law by its cases, and those that no case kills by every class of people there is. */
export function judgeBy(questions: readonly Question[], law: Law): (mutant: Mutant) => Verdict {
  const plain = questions.filter(({ golden }) => !golden.provincial)
  const provincial = questions.filter(({ golden }) => golden.provincial)
  const isEquivalent = equivalenceWith(law)
  return (mutant) => {
    const engine = engineFor(mutant.law)
    if (plain.some((question) => fails(engine, question))) return 'killed'
    if (
      mutant.reach === 'starts' &&
      questions.some(({ golden }) => startOf(golden, mutant.law) !== golden.decision?.startsIn)
    )
      return 'killed'
    const isElsewhere = provincial.some((question) =>
      fails(engineFor(lawOf(question.golden, mutant.law)), question),
    )
    if (isElsewhere) return 'killed'
    return isEquivalent(mutant) ? 'equivalent' : 'survives'
  }
}

/** Whether a case tells a law for wrong: by what it gives, or because nothing can be worked out by it. */
function fails({ lawIn }: Engine, question: Question): boolean {
  const { month, knownOn } = question.person
  try {
    const ml = lawIn(month, knownOn)
    return !isAnswered(question, ml ? determine(ml, question.person).due : [])
  } catch (error) {
    if (error instanceof RangeError) return true
    throw error
  }
}
type Engine = ReturnType<typeof engineFor>

/** Whether a mutant gives everybody what the law gives, in every month. */
function equivalenceWith(law: Law): (mutant: Mutant) => boolean {
  const engine = engineFor(law)
  const outcomes = new Map<string, readonly Standing[]>()
  return (mutant) => {
    const { lawIn } = engineFor(mutant.law)
    if (mutant.reach === 'starts') return false
    if (mutant.reach === 'dates') return sameDates(law, mutant.law)
    const months = monthsOf(law, mutant.regime)
    if (mutant.reach === 'parameters') {
      const changed = mutant.law.regimes.find(({ rules }) => rules.id === mutant.regime)!.rules
      return sameFigures(law.regimes.find(({ rules }) => rules.id === mutant.regime)!.rules, changed, months)
    }
    const asked = months[Math.min(5, months.length - 1)]!
    const [mine, other] = [engine.lawIn(asked, lastKnown)!, lawIn(asked, lastKnown)!]
    if (mutant.reach === 'rights') return benefits.every((benefit) => sameRights(mine, other, benefit))
    // What a group does within a month is seen among those of its own benefit.
    const group = mine.group.get(mutant.where)
    const key = `${mutant.regime} ${group?.benefit}`
    const alike = outcomes.get(key) ?? outcomesIn(mine, group ? [[group.benefit]] : benefitsTogether(mine))
    outcomes.set(key, alike)
    return sameMonths(mine, other, alike)
  }
}

const lastKnown = '9999-12-31' as CivilDate // The last day there is.

/** The months a regime governs now; two years of those that have no end. */
function monthsOf({ regimes }: Law, id: RegimeId): Month[] {
  const index = regimes.findIndex(({ rules }) => rules.id === id)
  const { from } = regimes[index]!
  const next = regimes[index + 1]?.from
  return monthsThrough(from, next ? addMonths(next, -1) : addMonths(from, 24))
}

function sameRights(mine: MonthLaw, other: MonthLaw, benefit: Benefit): boolean {
  const [one, two] = [mine, other].map((ml) => readingOf([ml], [benefit]))
  const isSameText =
    JSON.stringify(one) === JSON.stringify(two) &&
    JSON.stringify(payOf(mine, benefit)) === JSON.stringify(payOf(other, benefit))
  if (isSameText) return true
  const reading = readingOf([mine, other], [benefit])
  for (const pieces of combinationsOf(axesOf(reading, mine.later))) {
    const standing = standingOf(pieces, mine.later)
    if (!isPossible(standing, mine.later)) continue
    const rights = [mine, other].map((ml) => rightsOn(ml, ml.later, benefit, standing))
    if (textOf(rights[0]!) !== textOf(rights[1]!)) return false
  }
  return true
}

/** All that a benefit is made of beside what is asked of a person. */
function payOf({ groupsOf, regime }: MonthLaw, benefit: Benefit) {
  const groups = groupsOf.get(benefit) ?? []
  return [
    groups.map(({ id, component, per, bands }) => [id, component, per, bands]),
    regime.rules.combination.together,
  ]
}

const textOf = (rights: readonly Right[]) =>
  rights.map(({ group, band, units }) => `${group.component} ${band.id} ${band.coefficient} ${units}`).join()

/** One person for each way rights can stand beside one another on a day. */
function outcomesIn(ml: MonthLaw, compared: readonly Benefit[][]): Standing[] {
  const found = new Map<string, Standing>()
  for (const together of compared) {
    const axes: readonly Axis[] = axesOf(readingOf([ml], together), ml.later)
    for (const pieces of combinationsOf(axes)) {
      const standing = standingOf(pieces, ml.later)
      if (!isPossible(standing, ml.later)) continue
      const text = together.map((benefit) => textOf(rightsOn(ml, ml.later, benefit, standing))).join(';')
      if (!found.has(text)) found.set(text, standing)
    }
  }
  return [...found.values()]
}

/** Whether two laws make the same of every pair of outcomes at the two ends of a month, whatever is awarded. */
function sameMonths(mine: MonthLaw, other: MonthLaw, standings: readonly Standing[]): boolean {
  for (const after of [...standings, undefined])
    for (const before of [...standings, undefined]) {
      // Born on the day an age is reached, or long enough before: nobody grows younger.
      const reached = (after ?? before)?.born
      for (const born of reached ? [reached, addDays(lastDayOf(monthOf(reached)), -75)] : []) {
        const [earlier, later] = [before && { ...before, born }, after && { ...after, born }]
        const person: PersonMonth = { month: mine.month, knownOn: lastKnown, earlier, later, awarded: 'all' }
        if (!sameDue(determine(mine, person).due, determine(other, person).due)) return false
      }
    }
  return true
}

/** Nobody raises children before they are twelve. */
function isPossible({ born, children, isPregnant, singleParent }: Standing, at: Instant): boolean {
  return born <= at.bornBy(12 * 12) || (children.length === 0 && !isPregnant && singleParent === 'no')
}

function sameDue(one: readonly Due[], two: readonly Due[]): boolean {
  return (
    one.length === two.length &&
    one.every(({ rule, amount }, index) => rule === two[index]!.rule && amount === two[index]!.amount)
  )
}

function sameFigures(mine: RuleSet, other: RuleSet, months: readonly Month[]): boolean {
  const figures = (rules: RuleSet) => {
    const { standard, social_pension, small_pension, meritorious_overlap } = rules.parameters
    const territories = new Set(standard.map(({ territory }) => territory))
    return JSON.stringify(
      months.map((month) => [
        [...territories].toSorted().map((territory) => {
          const values = ['central', territory].map(
            (one) =>
              valueIn(
                standard.filter((dated) => dated.territory === one),
                month,
              )?.value ?? 0,
          )
          return Math.max(...values)
        }),
        valueIn(social_pension, month)?.value ?? 0,
        valueIn(small_pension, month)?.value ?? 'full',
        valueIn(meritorious_overlap, month)?.value ?? 'both',
      ]),
    )
  }
  return figures(mine) === figures(other)
}

/** Whether the same rule sets and procedures govern every month, whenever it is asked about. */
function sameDates(mine: Law, other: Law): boolean {
  const moments = [...mine.regimes, ...mine.procedures].flatMap(({ issued, inForce }) => [issued, inForce])
  const days = [...new Set(moments.flatMap((day) => [-1, 0, 1].map((step) => addDays(day, step)))), lastKnown]
  const [one, two] = [engineFor(mine), engineFor(other)]
  const [{ from }] = mine.regimes
  return monthsThrough(addMonths(from, -2), addMonths(mine.regimes.at(-1)!.from, 24)).every((month) =>
    days.every((day) => governs(one, month, day) === governs(two, month, day)),
  )
}

function governs({ lawIn }: Engine, month: Month, knownOn: CivilDate): string {
  try {
    const ml = lawIn(month, knownOn)
    return ml
      ? `${ml.regime.rules.id} ${ml.procedure.adjust === 'month_after' || `in the month, since ${ml.turn?.day}`}`
      : 'nothing'
  } catch (error) {
    if (error instanceof RangeError) return 'no procedure'
    throw error
  }
}
