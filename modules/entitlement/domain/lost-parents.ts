import { pointOfAbandoned, pointsOfParents } from '../law/msa-1-points.ts'
import type { ConditionNode } from './explanation.ts'
import type { Standing } from './standing.ts'

/** What khoản 1 Điều 5 looks at, and which of its points is met. */
export type LostParents = Pick<Standing, 'father' | 'mother' | 'abandoned'> & {
  readonly point: string | undefined
}

/**
 * Reads the condition of khoản 1 out of an explanation: one of eleven points, each about both parents, which nobody could
 * read if every state were listed. Undefined for any other condition, and where part of it was left out.
 */
export function lostParentsIn(node: ConditionNode): LostParents | undefined {
  if (node.kind !== 'any') return undefined
  const parts = node.of.flatMap((one) => (one.kind === 'all' ? one.of : [one]))
  const stateOf = (fact: 'father' | 'mother') =>
    parts.flatMap((one) => (one.kind === 'is' && one.fact === fact ? [one.value] : []))[0] as
      Standing['father'] | undefined // The values of these facts.
  const abandoned = parts.find((one) => one.kind === 'flag' && one.fact === 'abandoned')
  const [father, mother] = [stateOf('father'), stateOf('mother')]
  if (!abandoned || !father || !mother) return undefined
  const facts = { father, mother, abandoned: abandoned.holds }
  return { ...facts, point: node.holds ? pointOf(facts) : undefined }
}

/** The points of khoản 1 as a law states it, in which nobody stands: those whose states it names. */
export function pointsStatedIn(node: ConditionNode): typeof pointsOfParents | undefined {
  const { abandoned, father, mother } = partsOf(node)
  if (!abandoned || !father || !mother) return undefined
  const named = (states: readonly ParentState[]) =>
    states.filter((state) => father.among.includes(state) && mother.among.includes(state))
  return pointsOfParents.map(({ point, one, other }) => ({ point, one: named(one), other: named(other) }))
}

/** Whether a condition asks the same of both parents. */
export function isAboutBothParents(node: ConditionNode): boolean {
  return node.kind === 'all' && node.of.every((one) => one.kind === 'is' && ofParents.has(one.fact))
}

const ofParents: ReadonlySet<string> = new Set(['father', 'mother'])

type ParentState = Standing['father']
type Choice = Extract<ConditionNode, { kind: 'is' }>

function partsOf(node: ConditionNode) {
  const parts = node.kind === 'any' ? node.of.flatMap((one) => (one.kind === 'all' ? one.of : [one])) : []
  const parent = (fact: 'father' | 'mother') =>
    parts.find((one): one is Choice => one.kind === 'is' && one.fact === fact)
  return {
    abandoned: parts.find((one) => one.kind === 'flag' && one.fact === 'abandoned'),
    father: parent('father'),
    mother: parent('mother'),
  }
}

function pointOf({ father, mother, abandoned }: Omit<LostParents, 'point'>): string | undefined {
  if (abandoned) return pointOfAbandoned
  return pointsOfParents.find(
    ({ one, other }) =>
      (one.includes(father) && other.includes(mother)) || (one.includes(mother) && other.includes(father)),
  )?.point
}
