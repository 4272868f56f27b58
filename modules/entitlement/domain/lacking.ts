import type { CivilDate } from '#kernel/civil-date'
import type { ConditionNode } from './explanation.ts'

/** A fact that would have to be otherwise: what must hold of it (or must not), and for an age the day it will. */
export type Lack = {
  readonly node: ConditionNode
  readonly mustHold: boolean
  readonly on?: CivilDate
  /** Nobody grows younger, and not everybody can become pregnant. */
  readonly never?: true
}

/** The fewest facts that would have to change for a condition to hold; nothing where it does. */
export function lackingOf(node: ConditionNode): readonly Lack[] {
  return toMake(node, true)
}

/** The fewest facts that would have to change for an exclusion to fall away. */
export function toLift(node: ConditionNode): readonly Lack[] {
  return toMake(node, false)
}

function toMake(node: ConditionNode, mustHold: boolean): readonly Lack[] {
  if (node.holds === mustHold) return []
  switch (node.kind) {
    case 'not':
      return toMake(node.of, !mustHold)
    case 'inGroup':
      return toMake(node.of, mustHold)
    case 'all':
    case 'any':
      return (node.kind === 'all') === mustHold
        ? node.of.flatMap((inner) => toMake(inner, mustHold))
        : asGoodAsEachOther(node, mustHold)
          ? oneOf(node)
          : easiest(node.of.map((inner) => toMake(inner, mustHold)))
    case 'ageFrom':
      return [mustHold ? { node, mustHold, on: node.reachedOn } : { node, mustHold, never: true }]
    case 'ageBelow':
      return [mustHold ? { node, mustHold, never: true } : { node, mustHold, on: node.reachedOn }]
    case 'flag':
      return [{ node, mustHold, ...(mustHold && isImpossible(node) && { never: true }) }]
    case 'is':
    case 'livesIn':
    case 'countAtLeast':
    case 'amountBelow':
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
    case 'receives':
    case 'entitledTo':
    case 'private':
      return [{ node, mustHold }]
  }
}

/** Ways of which any will do; what can never be so of the person is none. */
function oneOf(node: Several): readonly Lack[] {
  const ways = node.of.filter((inner) => !isImpossible(inner))
  const [only] = ways
  return ways.length === 1 && only ? toMake(only, true) : [{ node: { ...node, of: ways }, mustHold: true }]
}

type Several = Extract<ConditionNode, { kind: 'all' | 'any' }>

const isImpossible = (node: ConditionNode) => node.kind === 'flag' && node.isImpossible === true

/** Of «đang mang thai hoặc nuôi con nhỏ» neither is named alone: who cannot be the one may be the other. */
function asGoodAsEachOther(node: Several, mustHold: boolean) {
  const single = ['is', 'flag', 'countAtLeast']
  return (
    mustHold &&
    node.kind === 'any' &&
    node.of.every(({ kind }) => single.includes(kind)) &&
    !node.of.every(isImpossible)
  )
}

/** What can happen before what cannot, then fewer facts before more; the article’s order where both are equal. */
function easiest(ways: readonly (readonly Lack[])[]): readonly Lack[] {
  const cost = (way: readonly Lack[]) => way.reduce((sum, { never }) => sum + (never ? impossible : 1), 0)
  return ways.reduce((one, other) => (cost(other) < cost(one) ? other : one))
}
const impossible = 1_000
