import { monthOf, type CivilDate } from '#kernel/civil-date'
import { placesR21, placesR26 } from '../law/admission.ts'
import { engine, holds } from './determine.ts'
import { instantOn } from './law-in-force.ts'
import type { Source } from './rule-set.ts'
import type { Standing } from './standing.ts'

/**
 * Whether the facts of somebody open a place in a facility in a group («FAC-ADM»). Danger, a measure of the law or a contract
 * open one whatever the facts are: groups B, C and D are not for the register to judge.
 */
export function rightToPlace(
  standing: Standing | undefined,
  { group, on }: { readonly group: Standing['facility']; readonly on: CivilDate },
): { readonly isOpen: boolean; readonly cite: Source } | undefined {
  const ml = engine.lawIn(monthOf(on), on)
  if (group !== 'A' || !ml) return undefined
  const { cite, when } = ml.procedure.id === 'R26' ? placesR26 : placesR21
  return { isOpen: standing !== undefined && holds(when, standing, instantOn(on, ml.later)), cite }
}
