import type { Label, Source } from '../../domain/rule-set.ts'
import type { SupportProcedure, SupportRule } from '../../domain/support.ts'

export const district: Label = {
  vi: 'Chủ tịch UBND cấp huyện',
  en: 'chair of the district People’s Committee',
}
export const commune: Label = { vi: 'Chủ tịch UBND cấp xã', en: 'chair of the commune People’s Committee' }

/** Since 2025-07-01 there is no district: what it decided the commune decides. */
export function decidedBy(
  rule: SupportRule,
  authority: Label,
  { cite, ...changed }: Partial<SupportProcedure> & { readonly cite: Source },
): SupportRule {
  return { ...rule, procedure: { ...rule.procedure, authority, cite, ...changed } }
}
