import { determine, type Benefit, type Standing } from '#modules/entitlement'
import { dueOf, sumOf, type MonthAhead } from './months-ahead.ts'
import { keepers, type Keeper } from './prospect.ts'

/** Khoản 1, whose children go on under khoản 2 while they study. */
const withoutSupport = 'MSA-1'

const suppositions: Readonly<Record<Keeper, (standing: Standing, before: MonthAhead) => Standing>> = {
  study: (standing, { determined }) => {
    const wasWithoutSupport = [...determined.rights.values()].some(({ paid }) =>
      paid.some(({ group }) => group.id === withoutSupport),
    )
    return {
      ...standing,
      isStudying: true,
      wasChildWithoutSupport: standing.wasChildWithoutSupport || wasWithoutSupport,
    }
  },
  child_study: (standing) => ({
    ...standing,
    children: standing.children.map((child) => ({ ...child, isStudying: true, continued: true })),
  }),
  certificate: (standing, { person }) => {
    const certified = (person.earlier ?? person.later)?.disability ?? 'none'
    return standing.disability === 'none' ? { ...standing, disability: certified } : standing
  },
}

/** Asks the law itself: would the benefit be worth more in this month if only that were recorded? */
export function keeperOf(before: MonthAhead, now: MonthAhead, benefit: Benefit): Keeper | undefined {
  const { earlier, later } = now.person
  return keepers.find((keeper) => {
    const suppose = (standing: Standing | undefined) => standing && suppositions[keeper](standing, before)
    const supposed = { ...now.person, earlier: suppose(earlier), later: suppose(later) }
    const determined = determine(now.law, supposed)
    return sumOf(dueOf({ determined }, benefit)) > sumOf(dueOf(now, benefit))
  })
}
