import { monthOf, type CivilDate } from '#kernel/civil-date'
import { engine, rightsOn } from './determine.ts'
import { instantOn } from './law-in-force.ts'
import type { Standing } from './standing.ts'

/** Whether the law in force on a day gave somebody the amount of a single parent, as khoản 4 asks of who turned 16. */
export function isSupportedAsParent(standing: Standing, day: CivilDate): boolean {
  const ml = engine.lawIn(monthOf(day), day)
  if (!ml) return false
  const rights = rightsOn(ml, instantOn(day, ml.later), 'monthly_allowance', standing)
  return rights.some(({ group }) => group.component === 'single_parent')
}
