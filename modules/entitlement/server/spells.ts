import { addMonths, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { PersonMonthRow } from '../db/person-months.ts'
import { dueIn, type Component, type Due } from '../domain/index.ts'

/** Months in a row in which the law gives the same for the same reason. */
export type Spell = Omit<Due, 'ruleSet'> & { readonly from: Month; readonly through: Month }

/** What the months of a person come to, with equal months joined; the oldest first. */
export function spellsOf(rows: readonly PersonMonthRow[]): Spell[] {
  const spells: Spell[] = []
  const running = new Map<Component, number>()
  for (const row of rows)
    for (const { ruleSet: _, ...due } of dueIn(row)) {
      const index = running.get(due.component)
      const last = index === undefined ? undefined : spells[index]
      if (last && addMonths(last.through, 1) === row.month && isSame(last, due))
        spells[index!] = { ...last, through: row.month }
      else running.set(due.component, spells.push({ ...due, from: row.month, through: row.month }) - 1)
    }
  return spells
}

/** What will change by itself in these months, which come after the first row. */
export function pendingIn([first, ...rest]: readonly PersonMonthRow[]) {
  let before = first ? amountsOf(first) : new Map<Component, number>()
  return rest.flatMap((row) => {
    const after = amountsOf(row)
    const components = [...new Set([...before.keys(), ...after.keys()])]
    const changes = components
      .map((component) => ({
        month: row.month,
        component,
        before: dong(before.get(component) ?? 0),
        after: dong(after.get(component) ?? 0),
      }))
      .filter((change) => change.before !== change.after)
    before = after
    return changes
  })
}

function amountsOf(row: PersonMonthRow): Map<Component, number> {
  const amounts = new Map<Component, number>()
  for (const { component, amount } of dueIn(row))
    amounts.set(component, (amounts.get(component) ?? 0) + amount)
  return amounts
}

function isSame(spell: Spell, due: Omit<Due, 'ruleSet'>): boolean {
  return (
    spell.rule === due.rule &&
    spell.amount === due.amount &&
    spell.units === due.units &&
    spell.standard === due.standard
  )
}
