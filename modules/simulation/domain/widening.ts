import type { RuleSet } from '#modules/entitlement'
import { opensBy, povertyOf } from './conditions.ts'
import { PovertyLevel, type Change } from './scenario.ts'

/**
 * Whether a change may give a right to people who had none. Of those the register knows only some, so that what it
 * counts is the least there can be, and none counted does not mean that there are none.
 */
export function mayWiden(change: Change, { groups }: RuleSet): boolean {
  switch (change.kind) {
    case 'new_group':
      return true
    case 'poverty': {
      const group = groups.find(({ id }) => id === change.group)
      const level = group && povertyOf(group)
      const levels = PovertyLevel.options
      return level !== undefined && levels.indexOf(change.to) > levels.indexOf(level)
    }
    case 'age': {
      const group = groups.find(({ id }) => id === change.group)
      return group !== undefined && opensBy(group, { whose: change.whose, months: change.from }, change.to)
    }
    // Whether a pension is small is measured by it.
    case 'social_pension':
      return true
    case 'small_pension':
    case 'standard':
    case 'coefficient':
    case 'without':
      return false
  }
}
