import { monthOf, type CivilDate } from '#kernel/civil-date'
import { engine, holds, rightsOn } from './determine.ts'
import { instantOn } from './law-in-force.ts'
import type { Standing } from './standing.ts'

/** Khoản 1, whose children go on under khoản 2 while they study. */
const childWithoutSupport = 'MSA-1'

/** Whether the law in force on a day gave somebody the amount of a single parent, as khoản 4 asks of who turned 16. */
export function isSupportedAsParent(standing: Standing, day: CivilDate): boolean {
  return allowanceOn(standing, day).some(({ group }) => group.component === 'single_parent')
}

/**
 * Whether the law in force on a day supported somebody as a child of khoản 1, as khoản 2 asks of who turned 16: of that
 * group, and paid the allowance, if under another group that gives more.
 */
export function isSupportedAsChild(standing: Standing, day: CivilDate): boolean {
  const ml = engine.lawIn(monthOf(day), day)
  const group = ml?.group.get(childWithoutSupport)
  return (
    ml !== undefined &&
    group !== undefined &&
    holds(group.when, standing, instantOn(day, ml.later)) &&
    allowanceOn(standing, day).length > 0
  )
}

function allowanceOn(standing: Standing, day: CivilDate) {
  const ml = engine.lawIn(monthOf(day), day)
  return ml ? rightsOn(ml, instantOn(day, ml.later), 'monthly_allowance', standing) : []
}
