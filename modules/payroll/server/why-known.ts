import type { Actor } from '#platform/server/context'
import { isToldWhy, visibleRule, visibleRuleInTotals } from '../domain/discretion.ts'

/**
 * What somebody may know of why people are paid. Whoever pays money out needs names, years and sums; as they read no
 * person’s page, they are told no group, no coefficient and no reason either.
 */
export function whyKnownTo({ permissions }: Actor) {
  const mayReadConfidential = permissions.has('people.read_confidential')
  const isTold = isToldWhy(permissions)
  return {
    isTold,
    /** What says why: a benefit, a reason, a programme; nothing to whoever is not told. */
    told: <Value>(value: Value): Value | null => (isTold ? value : null),
    ofLine: (rule: string) => (isTold ? visibleRule(rule, mayReadConfidential) : null),
    ofMany: (rule: string) => (isTold ? visibleRuleInTotals(rule, mayReadConfidential) : null),
  }
}
