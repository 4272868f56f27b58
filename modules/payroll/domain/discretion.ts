/** Groups whose name alone tells a diagnosis: children and adults with HIV (khoản 3, khoản 8 Điều 5). */
const tellsDiagnosis = /^MSA(\d\d)?-(3|8)(-|$)/

/**
 * Groups shown without their name beside the confidential ones, so that a hidden name says nothing: the other children’s
 * groups, young people who study, and severe disability, which have the same coefficients at the same ages.
 */
const company = /^MSA(\d\d)?-(1|2|7|6-3|6-4)(-|$)/

/** Whether the name of the group may not be shown to everyone who may see the money. */
export function isConfidentialRule(rule: string): boolean {
  return tellsDiagnosis.test(rule)
}

/** The group of one person’s line, or null («Trợ cấp xã hội hằng tháng») for whoever may not know it. */
export function visibleRule(rule: string, mayReadConfidential: boolean): string | null {
  return mayReadConfidential || !(tellsDiagnosis.test(rule) || company.test(rule)) ? rule : null
}

/** The group in a sum over many people; only the confidential ones and one neighbour melt together. */
export function visibleRuleInTotals(rule: string, mayReadConfidential: boolean): string | null {
  return mayReadConfidential || !(tellsDiagnosis.test(rule) || /^MSA(\d\d)?-1(-|$)/.test(rule)) ? rule : null
}

/** The same question for a query: the groups shown by name, as a pattern of PostgreSQL. */
export const unnamedInLines = '^MSA(\\d\\d)?-(1|2|3|7|8|6-3|6-4)(-|$)'
