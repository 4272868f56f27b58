import { ageFrom, all, any, flag, inGroup, is, type Condition, type Source } from '../domain/rule-set.ts'
import { nd20, nd335 } from './sources.ts'

/** Who has a right to a place the State pays for, as far as facts of the register tell it («đối tượng được tiếp nhận»). */
export type PlaceRule = { readonly cite: Source; readonly when: Condition }

/**
 * FAC-ADM, groups A1 to A3: children of khoản 1 and khoản 3, older people who are poor and have nobody bound to maintain them,
 * and the exceptionally severely disabled; whoever was found to qualify and is cared for at home. That nobody takes a child
 * in, or that somebody cannot live in the community, no fact tells: the commune says it in its proposal.
 */
const groupA: Condition = any(
  inGroup('MSA-1'),
  inGroup('MSA-3'),
  all(ageFrom(60), is('household', 'poor'), is('obligor', 'none', 'on_allowance')),
  is('disability', 'exceptionally_severe'),
  flag('facilityEligibleInCommunity'),
)

export const placesR21: PlaceRule = { cite: nd20('khoản 1 Điều 24'), when: groupA }

/** «Không có khả năng phụng dưỡng» stands beside having nobody bound to; the register knows only the latter. */
export const placesR26: PlaceRule = { cite: nd335('khoản 1 Điều 21'), when: groupA }
