import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import { engineFor } from '../../determine.ts'
import type { Law, MonthLaw } from '../../law-in-force.ts'
import type { Parameters } from '../../rule-set.ts'

/**
 * The law of every month in which a parameter, a rule set or a procedure is another than the month before, as it was known
 * before and since: between two of them nothing but ages changes.
 */
export function monthsOfChange(law: Law): MonthLaw[] {
  const { lawIn } = engineFor(law)
  const [{ from: first }] = law.regimes
  const months = new Set<Month>([first])
  for (const { from, rules } of law.regimes) {
    months.add(from)
    for (const dated of datesIn(rules.parameters)) if (dated >= first) months.add(dated)
  }
  for (const { inForce } of law.procedures) {
    months.add(monthOf(inForce))
    // A procedure that changes within a month governs the whole of the next one first.
    if (inForce !== firstDayOf(monthOf(inForce))) months.add(addMonths(monthOf(inForce), 1))
  }
  const known = law.regimes.map(({ inForce }) => addDays(inForce, -1))
  const laws = [...months]
    .toSorted()
    .flatMap((month) => [
      ...known.filter((day) => day >= lastDayOf(addMonths(month, -1))).map((day) => lawIn(month, day)),
      lawIn(month, lastKnown),
    ])
  return [...new Set(laws)].filter((ml) => ml !== undefined)
}

const lastKnown = '9999-12-31' as CivilDate // The last day there is.

function datesIn(parameters: Parameters): Month[] {
  return Object.values(parameters)
    .flat()
    .flatMap(({ from, until }) => (until ? [from, until] : [from]))
}
