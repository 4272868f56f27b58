import { isSummedTogether, isUnnamedRule } from '#modules/entitlement/contract'

/** The group of one person’s line, or null («Trợ cấp xã hội hằng tháng») for whoever may not know it. */
export function visibleRule(rule: string, mayReadConfidential: boolean): string | null {
  return mayReadConfidential || !isUnnamedRule(rule) ? rule : null
}

/** The group in a sum over many people; only the confidential ones and one neighbour melt together. */
export function visibleRuleInTotals(rule: string, mayReadConfidential: boolean): string | null {
  return mayReadConfidential || !isSummedTogether(rule) ? rule : null
}
