import type { Month } from '#kernel/civil-date'
import { whetherUncollected } from '../domain/collection.ts'
import { leastMembers } from '../domain/council.ts'
import type { Difference } from '../domain/difference.ts'
import type { DecisionKind } from '../domain/procedure.ts'
import type { Basis, Terms } from '../domain/proposal.ts'
import type { Computed } from './compute-monthly.ts'

/** Whether the law gives what is asked for. */
export function isRight(kind: DecisionKind, { lines, given = [], benefits = [], place }: Terms): boolean {
  switch (kind) {
    case 'support':
      return given.length > 0
    case 'transfer':
      return benefits.length > 0
    case 'admit':
      return place?.isOpen ?? true
    case 'certify':
    case 'discharge':
      return true
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
    case 'convert':
    case 'refuse':
      return lines.length > 0
  }
}

/**
 * In what a decision is otherwise than the law, the register and the books have it, so that somebody has to say why and it is
 * signed by itself; null where it is as they have it.
 */
export function differenceIn(
  kind: DecisionKind,
  { benefit, month }: { readonly benefit: string | null; readonly month: Month },
  { terms, basis }: Computed,
): Difference | null {
  switch (kind) {
    case 'refuse':
      return isRight(kind, terms) && !basis.awarded.some((one) => one === benefit) ? 'has_right' : null
    case 'admit':
      // That nobody takes a child in, or that somebody cannot live at home, no fact tells: the office may say it.
      return isRight(kind, terms) ? null : 'no_place'
    case 'suspend':
      return basis.collecting && whetherUncollected(basis.collecting, month) !== 'known'
        ? 'uncollected_unknown'
        : null
    case 'support':
      if (terms.detail?.kind === 'support' && terms.detail.event['kind'] === 'death' && basis.diedOn === null)
        return 'not_dead'
      return terms.given?.length && (terms.once ?? 0) !== lawfulOnce(basis) ? 'amount' : null
    case 'certify':
      return isOfWholeCouncil(terms) ? null : 'council_incomplete'
    case 'stop':
      return differenceOfEnding(basis)
    case 'grant':
    case 'adjust':
    case 'resume':
    case 'transfer':
    case 'discharge':
    case 'convert':
      return null
  }
}

/**
 * What ends rests on its ground: a death, or somebody declared missing, on the register; a sentence on the register; that a
 * right is gone on the law. Whoever declines has the right, and says that they do not want it.
 */
function differenceOfEnding({ ending, diedOn }: Basis): Difference | null {
  if (diedOn !== null || !ending) return null
  const { ground, goesOn, isServing } = ending
  if (ground === 'died') return 'not_dead'
  if (goesOn === 0 || ground === 'declined' || ground === 'refuses') return null
  if (ground === 'sentence') return isServing ? null : 'not_serving'
  return 'still_right'
}

/** A medical board sits by other rules, and a new paper in place of an old one needs no council. */
function isOfWholeCouncil({ detail }: Terms): boolean {
  if (detail?.kind !== 'certify' || detail.by !== 'council') return true
  return (detail.meeting?.members ?? 0) >= leastMembers
}

/** What is ended though the law would go on paying: somebody reads it by itself, whatever the ground. */
export function endsRight({ ending }: Basis): boolean {
  return ending !== undefined && ending.goesOn > 0
}

/** What the law gives at least, where it gives something once. */
export function lawfulOnce({ rights = [] }: Basis): number {
  return rights.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}
