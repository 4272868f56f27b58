import { isSummedTogether, isUnnamedRule } from '#modules/entitlement/contract'

/** Whoever reads no person’s page is not told why anybody is paid: no group and benefit, no reason of a change, no programme. */
export function isToldWhy(permissions: ReadonlySet<string>): boolean {
  return permissions.has('people.read') || permissions.has('people.read_confidential')
}

/** The group of one person’s line, or null («Trợ cấp xã hội hằng tháng») for whoever may not know it. */
export function visibleRule(rule: string, mayReadConfidential: boolean): string | null {
  return mayReadConfidential || !isUnnamedRule(rule) ? rule : null
}

/** The group in a sum over many people; only the confidential ones and one neighbour melt together. */
export function visibleRuleInTotals(rule: string, mayReadConfidential: boolean): string | null {
  return mayReadConfidential || !isSummedTogether(rule) ? rule : null
}
